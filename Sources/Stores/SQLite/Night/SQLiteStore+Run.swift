import Conversations
import GRDB
import Planning
import StorePort

/// The run's own state: which night, in which phase, approved by whom.
extension SQLiteStore: NightStore {
    package func read<T>(_ body: (any StoreSnapshot) throws -> T) throws -> T {
        try Self.translated {
            try queue.read { db in try body(SQLiteSnapshot(db: db, schema: schema)) }
        }
    }

    /// One durable transaction that takes the write lock at once, so that what it re-checks stays true.
    func write<T>(_ body: (Database) throws -> T) throws -> T {
        try Self.translated { try queue.inDatabase { try Self.transaction($0, body) } }
    }

    private static func transaction<T>(_ db: Database, _ body: (Database) throws -> T) throws -> T {
        var result: T?
        try db.inTransaction(.immediate) {
            result = try body(db)
            return .commit
        }
        guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return result
    }

    /// The same where conversations leave with all that belongs to them. In our own store nothing else can point to what
    /// goes, so SQLite need not look, row by row, for what does: that takes as long as erasing.
    func writeRemoval<T>(_ body: (Database) throws -> T) throws -> T {
        try Self.translated {
            try queue.inDatabase { db in
                guard try isOwn && ConversationErasure.takesAllThatPoints(schema, db) else {
                    return try Self.transaction(db, body)
                }
                try db.execute(sql: "pragma foreign_keys = off")
                let result = Result { try Self.transaction(db, body) }
                try db.execute(sql: "pragma foreign_keys = on")
                try Self.assertSettings(db, [("foreign_keys", 1)])
                return try result.get()
            }
        }
    }

    package func beginRun(
        asOf: Instant, startedAt: Instant, policyHash: String, planDigest: String, lines: [PlanLine]
    ) throws -> Int {
        try write { db in
            try db.execute(
                sql: """
                    insert into retention_run(state, as_of, started_at, policy_hash, plan_digest)
                    values ('working', ?, ?, ?, ?)
                    """,
                arguments: [asOf.seconds, startedAt.seconds, policyHash, planDigest])
            let run = Int(db.lastInsertedRowID)
            try RunLines(db).plan(lines, of: run)
            try AuditChain.append("run-began", detail: "run \(run) plan \(planDigest)", at: startedAt, db)
            return run
        }
    }

    package func setPhase(_ phase: RunState.Phase, of run: Int) throws {
        try write { db in
            try db.execute(sql: "update retention_run set state = ? where id = ?", arguments: [phase.rawValue, run])
        }
    }

    package func saveRecord(_ record: String, of run: Int) throws {
        try write { db in
            try db.execute(
                sql: "update retention_run set state = 'report', record = ? where id = ?", arguments: [record, run])
        }
    }

    package func finishRun(_ run: Int, at: Instant) throws {
        try write { db in
            try db.execute(
                sql: "update retention_run set state = 'done', finished_at = ? where id = ?",
                arguments: [at.seconds, run])
            try RunLines(db).forget(until: run)
            try AuditChain.append(AuditEvent.runFinished, detail: "run \(run)", at: at, db)
        }
    }

    package func keep(exitCode: Int32, of run: Int) throws {
        try write { db in
            try db.execute(sql: "update retention_run set exit_code = ? where id = ?", arguments: [exitCode, run])
        }
    }

    package func approve(_ approval: Approval) throws {
        try write { db in
            try db.execute(
                sql: "insert into retention_approval(at, by, policy_hash, policy) values (?, ?, ?, ?)",
                arguments: [approval.at.seconds, approval.by, approval.policyHash, approval.policy])
            try AuditChain.append(AuditEvent.policyApproved, detail: approval.auditDetail, at: approval.at, db)
        }
    }

    package func resetBounds(_ basis: BoundsBasis, floors: Bool, wakes: Bool) throws {
        try write { db in
            if floors {
                let floor = try schema.column(schema.conversation, .floor, "")
                try db.execute(sql: "update \(schema.name(schema.conversation)) set \(floor) = 0 where \(floor) <> 0")
            }
            if wakes {
                let wake = try schema.column(schema.person, .floor, "")
                try db.execute(sql: "update \(schema.name(schema.person)) set \(wake) = 0 where \(wake) <> 0")
            }
            try db.execute(
                sql: "insert or replace into retention_planning(id, since_by_pair, wake_hash) values (1, ?, ?)",
                arguments: [basis.clocks, basis.wakes])
        }
    }

    package func raise(floors: [Bound], wakes: [Bound]) throws {
        guard !floors.isEmpty || !wakes.isEmpty else { return }
        try write { db in
            try raise(schema.conversation, floors, db)
            try raise(schema.person, wakes, db)
        }
    }

    private func raise(_ table: DataMap.Table, _ bounds: [Bound], _ db: Database) throws {
        let statement = try RawStatement(
            db,
            """
            update \(schema.name(table)) set \(schema.column(table, .floor, "")) = ?1
            where \(schema.key(table, "")) = ?2 and \(schema.column(table, .revision, "")) = ?3
              and \(schema.column(table, .floor, "")) <> ?1
            """)
        for bound in bounds { try statement.run(schema.units(bound.to), bound.record.id, bound.record.revision) }
    }

    package func quickCheck() throws -> Bool {
        try Self.translated {
            try queue.read { db in try String.fetchOne(db, sql: "pragma quick_check(1)") == "ok" }
        }
    }

    package func fileBytes() throws -> Int {
        try Self.translated {
            try queue.read { db in
                let pages = try Int.fetchOne(db, sql: "pragma page_count") ?? 0
                return try pages * (Int.fetchOne(db, sql: "pragma page_size") ?? 0)
            }
        }
    }
}
