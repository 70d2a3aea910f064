import Conversations
import GRDB
import StorePort

/// The reads of quality figures: when who wrote, and nothing of what was written.
extension SQLiteSnapshot {
    func eachTrace(
        from start: Instant, until end: Instant, purpose: Purpose?, asOf: Instant,
        _ body: (ConversationTrace) throws -> Void
    ) throws {
        guard schema.conversation.fields[.opened] != nil else { return }
        let query = try TraceQuery(schema: schema, purpose: purpose, asOf: asOf, db)
        let conversations = try RawStatement(db, query.conversations)
        let messages = try RawStatement(db, query.messages)
        try conversations.each(schema.units(start), schema.units(end)) { row in
            guard var trace = query.trace(row) else { return }
            try messages.each(row.int(0)) { trace.messages.append(query.message($0)) }
            try body(trace)
        }
    }

    func firstOpening() throws -> Instant? {
        guard schema.conversation.fields[.opened] != nil else { return nil }
        let opened = try schema.column(schema.conversation, .opened, "")
        return try Int64.fetchOne(
            db, sql: "select min(\(opened)) from \(schema.name(schema.conversation)) where \(opened) >= ?",
            arguments: [schema.units(.earliestPlausible)]
        ).flatMap { schema.seconds($0).map(Instant.init(seconds:)) }
    }

    func lastConversation() throws -> Int64 {
        let key = try schema.key(schema.conversation, "")
        return try Int64.fetchOne(db, sql: "select max(\(key)) from \(schema.name(schema.conversation))") ?? 0
    }

    func hasOpening(before instant: Instant, after id: Int64) throws -> Bool {
        let table = schema.conversation
        guard table.fields[.opened] != nil else { return false }
        let opened = try schema.column(table, .opened, "")
        return try Bool.fetchOne(
            db,
            sql: """
                select exists(select 1 from \(schema.name(table)) where \(schema.key(table, "")) > ?
                  and \(opened) >= ? and \(opened) < ?)
                """,
            arguments: [id, schema.units(.earliestPlausible), schema.units(instant)]) ?? false
    }

    func openings(of conversations: [Int64]) throws -> [Opening] {
        let table = schema.conversation
        guard table.fields[.opened] != nil else { return [] }
        let statement = try RawStatement(
            db,
            """
            select \(schema.column(table, .opened, "")), \(schema.column(table, .role, "")),
              \(schema.column(table, .purpose, "")) from \(schema.name(table)) where \(schema.key(table, "")) = ?1
            """)
        var openings: [Opening] = []
        for id in conversations.sorted() {
            try statement.each(id) { row in
                guard let opened = TraceQuery.plausible(schema.seconds(row.optionalInt(0))) else { return }
                openings.append(
                    Opening(
                        opened: opened, role: Role(stored: row.string(1)), purpose: Purpose(stored: row.string(2))))
            }
        }
        return openings
    }
}

/// What a `ConversationTrace` is read from: column numbers stand here and nowhere else.
private struct TraceQuery {
    let schema: MappedSchema
    let conversations: String
    let messages: String

    init(schema: MappedSchema, purpose: Purpose?, asOf: Instant, _ db: Database) throws {
        self.schema = schema
        let (c, p, m) = (schema.conversation, schema.person, schema.message)
        let holds = try HoldConditions(schema: schema, asOf: asOf, db)
        let (key, person) = try (schema.key(c, "c"), schema.key(p, "p"))
        let opened = try schema.column(c, .opened, "c")
        let operatorColumn = schema.map.isNative ? "c.operator" : "null"
        let only = try purpose.map { "and \(try schema.column(c, .purpose, "c")) = '\($0.rawValue)'" } ?? ""
        conversations = try """
        select \(key), \(schema.column(c, .role, "c")), \(schema.column(c, .purpose, "c")), \(person),
          \(operatorColumn), \(opened), \(schema.column(c, .collected, "c")),
          \(schema.columnOrNull(c, .firstInbound, "c")), \(schema.columnOrNull(c, .responded, "c")),
          \(schema.columnOrNull(c, .closed, "c")), \(schema.columnOrNull(c, .closedBy, "c")) = 'silence',
          \(schema.columnOrNull(c, .decision, "c")), \(TraceQuery.reopens(schema)), \(TraceQuery.wishes(schema, asOf))
        from \(schema.name(c)) c cross join \(schema.name(p)) p on \(schema.join(c, "c", to: p, "p"))
        where \(opened) >= ?1 and \(opened) < ?2 \(only)
          and not \(holds.conversation(key, person, kind: .restriction))
        """
        messages = try """
        select \(schema.columnOrNull(m, .direction, "m")), \(schema.columnOrNull(m, .sent, "m")),
          \(schema.columnOrNull(m, .kind, "m"))
        from \(schema.name(m)) m where \(schema.belongs(m, to: c, key: "?1", alias: "m"))
        order by \(schema.column(m, .order, "m"))
        """
    }

    func trace(_ row: borrowing RawStatement.Row) -> ConversationTrace? {
        func instant(_ column: Int32) -> Instant? { Self.plausible(schema.seconds(row.optionalInt(column))) }
        guard let opened = instant(5) else { return nil }
        return ConversationTrace(
            role: Role(stored: row.string(1)), purpose: Purpose(stored: row.string(2)), person: row.int(3),
            operatorID: row.optionalInt(4), opened: opened, collected: instant(6), firstInbound: instant(7),
            responded: instant(8), closed: instant(9), closedBySilence: row.int(10) != 0, decision: instant(11),
            reopens: row.int(12) != 0, anyTime: row.int(13) != 0, refusedAt: instant(14),
            optedOut: row.optionalInt(15).map { $0 != 0 })
    }

    func message(_ row: borrowing RawStatement.Row) -> ConversationTrace.Message {
        ConversationTrace.Message(
            direction: .init(rawValue: Int(row.int(0))) ?? .oursAutomatic,
            sentAt: Self.plausible(schema.seconds(row.optionalInt(1))),
            isMedia: isMedia(row))
    }

    private func isMedia(_ row: borrowing RawStatement.Row) -> Bool {
        // The usual kind, without a string for each message.
        if row.isNull(2) || row.bytes(2).elementsEqual("text".utf8) { return false }
        return MessageKind(rawValue: row.string(2))?.isMedia ?? false
    }

    /// A time that cannot be is no time.
    static func plausible(_ seconds: Int64?) -> Instant? {
        seconds.map(Instant.init(seconds:)).flatMap {
            (Instant.earliestPlausible..<Instant.latestPlausible).contains($0) ? $0 : nil
        }
    }

    private static func reopens(_ schema: MappedSchema) throws -> String {
        let c = schema.conversation
        guard c.fields[.closed] != nil, let link = schema.link(c, to: schema.person) else { return "0" }
        let (opened, closed) = try (schema.column(c, .opened, "c"), schema.column(c, .closed, "b"))
        let person = MappedSchema.quoted(link.column)
        return try """
        exists(select 1 from \(schema.name(c)) b where b.\(person) = c.\(person)
          and \(schema.key(c, "b")) <> \(schema.key(c, "c"))
          and \(closed) <= \(opened) and \(closed) > \(opened) - \(7 * 86_400 * schema.perSecond))
        """
    }

    /// Whether the person asked to be informed at any hour, since when information is refused, and whether it was after
    /// this conversation. Only asked where it matters.
    private static func wishes(_ schema: MappedSchema, _ asOf: Instant) throws -> String {
        guard let wishes = try WishQuery(schema) else { return "0, null, null" }
        let isInformation = "case when \(try schema.column(schema.conversation, .purpose, "c")) = 'information' then"
        let refused = try wishes.refusedAfter(now: schema.units(asOf))
        return try """
        \(isInformation) \(wishes.lastWord("any-time-request", "1")) is not null else 0 end,
        \(isInformation) \(wishes.lastWord("information-opt-out", wishes.said())) end,
        \(refused.map { "\(isInformation) \($0) end" } ?? "null")
        """
    }
}

extension DataMap {
    /// Whether this is the product's own schema, of which more is known than a map says.
    var isNative: Bool { self == NativeSchema.map }
}
