import Conversations
import Testing

@testable import Importing

struct LocalClockTests {
    @Test func `it says what the calendar says, on every hour around the nights that clocks change`() throws {
        let calendar = try #require(LocalCalendar(zone: "Europe/Brussels"))
        var clock = LocalClock(calendar)
        for first in ["2025-03-29", "2025-10-25", "2025-06-01"] {
            let date = try #require(CivilDate(first))
            for minute in 0..<(3 * 48) {
                let time = LocalTime(date: date.adding(days: minute / 48), secondsOfDay: Int64(minute % 48) * 1800)
                #expect(clock.instant(time) == calendar.instant(time.date, secondsOfDay: time.secondsOfDay))
            }
        }
    }

    @Test func `a night without a midnight is no plain day`() throws {
        let calendar = try #require(LocalCalendar(zone: "America/Sao_Paulo"))
        var clock = LocalClock(calendar)
        let date = try #require(CivilDate("2018-11-04"))
        for hour in 0..<24 {
            let time = LocalTime(date: date, secondsOfDay: Int64(hour) * 3600)
            #expect(clock.instant(time) == calendar.instant(date, secondsOfDay: time.secondsOfDay))
        }
    }
}
