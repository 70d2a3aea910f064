import Conversations
import Crypto
import Foundation
import GRDB
import StorePort

/// Frozen figures as they are stored.
extension SQLiteSnapshot {
    func frozenSpans() throws -> [FrozenSpan] {
        var bodies: [Int64: [String]] = [:]
        for row in try Row.fetchAll(db, sql: "select span, body from retention_fact order by span, n") {
            try bodies[row.get(0), default: []].append(row.get(1))
        }
        return try Row.fetchAll(db, sql: "select * from retention_fact_span order by seq").map { row in
            try FrozenSpan(
                level: row.get("level"), name: row.get("name"), starts: Instant(seconds: row.get("starts_at")),
                ends: Instant(seconds: row.get("ends_at")), frozenAt: Instant(seconds: row.get("frozen_at")),
                facts: bodies[row.get("seq")] ?? [])
        }
    }

    func goneParts() throws -> Set<GonePart> {
        Set(
            try Row.fetchAll(db, sql: "select week, role, purpose from retention_fact_gone").map {
                try GonePart(week: $0.get(0), role: Role(stored: $0.get(1)), purpose: Purpose(stored: $0.get(2)))
            })
    }

    func isBacklogOpen() throws -> Bool {
        try Bool.fetchOne(db, sql: "select exists(select 1 from retention_backlog)") ?? false
    }

    func factChain() throws -> (spans: Int, broken: Int, head: String) {
        let hashes = try Row.fetchAll(db, sql: "select previous, hash from retention_fact_span order by seq")
        var (head, broken) = (AuditEvent.origin, 0)
        for (span, row) in zip(try frozenSpans(), hashes) {
            let (previous, hash): (String, String) = try (row.get("previous"), row.get("hash"))
            if previous != head || hash != FactChain.hash(span, after: head) { broken += 1 }
            head = hash
        }
        return (hashes.count, broken, head)
    }

    func factHead(ofSpansUntil end: Instant) throws -> String {
        try String.fetchOne(
            db, sql: "select hash from retention_fact_span where ends_at <= ? order by seq desc limit 1",
            arguments: [end.seconds]) ?? AuditEvent.origin
    }
}

/// The chain of frozen spans: each carries the hash of the one before.
enum FactChain {
    static func hash(_ span: FrozenSpan, after previous: String) -> String {
        let head = [
            previous, span.level, span.name, "\(span.starts.seconds)", "\(span.ends.seconds)",
            "\(span.frozenAt.seconds)",
        ]
        return AuditEvent.hash(of: head + span.facts)
    }
}

extension SQLiteStore {
    package func freeze(_ spans: [FrozenSpan], run: Int) throws {
        try write { db in
            var head =
                try String.fetchOne(db, sql: "select hash from retention_fact_span order by seq desc limit 1")
                ?? AuditEvent.origin
            for span in spans {
                let hash = FactChain.hash(span, after: head)
                try insert(span, run: run, previous: head, hash: hash, db)
                head = hash
            }
            guard let last = spans.last else { return }
            try AuditChain.append(
                AuditEvent.figuresFrozen, detail: "\(spans.count) spans to \(last.name) \(head)", at: last.frozenAt, db)
        }
    }

    private func insert(_ span: FrozenSpan, run: Int, previous: String, hash: String, _ db: Database) throws {
        try db.execute(
            sql: """
                insert into retention_fact_span(level, name, starts_at, ends_at, run, frozen_at, previous, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                span.level, span.name, span.starts.seconds, span.ends.seconds, run, span.frozenAt.seconds, previous,
                hash,
            ])
        let number = db.lastInsertedRowID
        for (n, body) in span.facts.enumerated() {
            try db.execute(
                sql: "insert into retention_fact(span, n, body) values (?, ?, ?)", arguments: [number, n, body])
        }
    }

    package func note(gone parts: Set<GonePart>) throws {
        try write { db in
            for part in parts {
                try db.execute(
                    sql: "insert or ignore into retention_fact_gone(week, role, purpose) values (?, ?, ?)",
                    arguments: [part.week, part.role.rawValue, part.purpose.rawValue])
            }
        }
    }

    package func setBacklog(open: Bool) throws {
        try write { db in
            try db.execute(
                sql: open
                    ? "insert or ignore into retention_backlog(open) values (1)" : "delete from retention_backlog")
        }
    }
}
