import Testing

@testable import Conversations

@Suite struct RetentionClockTests {
    @Test func `closing, deciding and ending are events, messages are not`() {
        #expect(RetentionClock.allCases.filter(\.isEvent) == [.closed, .decision, .relationEnded])
    }

    @Test func `clocks bear the names that a policy writes`() {
        #expect(
            RetentionClock.allCases.map(\.rawValue)
                == ["collected", "last-inbound", "person-last-inbound", "closed", "decision", "relation-ended"])
    }
}
