import Conversations
import Fixtures
import Foundation
import GRDB
import Testing
import Verification

@testable import NightlyRun

/// What was decided and then altered in the store by hand.
@Suite struct DecisionsCheckTests {
    private func desk(_ edits: (String, String)...) throws -> Desk {
        let desk = try Desk(rehearsal: false, policy: DeskPolicy.parsed(edits))
        try desk.approve(at: "2025-01-01")
        try desk.conversation(of: desk.person(), on: "2025-01-10")
        for _ in 1...3 { try desk.hold(.conversation(1), at: "2025-01-12") }
        #expect(try desk.open().release(hold: 3, by: "Counsel", at: Desk.instant("2025-01-13")))
        return desk
    }

    private func check(_ desk: Desk) throws -> Check {
        let store = try desk.open(.reading)
        let (holds, approvals) = try store.read { try ($0.holds(), $0.approvals()) }
        return try DecisionsCheck(log: store.auditLog(), holds: holds, approvals: approvals).check
    }

    @Test(arguments: [
        "delete from retention_hold where id = 1", "update retention_hold set released_at = placed_at where id = 2",
        "update retention_hold set released_at = null where id = 3", "update retention_approval set by = 'x'",
        "update retention_approval set at = at - 86400", "update retention_approval set policy = '{}'",
        "delete from retention_approval",
        "insert into retention_approval(at, by, policy_hash, policy) values (1735700400, 'x', 'y', '{}')",
    ])
    func `a hold or an approval that was altered by hand is found`(change: String) throws {
        let desk = try desk()
        #expect(try check(desk).examined == 4 && check(desk).failing == 0)
        try desk.database.write { try $0.execute(sql: change) }
        #expect(try check(desk).failing == 1)
    }

    @Test func `what the log's own period took away is not asked for, and what it still tells is`() throws {
        let desk = try desk(("redaction:", "proof: { audit-log: 10 days }\nredaction:"))
        for night in ["2025-01-15", "2025-02-10"] { try desk.run(night) }
        #expect(try desk.open().auditLog().anchor != nil)
        #expect(try check(desk).failing == 0)
        let late = try Desk.instant("2025-02-11").seconds
        try desk.database.write {
            try $0.execute(sql: "update retention_hold set released_at = ? where id = 1", arguments: [late])
        }
        #expect(try check(desk).failing == 1)
    }

    @Test func `an approval whose event tells the policy's hash alone, as earlier versions wrote it, is known`() throws
    {
        let desk = try desk()
        let store = try desk.open(.reading)
        var log = try store.auditLog()
        let (holds, approvals) = try store.read { try ($0.holds(), $0.approvals()) }
        let at = try #require(log.events.firstIndex { $0.event == "policy-approved" })
        log.events[at].detail = approvals[0].policyHash
        #expect(DecisionsCheck(log: log, holds: holds, approvals: approvals).check.failing == 0)
    }
}
