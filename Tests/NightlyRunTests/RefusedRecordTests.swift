import Conversations
import Fixtures
import GRDB
import NightlyRun
import Planning
import Testing

/// A store may refuse a change by a constraint or a trigger of its own. One record that it keeps must not keep the
/// night from all others, nor from its scrub.
@Suite struct RefusedRecordTests {
    private let count = 9

    /// Nine conversations of nine persons, one of which the trigger speaks of.
    private func desk(on day: String, keeping trigger: (Int64) -> String) throws -> (desk: Desk, kept: Int64) {
        let desk = try Desk()
        let all = try (0..<count).map { number in
            try desk.conversation(
                of: desk.person("Personne \(number)", phone: "+3247000012\(number)"), on: day,
                texts: ["Appelez le 0470 00 01 2\(number)", "merci"])
        }
        try desk.database.write { db in try db.execute(sql: trigger(all[4])) }
        return (desk, all[4])
    }

    private func keep(_ event: String, _ id: Int64) -> String {
        "create trigger kept before \(event) when old.id = \(id) begin select raise(abort, 'kept'); end"
    }

    private func expectOneFailed(_ outcome: NightlyRun.Outcome, _ desk: Desk, line part: Actions) throws {
        let line = try #require(outcome.record.lines.first { $0.plan.actions.isSuperset(of: part) })
        #expect(line.plan.due.records == count && line.done == count - 1 && line.failed == 1)
        #expect(outcome.record.checks.allSatisfy { $0.failing == 0 })
        #expect(try desk.open(.reading).read { try $0.needsScrub() } == false)
        // What the run left is what the next one still finds, and it is told again.
        #expect(try desk.preview("2026-12-01").lines.contains { $0.due.records == 1 })
    }

    @Test func `one that cannot leave the store is not in its segment, and all others are`() throws {
        let (desk, kept) = try desk(on: "2025-01-10") { keep("delete on conversation", $0) }
        let outcome = try desk.run("2026-02-01")
        try expectOneFailed(outcome, desk, line: .archive)
        #expect(try desk.count(.conversation) == 1)
        let lines = try desk.segments().flatMap { try desk.archivedLines($0) }
        #expect(lines.count == count - 1 && !lines.contains { $0.contains("\"conversation\":\(kept),") })
        #expect(Set(outcome.record.segmentsWritten.map(\.name)).count == (try desk.segments().count))
    }

    @Test func `one whose text cannot be overwritten stays as it is, and all others are redacted`() throws {
        let (desk, kept) = try desk(on: "2025-01-10") {
            "create trigger kept before update of text on message when old.conversation = \($0) "
                + "begin select raise(abort, 'kept'); end"
        }
        let outcome = try desk.run("2025-08-01")
        let line = try #require(outcome.record.lines.first { $0.plan.actions.isRedacting })
        #expect(line.done == count - 1 && line.failed == 1)
        #expect(try desk.texts(of: kept).first??.contains("0470 00 01 24") == true)
        #expect(try desk.filesHolding("0470 00 01 23").isEmpty)
    }

    @Test func `one person who cannot be changed keeps no other`() throws {
        let (desk, _) = try desk(on: "2025-01-10") { _ in
            "create trigger kept before update of display_name on person when old.display_name = 'Personne 4' "
                + "begin select raise(abort, 'kept'); end"
        }
        // The persons' conversations are kept out of the archive by a later one, which is not due.
        desk.policy = try DeskPolicy.parsed(
            ("{ after: 12 months, pseudonymise: true, archive: true }", "{ after: 12 months, pseudonymise: true }"))
        let outcome = try desk.run("2026-02-01")
        let line = try #require(outcome.record.lines.first { $0.plan.actions == .pseudonymise })
        #expect(line.done == count - 1 && line.failed == 1)
    }
}
