import Conversations
import GRDB
import StorePort

/// What was done to the store.
extension SQLiteStore: EvidenceStore {
    package var map: DataMap { schema.map }
    package var isOwn: Bool { schema.map == NativeSchema.map }

    package func auditLog() throws -> AuditLog { try Self.translated { try queue.read(AuditChain.log) } }

    package func lastClockedEvent() throws -> Instant? {
        try Self.translated {
            try queue.read {
                try Int64.fetchOne(
                    $0, sql: "select at from retention_audit where event <> ? order by seq desc limit 1",
                    arguments: [AuditEvent.figuresFrozen])
            }
        }.map(Instant.init(seconds:))
    }

    package func trimAuditLog(before instant: Instant, at now: Instant) throws -> Int {
        let some = try Self.translated {
            try queue.read {
                try Bool.fetchOne(
                    $0, sql: "select exists(select 1 from retention_audit where at < ?)", arguments: [instant.seconds])
            }
        }
        guard some == true else { return 0 }
        return try write { try AuditChain.trim(before: instant, at: now, $0) }
    }

    package func nights() throws -> [FinishedNight] {
        try Self.translated {
            try queue.read { db in
                // A store that no newer version has written to yet lacks the column.
                let isKept = try db.columns(in: "retention_run").contains { $0.name == "exit_code" }
                return try Row.fetchAll(
                    db,
                    sql: """
                        select id, as_of, \(isKept ? "exit_code" : "null exit_code")
                        from retention_run where state = 'done' order by as_of, id
                        """)
            }
        }.map {
            try FinishedNight(
                run: $0.get("id"), asOf: Instant(seconds: $0.get("as_of")), exitCode: $0.get("exit_code") as Int?)
        }
    }

    package func lastScrub() throws -> Instant? {
        try Self.translated {
            try queue.read { try Int64.fetchOne($0, sql: "select at from retention_scrubbed where id = 1") }
        }.map(Instant.init(seconds:))
    }
}
