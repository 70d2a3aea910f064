import Conversations
import Testing

@testable import Reporting

private let french = NumberForm(.french)
private let dutch = NumberForm(.dutch)
private let english = NumberForm(.english)
private let units = ["B", "kB", "MB", "GB", "TB"]
private let times = ["d", "h", "min", "s"]

@Test func `digits are grouped as each language does`() {
    #expect(french.integer(1_234_567) == "1\u{202f}234\u{202f}567")
    #expect(dutch.integer(1_234_567) == "1.234.567")
    #expect(english.integer(1_234_567) == "1,234,567")
    #expect([0, 7, 999, 1000].map(english.integer) == ["0", "7", "999", "1,000"])
    #expect(english.integer(-1234) == "\u{2212}1,234")
}

@Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (9949, "9.9 kB"), (9960, "10 kB"), (412_345, "412 kB"),
    (999_499, "999 kB"), (999_500, "1.0 MB"), (1_204_000, "1.2 MB"), (5_000_000_000_000_000, "5,000 TB"),
])
func `sizes have one decimal below ten`(_ bytes: Int, _ words: String) {
    #expect(english.size(bytes, units: units) == words.replacing(" ", with: "\u{a0}"))
}

@Test func `French and Dutch sizes have a decimal comma`() {
    #expect(french.size(1_204_000, units: ["o", "ko", "Mo"]) == "1,2\u{a0}Mo")
    #expect(dutch.size(1_204_000, units: units) == "1,2\u{a0}MB")
}

@Test(arguments: [
    (0, "< 1 min"), (29, "< 1 min"), (30, "1 min"), (3569, "59 min"), (3570, "1 h 00 min"), (11_100, "3 h 05 min"),
    (86_369, "23 h 59 min"), (86_400, "1 d"), (88_800, "1 d"), (90_000, "1 d 1 h"), (183_600, "2 d 3 h"),
])
func `durations are rounded to the minute`(_ seconds: Int, _ words: String) {
    #expect(english.duration(seconds, units: times) == words.replacing(" ", with: "\u{a0}"))
}

@Test func `working time is shown to the second below a minute`() {
    #expect(english.workingTime(59, units: times) == "59\u{a0}s")
    #expect(english.workingTime(72, units: times) == "1\u{a0}min")
}

@Test func `dates and months are written out`() throws {
    let months = try Catalogue(.french).forms(.months)
    #expect(french.date(try #require(CivilDate("2027-02-01")), months: months) == "1er\u{a0}février\u{a0}2027")
    #expect(french.date(try #require(CivilDate("2027-12-31")), months: months) == "31\u{a0}décembre\u{a0}2027")
    #expect(
        dutch.date(try #require(CivilDate("2027-03-01")), months: try Catalogue(.dutch).forms(.months))
            == "1\u{a0}maart\u{a0}2027")
    #expect(french.month("2026-08", months: months) == "août\u{a0}2026")
    #expect(french.month("2026-13", months: months) == "2026-13")
}

@Test func `times of day are written as each language does`() {
    #expect(french.time(secondsOfDay: 50_700) == "14\u{a0}h\u{a0}05")
    #expect(dutch.time(secondsOfDay: 50_700) == "14.05\u{a0}uur")
    #expect(english.time(secondsOfDay: 7_500) == "02:05")
}
