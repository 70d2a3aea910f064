import Conversations
import Policies
import Testing

@testable import Planning

@Suite struct PlanBuilderTests {
    private func builder(_ policy: Policy, on night: String) throws -> PlanBuilder {
        try PlanBuilder(judge: judge(policy, on: night))
    }

    // MARK: Counting

    @Test func `a due record adds its messages, bytes and date, others only themselves`() throws {
        var builder = try builder(policy([rule([step("1 month", .eraseAll)])]), on: "2025-03-01")
        let records = try [
            facts(collected: "2025-02-10", lastInbound: "2025-01-27"),
            facts(collected: "2025-01-31", lastInbound: "2025-01-31"),
            facts(lastInbound: "2025-01-31", isHeld: true), facts(lastInbound: "2025-01-31", isRestricted: true),
            facts(lastInbound: "2025-01-31", firstSeen: "2025-02-28"), facts(), facts(lastInbound: "2025-02-01"),
        ]
        let due = records.map { builder.add(role: .client, purpose: .question, $0) }
        #expect(due == [.eraseAll, .eraseAll, [], [], [], [], []])
        let expected = try PlanLine(
            rule: "client", subject: .conversations, actions: .eraseAll,
            due: Tally(records: 2, messages: 6, bytes: 100, oldest: local("2025-01-31")), inGrace: 1, held: 1,
            restricted: 1,
            undated: 1, overdue: 1, forecast: [2, 2, 2])  // the one in grace, and the one due tomorrow
        #expect(builder.finish() == [expected])
    }

    @Test func `the oldest date is one that can be used`() throws {
        var builder = try builder(policy([rule([step("1 month", .eraseAll)])]), on: "2025-03-01")
        var record = try facts(lastInbound: "2025-01-31")
        record.collected = 0
        _ = builder.add(role: .client, purpose: .question, record)
        #expect(builder.finish().map(\.due.oldest) == [nil])
    }

    @Test func `a record with nothing to count makes no line`() throws {
        var builder = try builder(policy([rule([step("12 months", .eraseAll)])]), on: "2025-03-01")
        #expect(try builder.add(role: .client, purpose: .question, facts(lastInbound: "2025-02-01")) == [])
        #expect(builder.finish().isEmpty)
    }

    @Test func `what is due of a person as a whole stands alone`() throws {
        var builder = try builder(
            policy([rule([step("1 month", .eraseProfilePhoto), step("12 months", .eraseAll)])]), on: "2026-02-01")
        #expect(try builder.add(person([facts(lastInbound: "2025-01-31")])) == .eraseAll)
        #expect(try builder.add(person([facts(lastInbound: "2025-12-31")])) == .eraseProfilePhoto)
        #expect(try builder.add(person([facts(lastInbound: "2025-12-31", isHeld: true)])) == [])
        let lines = builder.finish()
        #expect(lines.map(\.subject) == [.persons, .persons])
        #expect(lines.map(\.actions) == [.eraseProfilePhoto, .eraseAll])
        #expect(lines.map(\.due.records) == [1, 1])
        #expect(lines.map(\.held) == [1, 0])
        #expect(lines.allSatisfy { $0.rule == PlanBuilder.everyRule })
    }

    /// An oracle that knows only the terms of a rule and the due date of each: no cut-off, no night.
    private func isPast(_ line: Actions, _ rule: Rule, _ facts: ConversationFacts, _ judge: Judge) -> Bool {
        func dates(_ actions: Actions) -> [Instant] {
            Term.all(of: rule).compactMap { term in
                guard actions.isSubset(of: term.actions), term.unless.allSatisfy({ facts.value($0) == nil }),
                    let clock = facts.usable(term.clock, asOf: judge.asOf.seconds)
                else { return nil }
                return judge.deadline.due(Instant(seconds: clock), after: term.period)
            }
        }
        let ends = dates(.eraseAll)
        let isErased = ends.contains { $0 <= judge.asOf }
        guard !line.isSubset(of: facts.done), line == .eraseAll || !isErased else { return false }
        guard !line.contains(.archive) || !ends.isEmpty else { return false }
        return dates(line).contains { $0 <= judge.asOf }
    }

    @Test func `past their period are those due, in grace, held and restricted, on every line`() throws {
        var records = RandomRecords(seed: 45)
        var past = 0
        for policy in try RandomRecords.policies() {
            let rule = try #require(policy.rules.first)
            for _ in 0..<20 {
                let judge = try Judge(policy: policy, former: [], asOf: records.night(), calendar: brussels())
                var builder = PlanBuilder(judge: judge)
                var expected: [Actions: Int] = [:]
                for _ in 0..<100 {
                    let facts = records.conversation()
                    _ = builder.add(role: .client, purpose: .question, facts)
                    for line in Term.lines(of: rule) where isPast(line, rule, facts, judge) {
                        expected[line, default: 0] += 1
                    }
                }
                for line in builder.finish() {
                    let counted = line.due.records + line.inGrace + line.held + line.restricted
                    past += counted
                    try #require(counted == expected[line.actions, default: 0], "\(line.actions)")
                    #expect(line.overdue <= line.due.records)
                    #expect(line.forecast == line.forecast.sorted())
                }
                #expect(Set(builder.finish().map(\.actions)).isSuperset(of: expected.keys))
            }
        }
        #expect(past > 2_000)
    }

    // MARK: Segments and sources

    private func standing(_ endsOn: String) throws -> SegmentStanding {
        try judge(policy([]), on: "2026-03-30").standing(
            ofSegment: "client", endsOn: #require(CivilDate(endsOn)), nil, hold: (false, false))
    }

    @Test func `a segment is due on its end date, and overdue from the day after`() throws {
        func line(endsOn: String) throws -> PlanLine? {
            var builder = try builder(policy([]), on: "2026-03-30")
            try builder.add(segmentOf: "client", standing(endsOn), conversations: 4, messages: 9, bytes: 70)
            return builder.finish().first
        }
        let today = try #require(try line(endsOn: "2026-03-30"))
        #expect(today.due == Tally(records: 1, messages: 9, bytes: 70))
        #expect(today.overdue == 0)
        #expect(today.forecast == [0, 0, 0])
        #expect(try line(endsOn: "2026-03-29")?.overdue == 1)
        let tomorrow = try #require(try line(endsOn: "2026-03-31"))
        #expect(tomorrow.due.records == 0)
        #expect(tomorrow.forecast == [1, 1, 1])
        #expect(try line(endsOn: "2026-04-29")?.forecast == [1, 1, 1])
        #expect(try line(endsOn: "2026-04-30")?.forecast == [0, 1, 1])
        #expect(try line(endsOn: "2026-06-28")?.forecast == [0, 0, 1])
        #expect(try line(endsOn: "2026-06-29") == nil)
    }

    @Test func `sources are counted by their verdict`() throws {
        var builder = try builder(policy([]), on: "2026-03-30")
        builder.add(sourceOf: 10, verdict: .due(overdue: true))
        builder.add(sourceOf: 20, verdict: .due(overdue: false))
        builder.add(sourceOf: 40, verdict: .inGrace)
        builder.add(sourceOf: 80, verdict: .notDue)
        let expected = PlanLine(
            rule: "intake", subject: .sources, actions: .eraseAll, due: Tally(records: 2, bytes: 30), inGrace: 1,
            overdue: 1, forecast: [1, 1, 1])
        #expect(builder.finish() == [expected])
    }

    // MARK: Order

    @Test func `lines stand by subject, then by the policy's rules and steps`() throws {
        let archive = Actions.redactAll.union(.archive)
        let policy = try policy([
            rule(
                named: "z", roles: [.client],
                [step("1 month", .eraseMedia), step("2 months", archive), step("36 months", .eraseAll)]),
            rule(named: "a", [step("1 month", .redact(.address)), step("24 months", .eraseAll)]),
        ])
        var builder = try builder(policy, on: "2026-03-30")
        builder.add(sourceOf: 1, verdict: .inGrace)
        try builder.add(segmentOf: "a", standing("2026-03-30"), conversations: 1, messages: 1, bytes: 1)
        try builder.add(segmentOf: "gone", standing("2026-03-30"), conversations: 1, messages: 1, bytes: 1)
        try builder.add(segmentOf: "z", standing("2026-03-30"), conversations: 1, messages: 1, bytes: 1)
        _ = try builder.add(person([]))
        for role in [Role.prospect, .client] {
            for date in ["2020-01-01", "2025-12-31"] {
                _ = try builder.add(role: role, purpose: .question, facts(lastInbound: date))
            }
        }
        let lines = builder.finish()
        #expect(lines.map(\.rule) == ["z", "z", "z", "a", "a", "*", "z", "a", "gone", "intake"])
        #expect(lines.prefix(5).map(\.actions) == [.eraseMedia, archive, .eraseAll, .redact(.address), .eraseAll])
        let subjects: [PlanSubject] = lines.map(\.subject)
        #expect(
            subjects == Array(repeating: .conversations, count: 5) + [.persons] + Array(repeating: .segments, count: 3)
                + [.sources])
    }
}
