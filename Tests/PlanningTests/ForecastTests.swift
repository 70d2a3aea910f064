import Conversations
import Policies
import Testing

@testable import Planning

@Suite struct ForecastTests {
    private func forecast(_ policy: Policy, on night: String, at time: String = "02:30:00", _ facts: ConversationFacts)
        throws
        -> [[Bool]]
    {
        try judge(policy, on: night, at: time).forecast(role: .client, purpose: .assistance, facts)
    }

    /// Due on 2026-05-31.
    @Test(arguments: [
        ("2026-05-31", [false, false, false]), ("2026-05-30", [true, true, true]), ("2026-05-01", [true, true, true]),
        ("2026-04-30", [false, true, true]), ("2026-04-01", [false, true, true]), ("2026-03-31", [false, false, true]),
        ("2026-03-02", [false, false, true]), ("2026-03-01", [false, false, false]),
    ])
    func `each horizon counts what falls due by its night, and nothing that is due tonight`(
        _ night: String, _ expected: [Bool]
    ) throws {
        let policy = try policy([rule([step("1 month", .eraseAll)])])
        let record = try facts(lastInbound: "2026-04-30")
        for time in ["00:00:00", "23:59:59"] {
            #expect(try forecast(policy, on: night, at: time, record) == [expected])
        }
        #expect(try forecast(policy, on: "2026-05-02", facts(lastInbound: "2026-05-01")) == [[false, true, true]])
    }

    /// Due on 2026-10-26, the night after a day of 25 hours; 30 times 24 hours before it is 2026-09-26 at 01:00.
    @Test func `horizons are local days over the change of the clocks`() throws {
        let policy = try policy([rule([step("1 day", .eraseAll)])])
        let record = try facts(lastInbound: "2026-10-24")
        #expect(try forecast(policy, on: "2026-09-26", at: "00:00:00", record) == [[true, true, true]])
        #expect(try forecast(policy, on: "2026-09-25", at: "23:59:59", record) == [[false, true, true]])
        // And on 2026-03-30, the night after a day of 23 hours.
        let spring = try facts(lastInbound: "2026-03-28")
        #expect(try forecast(policy, on: "2026-02-27", at: "23:30:00", spring) == [[false, true, true]])
        #expect(try forecast(policy, on: "2026-02-28", at: "00:00:00", spring) == [[true, true, true]])
    }

    @Test func `a step is forecast up to the erasure that supersedes it`() throws {
        let policy = try policy([
            rule(since: .collected, [step("1 month", .eraseMedia, since: .lastInbound), step("2 months", .eraseAll)])
        ])
        // Media on 2026-05-31, all on 2026-06-16: both within the same 30 days.
        let record = try facts(collected: "2026-04-15", lastInbound: "2026-04-30")
        #expect(try forecast(policy, on: "2026-05-20", record) == [[true, true, true], [true, true, true]])
        // All on 2026-05-31 as well: the media go with it.
        let same = try facts(collected: "2026-03-30", lastInbound: "2026-04-30")
        #expect(try forecast(policy, on: "2026-05-20", same) == [[false, false, false], [true, true, true]])
        // All on 2026-07-02: later horizons still count the media.
        let later = try facts(collected: "2026-05-01", lastInbound: "2026-04-30")
        #expect(try forecast(policy, on: "2026-05-20", later) == [[true, true, true], [false, true, true]])
    }

    @Test func `what is done, undated or cannot end is not forecast`() throws {
        let archive = Actions.redactAll.union(.archive)
        let policy = try policy([
            rule(
                since: .personLastInbound,
                [step("1 month", archive, since: .lastInbound), step("12 months", .eraseAll)])
        ])
        let none = [[false, false, false], [false, false, false]]
        #expect(try forecast(policy, on: "2026-05-20", facts(lastInbound: "2026-04-30")) == none)
        #expect(try forecast(policy, on: "2026-05-20", facts(personLastInbound: "2026-04-30")) == none)
        #expect(
            try forecast(
                policy, on: "2026-05-20",
                facts(lastInbound: "2026-04-30", personLastInbound: "2026-04-30", done: archive)) == none)
    }

    @Test func `a person is forecast at the latest of the due dates`() throws {
        let judge = try judge(policy([rule([step("1 month", .eraseAll)])]), on: "2026-04-30")
        let two = try person([facts(lastInbound: "2026-04-30"), facts(lastInbound: "2026-03-01")])
        #expect(judge.forecast(.pseudonymise, of: two).all == [false, true, true])
        #expect(
            try judge.forecast(.pseudonymise, of: person([facts(lastInbound: "2026-03-01")])).all == [
                false, false, false,
            ])
        #expect(try judge.forecast(.pseudonymise, of: person([])).all == [false, false, false])
        let done = try person(done: .pseudonymise, [facts(lastInbound: "2026-04-30")])
        #expect(judge.forecast(.pseudonymise, of: done).all == [false, false, false])
    }

    @Test func `the forecast of a night is what is due on its horizons and not yet`() throws {
        var records = RandomRecords(seed: 44)
        var seen = 0
        for policy in try RandomRecords.policies() {
            let calendar = try brussels()
            for _ in 0..<20 {
                let asOf = records.night()
                func judge(_ days: Int) -> Judge {
                    let date = calendar.date(of: asOf).adding(days: days)
                    return Judge(
                        policy: policy, former: [], asOf: calendar.startOfDay(date) + 7_200, calendar: calendar)
                }
                let nights = [0, 30, 60, 90].map(judge)
                for _ in 0..<50 {
                    var facts = records.conversation()
                    // The erasure in between would hide what fell due before it, and a clock ahead comes into view later.
                    (facts.isHeld, facts.isRestricted, facts.firstSeen) = (false, false, 1_600_000_000)
                    facts.personLastInbound = facts.personLastInbound.map { min($0, 1_735_000_000) }
                    let verdicts = nights.map { $0.verdicts(role: .client, purpose: .question, facts) }
                    for (line, falls) in nights[0].forecast(role: .client, purpose: .question, facts).enumerated() {
                        func isDue(_ night: Int) -> Bool {
                            if case .due = verdicts[night][line] { true } else { false }
                        }
                        for night in 1...3 where isDue(night) && !isDue(0) {
                            seen += 1
                            try #require(falls[night - 1])
                        }
                        try #require(!(isDue(0) && falls.contains(true)))
                        try #require(falls == falls.sorted { !$0 && $1 })
                    }
                }
            }
        }
        #expect(seen > 500)
    }
}
