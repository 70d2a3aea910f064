import Testing

@testable import Conversations

@Suite struct LocalCalendarTests {
    private func start(_ zone: String, _ date: String) throws -> String {
        let calendar = try #require(LocalCalendar(zone: zone))
        return try calendar.startOfDay(#require(CivilDate(date))).description
    }

    @Test(arguments: ["Brussels", "Europe/Atlantis", "+02:00", "GMT+2", "UTC+1", "CEST", "europe/brussels", ""])
    func `a zone that the database does not list is refused`(_ zone: String) {
        #expect(LocalCalendar(zone: zone) == nil)
    }

    /// Summer time begins on 2026-03-29 at 02:00 and ends on 2026-10-25 at 03:00: days of 23 and 25 hours.
    @Test func `a day of Brussels begins at local midnight, also around the change of the clocks`() throws {
        #expect(try start("Europe/Brussels", "2026-03-29") == "2026-03-28T23:00:00Z")
        #expect(try start("Europe/Brussels", "2026-03-30") == "2026-03-29T22:00:00Z")
        #expect(try start("Europe/Brussels", "2026-10-25") == "2026-10-24T22:00:00Z")
        #expect(try start("Europe/Brussels", "2026-10-26") == "2026-10-25T23:00:00Z")
        #expect(try start("UTC", "2026-03-29") == "2026-03-29T00:00:00Z")
    }

    /// Clocks go from 23:59:59 to 01:00:00.
    @Test(arguments: [
        ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"),
        ("Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00Z"),
        ("Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z"),
    ])
    func `a day without a midnight begins where the clocks jump`(_ zone: String, _ date: String, _ instant: String)
        throws
    {
        #expect(try start(zone, date) == instant)
        let calendar = try #require(LocalCalendar(zone: zone))
        let first = try #require(Instant(instant))
        #expect(calendar.date(of: first).description == date)
        #expect(calendar.date(of: first + -1) == (try #require(CivilDate(date))).adding(days: -1))
        #expect(calendar.secondsOfDay(of: first) == 3600)
    }

    /// Clocks go from 00:59:59 back to 00:00:00.
    @Test func `a day with two midnights begins at the first`() throws {
        #expect(try start("America/Havana", "2026-11-01") == "2026-11-01T04:00:00Z")
    }

    /// Clocks go from 23:59:59 back to 23:00:00.
    @Test func `a day whose last hour comes twice ends after the second`() throws {
        #expect(try start("America/Sao_Paulo", "2018-02-18") == "2018-02-18T03:00:00Z")
        let calendar = try #require(LocalCalendar(zone: "America/Sao_Paulo"))
        #expect(calendar.date(of: try #require(Instant("2018-02-18T02:59:59Z"))).description == "2018-02-17")
    }

    /// Samoa went over the date line: 2011-12-29 was followed by 2011-12-31.
    @Test func `a day that was skipped begins and ends where the next one begins`() throws {
        #expect(try start("Pacific/Apia", "2011-12-29") == "2011-12-29T10:00:00Z")
        #expect(try start("Pacific/Apia", "2011-12-30") == "2011-12-30T10:00:00Z")
        #expect(try start("Pacific/Apia", "2011-12-31") == "2011-12-30T10:00:00Z")
        #expect(try start("Pacific/Apia", "2012-01-01") == "2011-12-31T10:00:00Z")
    }

    @Test func `a time that is shown twice is its first occurrence, and a skipped one the jump`() throws {
        let brussels = try #require(LocalCalendar(zone: "Europe/Brussels"))
        let spring = try #require(CivilDate("2026-03-29"))
        let autumn = try #require(CivilDate("2026-10-25"))
        #expect(brussels.instant(spring, secondsOfDay: 9_000).description == "2026-03-29T01:00:00Z")
        #expect(brussels.instant(autumn, secondsOfDay: 9_000).description == "2026-10-25T00:30:00Z")
        #expect(brussels.secondsOfDay(of: try #require(Instant("2026-10-25T01:30:00Z"))) == 9_000)
    }

    @Test(arguments: [("2026-03-29", 7), ("2026-11-23", 1), ("1970-01-01", 4), ("1969-12-28", 7), ("2024-02-29", 4)])
    func `weekdays count from Monday`(_ date: String, _ weekday: Int) throws {
        #expect(LocalCalendar.weekday(of: try #require(CivilDate(date))) == weekday)
    }
}
