import Conversations
import Policies
import Testing

@testable import Planning

/// The grace after a policy change. Each policy here gives way on 2026-01-01 at noon: 14 days later is 2026-01-16.
@Suite struct FormerPolicyTests {
    private func gaveWay(_ policy: Policy, on date: String = "2026-01-01") throws -> FormerPolicy {
        try FormerPolicy(policy, until: local(date))
    }

    private func erasing(after period: String, since clock: RetentionClock = .lastInbound) throws -> Policy {
        try policy([rule(since: clock, [step(period, .eraseAll)])])
    }

    /// Asserts that a change keeps the record in grace to the last second of the fourteenth day, and that it is not
    /// overdue on the night on which the grace has ended.
    private func expectGrace(
        _ former: [FormerPolicy], _ policy: Policy, _ facts: ConversationFacts,
        location: SourceLocation = #_sourceLocation
    ) throws {
        func verdict(_ night: String, _ time: String) throws -> Judge.Verdict {
            try judge(policy, former: former, on: night, at: time).verdict(facts)
        }
        #expect(try verdict("2026-01-02", "00:00:00") == .inGrace, sourceLocation: location)
        #expect(try verdict("2026-01-15", "23:59:59") == .inGrace, sourceLocation: location)
        #expect(try verdict("2026-01-16", "00:00:00") == .due(overdue: false), sourceLocation: location)
        #expect(try verdict("2026-01-17", "00:00:00") == .due(overdue: true), sourceLocation: location)
    }

    @Test func `a shortened period waits for its grace`() throws {
        let facts = try facts(lastInbound: "2024-06-15")
        try expectGrace([gaveWay(erasing(after: "36 months"))], erasing(after: "12 months"), facts)
    }

    @Test func `what was due before the change stays due`() throws {
        let facts = try facts(lastInbound: "2022-06-15")
        let judge = try judge(
            erasing(after: "12 months"), former: [gaveWay(erasing(after: "36 months"))], on: "2026-01-02")
        #expect(try judge.verdict(facts) == .due(overdue: true))
    }

    @Test func `a lengthened period holds at once`() throws {
        let facts = try facts(lastInbound: "2024-06-15")
        let judge = try judge(
            erasing(after: "36 months"), former: [gaveWay(erasing(after: "12 months"))], on: "2026-01-02")
        #expect(try judge.verdict(facts) == .notDue)
    }

    @Test func `the first approval waits for its grace: nothing was due before`() throws {
        let nothing = try policy([])
        try expectGrace([gaveWay(nothing)], erasing(after: "12 months"), facts(lastInbound: "2022-06-15"))
    }

    @Test func `a rule that was deleted, so that another one applies, waits for its grace`() throws {
        let before = try policy([
            rule(named: "assistance", roles: [.client], purposes: [.assistance], [step("60 months", .eraseAll)]),
            rule(named: "everything", [step("6 months", .eraseAll)]),
        ])
        let after = try policy([rule(named: "everything", [step("6 months", .eraseAll)])])
        try expectGrace([gaveWay(before)], after, facts(lastInbound: "2024-06-15"))
    }

    @Test func `a clock that was changed waits for its grace`() throws {
        let facts = try facts(lastInbound: "2024-06-15", personLastInbound: "2025-12-01")
        try expectGrace(
            [gaveWay(erasing(after: "12 months", since: .personLastInbound))], erasing(after: "12 months"), facts)
    }

    @Test func `an otherwise that was added waits for its grace`() throws {
        let before = try policy([rule(since: .decision, [step("3 months", .eraseAll)])])
        let after = try policy([
            rule(
                since: .decision, otherwise: .init(since: .lastInbound, steps: [step("6 months", .eraseAll)]),
                [step("3 months", .eraseAll)])
        ])
        try expectGrace([gaveWay(before)], after, facts(lastInbound: "2024-06-15"))
    }

    @Test func `an action that was added waits for its grace, one that erasure would have taken does not`() throws {
        let after = try policy([rule([step("30 days", .eraseMedia), step("36 months", .eraseAll)])])
        let media = try facts(lastInbound: "2025-06-15")
        let added = try judge(after, former: [gaveWay(erasing(after: "36 months"))], on: "2026-01-02")
        #expect(added.verdicts(media) == [.inGrace, .notDue])
        let before = try gaveWay(erasing(after: "3 months"))
        #expect(try judge(after, former: [before], on: "2026-01-02").verdicts(media) == [.due(overdue: true), .notDue])
    }

    @Test func `two changes in one grace: due only where each policy made it due`() throws {
        let former = try [gaveWay(erasing(after: "36 months")), gaveWay(erasing(after: "12 months"), on: "2026-01-05")]
        let now = try erasing(after: "24 months")
        #expect(try judge(now, former: former, on: "2026-01-10").verdict(facts(lastInbound: "2023-06-15")) == .inGrace)
        #expect(
            try judge(now, former: former, on: "2026-01-16").verdict(facts(lastInbound: "2023-06-15"))
                == .due(overdue: false))
        #expect(
            try judge(now, former: former, on: "2026-01-10").verdict(facts(lastInbound: "2022-06-15"))
                == .due(overdue: true))
    }

    @Test func `an old change is forgotten`() throws {
        let former = try gaveWay(policy([]), on: "2025-06-01")
        #expect(
            try judge(erasing(after: "12 months"), former: [former], on: "2026-01-02")
                .verdict(facts(lastInbound: "2022-06-15")) == .due(overdue: true))
    }

    @Test func `a shortened grace does not hasten its own effect`() throws {
        let before = try policy(grace: "14 days", [rule([step("36 months", .eraseAll)])])
        let after = try policy(grace: "1 day", [rule([step("1 month", .eraseAll)])])
        let old = try facts(lastInbound: "2024-06-15")
        #expect(try judge(after, former: [gaveWay(before)], on: "2026-01-10").verdict(old) == .inGrace)
        let new = try facts(lastInbound: "2020-06-15", firstSeen: "2025-12-30")
        #expect(try judge(after, former: [gaveWay(before)], on: "2026-01-10").verdict(new) == .inGrace)
        #expect(try judge(after, former: [gaveWay(before)], on: "2026-01-16").verdict(old) == .due(overdue: false))
    }
}
