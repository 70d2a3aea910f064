import Conversations

/// Sums of conversations, for each week and each role and purpose apart. A month and a quarter are made of whole weeks, so
/// a conversation is read and counted once, whatever it is told in.
package struct WeeklyTallies: Sendable {
    struct Cell: Sendable {
        var tally: Tallying
        var heat = HeatTally()
    }

    private(set) var cells: [Freezing.Part: Cell] = [:]
    private let calendar: LocalCalendar
    private let empty: Tallying

    /// - Parameter now: the instant of the freeze: what has not happened by then has not happened.
    package init(calendar: LocalCalendar, now: Instant) {
        self.calendar = calendar
        empty = Tallying(ServiceHours(calendar), now: now)
    }

    /// Counts a conversation in the week in which it began.
    package mutating func add(_ trace: ConversationTrace) {
        let part = Freezing.Part(
            week: Span(.week, of: calendar.date(of: trace.opened)), subject: Subject(trace.role, trace.purpose))
        cells[part, default: Cell(tally: empty)].add(trace, calendar)
    }
}

extension WeeklyTallies.Cell {
    fileprivate mutating func add(_ trace: ConversationTrace, _ calendar: LocalCalendar) {
        tally.add(trace)
        heat.add(trace, calendar)
    }
}
