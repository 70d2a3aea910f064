import Testing

@testable import Redaction

/// Numbers of machines and parcels: they stay.
@Suite struct TechnicalNumberDetectorTests {
    @Test(arguments: [
        "123e4567-e89b-42d3-a456-426614174000", "IMG-20220804-WA7476.jpg", "CD123456785BE", "50.8503, 4.3517",
        "TRK 3232 1234 5678 9012 3456 7890",
    ])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
        #expect(Look.marks(text, TechnicalNumberDetector.scan))
    }

    @Test func `a number beside one is found`() {
        #expect(Look.found("IMG-20220804-WA7476.jpg 0470 12 34 56") == ["phone: 0470 12 34 56"])
    }
}
