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
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test(arguments: ["lodash@4.17.21", "rendez-vous @ 18h", "je suis (at) home", "écrivez à jean@example . Merci"])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
