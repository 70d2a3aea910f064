import Conversations
import Testing

@testable import retention

/// The line of a week goes by nights that went well.
struct WeeklyWordTests {
    /// A word for each day from a Monday on: `+` went well, `-` did not, `.` did not run. The last is tonight.
    private func line(_ days: String) throws -> String? {
        let monday = try #require(CivilDate("2026-11-02"))
        #expect(WeeklyWord.monday(of: monday) == monday)
        let nights = days.dropLast().enumerated().filter { $1 != "." }.map { index, word in
            WeeklyWord.Night(day: monday.adding(days: index), isGood: word == "+")
        }
        return WeeklyWord(nights: nights, tonight: monday.adding(days: days.count - 1)).line
    }

    @Test func `the first good night of a week says it, whatever became of those before it`() throws {
        #expect(try line("+++++++" + "+")?.contains("7 nights ran in the week of 2026-11-02") == true)
        let late = try #require(try line("+++++++" + "-+"))
        #expect(late.contains("7 nights ran in the week of 2026-11-02, the last before this one on 2026-11-08"))
        #expect(late.hasSuffix("; since then 1 did not end well"))
        #expect(try line("+++++++" + "--.+") != nil)
        #expect(try line("+++++++" + "-++") == nil)
    }

    @Test func `only nights that went well are counted`() throws {
        #expect(try line("+-+-.++" + "+")?.contains("4 nights ran in the week") == true)
        #expect(try line("+------" + "-------" + "+")?.contains("1 night ran in the week of 2026-11-02") == true)
    }

    @Test func `the first night of all is silent, and the first that goes well after bad ones is not`() throws {
        #expect(try line("+") == nil)
        #expect(try line("--+")?.contains("no night before this one had ended well") == true)
    }
}
