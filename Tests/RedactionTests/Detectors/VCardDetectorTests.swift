import Testing

@testable import Redaction

/// Names, addresses and dates of contact cards.
@Suite struct VCardDetectorTests {
    @Test(arguments: [
        ("BEGIN:VCARD\nNICKNAME:Zaza\nEND:VCARD", "contact-card: Zaza"),
        ("BEGIN:VCARD\nBDAY:1980-02-03\nEND:VCARD", "contact-card: 1980-02-03"),
        ("BEGIN:VCARD\nADR:;;Kerkstraat 5;Gent;;9000;BE\nEND:VCARD", "contact-card: Kerkstraat 5;Gent;;9000;BE"),
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test(arguments: ["NICKNAME:Zaza", "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD"])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
