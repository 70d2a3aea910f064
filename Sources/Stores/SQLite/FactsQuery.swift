import Conversations
import GRDB
import Planning
import StorePort

/// The select lists that `ConversationFacts` and `PersonFacts` are read from, in terms of the data map, and the
/// reading itself: column numbers stand here and nowhere else.
struct FactsQuery {
    private let schema: MappedSchema
    private let asOf: Instant
    /// The facts of conversations: `select ... from conversation c cross join person p on ...`, to be followed by a condition.
    let select: String
    /// The facts of all conversations of the person `?1`, own and as a participant of a group.
    let ofPerson: String
    /// The persons whose wake is not after `?1`: their columns begin at `personColumn`.
    let persons: String
    /// All persons with each of their own conversations, those of one person in a row; no conversation is a row with no
    /// key. To be followed by a condition, or by none.
    let personsWithOwn: String
    /// The condition on persons whose wake is not after `?1`.
    let waking: String
    /// Whether any conversation has further persons: where none has, a person's own conversations are all there are.
    let hasGroups: Bool

    init(schema: MappedSchema, asOf: Instant, _ db: Database) throws {
        (self.schema, self.asOf) = (schema, asOf)
        hasGroups = try schema.map.tables(.participant).contains {
            try Bool.fetchOne(db, sql: "select exists(select 1 from \(schema.name($0)))") ?? true
        }
        let holds = try HoldConditions(schema: schema, asOf: asOf, db)
        let before = try HoldConditions(schema: schema, asOf: asOf + -86_400, db)
        let c = schema.conversation
        let p = schema.person
        let personKey = try schema.key(p, "p")
        let key = try schema.key(c, "c")
        let columns = try [
            key, personKey, schema.column(c, .collected, "c"), schema.column(c, .lastInbound, "c"),
            FactsQuery.personClock(schema, hasGroups: hasGroups), schema.columnOrNull(c, .closed, "c"),
            schema.columnOrNull(c, .decision, "c"),
            schema.columnOrNull(p, .relationEnded, "p"), schema.column(c, .firstSeen, "c"),
            schema.column(c, .lastSeen, "c"), holds.conversation(key, personKey, kind: .hold),
            holds.conversation(key, personKey, kind: .restriction), schema.column(c, .messages, "c"),
            schema.column(c, .bytes, "c"), schema.column(c, .done, "c"), schema.column(c, .revision, "c"),
            schema.column(c, .role, "c"), schema.column(c, .purpose, "c"), schema.columnOrNull(c, .notice, "c"),
            "\(before.conversation(key, personKey, kind: .hold)) or \(before.conversation(key, personKey, kind: .restriction))",
        ].joined(separator: ", ")
        // CROSS JOIN keeps SQLite from starting at the persons.
        select = try """
        select \(columns)
        from \(schema.name(c)) c cross join \(schema.name(p)) p on \(schema.join(c, "c", to: p, "p"))
        """
        ofPerson = try FactsQuery.conversationsOfPerson(schema, select: select)
        let personColumns = try [
            personKey, schema.column(p, .firstSeen, "p"), schema.column(p, .done, "p"),
            holds.person(personKey, kind: .hold), holds.person(personKey, kind: .restriction),
            schema.column(p, .revision, "p"),
            "\(before.person(personKey, kind: .hold)) or \(before.person(personKey, kind: .restriction))",
        ].joined(separator: ", ")
        waking = "\(try schema.column(p, .floor, "p")) <= ?1"
        let nulls = Array(repeating: "null", count: Int(Self.personColumn)).joined(separator: ", ")
        persons = "select \(nulls), \(personColumns) from \(schema.name(p)) p where \(waking)"
        // A left join goes through the persons, so each has its rows one after the other.
        personsWithOwn = try """
        select \(columns), \(personColumns) from \(schema.name(p)) p
        left join \(schema.name(c)) c on \(schema.join(c, "c", to: p, "p"))
        """
    }

    /// The first column of a person's own facts.
    private static let personColumn: Int32 = 20

    func facts(_ row: borrowing RawStatement.Row) -> ConversationFacts {
        ConversationFacts(
            id: row.int(0), person: row.int(1), collected: schema.seconds(row.optionalInt(2)),
            lastInbound: schema.seconds(row.optionalInt(3)), personLastInbound: schema.seconds(row.optionalInt(4)),
            closed: schema.seconds(row.optionalInt(5)), decision: schema.seconds(row.optionalInt(6)),
            relationEnded: schema.seconds(row.optionalInt(7)),
            // A record that does not say when it was first seen is seen for the first time now: in grace.
            firstSeen: schema.seconds(row.optionalInt(8)) ?? asOf.seconds,
            lastSeen: schema.seconds(row.optionalInt(9)) ?? asOf.seconds, isHeld: row.int(10) != 0,
            isRestricted: row.int(11) != 0, wasHeld: row.int(19) != 0, messages: count(row.int(12)),
            bytes: count(row.int(13)),
            done: Actions(rawValue: row.int(14)), revision: row.int(15),
            notice: row.isNull(18) ? nil : CivilDate(row.string(18)))
    }

    /// A count as stored, kept within what sums can hold: a foreign store may hold anything.
    private func count(_ value: Int64) -> Int { Int(min(max(value, 0), 1 << 40)) }

    /// The stored role and purpose of the same row.
    func pair(_ row: borrowing RawStatement.Row) -> (role: String, purpose: String) { (row.string(16), row.string(17)) }

    /// The key of the person in a row of `persons` or `personsWithOwn`.
    func personKey(_ row: borrowing RawStatement.Row) -> Int64 { row.int(Self.personColumn) }

    func person(_ row: borrowing RawStatement.Row) -> PersonFacts {
        let first = Self.personColumn
        return PersonFacts(
            id: row.int(first), firstSeen: schema.seconds(row.optionalInt(first + 1)) ?? asOf.seconds,
            done: Actions(rawValue: row.int(first + 2)), isHeld: row.int(first + 3) != 0,
            isRestricted: row.int(first + 4) != 0, wasHeld: row.int(first + 6) != 0, revision: row.int(first + 5))
    }

    func conversation(_ row: borrowing RawStatement.Row) -> PersonFacts.Conversation? {
        guard !row.isNull(0) else { return nil }
        let (role, purpose) = pair(row)
        return .init(role: Role(stored: role), purpose: Purpose(stored: purpose), facts: facts(row))
    }

    /// The latest message from the person in any conversation, in a group from any of its persons. NULL, and so
    /// no date, where one of them cannot be known; for a person who never wrote, the conversation's own clock.
    private static func personClock(_ schema: MappedSchema, hasGroups: Bool) throws -> String {
        let own = try schema.column(schema.person, .lastInbound, "p")
        let conversation = try schema.column(schema.conversation, .lastInbound, "c")
        guard hasGroups, let group = schema.map.tables(.participant).first else {
            return "max(\(own), \(conversation))"
        }
        let others = try """
        (select case when count(*) = count(\(schema.column(schema.person, .lastInbound, "q")))
           then coalesce(max(\(schema.column(schema.person, .lastInbound, "q"))), 0) end
         from \(schema.name(group)) g join \(schema.name(schema.person)) q on \(schema.join(group, "g", to: schema.person, "q"))
         where \(schema.join(group, "g", to: schema.conversation, "c")))
        """
        return "max(\(own), \(conversation), \(others))"
    }

    private static func conversationsOfPerson(_ schema: MappedSchema, select: String) throws -> String {
        let c = schema.conversation
        let personKey = try schema.key(schema.person, "")
        let own = try schema.belongs(c, to: schema.person, key: "?1", alias: "c")
        guard let group = schema.map.tables(.participant).first else { return "\(select) where \(own)" }
        let link = schema.link(group, to: c)
        let target = MappedSchema.quoted(link?.target ?? personKey)
        let column = MappedSchema.quoted(link?.column ?? personKey)
        return try """
        \(select) where \(own) union all
        \(select) where c.\(target) in
          (select \(column) from \(schema.name(group)) where \(schema.belongs(group, to: schema.person, key: "?1")))
        """
    }
}
