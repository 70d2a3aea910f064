import Testing

@testable import Redaction

/// A number that a person of the conversation is known by is found whatever stands around it.
@Suite struct KnownNumberDetectorTests {
    private let persons = [
        PersonProfile(phoneNumbers: ["+32479227795"]), PersonProfile(phoneNumbers: ["352621123456"]),
    ]

    @Test(arguments: [
        ("le contrat 0479-227795", "0479-227795"), ("commande n° 0479/22.77.95", "0479/22.77.95"),
        ("dossier 32479227795", "32479227795"), ("TVA BE 0479.227.795", "0479.227.795"),
        ("0479227795 €", "0479227795"),
        ("code 4 7 9 2 2 7 7 9 5", "4 7 9 2 2 7 7 9 5"), ("commande O479 22 77 9S", "O479 22 77 9S"),
        (
            "commande zéro quatre septante-neuf vingt-deux septante-sept nonante-cinq",
            "zéro quatre septante-neuf vingt-deux septante-sept nonante-cinq"
        ),
        ("order 621 123 456", "621 123 456"), ("index 000479227795", "0479227795"), ("SN1479227795X", "479227795"),
    ])
    func `in any writing, after a word that says otherwise`(text: String, number: String) {
        #expect(Look.found(text, of: persons) == ["phone: \(number)"])
        #expect(Look.found(text) != ["phone: \(number)"], "the word must say otherwise where the number is not known")
    }

    @Test func `from abroad and with brackets, as a whole`() {
        #expect(Look.found("ref +32 (0)479 22 77 95", of: persons) == ["phone: +32 (0)479 22 77 95"])
        #expect(Look.found("ticket 0032 479 227 795 x", of: persons) == ["phone: 0032 479 227 795"])
        #expect(Look.found("facture (0479) 22 77 95", of: persons) == ["phone: (0479) 22 77 95"])
    }

    @Test func `split over two messages`() {
        let (first, second) = ("le contrat 0479", "22 77 95 merci")
        #expect(Look.redacted(first, second, of: persons) == ["le contrat [téléphone]", "[téléphone] merci"])
        #expect(Look.redacted(first, second) == [first, second])
    }

    @Test func `other numbers, and numbers of other conversations, keep their reading`() {
        #expect(Look.found("le contrat 0479-227796", of: persons).isEmpty)
        #expect(Look.found("0479227795@example.be", of: persons) == ["email: 0479227795@example.be"])
        #expect(Look.redacted("le contrat 0479-227795", of: persons) == ["le contrat [téléphone]"])
        #expect(Look.redacted("le contrat 0479-227795") == ["le contrat 0479-227795"])
    }

    @Test(arguments: [
        "0479227795", "0032479227795", "32479227795@s.whatsapp.net", "32479227795:12", "+32 (0)479 22 77 95",
    ])
    func `however it is known`(written: String) {
        let person = PersonProfile(phoneNumbers: [written])
        #expect(Look.found("le contrat 0479-227795", of: [person]) == ["phone: 0479-227795"])
    }

    @Test func `a few digits are no number, and few are one by themselves only`() {
        #expect(Look.found("commande 12345", of: [PersonProfile(phoneNumbers: ["12345", "", "+", "+32"])]).isEmpty)
        let short = [PersonProfile(phoneNumbers: ["+32 2 512 34 5"])]
        #expect(Look.found("commande 12345123459", of: short).isEmpty)
    }

    @Test func `the category decides`() {
        let settings = RedactionSettings(categories: [.email], regions: ["BE"])
        #expect(Redactor(settings).findings(in: Array("contrat 0479-227795".utf8), of: persons).isEmpty)
    }
}
