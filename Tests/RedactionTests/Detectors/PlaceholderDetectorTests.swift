import Testing

@testable import Redaction

/// What redaction wrote stays as it is.
@Suite struct PlaceholderDetectorTests {
    @Test(arguments: ["[téléphone]", "[date de naissance]", "[telefoon abcdefgh]"])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
        #expect(Look.marks(text, PlaceholderDetector.scan))
    }
}
