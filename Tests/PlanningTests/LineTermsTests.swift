import Conversations
import Policies
import Testing

@testable import Planning

@Suite struct LineTermsTests {
    private func terms(_ rule: Rule, on night: String = "2026-03-30") throws -> LineTerms {
        try #require(judge(policy([rule]), on: night).terms(.client, .question)?.lines.first)
    }

    @Test func `a line falls due by the earliest of its terms`() throws {
        let line = try terms(
            rule([step("6 months", .eraseAll), step("12 months", .eraseAll, since: .collected)]))
        let deadline = try Deadline(calendar: brussels())
        func due(_ facts: ConversationFacts) throws -> Instant? {
            line.dueInstant(facts, asOf: try local("2026-03-30").seconds, deadline: deadline)
        }
        #expect(try due(facts(collected: "2025-08-31", lastInbound: "2025-08-31")) == local("2026-03-01", "00:00:00"))
        #expect(try due(facts(collected: "2024-02-29", lastInbound: "2025-08-31")) == local("2025-03-01", "00:00:00"))
        #expect(try due(facts(collected: "2024-02-29")) == local("2025-03-01", "00:00:00"))
        #expect(try due(facts()) == nil)
    }

    @Test func `an event that has not happened gives no due date, and lacks none`() throws {
        let line = try terms(rule(since: .relationEnded, [step("6 months", .eraseAll)]))
        let asOf = try local("2026-03-30").seconds
        let facts = try facts(lastInbound: "2020-01-01")
        #expect(try line.dueInstant(facts, asOf: asOf, deadline: Deadline(calendar: brussels())) == nil)
        #expect(!line.standing(facts, asOf: asOf).lacksDate)
        #expect(!line.isPast(facts, at: .in90, asOf: asOf))
    }

    @Test func `a line is past its period from the first night on whose cut-off lies after a clock`() throws {
        let line = try terms(rule([step("1 month", .eraseAll), step("12 months", .eraseAll, since: .collected)]))
        let asOf = try local("2026-03-30").seconds
        for days in -200...200 {
            let clock = CivilDate(daysSince1970: asOf / 86_400 + Int64(days - 30)).description
            let facts = try facts(collected: "2026-03-29", lastInbound: clock)
            for night in PlanNight.allCases {
                let isPast = line.terms(night).contains { $0.isPast(facts, asOf: asOf) }
                #expect(line.isPast(facts, at: night, asOf: asOf) == isPast, "\(clock), \(night)")
            }
        }
    }
}
