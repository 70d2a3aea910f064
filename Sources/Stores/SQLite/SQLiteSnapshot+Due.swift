import Conversations
import GRDB
import Planning
import StorePort

/// The reads that planning stands on. Their cost follows what may be due: groups by a loose walk over the
/// planning index, conversations by a range of it, persons by `wake`.
extension SQLiteSnapshot {
    func groups() throws -> [ConversationGroup] {
        let table = schema.name(schema.conversation)
        let role = try schema.column(schema.conversation, .role, "")
        let purpose = try schema.column(schema.conversation, .purpose, "")
        let done = try schema.column(schema.conversation, .done, "")
        let head = "select \(role), \(purpose), \(done) from \(table)"
        let tail = "order by \(role), \(purpose), \(done) limit 1"

        // Three statements and not one comparison of row values: each of these is one step down the index.
        func next(after group: ConversationGroup) throws -> Row? {
            try Row.fetchOne(
                db, sql: "\(head) where \(role) = ? and \(purpose) = ? and \(done) > ? \(tail)",
                arguments: [group.role, group.purpose, group.done.rawValue])
                ?? Row.fetchOne(
                    db, sql: "\(head) where \(role) = ? and \(purpose) > ? \(tail)",
                    arguments: [group.role, group.purpose])
                ?? Row.fetchOne(db, sql: "\(head) where \(role) > ? \(tail)", arguments: [group.role])
        }

        var groups: [ConversationGroup] = []
        var row = try Row.fetchOne(db, sql: "\(head) \(tail)")
        while let found = row {
            let group = try group(found)
            groups.append(group)
            row = try next(after: group)
        }
        return groups
    }

    /// A key of another type than the map says would be passed over by every query that asks for it.
    private func group(_ row: Row) throws -> ConversationGroup {
        let fields: [DataMap.Field] = [.role, .purpose, .done]
        for (index, field) in fields.enumerated() {
            let value: DatabaseValue = row[index]
            switch value.storage {
            case .string where field != .done: continue
            case .int64 where field == .done: continue
            default:
                let table = schema.conversation
                throw StoreError(
                    .map,
                    "\(table.name).\(table.fields[field] ?? "") holds \(field == .done ? "what is no integer" : "what is no text")",
                    remedy: "write \(field == .done ? "0" : "'unknown'") where nothing is known")
            }
        }
        return try ConversationGroup(role: row.get(0), purpose: row.get(1), done: Actions(rawValue: row.get(2)))
    }

    func eachConversation(
        in group: ConversationGroup, floorBefore bound: Instant?, asOf: Instant,
        _ body: (ConversationFacts) throws -> Void
    ) throws {
        let table = schema.conversation
        let query = try FactsQuery(schema: schema, asOf: asOf, db)
        let statement = try RawStatement(
            db,
            """
            \(query.select)
            where \(schema.column(table, .done, "c")) = ?1 and \(schema.column(table, .floor, "c")) < ?2
              and \(schema.column(table, .role, "c")) = ?3 and \(schema.column(table, .purpose, "c")) = ?4
            """)
        try statement.set(3, to: group.role)
        try statement.set(4, to: group.purpose)
        try statement.each(group.done.rawValue, bound.map(schema.units) ?? Int64.max) { try body(query.facts($0)) }
    }

    func conversation(_ id: Int64, asOf: Instant) throws -> (group: ConversationGroup, facts: ConversationFacts)? {
        let query = try FactsQuery(schema: schema, asOf: asOf, db)
        let statement = try RawStatement(db, "\(query.select) where \(schema.key(schema.conversation, "c")) = ?1")
        var found: (ConversationGroup, ConversationFacts)?
        try statement.each(id) { row in
            let facts = query.facts(row)
            let (role, purpose) = query.pair(row)
            found = (ConversationGroup(role: role, purpose: purpose, done: facts.done), facts)
        }
        return found
    }

    func eachPerson(wakingBy bound: Instant?, asOf: Instant, _ body: (PersonFacts) throws -> Void) throws {
        let query = try FactsQuery(schema: schema, asOf: asOf, db)
        let bound = bound.map(schema.units) ?? Int64.max
        guard query.hasGroups else {
            let waking = try RawStatement(db, "\(query.personsWithOwn) where \(query.waking)")
            return try eachPersonWithOwn(query, waking, [bound], body)
        }
        let own = try RawStatement(db, query.ofPerson)
        try RawStatement(db, query.persons).each(bound) { row in
            var person = query.person(row)
            try own.each(person.id) { row in
                if let conversation = query.conversation(row) { person.conversations.append(conversation) }
            }
            try body(person)
        }
    }

    func eachPersonWithOwn(asOf: Instant, _ body: (PersonFacts) throws -> Void) throws -> Bool {
        let query = try FactsQuery(schema: schema, asOf: asOf, db)
        guard !query.hasGroups else { return false }
        // A key of another type stops this read as it stops the one group by group.
        _ = try groups()
        let all = try RawStatement(db, query.personsWithOwn)
        try eachPersonWithOwn(query, all, [], body)
        return true
    }

    private func eachPersonWithOwn(
        _ query: FactsQuery, _ statement: RawStatement, _ arguments: [Int64?], _ body: (PersonFacts) throws -> Void
    ) throws {
        var person: PersonFacts?
        try statement.each(arguments) { row in
            if let complete = person, complete.id != query.personKey(row) {
                try body(complete)
                person = nil
            }
            if person == nil { person = query.person(row) }
            if let conversation = query.conversation(row) { person?.conversations.append(conversation) }
        }
        if let person { try body(person) }
    }
}
