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
        calendar.startOfDay(period.added(to: day(of: clock)).adding(days: 1))
    }

    /// The inverse: a record is due at `asOf` exactly when its clock lies before this instant.
    package func cutoff(asOf: Instant, after period: Period) -> Instant {
        cutoff(on: day(of: asOf), after: period)
    }

    /// The same for any time of a local day.
    package func cutoff(on today: CivilDate, after period: Period) -> Instant {
        // Adding never takes a later day before an earlier one, so the first day that is not yet due is found by
        // stepping from an estimate that is off by the clamping of month ends at most.
        var day = today.adding(days: -Int(period.averageDays.rounded()) - 4)
        while period.added(to: day).adding(days: 1) <= today { day = day.adding(days: 1) }
        while period.added(to: day.adding(days: -1)).adding(days: 1) > today { day = day.adding(days: -1) }
        return calendar.startOfDay(day)
    }

    /// The local day that an instant counts for. A day that has begun does not end where clocks go back over
    /// midnight: the evening that is shown again belongs to the new day, so that a later instant never has an earlier day.
    package func day(of instant: Instant) -> CivilDate {
        let shown = calendar.date(of: instant)
        let next = shown.adding(days: 1)
        return instant < calendar.startOfDay(next) ? shown : next
    }
}
