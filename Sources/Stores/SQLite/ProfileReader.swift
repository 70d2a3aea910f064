import Conversations
import GRDB
import StorePort

/// The statements that read what is known of one person, prepared once.
struct ProfileReader {
    /// The person's own row, once for each address of the first table of addresses.
    private let own: RawStatement
    private let names: Range<Int32>
    private let numbers: Range<Int32>
    /// Kind and value of the address; nil where the map lists no such table.
    private let address: Int32?
    private let furtherAddresses: [RawStatement]
    private let refusals: [RawStatement]

    init(_ db: Database, _ schema: MappedSchema) throws {
        let p = schema.person
        refusals = try Self.refusals(db, schema)
        func columns(_ category: DataMap.Category) -> [String] {
            p.columns.filter { $0.value == category }.keys.sorted().map { "p.\(MappedSchema.quoted($0))" }
        }
        let (ofNames, ofNumbers) = (columns(.name), columns(.phone))
        names = 1..<Int32(1 + ofNames.count)
        numbers = names.upperBound..<names.upperBound + Int32(ofNumbers.count)
        let tables = schema.map.tables(.address)
        let all = try [schema.key(p, "p")] + ofNames + ofNumbers
        if let first = tables.first {
            address = numbers.upperBound
            let (kind, value) = try (schema.columnOrNull(first, .kind, "a"), schema.column(first, .text, "a"))
            own = try RawStatement(
                db,
                """
                select \(all.joined(separator: ", ")), \(kind), \(value) from \(schema.name(p)) p
                left join \(schema.name(first)) a on \(schema.join(first, "a", to: p, "p"))
                where \(schema.key(p, "p")) = ?1 order by \(kind), \(value)
                """)
        } else {
            address = nil
            own = try RawStatement(
                db,
                "select \(all.joined(separator: ", ")) from \(schema.name(p)) p where \(schema.key(p, "p")) = ?1")
        }
        furtherAddresses = try tables.dropFirst().map { address in
            try RawStatement(
                db,
                """
                select \(schema.columnOrNull(address, .kind, "a")), \(schema.column(address, .text, "a"))
                from \(schema.name(address)) a where \(schema.belongs(address, to: p, key: "?1", alias: "a")) order by 1, 2
                """)
        }
    }

    /// A person's last word on information messages. Where nobody ever refused, nobody is asked for one by one.
    private static func refusals(_ db: Database, _ schema: MappedSchema) throws -> [RawStatement] {
        try schema.map.tables(.preference).compactMap { preference in
            let isRefusal = "\(try schema.column(preference, .kind, "r")) = 'information-opt-out'"
            let table = "\(schema.name(preference)) r"
            guard try Bool.fetchOne(db, sql: "select exists(select 1 from \(table) where \(isRefusal))") != false else {
                return nil
            }
            return try RawStatement(
                db,
                """
                select \(schema.column(preference, .given, "r")) <> 0 from \(table)
                where \(schema.belongs(preference, to: schema.person, key: "?1", alias: "r")) and \(isRefusal)
                order by coalesce(\(schema.columnOrNull(preference, .sent, "r")), 0) desc,
                  \(schema.key(preference, "r")) desc limit 1
                """)
        }
    }

    func profile(of person: Int64) throws -> PersonContent? {
        var found: PersonContent?
        try own.each(person) { row in
            if found == nil { found = content(of: person, row) }
            if let address, !row.isNull(address + 1) { found?.addresses.append(Self.address(row, address)) }
        }
        for statement in furtherAddresses {
            try statement.each(person) { row in
                if !row.isNull(1) { found?.addresses.append(Self.address(row, 0)) }
            }
        }
        for statement in refusals { try statement.each(person) { found?.refusesInformation = $0.int(0) != 0 } }
        return found
    }

    private func content(of person: Int64, _ row: borrowing RawStatement.Row) -> PersonContent {
        var content = PersonContent(id: person, names: [], addresses: [])
        for column in names where !row.isNull(column) && !row.bytes(column).isEmpty {
            content.names.append(row.string(column))
        }
        for column in numbers where !row.isNull(column) {
            content.addresses.append(.init(kind: "phone", value: row.string(column)))
        }
        return content
    }

    private static func address(_ row: borrowing RawStatement.Row, _ first: Int32) -> PersonContent.Address {
        .init(kind: row.isNull(first) ? "phone" : row.string(first), value: row.string(first + 1))
    }
}
