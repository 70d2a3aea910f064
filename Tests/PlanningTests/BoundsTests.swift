import Conversations
import Policies
import Testing

@testable import Planning

@Suite struct BoundsTests {
    private func judge(_ policy: Policy, _ asOf: Instant) throws -> Judge {
        try Judge(policy: policy, former: [], asOf: asOf, calendar: brussels())
    }

    // MARK: Floor

    @Test func `a floor is the least clock of what is missing`() throws {
        let policy = try policy([
            rule(since: .collected, [step("1 month", .eraseMedia, since: .lastInbound), step("12 months", .eraseAll)])
        ])
        let judge = try judge(policy, local("2026-01-01"))
        func floor(_ facts: ConversationFacts) -> Instant? { judge.floor(role: .client, purpose: .question, facts) }
        #expect(try floor(facts(collected: "2025-06-01", lastInbound: "2025-05-01")) == local("2025-05-01"))
        #expect(
            try floor(facts(collected: "2025-06-01", lastInbound: "2025-05-01", done: .eraseMedia))
                == local("2025-06-01"))
        #expect(try floor(facts(collected: "2025-06-01")) == nil)
        #expect(try floor(facts(collected: "2025-06-01", done: .eraseMedia)) == local("2025-06-01"))
    }

    @Test func `an event that has not happened does not keep a floor down`() throws {
        let branch = try Rule.Otherwise(since: .lastInbound, steps: [step("6 months", .eraseAll)])
        let policy = try policy([rule(since: .decision, otherwise: branch, [step("3 months", .eraseAll)])])
        let judge = try judge(policy, local("2026-01-01"))
        func floor(_ facts: ConversationFacts) -> Instant? { judge.floor(role: .client, purpose: .question, facts) }
        #expect(try floor(facts(lastInbound: "2025-12-01")) == local("2025-12-01"))
        #expect(try floor(facts(lastInbound: "2025-12-01", decision: "2026-02-01")) == local("2026-02-01"))
    }

    @Test func `a record with nothing missing has no bound and is not looked at`() throws {
        let judge = try judge(policy([rule([step("1 month", .eraseMedia)])]), local("2026-01-01"))
        #expect(judge.bound(role: .client, purpose: .question, done: .eraseMedia, forecast: true) == nil)
        #expect(
            try judge.bound(role: .client, purpose: .question, done: [], forecast: false)
                == local("2025-12-01", "00:00:00"))
    }

    @Test func `a record whose floor is not before the bound of a night is neither due nor forecast`() throws {
        var records = RandomRecords(seed: 41)
        var skipped = 0
        for policy in try RandomRecords.policies() {
            for _ in 0..<60 {
                let raised = try judge(policy, records.night())
                let night = try judge(policy, records.night())
                for _ in 0..<100 {
                    let facts = records.conversation()
                    guard let floor = raised.floor(role: .client, purpose: .question, facts) else { continue }
                    func isSkipped(_ forecast: Bool) -> Bool {
                        night.bound(role: .client, purpose: .question, done: facts.done, forecast: forecast)
                            .map { floor >= $0 } ?? true
                    }
                    if isSkipped(false) {
                        skipped += 1
                        // A person's clock that lies ahead of an earlier night is no date on that night.
                        let verdicts = night.verdicts(role: .client, purpose: .question, facts)
                        try #require(
                            verdicts.allSatisfy { $0 == .notDue || ($0 == .undated && night.asOf < raised.asOf) })
                    }
                    if isSkipped(true) {
                        let forecast = night.forecast(role: .client, purpose: .question, facts)
                        try #require(forecast.joined().allSatisfy { !$0 })
                    }
                }
            }
        }
        #expect(skipped > 3_000)
    }

    // MARK: Wake

    private func isAwake(_ judge: Judge, _ person: PersonFacts) -> Bool {
        judge.erasureVerdict(of: person) != .notDue
            || Actions.ofPerson.each.contains { judge.verdict($0, of: person) != .notDue }
    }

    @Test func `nothing of a person is due, counted or forecast before the person's wake`() throws {
        var records = RandomRecords(seed: 42)
        var asleep = 0
        for policy in try RandomRecords.policies() {
            for _ in 0..<40 {
                let raised = try judge(policy, records.night())
                let night = try judge(policy, records.night(from: raised.asOf.seconds))
                for _ in 0..<60 {
                    let person = records.person(isFree: false)
                    let wake = raised.wake(person) ?? Instant(seconds: .max)
                    if night.asOf < wake {
                        asleep += 1
                        try #require(!isAwake(night, person))
                    }
                    guard night.horizon < wake else { continue }
                    try #require(Actions.ofPerson.each.allSatisfy { night.forecast($0, of: person) == .none })
                }
            }
        }
        #expect(asleep > 500)
    }

    @Test func `a person who is free of holds and grace has something to count on the night of the wake`() throws {
        var records = RandomRecords(seed: 43)
        var woken = 0
        for policy in try RandomRecords.policies() {
            let raised = try judge(policy, records.night())
            for _ in 0..<400 {
                let person = records.person(isFree: true)
                guard let wake = raised.wake(person) else { continue }
                let night = try judge(policy, max(wake, raised.asOf))
                woken += 1
                try #require(isAwake(night, person), "as of \(night.asOf)")
            }
        }
        #expect(woken > 600)
    }

    @Test func `a person wakes at the latest of the due dates, at local midnight`() throws {
        let policy = try policy([rule([step("1 month", .pseudonymise), step("12 months", .eraseAll)])])
        let judge = try judge(policy, local("2025-01-01"))
        let two = try [facts(lastInbound: "2025-01-31"), facts(lastInbound: "2024-12-31")]
        #expect(try judge.wake(person(two)) == local("2025-03-01", "00:00:00"))
        // What is left to do, once that is done, is to erase: after the latest of both.
        #expect(try judge.wake(person(done: .ofPerson, two)) == local("2026-02-01", "00:00:00"))
    }

    @Test func `who has nothing left, or no usable date, is looked at every night`() throws {
        let policy = try policy([rule([step("1 month", .pseudonymise), step("12 months", .eraseAll)])])
        let judge = try judge(policy, local("2025-01-01"))
        for person in try [
            person(isHeld: true, []), person(done: .ofPerson, isHeld: true, []),
            person([facts(lastInbound: "2024-12-31"), facts()]),
        ] {
            #expect(judge.wake(person) == Instant(seconds: 0))
            #expect(isAwake(judge, person))
        }
    }

    @Test func `who waits for an event alone has no wake`() throws {
        let policy = try policy([rule(since: .relationEnded, [step("1 month", .eraseAll)])])
        let judge = try judge(policy, local("2025-01-01"))
        #expect(try judge.wake(person([facts(lastInbound: "2020-01-01")])) == nil)
        #expect(try judge.wake(person([facts(), facts(relationEnded: "2024-12-31")])) == nil)
        #expect(try judge.wake(person([facts(relationEnded: "2024-12-31")])) == local("2025-02-01", "00:00:00"))
    }

    /// Ninety times 24 hours after midnight of 2026-10-01 is an hour before midnight of 2026-12-30.
    @Test func `the horizon is a local midnight, also over the change of the clocks`() throws {
        let judge = try judge(policy([]), local("2026-10-01", "00:00:00"))
        #expect(try judge.horizon == local("2026-12-30", "00:00:00"))
    }
}
