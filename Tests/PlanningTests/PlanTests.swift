import Conversations
import Foundation
import Testing

@testable import Planning

@Suite struct PlanTests {
    private func plan(_ lines: [PlanLine]) throws -> Plan {
        try Plan(
            storeID: "0123456789abcdef", policyHash: "ab", asOf: local("2026-03-30", "02:30:00"), conversations: 5,
            lines: lines, worklistDigest: "cd")
    }

    @Test func `a plan with nothing due is empty, whatever is held or in grace`() throws {
        let waiting = PlanLine(
            rule: "client", subject: .conversations, actions: .eraseAll, inGrace: 2, held: 3, undated: 4)
        #expect(try plan([]).isEmpty)
        #expect(try plan([waiting]).isEmpty)
        var due = waiting
        due.due.records = 1
        #expect(try !plan([waiting, due]).isEmpty)
    }

    @Test func `a plan that was saved is the same plan`() throws {
        let line = try PlanLine(
            rule: "client", subject: .segments, actions: [.archive, .redact(.phone)],
            due: Tally(records: 1, messages: 2, bytes: 3, oldest: local("2025-01-31")), overdue: 1, forecast: [1, 2, 3])
        let plan = try plan([line])
        #expect(try JSONDecoder().decode(Plan.self, from: JSONEncoder().encode(plan)) == plan)
    }
}
