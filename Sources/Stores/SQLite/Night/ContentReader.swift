import Conversations
import GRDB
import StorePort

/// The statements that read one conversation, prepared once.
struct ContentReader {
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
        participants = try schema.map.tables(.participant).first.flatMap { group in
            // Most stores hold no group: then none is asked for, conversation by conversation.
            guard try Bool.fetchOne(db, sql: "select exists(select 1 from \(schema.name(group)))") != false else {
                return nil
            }
            return try RawStatement(
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
