import Testing

@testable import Redaction

/// Numbers of public registers and of things: they stay.
@Suite struct PublicNumberDetectorTests {
    @Test(arguments: [
        "+++090/9337/55493+++", "TVA BE 0403.170.701", "BCE 0403.170.701", "ISBN 978-2-07-036822-8", "KBO 0403.170.701",
        "BE 0403.170.701", "0403.170.701 svp",
        "SIRET 732 829 320 00074",
    ])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
        #expect(Look.marks(text, PublicNumberDetector.scan))
    }

    @Test func `what begins with 00 in groups is no article`() {
        #expect(Look.found("le bon, pas 0032 491 60 28 14") == ["phone: 0032 491 60 28 14"])
    }

    @Test func `what has no checksum is no enterprise`() {
        #expect(Look.found("0478.123.456 appelez") == ["phone: 0478.123.456"])
    }
}
