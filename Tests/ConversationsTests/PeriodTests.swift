import Testing

@testable import Conversations

@Suite struct PeriodTests {
    @Test(arguments: ["30 days", "1 month", "6 months", "3 years", "2 weeks", "1 day", "1 week", "1 year"])
    func `what is read is written the same`(_ text: String) throws {
        #expect(try #require(Period(text)).description == text)
    }

    @Test(arguments: [
        "30", "0 days", "-1 days", "1.5 months", " 30 days", "30  days", "30 Days", "30days", "days", " days", "30 ",
        "٣ days", "1 d", "1201 months", "101 years", "36526 days", "99999999999999999999 days", "",
    ])
    func `a bare number, zero, a fraction or another unit is no period`(_ text: String) {
        #expect(Period(text) == nil)
    }

    @Test(arguments: [
        ("2025-01-31", "1 month", "2025-02-28"), ("2024-01-31", "1 month", "2024-02-29"),
        ("2024-02-29", "1 year", "2025-02-28"), ("2024-02-29", "4 years", "2028-02-29"),
        ("2025-12-31", "6 months", "2026-06-30"), ("2025-12-30", "14 days", "2026-01-13"),
        ("2024-02-22", "1 week", "2024-02-29"), ("2023-03-01", "36 months", "2026-03-01"),
    ])
    func `a period is added by the calendar`(_ from: String, _ period: String, _ to: String) throws {
        let added = try #require(Period(period)).added(to: #require(CivilDate(from)))
        #expect(added.description == to)
    }

    @Test(arguments: Period.Unit.allCases)
    func `adding a period never puts a later day before an earlier one`(_ unit: Period.Unit) throws {
        let period = try #require(Period(7, unit))
        var last = period.added(to: CivilDate(daysSince1970: 18_000))
        for days in Int64(18_001)..<20_000 {
            let next = period.added(to: CivilDate(daysSince1970: days))
            try #require(last <= next)
            last = next
        }
    }

    @Test func `periods of different units are in the order of their average length`() throws {
        let rising = ["30 days", "1 month", "31 days", "5 weeks", "11 months", "365 days", "1 year", "12 months"]
        let days = try rising.map { try #require(Period($0)).averageDays }
        #expect(days == days.sorted())
    }
}
