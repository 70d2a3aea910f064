import Conversations
import Seeding
import Testing

@testable import Planning

@Suite struct DeadlineTests {
    /// Date of the clock, period, date on which it is due.
    @Test(arguments: [
        ("2025-01-31", "1 month", "2025-03-01"), ("2024-01-31", "1 month", "2024-03-01"),
        ("2025-01-28", "1 month", "2025-03-01"), ("2025-01-27", "1 month", "2025-02-28"),
        ("2024-02-29", "12 months", "2025-03-01"), ("2024-02-29", "4 years", "2028-03-01"),
        ("2025-02-28", "12 months", "2026-03-01"), ("2023-11-30", "3 months", "2024-03-01"),
        ("2025-12-31", "1 day", "2026-01-02"), ("2025-12-31", "12 months", "2027-01-01"),
        ("2026-02-27", "30 days", "2026-03-30"), ("2026-09-25", "30 days", "2026-10-26"),
        ("2025-10-11", "14 days", "2025-10-26"), ("2026-03-28", "1 day", "2026-03-30"),
        ("2026-03-15", "2 weeks", "2026-03-30"),
    ])
    func `a record is due at the first local midnight after its whole period`(
        _ clock: String, _ period: String, _ due: String
    ) throws {
        let deadline = try Deadline(calendar: brussels())
        for time in ["00:00:00", "12:00:00", "23:59:59"] {
            let instant = try deadline.due(local(clock, time), after: span(period))
            #expect(instant == (try local(due, "00:00:00")))
        }
    }

    @Test func `the nights of Brussels around the change of the clocks begin at their own midnight`() throws {
        let deadline = try Deadline(calendar: brussels())
        // A day of 23 hours, 2026-03-29, and one of 25 hours, 2026-10-25.
        #expect(try deadline.due(local("2026-03-28"), after: span("1 day")).description == "2026-03-29T22:00:00Z")
        #expect(try deadline.due(local("2026-03-27"), after: span("1 day")).description == "2026-03-28T23:00:00Z")
        #expect(try deadline.due(local("2026-10-24"), after: span("1 day")).description == "2026-10-25T23:00:00Z")
        #expect(try deadline.due(local("2026-10-23"), after: span("1 day")).description == "2026-10-24T22:00:00Z")
    }

    @Test(arguments: [
        ("America/Sao_Paulo", "2018-11-02T15:00:00Z", "2018-11-04T03:00:00Z"),
        ("Africa/Cairo", "2024-04-24T10:00:00Z", "2024-04-25T22:00:00Z"),
        ("Pacific/Apia", "2011-12-28T20:00:00Z", "2011-12-30T10:00:00Z"),
    ])
    func `where midnight does not exist a record is due when the clocks jump over it`(
        _ zone: String, _ clock: String, _ due: String
    ) throws {
        let deadline = Deadline(calendar: try #require(LocalCalendar(zone: zone)))
        #expect(try deadline.due(#require(Instant(clock)), after: span("1 day")).description == due)
    }

    /// In St. John's clocks went back from 00:01 on 7 November 2010 to 23:01 on the 6th: midnight was passed twice.
    @Test func `a day that has begun does not end when the clocks go back over midnight`() throws {
        let deadline = Deadline(calendar: try #require(LocalCalendar(zone: "America/St_Johns")))
        let day = try span("1 day")
        let firstMidnight = try #require(Instant("2010-11-07T02:30:00Z"))
        let shownAgain = try #require(Instant("2010-11-07T03:00:00Z"))
        #expect(deadline.due(firstMidnight, after: day) == deadline.due(shownAgain, after: day))
        #expect(deadline.due(firstMidnight + -1, after: day) < deadline.due(shownAgain, after: day))
    }

    @Test func `the cut-off of a night is the first instant that is not yet due`() throws {
        let deadline = try Deadline(calendar: brussels())
        func cutoff(_ night: String, _ period: String) throws -> Instant {
            try deadline.cutoff(asOf: local(night, "02:00:00"), after: span(period))
        }
        #expect(try cutoff("2025-03-01", "1 month") == (try local("2025-02-01", "00:00:00")))
        #expect(try cutoff("2025-02-28", "1 month") == (try local("2025-01-28", "00:00:00")))
        #expect(try cutoff("2026-03-30", "1 day") == (try local("2026-03-29", "00:00:00")))
        #expect(try cutoff("2026-01-16", "14 days") == (try local("2026-01-02", "00:00:00")))
    }

    @Test(arguments: [
        "Europe/Brussels", "UTC", "America/Sao_Paulo", "Africa/Cairo", "Pacific/Apia", "America/St_Johns",
        "America/Havana",
        "Asia/Kathmandu", "Australia/Lord_Howe", "Antarctica/Casey", "Pacific/Kiritimati", "Africa/Casablanca",
    ])
    func `a clock lies before the cut-off exactly when its due instant has come`(_ zone: String) throws {
        let deadline = Deadline(calendar: try #require(LocalCalendar(zone: zone)))
        var random = SplitMix(seed: 20_260_329)
        for _ in 0..<3_000 {
            let unit = Period.Unit.allCases.randomElement(using: &random) ?? .days
            let period = try #require(Period(Int.random(in: 1...40, using: &random), unit))
            let asOf = Instant(seconds: .random(in: 1_230_768_000...1_900_000_000, using: &random))
            let cutoff = deadline.cutoff(asOf: asOf, after: period)
            // Anywhere, and close to the border, where mistakes are.
            let far = Instant(seconds: .random(in: 1_000_000_000...1_900_000_000, using: &random))
            let near = cutoff + .random(in: -90_000...90_000, using: &random)
            for clock in [far, near, cutoff, cutoff + -1] {
                let isDue = deadline.due(clock, after: period) <= asOf
                try #require(isDue == (clock < cutoff), "\(clock) and \(period), as of \(asOf)")
            }
        }
    }

    @Test(arguments: [
        ("Pacific/Apia", "2011-12-28T10:00:00Z"), ("America/St_Johns", "2010-11-05T03:00:00Z"),
        ("Antarctica/Casey", "2010-03-03T15:00:00Z"), ("America/Sao_Paulo", "2018-11-02T03:00:00Z"),
    ])
    func `the inverse holds at every minute of the days on which a zone changed`(_ zone: String, _ from: String) throws
    {
        let deadline = Deadline(calendar: try #require(LocalCalendar(zone: zone)))
        let start = try #require(Instant(from))
        for period in try [span("1 day"), span("1 month")] {
            for night in 0..<6 {
                let asOf = start + Int64(night) * 43_200 + (period.unit == .months ? 31 * 86_400 : 86_400)
                let cutoff = deadline.cutoff(asOf: asOf, after: period)
                for minute in 0..<Int64(5 * 1440) {
                    let clock = start + minute * 60
                    let isDue = deadline.due(clock, after: period) <= asOf
                    guard isDue == (clock < cutoff) else {
                        Issue.record("\(clock) and \(period), as of \(asOf)")
                        return
                    }
                }
            }
        }
    }
}
