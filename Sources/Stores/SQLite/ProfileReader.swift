import Conversations
import GRDB
import StorePort

/// The statements that read what is known of one person, prepared once.
struct ProfileReader {
    private let names: RawStatement
    private let nameCount: Int32
    private let numberCount: Int32
    private let addresses: [RawStatement]
    private let refusals: [RawStatement]

    init(_ db: Database, _ schema: MappedSchema) throws {
        let table = schema.person
        refusals = try schema.map.tables(.preference).map { preference in
            try RawStatement(
                db,
                """
                select \(schema.column(preference, .given, "r")) <> 0 from \(schema.name(preference)) r
                where \(schema.belongs(preference, to: table, key: "?1", alias: "r"))
                  and \(schema.column(preference, .kind, "r")) = 'information-opt-out'
                order by coalesce(\(schema.columnOrNull(preference, .sent, "r")), 0) desc,
                  \(schema.key(preference, "r")) desc limit 1
                """)
        }
        func columns(_ category: DataMap.Category) -> [String] {
            table.columns.filter { $0.value == category }.keys.sorted().map(MappedSchema.quoted)
        }
        let (ofNames, ofNumbers) = (columns(.name), columns(.phone))
        (nameCount, numberCount) = (Int32(ofNames.count), Int32(ofNumbers.count))
        names = try RawStatement(
            db,
            """
            select \(([try schema.key(table, "")] + ofNames + ofNumbers).joined(separator: ", ")) from \(schema.name(table))
            where \(schema.key(table, "")) = ?1
            """)
        addresses = try schema.map.tables(.address).map { address in
            try RawStatement(
                db,
                """
                select \(schema.columnOrNull(address, .kind, "a")), \(schema.column(address, .text, "a"))
                from \(schema.name(address)) a where \(schema.belongs(address, to: table, key: "?1", alias: "a")) order by 1, 2
                """)
        }
    }

    func profile(of person: Int64) throws -> PersonContent? {
        var found: PersonContent?
        try names.each(person) { row in
            let names = (0..<nameCount).filter { !row.isNull($0 + 1) }.map { row.string($0 + 1) }
            found = PersonContent(id: person, names: names.filter { !$0.isEmpty }, addresses: [])
            for column in (nameCount + 1)..<(nameCount + numberCount + 1) where !row.isNull(column) {
                found?.addresses.append(.init(kind: "phone", value: row.string(column)))
            }
        }
        for statement in addresses {
            try statement.each(person) { row in
                guard !row.isNull(1) else { return }
                found?.addresses.append(.init(kind: row.isNull(0) ? "phone" : row.string(0), value: row.string(1)))
            }
        }
        for statement in refusals { try statement.each(person) { found?.refusesInformation = $0.int(0) != 0 } }
        return found
    }
}
