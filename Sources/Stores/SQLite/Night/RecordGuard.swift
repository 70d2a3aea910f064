import Conversations
import GRDB
import StorePort

/// Says, inside the writing transaction, whether a record is still what it was when its change was decided: its
/// revision the same, no hold and no restriction on it or its person.
struct RecordGuard {
    private let statement: RawStatement

    init(conversations schema: MappedSchema, asOf: Instant, _ db: Database) throws {
        let c = schema.conversation
        let p = schema.person
        let holds = try HoldConditions(schema: schema, asOf: asOf, db)
        let key = try schema.key(c, "c")
        let personKey = try schema.key(p, "p")
        statement = try RawStatement(
            db,
            """
            select \(schema.column(c, .revision, "c")), \(holds.conversation(key, personKey, kind: .hold))
                or \(holds.conversation(key, personKey, kind: .restriction)), \(schema.column(c, .done, "c"))
            from \(schema.name(c)) c cross join \(schema.name(p)) p on \(schema.join(c, "c", to: p, "p"))
            where \(key) = ?1
            """)
    }

    /// A hold or a restriction on one of a person's conversations keeps the person's own data as well.
    init(persons schema: MappedSchema, asOf: Instant, _ db: Database) throws {
        let p = schema.person
        let holds = try HoldConditions(schema: schema, asOf: asOf, db)
        let key = try schema.key(p, "p")
        statement = try RawStatement(
            db,
            """
            select \(schema.column(p, .revision, "p")), \(holds.person(key, kind: .hold))
                or \(holds.person(key, kind: .restriction)) or \(holds.conversations(ofPerson: "?1", kind: .hold))
                or \(holds.conversations(ofPerson: "?1", kind: .restriction)), \(schema.column(p, .done, "p"))
            from \(schema.name(p)) p where \(key) = ?1
            """)
    }

    /// The actions done so far on an unchanged record; nil where it changed, is held or is gone.
    func unchanged(_ record: RecordMark) throws -> Actions? {
        var done: Actions?
        try statement.each(record.id) { row in
            if row.int(0) == record.revision && row.int(1) == 0 { done = Actions(rawValue: row.int(2)) }
        }
        return done
    }

    /// Whether a hold or a restriction keeps the record as it is.
    func isHeld(_ id: Int64) throws -> Bool {
        var isHeld = false
        try statement.each(id) { row in isHeld = row.int(1) != 0 }
        return isHeld
    }
}
