import Conversations
import GRDB
import StorePort

/// The audit log in its table. Every change of the store appends its event inside its own transaction.
enum AuditChain {
    static func append(_ event: String, detail: String, at: Instant, _ db: Database) throws {
        let previous = try head(db)
        let hash = AuditEvent.hash(after: previous, at: at, event, detail)
        try db.execute(
            sql: "insert into retention_audit(at, event, detail, previous, hash) values (?, ?, ?, ?, ?)",
            arguments: [at.seconds, event, detail, previous, hash])
    }

    static func head(_ db: Database) throws -> String {
        try String.fetchOne(db, sql: "select hash from retention_audit order by seq desc limit 1")
            ?? anchor(db)?.hash ?? AuditEvent.origin
    }

    static func log(_ db: Database) throws -> AuditLog {
        let events = try Row.fetchAll(
            db, sql: "select seq, at, event, detail, previous, hash from retention_audit order by seq"
        ).map {
            try AuditEvent(
                seq: $0.get("seq"), at: Instant(seconds: $0.get("at")), event: $0.get("event"),
                detail: $0.get("detail"),
                previous: $0.get("previous"), hash: $0.get("hash"))
        }
        return AuditLog(anchor: try anchor(db), events: events)
    }

    private static func anchor(_ db: Database) throws -> AuditLog.Anchor? {
        try Row.fetchOne(db, sql: "select seq, hash from retention_audit_anchor where id = 1").map {
            try AuditLog.Anchor(seq: $0.get("seq"), hash: $0.get("hash"))
        }
    }

    /// Removes the events before `instant` and keeps the hash of the last of them. The newest event always stays.
    static func trim(before instant: Instant, at now: Instant, _ db: Database) throws -> Int {
        // Up to the first event that stays: a clock that was set back must not leave a gap.
        let last = try Row.fetchOne(
            db,
            sql: """
                select seq, hash from retention_audit
                where seq < coalesce((select min(seq) from retention_audit where at >= ?),
                                     (select max(seq) from retention_audit))
                order by seq desc limit 1
                """,
            arguments: [instant.seconds])
        guard let last else { return 0 }
        let (seq, hash): (Int, String) = (try last.get("seq"), try last.get("hash"))
        try db.execute(sql: "delete from retention_audit where seq <= ?", arguments: [seq])
        let removed = db.changesCount
        try db.execute(
            sql: "insert or replace into retention_audit_anchor(id, seq, hash) values (1, ?, ?)",
            arguments: [seq, hash])
        try append("log-trimmed", detail: "events \(removed) through \(seq)", at: now, db)
        return removed
    }
}
