import Conversations

/// Instants of local times, many on the same day: the zone is asked once a day where the day has one offset.
struct LocalClock {
    private let calendar: LocalCalendar
    private var day: CivilDate?
    private var start = Instant(seconds: 0)
    private var isPlain = false

    init(_ calendar: LocalCalendar) { self.calendar = calendar }

    mutating func instant(_ time: LocalTime) -> Instant {
        if day != time.date {
            day = time.date
            start = calendar.startOfDay(time.date)
            let next = calendar.startOfDay(time.date.adding(days: 1))
            isPlain = next - start == 86_400 && calendar.secondsOfDay(of: start) == 0
        }
        return isPlain ? start + time.secondsOfDay : calendar.instant(time.date, secondsOfDay: time.secondsOfDay)
    }
}
