import Conversations

/// The hours at which the desk answers: Monday to Friday, 9:00 to 18:00 by the clock on the wall, as the published
/// notice says of its messages of information.
package struct ServiceHours: Sendable {
    private static let opens: Int64 = 9 * 3600
    private static let closes: Int64 = 18 * 3600
    /// Beyond this many days a wait is counted whole weeks at a time.
    private let calendar: LocalCalendar

    package init(_ calendar: LocalCalendar) { self.calendar = calendar }

    package func contains(_ instant: Instant) -> Bool {
        let second = calendar.secondsOfDay(of: instant)
        return LocalCalendar.weekday(of: calendar.date(of: instant)) <= 5
            && (Self.opens..<Self.closes).contains(second)
    }

    /// Seconds of service that passed from one instant to a later one; 0 where none did.
    package func seconds(from start: Instant, to end: Instant) -> Int64 {
        guard start < end else { return 0 }
        let (first, last) = (calendar.date(of: start), calendar.date(of: end))
        if first == last { return overlap(first, start, end) }
        // Between the first and the last day lie whole days: nine hours for each that is a weekday. Summer time begins
        // and ends on a Sunday.
        let whole = Self.weekdays(before: last) - Self.weekdays(before: first.adding(days: 1))
        return overlap(first, start, end) + whole * (Self.closes - Self.opens) + overlap(last, start, end)
    }

    private func overlap(_ day: CivilDate, _ start: Instant, _ end: Instant) -> Int64 {
        guard LocalCalendar.weekday(of: day) <= 5 else { return 0 }
        let from = max(start, calendar.instant(day, secondsOfDay: Self.opens))
        let until = min(end, calendar.instant(day, secondsOfDay: Self.closes))
        return max(0, until - from)
    }

    /// Weekdays from Monday 1 January 1900-01-01 on to the day before `day`, by arithmetic alone.
    private static func weekdays(before day: CivilDate) -> Int64 {
        // 1900-01-01 was a Monday, 25,567 days before 1970.
        let days = day.daysSince1970 + 25_567
        return days / 7 * 5 + min(days % 7, 5)
    }
}
