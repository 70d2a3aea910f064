import Conversations
import Fixtures
import GRDB
import StorePort
import Testing

@testable import SQLiteStore

struct AuditLogTests {
    /// A store with six events, one a month of 2025.
    private func desk() throws -> Desk {
        let desk = try Desk()
        for month in 1...3 {
            let at = try Desk.instant("2025-0\(month)-01")
            let run = try desk.open().beginRun(asOf: at, startedAt: at, policyHash: "p", planDigest: "d", lines: [])
            try desk.open().finishRun(run, at: at)
        }
        return desk
    }

    @Test func `the chain is whole, by the clock on the wall`() throws {
        let log = try desk().open().auditLog()
        #expect(log.events.map(\.event).prefix(2) == ["run-began", "run-finished"])
        #expect(log.events.count == 6 && log.broken == 0 && log.anchor == nil)
        #expect(try log.events[2].at == Desk.instant("2025-02-01"))
        #expect(log.holds(head: log.events[3].hash) && !log.holds(head: String(repeating: "1", count: 64)))
    }

    @Test(arguments: [
        "delete from retention_audit where seq = 3", "update retention_audit set detail = 'run 9' where seq = 2",
        "update retention_audit set at = at + 1 where seq = 4", "update retention_audit set seq = 9 where seq = 6",
        "delete from retention_audit where seq = 1",
    ])
    func `a removed, altered or moved event shows`(tampering: String) throws {
        let desk = try desk()
        try desk.database.write { try $0.execute(sql: tampering) }
        #expect(try desk.open().auditLog().broken > 0)
    }

    @Test func `what age takes away leaves the chain whole, and the head of what was is known`() throws {
        let desk = try desk()
        let before = try desk.open().auditLog()
        #expect(try desk.open().trimAuditLog(before: Desk.instant("2024-12-01"), at: Desk.instant("2025-04-01")) == 0)
        #expect(try desk.open().trimAuditLog(before: Desk.instant("2025-02-15"), at: Desk.instant("2025-04-01")) == 4)
        let log = try desk.open().auditLog()
        #expect(log.broken == 0 && log.events.count == 3 && log.anchor?.seq == 4)
        #expect(log.events.last?.detail == "events 4 through 4")
        #expect(log.holds(head: before.events[3].hash) && log.holds(head: before.head))
        // The newest event stays, whatever its age.
        #expect(try desk.open().trimAuditLog(before: Desk.instant("2030-01-01"), at: Desk.instant("2030-01-01")) == 2)
        #expect(try desk.open().auditLog().broken == 0)
        try desk.database.write { try $0.execute(sql: "update retention_audit_anchor set hash = 'x'") }
        #expect(try desk.open().auditLog().broken == 1)
    }
}
