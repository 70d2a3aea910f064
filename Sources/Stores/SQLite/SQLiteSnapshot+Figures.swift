import Conversations
import GRDB
import StorePort

/// The reads that reports stand on.
extension SQLiteSnapshot {
    func stock() throws -> [StockRow] {
        let table = schema.conversation
        let role = try schema.column(table, .role, "")
        let purpose = try schema.column(table, .purpose, "")
        let person = schema.link(table, to: schema.person).map { MappedSchema.quoted($0.column) } ?? "null"
        let collected = try schema.column(table, .collected, "")
        // Every row is read: in the order of the table, and not of an index, row by row from anywhere in the file.
        return try Row.fetchAll(
            db,
            sql: """
                select \(role), \(purpose), count(*), sum(\(schema.column(table, .messages, ""))),
                  sum(\(schema.column(table, .bytes, ""))), count(distinct \(person)),
                  min(case when \(collected) >= \(schema.units(.earliestPlausible)) then \(collected) end)
                from \(schema.name(table)) not indexed group by 1, 2 order by 1, 2
                """
        ).map {
            try StockRow(
                role: $0.get(0), purpose: $0.get(1), conversations: $0.get(2), messages: $0.get(3) ?? 0,
                bytes: $0.get(4) ?? 0,
                persons: $0.get(5), oldest: schema.seconds($0.get(6)).map(Instant.init(seconds:)))
        }
    }

    func records(from first: Instant, until end: Instant) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                select record from retention_run
                where as_of >= ? and as_of < ? and state = 'done' and record is not null order by id
                """,
            arguments: [first.seconds, end.seconds])
    }

    func unfinishedRuns(from first: Instant, until end: Instant) throws -> [Instant] {
        try Int64.fetchAll(
            db, sql: "select as_of from retention_run where as_of >= ? and as_of < ? and state <> 'done' order by id",
            arguments: [first.seconds, end.seconds]
        ).map(Instant.init(seconds:))
    }
}
