import Testing

@testable import Redaction

/// What redaction wrote stays as it is.
@Suite struct PlaceholderDetectorTests {
    @Test(arguments: ["[téléphone]", "[date de naissance]", "[telefoon abcdefgh]"])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
        #expect(Look.marks(text, PlaceholderDetector.scan))
    }

    @Test(arguments: [
        ("[carte 4111 1111 1111 1111]", "card: 4111 1111 1111 1111"), ("[Téléphone: 0470123456]", "phone: 0470123456"),
        ("[nom qrstuvwx a@example.be]", "email: a@example.be"), ("[phone abcdefg 0470123456]", "phone: 0470123456"),
        ("[adresse : rue Haute 45, 5000 Namur]", "postal-address: rue Haute 45, 5000 Namur"),
    ])
    func `what somebody wrote in brackets behind such a word is looked at`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }
}
