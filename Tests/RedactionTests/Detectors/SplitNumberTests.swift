import Testing

@testable import Redaction

/// A number that one sender splits over two messages.
@Suite struct SplitNumberDetectorTests {
    @Test(arguments: [
        ("mon gsm 0470", "12 34 56"), ("gsm 0470 12", "34 56 merci"), ("bel me op +32 470", "12 34 56"),
        ("0470-", "12-34-56"), ("tel 0470...", "12 34 56"), ("tel 0470 …", "12 34 56"),
    ])
    func `both halves go`(first: String, second: String) {
        let after = Look.redacted(first, second)
        #expect(after[0].contains("[téléphone]") && !after[0].contains("0470"))
        #expect(after[1].hasPrefix("[téléphone]") && !after[1].contains("34"))
    }

    @Test(arguments: [
        ("+32 470", "123456"), ("+32470", "123456"), ("(+32) 470", "12 34 56"), ("+32(0)470", "123456"),
        ("+33 6 12", "34 56 78"),
    ])
    func `what begins with a country's code goes whole`(first: String, second: String) {
        #expect(Look.redacted(first, second) == ["[téléphone]", "[téléphone]"])
    }

    @Test(arguments: [("commande 0470", "12 34 56 pièces"), ("le 12", "à 14:30"), ("il en reste 12", "34 euros")])
    func `two messages that end and begin with digits stay`(first: String, second: String) {
        #expect(Look.redacted(first, second) == [first, second])
    }
}
