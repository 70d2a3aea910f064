import Conversations
import GRDB
import Glibc
import StorePort

/// Rewriting the file so that nothing erased is left in it.
///
/// Erased rows leave copies in free pages, in gaps of pages that are in use, in search indexes and in the write-ahead
/// log. `secure_delete` alone reaches none of the last three: an index is merged to its end first, the log is emptied
/// before and after, and `VACUUM` writes every page anew.
extension SQLiteStore {
    /// Tries, and the wait after each that failed: doubled each time.
    private static let tries = 3
    private static let firstWait: UInt32 = 200_000

    package func scrub(at now: Instant) throws -> Bool {
        for attempt in 0..<Self.tries {
            if attempt > 0 { usleep(Self.firstWait << UInt32(attempt - 1)) }
            if try Self.translated({ try queue.writeWithoutTransaction { try rewrite($0, now) } }) { return true }
        }
        return false
    }

    /// False where another connection stood in the way. VACUUM writes its copy to the folder that the command named in
    /// SQLITE_TMPDIR before the first use of SQLite in this process.
    private func rewrite(_ db: Database, _ now: Instant) throws -> Bool {
        do {
            for table in try Self.searchIndexes(db) {
                let name = MappedSchema.quoted(table)
                try db.execute(sql: "insert into \(name)(\(name)) values ('optimize')")
            }
            guard try Self.emptyLog(db) else { return false }
            try Self.keepingRowIDs(db) { try db.execute(sql: "vacuum") }
            guard try Self.emptyLog(db) else { return false }
            try db.inTransaction(.immediate) {
                try db.execute(sql: "delete from retention_scrub")
                try db.execute(
                    sql: "insert or replace into retention_scrubbed(id, at) values (1, ?)", arguments: [now.seconds])
                return .commit
            }
            // What the log holds now is our own two rows.
            return true
        } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) {
            return false
        }
    }

    /// VACUUM numbers the rows of a table anew that has neither an integer primary key nor any index, and whatever refers
    /// to them by these numbers, such as a search index over the table, is wrong from then on. An index that no row is in
    /// keeps the numbers as they are.
    private static func keepingRowIDs(_ db: Database, _ body: () throws -> Void) throws {
        // Of a scrub that was stopped.
        try dropRowIDIndexes(db)
        let bare = try String.fetchAll(
            db,
            sql: """
                select name from pragma_table_list t where schema = 'main' and type = 'table' and wr = 0
                  and name not like 'sqlite~_%' escape '~'
                  and not exists(select 1 from pragma_table_info(t.name) where pk > 0 and lower(type) = 'integer')
                  and not exists(select 1 from pragma_index_list(t.name))
                """)
        for (number, table) in bare.enumerated() {
            try db.execute(
                sql: "create index \(rowIDIndex)\(number) on \(MappedSchema.quoted(table))(1) where 0")
        }
        try body()
        if !bare.isEmpty { try dropRowIDIndexes(db) }
    }

    private static let rowIDIndex = "retention_row_ids_"

    private static func dropRowIDIndexes(_ db: Database) throws {
        let names = try String.fetchAll(
            db, sql: "select name from sqlite_schema where type = 'index' and substr(name, 1, length(?1)) = ?1",
            arguments: [rowIDIndex])
        for name in names { try db.execute(sql: "drop index \(MappedSchema.quoted(name))") }
    }

    /// Whether the write-ahead log is empty now, or there is none. VACUUM succeeds beside a reader that keeps the log
    /// from being emptied, and everything stays in it: only the row that the pragma returns tells.
    private static func emptyLog(_ db: Database) throws -> Bool {
        guard try String.fetchOne(db, sql: "pragma journal_mode") == "wal" else { return true }
        guard let row = try Row.fetchOne(db, sql: "pragma wal_checkpoint(truncate)") else { return false }
        return try row.get(0) == 0
    }

    /// Full-text indexes of the database: they keep every word of an erased row until they are merged to the end.
    static func searchIndexes(_ db: Database) throws -> [String] {
        try Row.fetchAll(
            db, sql: "select name, sql from sqlite_schema where type = 'table' and sql like 'create virtual table%'"
        ).compactMap { row in
            let definition: String = try row.get("sql")
            let sql = definition.lowercased().split { $0 == " " || $0 == "\n" || $0 == "\t" }
            guard let using = sql.firstIndex(of: "using"), using + 1 < sql.count,
                ["fts3", "fts4", "fts5"].contains(where: sql[using + 1].hasPrefix)
            else { return nil }
            return try row.get("name")
        }
    }
}
