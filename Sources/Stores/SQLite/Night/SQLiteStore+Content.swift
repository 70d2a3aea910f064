import Conversations
import GRDB
import StorePort

/// Reading what is about to leave or change. Texts go into one arena as bytes, never into a string each.
extension SQLiteStore {
    package func eachContent(of conversations: [Int64], _ body: (ConversationContent) throws -> Void) throws {
        try Self.translated {
            try queue.read { db in
                let reader = try ContentReader(db, schema)
                for id in conversations {
                    if let content = try reader.content(of: id) { try body(content) }
                }
            }
        }
    }

    package func profile(of person: Int64) throws -> PersonContent? {
        try Self.translated { try queue.read { db in try profile(of: person, db) } }
    }

    private func profile(of person: Int64, _ db: Database) throws -> PersonContent? {
        let table = schema.person
        let columns = table.columns.filter { $0.value == .name }.keys.sorted().map(MappedSchema.quoted)
        let sql = try """
            select \(schema.key(table, "")) \(columns.map { ", " + $0 }.joined()) from \(schema.name(table))
            where \(schema.key(table, "")) = ?
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [person]) else { return nil }
        let names = columns.indices.compactMap { row[$0 + 1] as String? }.filter { !$0.isEmpty }
        return PersonContent(id: person, names: names, addresses: try addresses(of: person, db))
    }

    private func addresses(of person: Int64, _ db: Database) throws -> [PersonContent.Address] {
        try schema.map.tables(.address).flatMap { table in
            let kind = schema.columnOrNull(table, .kind, "a")
            let value = try schema.column(table, .text, "a")
            let condition = try schema.belongs(table, to: schema.person, key: "?", alias: "a")
            return try Row.fetchAll(
                db, sql: "select \(kind), \(value) from \(schema.name(table)) a where \(condition) order by 1, 2",
                arguments: [person]
            ).compactMap { row in
                (row[1] as String?).map { PersonContent.Address(kind: row[0] ?? "phone", value: $0) }
            }
        }
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

    init(_ db: Database, _ schema: MappedSchema) throws {
        self.schema = schema
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
        try head.each(id) { row in
            content = ConversationContent(
                id: id, revision: row.int(0), persons: [row.int(1)], role: row.string(2), purpose: row.string(3),
                notice: row.isNull(4) ? nil : row.string(4), opened: schema.seconds(row.optionalInt(5)),
                closed: schema.seconds(row.optionalInt(6)), messages: [], text: [])
        }
        guard var content else { return nil }
        try participants?.each(id) { row in content.persons.append(row.int(0)) }
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
