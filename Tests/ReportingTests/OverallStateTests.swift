import Testing
import Verification

@testable import Reporting

@Test func `a night of which everything was done and proven is clear`() {
    #expect(OverallState(clearRecord()).verdict == .clear)
}

@Test func `something due that failed is a deviation`() {
    var record = clearRecord()
    record.lines.append(line("r", .conversations, .archive, due: 2, done: 1, failed: 1))
    #expect(OverallState(record).verdict == .deviations)
}

@Test func `a count that does not add up is a deviation`() {
    var record = clearRecord()
    record.lines.append(line("r", .conversations, .archive, due: 2, done: 1))
    #expect(OverallState(record).verdict == .deviations)
    #expect(OverallState(record).unbalanced == 1)
}

@Test func `a failed check is a deviation even beside an unproven one`() {
    var record = clearRecord()
    record.checks += [
        Check(id: "x", title: "x", examined: 0, failing: 0), Check(id: "y", title: "y", examined: 5, failing: 1),
    ]
    #expect(OverallState(record).verdict == .deviations)
}

@Test func `a check that examined nothing leaves the night unproven`() {
    var record = clearRecord()
    record.checks.append(Check(id: "x", title: "x", examined: 0, failing: 0))
    #expect(OverallState(record).verdict == .unproven)
}

@Test func `a night without checks is unproven and never clear`() {
    var record = clearRecord()
    record.checks = []
    #expect(OverallState(record).verdict == .unproven)
}

@Test func `more than five percent unclassified is a deviation and five is not`() {
    var record = clearRecord()
    record.stock = [.init(role: .unknown, purpose: .unknown, conversations: 100, messages: 0, bytes: 0, persons: 100)]
    record.unclassified = 5
    #expect(OverallState(record).verdict == .clear)
    record.unclassified = 6
    #expect(OverallState(record).verdict == .deviations)
}
