import Conversations

/// The arithmetic between a record's clock and the night on which it is due.
///
/// A record is due at the first local midnight after the whole period has passed. So only days count: with a
/// clock on local day *d*, it is due at the start of the day that follows *d* plus the period.
package struct Deadline: Sendable {
    package let calendar: LocalCalendar

    package init(calendar: LocalCalendar) { self.calendar = calendar }

    /// The first instant at which a record of that clock is due.
    package func due(_ clock: Instant, after period: Period) -> Instant {
        calendar.startOfDay(period.added(to: calendar.date(of: clock)).adding(days: 1))
    }

    /// The inverse: a record is due at `asOf` exactly when its clock lies before this instant.
    package func cutoff(asOf: Instant, after period: Period) -> Instant {
        let today = calendar.date(of: asOf)
        // Adding never takes a later day before an earlier one, so the first day that is not yet due is found by
        // stepping from an estimate that is off by the clamping of month ends at most.
        var day = today.adding(days: -Int(period.averageDays.rounded()) - 4)
        while period.added(to: day).adding(days: 1) <= today { day = day.adding(days: 1) }
        while period.added(to: day.adding(days: -1)).adding(days: 1) > today { day = day.adding(days: -1) }
        return calendar.startOfDay(day)
    }
}
