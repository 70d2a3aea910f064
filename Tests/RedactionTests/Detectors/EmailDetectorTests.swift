import Testing

@testable import Redaction

/// Mail addresses, however the sign and the dots are written.
@Suite struct EmailDetectorTests {
    @Test(arguments: [
        ("jean (at) example (dot) be", "email: jean (at) example (dot) be"),
        ("a.b+c@mail.example.be.", "email: a.b+c@mail.example.be"), ("JEAN@EXAMPLE.BE", "email: JEAN@EXAMPLE.BE"),
        ("mailto:jean@example.be", "email: mailto:jean@example.be"),
        ("jean arobase example point be", "email: jean arobase example point be"),
        ("jean(at)example.be", "email: jean(at)example.be"), ("jean[at]example.be", "email: jean[at]example.be"),
        ("jean&#64;example.be", "email: jean&#64;example.be"), ("jean@example . be", "email: jean@example . be"),
        ("jean point dupont arobase example point be", "email: jean point dupont arobase example point be"),
        ("jean＠example.be", "email: jean＠example.be"), ("jean%40example.be", "email: jean%40example.be"),
        ("jean@example.be,merci", "email: jean@example.be"), ("jean@example.be.Merci", "email: jean@example.be"),
        ("jean@example,be", "email: jean@example,be"), ("jean@ example.be", "email: jean@ example.be"),
        ("jean.maes @example.be", "email: jean.maes @example.be"),
        ("jean-maes at example.be", "email: jean-maes at example.be"),
        ("jean at gmail.com", "email: jean at gmail.com"),
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test func `each address of a list is found`() {
        #expect(Look.found("jean@example.be,lea@example.com") == ["email: jean@example.be", "email: lea@example.com"])
    }

    @Test(arguments: [
        "WhatsApp Image 2024-03-12 at 08.30.12.jpeg", "look at example.be", "bought it at shop.example.com",
        "ouvert at 08.30.be", "lodash@4.17.21", "rendez-vous @ 18h",
        "je suis (at) home", "écrivez à jean@example . Merci",
    ])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
