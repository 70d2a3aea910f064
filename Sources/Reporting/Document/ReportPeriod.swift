import Conversations

/// What a report is about: one run, or a month, quarter or year of the calendar.
package enum ReportPeriod: Sendable, Equatable {
    case run(Int)
    case calendar(name: String, first: CivilDate, last: CivilDate)

    /// Reads `12`, `2026-07`, `2026-Q3` or `2026`; nil for anything else. Four digits from 2009 on are a year.
    package init?(_ text: String) {
        if let number = Int(text), number > 0, text.utf8.count < 4 || number < 2009, text == String(number) {
            self = .run(number)
            return
        }
        guard let span = Span(text), span.level != .week else { return nil }
        // The middle of the span lies in the month, quarter or year of its name; a calendar month is not whole weeks.
        let thursday = span.start.adding(days: 3)
        guard let first = CivilDate(year: thursday.year, month: thursday.month, day: 1) else { return nil }
        let months = span.level == .month ? 1 : span.level == .quarter ? 3 : 12
        self = .calendar(name: text, first: first, last: first.adding(months: months).adding(days: -1))
    }

    /// Neutral, for file names.
    package var name: String {
        switch self {
        case .run(let number): "run-\(number)"
        case .calendar(let name, _, _): name
        }
    }
}
