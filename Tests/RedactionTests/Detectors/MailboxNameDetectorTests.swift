import Testing

@testable import Redaction

/// The name that stands before a mail address in brackets.
@Suite struct MailboxNameDetectorTests {
    @Test(arguments: [
        ("De : Nathalie Renson <n.renson@example.be>", "Nathalie Renson"),
        ("Van: Joris Claes [mailto:joris@example.be]", "Joris Claes"),
        ("\"Claes, Joris\" <joris@example.be>", "Claes, Joris"),
        ("Cc: Anna van den Berg <anna@example.be>, x", "Anna van den Berg"),
    ])
    func `is found`(text: String, name: String) {
        #expect(Look.found(text).first == "introduced-name: \(name)")
    }

    @Test(arguments: ["écrivez à <jean@example.be>", "notre adresse <jean@example.be>", "Commande <jean@example.be>"])
    func `stays`(text: String) {
        #expect(Look.found(text) == ["email: jean@example.be"])
    }

    @Test func `each of many is found`() {
        let list = (0..<50).map { _ in "Anna Maes <anna@example.be>" }.joined(separator: ", ")
        #expect(Look.found(list).filter { $0 == "introduced-name: Anna Maes" }.count == 50)
    }
}
