import Conversations
import Policies
import Testing

@testable import Planning

@Suite struct JudgeTests {
    private func monthly() throws -> Policy { try policy([rule([step("1 month", .eraseAll)])]) }

    // MARK: Dates

    @Test func `a message of 2025-01-31 is due on 2025-03-01 and not on 2025-02-28`() throws {
        let facts = try facts(lastInbound: "2025-01-31")
        #expect(try judge(monthly(), on: "2025-02-28", at: "23:59:59").verdict(facts) == .notDue)
        #expect(try judge(monthly(), on: "2025-03-01", at: "00:00:00").verdict(facts) == .due(overdue: false))
        #expect(try judge(monthly(), on: "2025-03-02", at: "00:00:00").verdict(facts) == .due(overdue: true))
    }

    /// On 2026-03-30 the day before had 23 hours; 2026-10-25 itself has 25.
    @Test(arguments: [
        ("2026-03-27", "2026-03-29", "00:00:00"), ("2026-03-27", "2026-03-29", "23:59:59"),
        ("2026-03-28", "2026-03-30", "00:30:00"), ("2026-10-23", "2026-10-25", "00:00:00"),
        ("2026-10-23", "2026-10-25", "23:30:00"), ("2026-10-24", "2026-10-26", "00:30:00"),
    ])
    func `overdue is what was due on the local day before, however long that day was`(
        _ clock: String, _ night: String, _ time: String
    ) throws {
        let policy = try policy([rule([step("1 day", .eraseAll)])])
        let facts = try facts(lastInbound: clock)
        #expect(try judge(policy, on: night, at: time).verdict(facts) == .due(overdue: false))
        let dayAfter = try #require(CivilDate(night)).adding(days: 1).description
        #expect(try judge(policy, on: dayAfter, at: time).verdict(facts) == .due(overdue: true))
        let dayBefore = try #require(CivilDate(night)).adding(days: -1).description
        #expect(try judge(policy, on: dayBefore, at: time).verdict(facts) == .notDue)
    }

    @Test(arguments: [RetentionClock.collected, .lastInbound, .personLastInbound, .closed, .decision, .relationEnded])
    func `a rule counts from the clock that it names and from no other`(_ clock: RetentionClock) throws {
        let old = "2024-01-10"
        let facts = try facts(
            collected: clock == .collected ? old : "2026-01-10",
            lastInbound: clock == .lastInbound ? old : "2026-01-10",
            personLastInbound: clock == .personLastInbound ? old : "2026-01-10",
            closed: clock == .closed ? old : "2026-01-10", decision: clock == .decision ? old : "2026-01-10",
            relationEnded: clock == .relationEnded ? old : "2026-01-10")
        for other in RetentionClock.allCases {
            let policy = try policy([rule(since: other, [step("12 months", .eraseAll)])])
            #expect(try judge(policy, on: "2026-01-20").isDue(facts) == (other == clock))
        }
    }

    @Test func `the first rule that matches applies`() throws {
        let policy = try policy([
            rule(named: "a", roles: [.client], purposes: [.question], [step("1 month", .eraseAll)]),
            rule(named: "b", roles: [.client], [step("2 months", .eraseAll)]),
            rule(named: "c", [step("3 months", .eraseAll)]),
        ])
        let judge = try judge(policy, on: "2026-01-20")
        #expect(judge.lines(role: .client, purpose: .question)?.rule.name == "a")
        #expect(judge.lines(role: .client, purpose: .assistance)?.rule.name == "b")
        #expect(judge.lines(role: .unknown, purpose: .assistance)?.rule.name == "c")
    }

    // MARK: No date

    @Test func `a record without a usable date is counted and never due`() throws {
        let never = try judge(monthly(), on: "2039-12-31")
        var record = try facts(collected: "2024-01-01")
        for value in [nil, 0, 1_230_767_999, 1_700_000_000_000, 1_700_000] as [Int64?] {
            record.lastInbound = value
            #expect(try never.verdict(record) == .undated)
        }
        #expect(try never.verdict(facts(lastInbound: "2024-01-02", lastSeen: "2024-01-01")) == .undated)
    }

    // MARK: Events

    private func application() throws -> Policy {
        try policy([
            rule(
                since: .decision, otherwise: .init(since: .lastInbound, steps: [step("6 months", .eraseAll)]),
                [step("3 months", .eraseAll)])
        ])
    }

    @Test func `an event that has not happened leaves the record to otherwise`() throws {
        let facts = try facts(lastInbound: "2025-08-31")
        #expect(try judge(application(), on: "2026-02-28").verdict(facts) == .notDue)
        #expect(try judge(application(), on: "2026-03-01").verdict(facts) == .due(overdue: false))
    }

    @Test func `an event that has happened replaces otherwise, also where that was earlier`() throws {
        let facts = try facts(lastInbound: "2024-01-01", decision: "2025-11-30")
        #expect(try judge(application(), on: "2026-02-28").verdict(facts) == .notDue)
        #expect(try judge(application(), on: "2026-03-01").verdict(facts) == .due(overdue: false))
    }

    @Test func `an event that lies ahead is waited for`() throws {
        let facts = try facts(lastInbound: "2024-01-01", decision: "2026-03-10")
        #expect(try judge(application(), on: "2026-03-01").verdict(facts) == .notDue)
        #expect(try judge(application(), on: "2026-06-11").verdict(facts) == .due(overdue: false))
    }

    @Test func `an event with an impossible date is not an event that has not happened`() throws {
        var facts = try facts(lastInbound: "2024-01-01")
        for value in [0, 1_700_000_000_000, -1] as [Int64] {
            facts.decision = value
            #expect(try judge(application(), on: "2039-12-31").verdict(facts) == .undated)
        }
    }

    @Test func `a step's own event and its otherwise hold for that step alone`() throws {
        let policy = try policy([
            rule([step("30 days", .eraseMedia, since: .closed, otherwise: .lastInbound), step("12 months", .eraseAll)])
        ])
        let open = try facts(lastInbound: "2026-01-01")
        let closed = try facts(lastInbound: "2026-01-01", closed: "2026-01-20")
        #expect(try judge(policy, on: "2026-02-01").verdicts(open) == [.due(overdue: false), .notDue])
        #expect(try judge(policy, on: "2026-02-19").verdicts(closed) == [.notDue, .notDue])
        #expect(try judge(policy, on: "2026-02-20").verdicts(closed) == [.due(overdue: false), .notDue])
    }

    @Test func `a step inside otherwise falls back to its own otherwise while neither event has happened`() throws {
        let branch = try Rule.Otherwise(
            since: .lastInbound,
            steps: [step("30 days", .eraseMedia, since: .closed, otherwise: .lastInbound), step("6 months", .eraseAll)])
        let policy = try policy([rule(since: .decision, otherwise: branch, [step("3 months", .eraseAll)])])
        let judge = try judge(policy, on: "2026-02-01")
        #expect(judge.lines(role: .client, purpose: .assistance)?.actions == [.eraseAll, .eraseMedia])
        #expect(try judge.verdicts(facts(lastInbound: "2026-01-01")) == [.notDue, .due(overdue: false)])
        #expect(try judge.verdicts(facts(lastInbound: "2026-01-01", closed: "2026-01-03")) == [.notDue, .notDue])
        #expect(try judge.verdicts(facts(lastInbound: "2026-01-01", decision: "2026-01-03")) == [.notDue, .notDue])
    }

    // MARK: Actions done

    @Test func `what is done is not due, and a late write makes it due again`() throws {
        let policy = try policy([rule([step("30 days", .eraseMedia), step("12 months", .eraseAll)])])
        let judge = try judge(policy, on: "2026-02-20")
        #expect(try judge.verdicts(facts(lastInbound: "2026-01-01", done: .eraseMedia)) == [.notDue, .notDue])
        // A write takes the actions back that were done: the record says none.
        #expect(try judge.verdicts(facts(lastInbound: "2026-01-01")) == [.due(overdue: true), .notDue])
    }

    @Test func `actions of which one is missing are due together`() throws {
        let both: Actions = [.eraseMedia, .redact(.phone)]
        let policy = try policy([rule([step("30 days", both), step("12 months", .eraseAll)])])
        let judge = try judge(policy, on: "2026-02-20")
        #expect(try judge.verdicts(facts(lastInbound: "2026-01-01", done: .eraseMedia))[0] == .due(overdue: true))
        #expect(try judge.verdicts(facts(lastInbound: "2026-01-01", done: both))[0] == .notDue)
    }

    @Test func `erasing all supersedes every other step`() throws {
        let policy = try policy([
            rule([step("30 days", .eraseMedia), step("6 months", .redactAll), step("12 months", .eraseAll)])
        ])
        let facts = try facts(lastInbound: "2025-01-15")
        #expect(
            try judge(policy, on: "2026-01-15").verdicts(facts) == [.due(overdue: true), .due(overdue: true), .notDue])
        #expect(try judge(policy, on: "2026-01-16").verdicts(facts) == [.notDue, .notDue, .due(overdue: false)])
    }

    // MARK: Archive

    @Test func `an archive ends on the night that would erase the conversation`() throws {
        let archive = Actions.redactAll.union([.archive, .pseudonymise])
        let policy = try policy([
            rule(
                since: .personLastInbound,
                [step("12 months", archive, since: .lastInbound), step("36 months", .eraseAll)])
        ])
        let facts = try facts(lastInbound: "2024-02-29", personLastInbound: "2024-08-31")
        let judge = try judge(policy, on: "2025-03-01")
        #expect(judge.verdicts(facts) == [.due(overdue: false), .notDue])
        #expect(judge.archiveEnd(role: .client, purpose: .assistance, facts)?.date.description == "2027-09-01")
    }

    @Test func `an archive without a knowable end is undated and not made`() throws {
        let policy = try policy([
            rule(
                since: .personLastInbound,
                [
                    step("12 months", Actions.redactAll.union(.archive), since: .lastInbound),
                    step("36 months", .eraseAll),
                ])
        ])
        var facts = try facts(lastInbound: "2024-01-01")
        facts.personLastInbound = nil
        let judge = try judge(policy, on: "2026-01-01")
        #expect(judge.verdicts(facts) == [.undated, .undated])
        #expect(judge.archiveEnd(role: .client, purpose: .assistance, facts) == nil)
    }

    // MARK: Holds and restrictions

    @Test func `a held or restricted record past its period is counted as that, and as nothing before`() throws {
        let due = try judge(monthly(), on: "2025-03-01")
        let early = try judge(monthly(), on: "2025-02-28")
        let held = try facts(lastInbound: "2025-01-31", isHeld: true)
        let restricted = try facts(lastInbound: "2025-01-31", isRestricted: true)
        #expect(try due.verdict(held) == .held)
        #expect(try due.verdict(restricted) == .restricted)
        #expect(try early.verdict(held) == .notDue)
        #expect(try early.verdict(restricted) == .notDue)
        #expect(try due.verdict(facts(lastInbound: "2025-01-31", isHeld: true, isRestricted: true)) == .held)
    }

    @Test func `a hold comes before the grace`() throws {
        let facts = try facts(lastInbound: "2025-01-31", firstSeen: "2025-02-27", isHeld: true)
        #expect(try judge(monthly(), on: "2025-03-01").verdict(facts) == .held)
    }

    // MARK: Sources

    /// Kept for a month after its import on 2026-02-28: to 2026-03-28, so due on 2026-03-29, a day of 23 hours.
    @Test func `a source is kept for its period, and overdue from the local day after`() throws {
        let imported = try local("2026-02-28")
        func verdict(_ night: String, _ time: String = "00:30:00", isHeld: Bool = false) throws -> Judge.Verdict {
            try judge(monthly(), on: night, at: time).sourceVerdict(importedAt: imported, isHeld: isHeld)
        }
        #expect(try verdict("2026-03-28", "23:59:59") == .notDue)
        #expect(try verdict("2026-03-29", "00:00:00") == .due(overdue: false))
        #expect(try verdict("2026-03-29", "23:59:59") == .due(overdue: false))
        #expect(try verdict("2026-03-30") == .due(overdue: true))
        #expect(try verdict("2026-03-30", isHeld: true) == .held)
        #expect(try verdict("2026-03-28", isHeld: true) == .notDue)
        let graced = try policy(grace: "2 months", [rule([step("1 month", .eraseAll)])])
        let waiting = try judge(graced, on: "2026-03-30").sourceVerdict(importedAt: imported, isHeld: false)
        #expect(waiting == .inGrace)
    }

    // MARK: Grace

    @Test func `what was first seen on 2026-01-01 is acted on from 2026-01-16`() throws {
        let facts = try facts(lastInbound: "2024-01-31", firstSeen: "2026-01-01")
        #expect(try judge(monthly(), on: "2026-01-02").verdict(facts) == .inGrace)
        #expect(try judge(monthly(), on: "2026-01-15", at: "23:59:59").verdict(facts) == .inGrace)
        #expect(try judge(monthly(), on: "2026-01-16", at: "00:00:00").verdict(facts) == .due(overdue: false))
        #expect(try judge(monthly(), on: "2026-01-17", at: "00:00:00").verdict(facts) == .due(overdue: true))
    }

    /// 2026-10-25 has 25 hours: fourteen times 24 hours would end the grace an hour early.
    @Test func `the grace counts local days over the change of the clocks`() throws {
        let facts = try facts(lastInbound: "2024-01-31", firstSeen: "2026-10-11")
        #expect(try judge(monthly(), on: "2026-10-25", at: "23:59:59").verdict(facts) == .inGrace)
        #expect(try judge(monthly(), on: "2026-10-26", at: "00:00:00").verdict(facts) == .due(overdue: false))
    }

    @Test func `what is in grace is not yet past its period before that`() throws {
        let facts = try facts(lastInbound: "2025-01-31", firstSeen: "2025-02-20")
        #expect(try judge(monthly(), on: "2025-02-28").verdict(facts) == .notDue)
        #expect(try judge(monthly(), on: "2025-03-01").verdict(facts) == .inGrace)
    }
}
