import Conversations
import Fixtures
import Foundation
import GRDB
import NightlyRun
import Testing
import Verification

/// Each check of the night fails when what it looks at is wrong.
@Suite struct VerifyStageTests {
    private func failing(_ outcome: NightlyRun.Outcome) -> [String] {
        outcome.record.checks.filter { $0.outcome == .failed }.map(\.id)
    }

    @Test func `a night with nothing to do proves nothing but that the store is sound and nothing is left`() throws {
        let outcome = try Desk().run("2026-02-01")
        let proven = outcome.record.checks.filter { $0.outcome == .proven }.map(\.id)
        #expect(proven == ["store-sound", "temporary-empty"] && failing(outcome).isEmpty)
    }

    @Test func `what came back after it was erased is seen`() throws {
        let desk = try Desk()
        try desk.conversation(of: desk.person(), "operator", "technical", on: "2025-01-10")
        try desk.database.write {
            try $0.execute(
                sql: """
                    create trigger undead after delete on conversation begin
                      insert into conversation(id, person, role, purpose, first_seen_at, last_seen_at)
                      values (old.id, old.person, old.role, old.purpose, 0, 0); end
                    """)
        }
        #expect(try failing(desk.run("2026-02-01")) == ["B12"])
    }

    @Test func `what vanished though it was only to be redacted is seen`() throws {
        let desk = try Desk()
        try desk.conversation(of: desk.person(), "unknown", on: "2025-01-10")
        try desk.database.write {
            try $0.execute(
                sql: """
                    create trigger greedy after update of done on conversation when new.done <> 0 begin
                      delete from message where conversation = new.id; delete from conversation where id = new.id; end
                    """)
        }
        #expect(try failing(desk.run("2025-05-01")).contains("B12"))
    }

    @Test func `an action that does not stay done is seen as left`() throws {
        let desk = try Desk()
        try desk.conversation(of: desk.person(), on: "2025-01-10")
        try desk.database.write {
            try $0.execute(
                sql: """
                    create trigger forgetful after update of done on conversation when new.done <> 0 begin
                      update conversation set done = 0 where id = new.id; end
                    """)
        }
        #expect(try failing(desk.run("2025-08-01")) == ["B1"])
    }

    /// One conversation is half a year old, and something is due of it; a second one is of last week.
    private func young() throws -> Desk {
        let desk = try Desk()
        try desk.conversation(of: desk.person(), on: "2025-01-10")
        try desk.conversation(of: desk.person(), on: "2025-07-25")
        return desk
    }

    @Test func `what is not due is read again after the night, and stays as it was`() throws {
        let outcome = try young().run("2025-08-01")
        let check = try #require(outcome.record.checks.first { $0.id == "B10" })
        #expect((check.examined, check.outcome) == (1, .proven))
    }

    @Test(arguments: [
        "update message set text = 'x' where conversation <> new.id",
        "delete from message where conversation <> new.id",
        "delete from message where conversation <> new.id; delete from conversation where id <> new.id",
        "update person set display_name = 'x' where id <> new.person",
    ])
    func `what changed though it was not due is seen`(_ change: String) throws {
        let desk = try young()
        try desk.database.write {
            try $0.execute(
                sql: "create trigger early after update of done on conversation when new.done <> 0 begin \(change); end"
            )
        }
        let check = try desk.run("2025-08-01").record.checks.first { $0.id == "B10" }
        #expect(check?.outcome == .failed)
    }

    @Test(arguments: StoreForm.allCases)
    func `what another program changes meanwhile is not held against the night`(form: StoreForm) throws {
        let desk = try Desk(form)
        try desk.conversation(of: desk.person(), on: "2025-01-10")
        for _ in 0..<2 { try desk.conversation(of: desk.person(), on: "2025-07-25") }
        nonisolated(unsafe) let shared = desk
        // Asked between two batches: a program uses the moment. Nobody but us writes to our own store.
        let outcome = try desk.run("2025-08-01") {
            let change =
                form == .native
                ? "update message set text = 'x' where conversation = 2"
                : "update lines set body = 'x' where chat_ref = 'conversation-2'"
            try? shared.database.write { try $0.execute(sql: change) }
            return false
        }
        let check = try #require(outcome.record.checks.first { $0.id == "B10" })
        #expect((check.examined, check.failing) == (form == .native ? (2, 1) : (1, 0)))
    }
}
