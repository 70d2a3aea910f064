import Testing

@testable import Conversations

@Suite struct CivilDateTests {
    @Test(arguments: ["2025-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01"])
    func `a day that does not exist is no date`(_ text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test(arguments: ["2026-3-29", "2026/03/29", "26-03-2026", "2026-03-29 ", "２０２６-03-29", "+026-03-29", ""])
    func `only the form 2026-03-29 is read`(_ text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test(arguments: ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2026-03-29"])
    func `what is read is written the same`(_ text: String) throws {
        #expect(try #require(CivilDate(text)).description == text)
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017), ("2026-03-29", 20_541),
        ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
    func `days are counted from 1970`(_ text: String, _ days: Int64) throws {
        let date = try #require(CivilDate(text))
        #expect(date.daysSince1970 == days)
        #expect(CivilDate(daysSince1970: days) == date)
    }

    @Test func `every day of four hundred years follows the one before`() {
        var expected = CivilDate(year: 1900, month: 1, day: 1)
        for days in Int64(-25_567)..<(-25_567 + 146_097) {
            let date = CivilDate(daysSince1970: days)
            guard date == expected, date.daysSince1970 == days else {
                Issue.record("day \(days) is \(date)")
                return
            }
            let isLast = date.day == CivilDate.daysIn(month: date.month, of: date.year)
            let year = isLast && date.month == 12 ? date.year + 1 : date.year
            let month = isLast ? date.month % 12 + 1 : date.month
            expected = CivilDate(year: year, month: month, day: isLast ? 1 : date.day + 1)
        }
    }

    @Test(arguments: [
        ("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2025-12-31", 2, "2026-02-28"),
        ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2025-03-31", 1, "2025-04-30"),
        ("2025-12-31", 1, "2026-01-31"), ("2025-03-31", -1, "2025-02-28"), ("2025-01-15", -13, "2023-12-15"),
    ])
    func `months are added with the day clamped to the month's end`(_ from: String, _ months: Int, _ to: String) throws
    {
        #expect(try #require(CivilDate(from)).adding(months: months).description == to)
    }

    @Test func `days are added over a year's end and back`() throws {
        let date = try #require(CivilDate("2025-12-31"))
        #expect(date.adding(days: 1).description == "2026-01-01")
        #expect(date.adding(days: -365).description == "2024-12-31")
    }

    @Test func `dates are in the order of time`() throws {
        let texts = ["2024-12-31", "2025-01-01", "2025-01-31", "2025-02-01"]
        #expect(try texts.map { try #require(CivilDate($0)) }.sorted().map(\.description) == texts)
    }

    @Test func `the month of a date stands without its day`() throws {
        #expect(try #require(CivilDate("2026-03-29")).yearAndMonth == "2026-03")
    }
}
