import Testing

@testable import Redaction

/// Long references in even groups: they stay.
@Suite struct ReferenceDetectorTests {
    @Test(arguments: [
        "SN 1234-5678-9012", "voucher 4909 0853 3946 6217", "serial 123456-123456-123456",
        "ICCID 8932 0420 0001 2345 678",
    ])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
        #expect(Look.marks(text, ReferenceDetector.scan))
    }

    @Test func `a number behind another word is found`() {
        #expect(Look.found("voucher 4909 0853 3946 6217, 0470 12 34 56") == ["phone: 0470 12 34 56"])
    }
}
