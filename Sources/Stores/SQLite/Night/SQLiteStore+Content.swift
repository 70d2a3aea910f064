import Conversations
import GRDB
import StorePort

/// Reading what is about to leave or change. Texts go into one arena as bytes, never into a string each.
extension SQLiteStore {
    package func eachContent(of conversations: ArraySlice<Int64>, _ body: (ConversationContent) throws -> Bool) throws {
        try Self.translated {
            try queue.read { db in
                let reader = try ContentReader(db, schema)
                for id in conversations {
                    guard let content = try reader.content(of: id) else { continue }
                    guard try body(content) else { return }
                }
            }
        }
    }

    package func profile(of person: Int64) throws -> PersonContent? {
        try Self.translated { try queue.read { db in try ProfileReader(db, schema).profile(of: person) } }
    }

    package func operatorNames() throws -> [String] {
        try Self.translated {
            try queue.read { db in
                guard let table = schema.map.tables.first(where: { $0.name == "operator" }) else { return [] }
                let columns = table.columns.filter { $0.value == .name }.keys.sorted()
                return try columns.flatMap { column in
                    try String.fetchAll(
                        db, sql: "select \(MappedSchema.quoted(column)) from \(schema.name(table)) order by 1")
                }
            }
        }
    }

    package func pendingFiles() throws -> [String] {
        try Self.translated {
            try queue.read { try String.fetchAll($0, sql: "select path from retention_pending_file order by path") }
        }
    }

    package func forgetPendingFiles(_ files: [String]) throws {
        try write { db in
            for file in files {
                try db.execute(sql: "delete from retention_pending_file where path = ?", arguments: [file])
            }
        }
    }
}

/// The statements that read one conversation, prepared once.
private struct ContentReader {
    private let schema: MappedSchema
    private let head: RawStatement
    private let messages: RawStatement
    private let participants: RawStatement?
    private let profiles: ProfileReader

    init(_ db: Database, _ schema: MappedSchema) throws {
        self.schema = schema
        profiles = try ProfileReader(db, schema)
        let c = schema.conversation
        let p = schema.person
        let m = schema.message
        head = try RawStatement(
            db,
            """
            select \(schema.column(c, .revision, "c")), \(schema.key(p, "p")), \(schema.column(c, .role, "c")),
              \(schema.column(c, .purpose, "c")), \(schema.columnOrNull(c, .notice, "c")),
              \(schema.columnOrNull(c, .opened, "c")), \(schema.columnOrNull(c, .closed, "c"))
            from \(schema.name(c)) c cross join \(schema.name(p)) p on \(schema.join(c, "c", to: p, "p"))
            where \(schema.key(c, "c")) = ?1
            """)
        let order = try schema.column(m, .order, "m")
        messages = try RawStatement(
            db,
            """
            select \(order), \(schema.column(m, .direction, "m")), \(schema.columnOrNull(m, .kind, "m")),
              \(schema.column(m, .sent, "m")), \(schema.columnOrNull(m, .author, "m")), \(schema.column(m, .text, "m"))
            from \(schema.name(m)) m where \(schema.belongs(m, to: c, key: "?1", alias: "m")) order by \(order)
            """)
        participants = try schema.map.tables(.participant).first.map { group in
            try RawStatement(
                db,
                """
                select \(schema.key(p, "q")) from \(schema.name(group)) g
                join \(schema.name(p)) q on \(schema.join(group, "g", to: p, "q"))
                where \(schema.belongs(group, to: c, key: "?1", alias: "g")) order by 1
                """)
        }
    }

    func content(of id: Int64) throws -> ConversationContent? {
        var content: ConversationContent?
        var persons: [Int64] = []
        try head.each(id) { row in
            persons.append(row.int(1))
            content = ConversationContent(
                id: id, revision: row.int(0), persons: [], role: row.string(2), purpose: row.string(3),
                notice: row.isNull(4) ? nil : row.string(4), opened: schema.seconds(row.optionalInt(5)),
                closed: schema.seconds(row.optionalInt(6)), messages: [], text: [])
        }
        guard var content else { return nil }
        try participants?.each(id) { row in persons.append(row.int(0)) }
        content.persons = try persons.compactMap(profiles.profile)
        try messages.each(id) { row in
            let start = content.text.count
            content.text.append(contentsOf: row.bytes(5))
            content.messages.append(
                .init(
                    order: row.int(0), sender: .init(rawValue: row.int(1)) ?? .person,
                    kind: row.isNull(2) ? "text" : row.string(2), sent: schema.seconds(row.optionalInt(3)),
                    author: row.optionalInt(4), text: start..<content.text.count, hasText: !row.isNull(5)))
        }
        return content
    }
}

/// The statements that read what is known of one person, prepared once.
private struct ProfileReader {
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
                order by \(schema.key(preference, "r")) desc limit 1
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
