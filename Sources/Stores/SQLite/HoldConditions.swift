import Conversations
import GRDB
import StorePort

/// SQL conditions that say whether a record is under a legal hold or a restriction. A released one still counts
/// for the days of its notice.
///
/// Where nothing is held or restricted at all, which is most nights, the conditions are the literal 0: then nothing is
/// looked for, record by record, that is not there.
struct HoldConditions {
    let schema: MappedSchema
    let asOf: Instant
    private let isAnyHeld: Bool

    init(schema: MappedSchema, asOf: Instant, _ db: Database) throws {
        (self.schema, self.asOf) = (schema, asOf)
        let restricted = schema.person.fields[.restricted].map { column in
            "or exists(select 1 from \(schema.name(schema.person)) where \(MappedSchema.quoted(column)) <> 0)"
        }
        isAnyHeld =
            try Bool.fetchOne(db, sql: "select exists(select 1 from retention_hold) \(restricted ?? "")") ?? true
    }

    /// Whether a hold stands on the conversation, its person or another person of the group.
    func conversation(_ key: String, _ personKey: String, kind: Hold.Kind) throws -> String {
        guard isAnyHeld else { return "0" }
        var conditions = ["exists(select 1 from retention_hold h where h.conversation = \(key) and \(active(kind)))"]
        conditions.append(try person(personKey, kind: kind))
        conditions.append("exists(select 1 from retention_hold h where \(try isInSpan("c")) and \(active(kind)))")
        if let group = schema.map.tables(.participant).first {
            let other = try schema.key(schema.person, "q")
            conditions.append(
                try """
                exists(select 1 from \(schema.name(group)) g
                  join \(schema.name(schema.person)) q on \(schema.join(group, "g", to: schema.person, "q"))
                  where \(schema.join(group, "g", to: schema.conversation, "c")) and (\(person(other, kind: kind, alias: "q"))))
                """)
        }
        return "(\(conditions.joined(separator: " or ")))"
    }

    /// Whether a hold stands on the person; a restriction may also be a mark on the person's own row.
    func person(_ key: String, kind: Hold.Kind, alias: String = "p") throws -> String {
        guard isAnyHeld else { return "0" }
        let placed = "exists(select 1 from retention_hold h where h.person = \(key) and \(active(kind)))"
        guard kind == .restriction else { return placed }
        return "(coalesce(\(schema.columnOrNull(schema.person, .restricted, alias)), 0) <> 0 or \(placed))"
    }

    /// Whether a hold stands on any conversation of the person with that key, own or of a group.
    func conversations(ofPerson key: String, kind: Hold.Kind) throws -> String {
        guard isAnyHeld else { return "0" }
        let c = schema.conversation
        let holder = try schema.key(schema.person, "p")
        let held = try conversation(schema.key(c, "c"), holder, kind: kind)
        let from = try """
        select 1 from \(schema.name(c)) c cross join \(schema.name(schema.person)) p
        on \(schema.join(c, "c", to: schema.person, "p"))
        """
        let own = try "exists(\(from) where \(schema.belongs(c, to: schema.person, key: key, alias: "c")) and \(held))"
        guard let group = schema.map.tables(.participant).first, let link = schema.link(group, to: c) else {
            return own
        }
        return try """
        (\(own) or exists(\(from) where c.\(MappedSchema.quoted(link.target)) in
          (select \(MappedSchema.quoted(link.column)) from \(schema.name(group))
           where \(schema.belongs(group, to: schema.person, key: key))) and \(held)))
        """
    }

    /// The keys of conversations that holds of a kind keep, whatever they were placed on. Goes through the holds and not
    /// through the conversations.
    func kept(_ kind: Hold.Kind) throws -> String {
        let (c, p) = (schema.conversation, schema.person)
        let key = try schema.key(c, "c")
        guard isAnyHeld else { return "select \(key) from \(schema.name(c)) c where 0" }
        let persons = try
            "select \(schema.key(p, "p")) from \(schema.name(p)) p where \(person(schema.key(p, "p"), kind: kind))"
        var parts = try [
            "select h.conversation from retention_hold h join \(schema.name(c)) c on \(key) = h.conversation where \(active(kind))",
            "select \(key) from retention_hold h join \(schema.name(c)) c on \(isInSpan("c")) where \(active(kind))",
            "select \(schema.key(c, "")) from \(schema.name(c)) where \(schema.belongs(c, to: p, keys: persons))",
        ]
        if let group = schema.map.tables(.participant).first, let link = schema.link(group, to: c) {
            parts.append(
                try """
                select \(key) from \(schema.name(c)) c where c.\(MappedSchema.quoted(link.target)) in
                  (select \(MappedSchema.quoted(link.column)) from \(schema.name(group)) where \(schema.belongs(group, to: p, keys: persons)))
                """)
        }
        return parts.joined(separator: " union ")
    }

    /// The keys of persons who are under holds of a kind, or one of whose conversations is, own or of a group.
    func keptPersons(_ kind: Hold.Kind) throws -> String {
        let (c, p) = (schema.conversation, schema.person)
        let key = try schema.key(p, "p")
        guard isAnyHeld else { return "select \(key) from \(schema.name(p)) p where 0" }
        let isKept = try "\(schema.key(c, "c")) in (\(kept(kind)))"
        var parts = try [
            "select \(key) from \(schema.name(p)) p where \(person(key, kind: kind))",
            """
            select \(key) from \(schema.name(c)) c join \(schema.name(p)) p on \(schema.join(c, "c", to: p, "p"))
            where \(isKept)
            """,
        ]
        if let group = schema.map.tables(.participant).first {
            parts.append(
                try """
                select \(key) from \(schema.name(c)) c
                  join \(schema.name(group)) g on \(schema.join(group, "g", to: c, "c"))
                  join \(schema.name(p)) p on \(schema.join(group, "g", to: p, "p")) where \(isKept)
                """)
        }
        return parts.joined(separator: " union ")
    }

    /// Whether the conversation `alias` has a message in the span of the hold `h`. One of which the dates are not
    /// known may have.
    func isInSpan(_ alias: String) throws -> String {
        let c = schema.conversation
        let last = try schema.column(c, .collected, alias)
        return """
            h.span_from is not null and coalesce(\(last) >= h.span_from * \(schema.perSecond), 1)
            and coalesce(\(schema.columnOrNull(c, .opened, alias)) < h.span_until * \(schema.perSecond), 1)
            """
    }

    private func active(_ kind: Hold.Kind) -> String { "h.kind = '\(kind.rawValue)' and \(counts)" }

    private var counts: String { Self.counts(asOf: asOf) }

    /// Whether the hold `h` still counts.
    static func counts(asOf: Instant) -> String {
        "(h.released_at is null or h.released_at > \(asOf.seconds - Int64(Hold.releaseNoticeDays) * 86_400))"
    }
}
