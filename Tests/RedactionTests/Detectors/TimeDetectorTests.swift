import Testing

@testable import Redaction

/// Times and opening hours: they stay.
@Suite struct TimeDetectorTests {
    @Test(arguments: [
        "de 8h30 à 12h30", "9u00-18u00", "ouvert 09:00-12:00 / 13:00-18:00", "14:30:05", "bus 0704 0734 0804 0834",
        "ma 08.30 12.30 13.00 17.00", "0830-1230 1300-1700",
    ])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
        #expect(Look.marks(text, TimeDetector.scan))
    }

    @Test(arguments: ["06.12.34.56.78", "04.70 12.34 56", "06 12.13 14.15 16", "0470-1234-1300-1700"])
    func `digits that go on otherwise are no hours`(text: String) {
        #expect(!Look.marks(text, TimeDetector.scan))
    }

    @Test func `a number beside an hour is found alone`() {
        #expect(Look.found("0470123456 14h30") == ["phone: 0470123456"])
    }
}
