import Testing

@testable import Redaction

/// Amounts of money and percentages: they stay.
@Suite struct AmountDetectorTests {
    @Test(arguments: ["1 234 567,89 €", "12 %", "€ 0470123456", "470,12 €", "0470,12 EUR"])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
        #expect(Look.marks(text, AmountDetector.scan))
    }

    @Test func `a number behind an amount is found`() {
        #expect(Look.found("76,53 € 0470.00.77.37") == ["phone: 0470.00.77.37"])
    }
}
