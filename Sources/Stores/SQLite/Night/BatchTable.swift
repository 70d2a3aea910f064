import Conversations
import GRDB
import StorePort

/// The records of one transaction, in a temporary table, so that one statement acts on all of them in the order of
/// their keys: a batch of ten thousand conversations costs a dozen statements and not a hundred thousand.
struct BatchTable {
    /// A query that gives the keys of the records.
    static let keys = "select id from temp.retention_batch_record"
    private let db: Database

    /// Empties the table and fills it.
    init(_ records: [RecordMark], _ db: Database) throws {
        self.db = db
        try db.execute(
            sql: """
                create temp table if not exists retention_batch_record(id integer primary key, revision integer not null);
                delete from temp.retention_batch_record;
                """)
        let insert = try RawStatement(
            db, "insert or ignore into temp.retention_batch_record(id, revision) values (?1, ?2)")
        for record in records { try insert.run(record.id, record.revision) }
    }

    /// Those of the records that are not what they were when their change was decided: gone, changed since, held or
    /// restricted.
    func changed(_ schema: MappedSchema, asOf: Instant) throws -> [Int64] {
        let c = schema.conversation
        let p = schema.person
        let holds = try HoldConditions(schema: schema, asOf: asOf, db)
        let (key, personKey) = try (schema.key(c, "c"), schema.key(p, "p"))
        let query = try RawStatement(
            db,
            """
            select b.id from temp.retention_batch_record b
            left join \(schema.name(c)) c on \(key) = b.id
            left join \(schema.name(p)) p on \(schema.join(c, "c", to: p, "p"))
            where \(personKey) is null or \(schema.column(c, .revision, "c")) is not b.revision
              or \(holds.conversation(key, personKey, kind: .hold))
              or \(holds.conversation(key, personKey, kind: .restriction))
            order by b.id
            """)
        var changed: [Int64] = []
        try query.each { changed.append($0.int(0)) }
        return changed
    }

    /// Takes records out of the batch.
    func leave(_ ids: [Int64]) throws {
        let delete = try RawStatement(db, "delete from temp.retention_batch_record where id = ?1")
        for id in ids { try delete.run(id) }
    }
}
