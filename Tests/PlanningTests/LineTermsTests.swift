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
        #expect(!line.lacksDate(facts, asOf: asOf))
        #expect(!line.isPast(facts, at: .in90, asOf: asOf))
    }
}
