import Conversations
import Testing

@testable import Planning

@Suite struct PlanLineTests {
    @Test func `tallies add up, and keep the older date`() throws {
        var sum = Tally()
        sum += Tally(records: 1, messages: 2, bytes: 3)
        #expect(sum.oldest == nil)
        try sum += Tally(records: 10, messages: 20, bytes: 30, oldest: local("2025-01-31"))
        try sum += Tally(records: 100, messages: 200, bytes: 300, oldest: local("2025-02-28"))
        sum += Tally()
        #expect(try sum == Tally(records: 111, messages: 222, bytes: 333, oldest: local("2025-01-31")))
    }
}
