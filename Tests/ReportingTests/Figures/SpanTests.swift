import Conversations
import Testing

@testable import Reporting

@Test(arguments: [
    ("2026-01-01", "2026-W01", "2026-01", "2026-Q1"), ("2027-01-03", "2026-W53", "2026-12", "2026-Q4"),
    ("2024-12-30", "2025-W01", "2025-01", "2025-Q1"), ("2026-03-31", "2026-W14", "2026-04", "2026-Q2"),
])
func `a week belongs to the month and quarter of its Thursday`(
    _ day: String, _ week: String, _ month: String, _ quarter: String
) {
    let span = Span(.week, of: on(day))
    #expect(span.name == week)
    #expect(span.inside(.month).name == month)
    #expect(span.inside(.quarter).name == quarter)
}

@Test(arguments: ["2026-W31", "2026-W53", "2026-07", "2026-Q3", "2026", "2025-12", "2020-Q1"])
func `a span is read by its name`(_ name: String) { #expect(Span(name)?.name == name) }

@Test(arguments: [
    "2026-W54", "2025-W53", "2026-W00", "2026-13", "2026-Q5", "2026-Q0", "26", "2026-7", "2026-", "x", "2026-07-01",
])
func `what is no span is none`(_ name: String) { #expect(Span(name) == nil) }

@Test(arguments: [2009, 2015, 2020, 2024, 2025, 2026, 2027])
func `levels nest without gap or overlap`(_ year: Int) throws {
    let span = try #require(Span(String(year)))
    #expect(span.parts(.quarter).count == 4)
    #expect(span.parts(.month).count == 12)
    #expect((52...53).contains(span.parts(.week).count))
    for level in [Span.Level.quarter, .month, .week] {
        let parts = span.parts(level)
        #expect(parts.first?.start == span.start && parts.last?.end == span.end)
        for (one, next) in zip(parts, parts.dropFirst()) { #expect(one.end == next.start) }
        #expect(parts.allSatisfy { LocalCalendar.weekday(of: $0.start) == 1 })
    }
}

@Test(arguments: [
    ("12", "run-12"), ("2026-07", "2026-07"), ("2026-Q3", "2026-Q3"), ("2026", "2026"),
])
func `a period is a run, a month, a quarter or a year`(_ text: String, _ name: String) {
    #expect(ReportPeriod(text)?.name == name)
}

@Test func `a quarter of the calendar begins on its first day and not on a Monday`() {
    guard case .calendar(_, let first, let last) = ReportPeriod("2026-Q3") else {
        Issue.record("no calendar period")
        return
    }
    #expect(first == on("2026-07-01"))
    #expect(last == on("2026-09-30"))
}

@Test(arguments: ["2026-W31", "0", "-1", "2026-13", "07-2026", ""])
func `anything else is no period`(_ text: String) { #expect(ReportPeriod(text) == nil) }
