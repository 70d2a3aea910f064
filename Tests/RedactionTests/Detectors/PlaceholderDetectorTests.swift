import Testing

@testable import Redaction

/// What redaction wrote stays as it is.
@Suite struct PlaceholderDetectorTests {
    @Test(arguments: ["[téléphone]", "[date de naissance]", "[telefoon abcdefgh]", "+32 *** ** ** **"])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
