import Testing

@testable import Importing

struct DayPeriodTests {
    @Test(arguments: [
        ("am", 12, 0), ("am", 1, 1), ("pm", 12, 12), ("pm", 11, 23), ("matin", 11, 11), ("midi", 12, 12),
        ("midi", 1, 13),
        ("après-midi", 3, 15), ("soir", 8, 20), ("nuit", 12, 0), ("nuit", 2, 2), ("minuit", 12, 0), ("nachm", 4, 16),
    ])
    func `twelve hours and a word make an hour of the day`(word: String, shown: Int, hour: Int) {
        #expect(DayPeriod(Array(word.utf8))?.hour(shown) == hour)
    }

    @Test func `an hour that a 12-hour clock does not show is none`() {
        #expect(DayPeriod(Array("pm".utf8))?.hour(13) == nil)
        #expect(DayPeriod(Array("xm".utf8)) == nil)
    }
}
