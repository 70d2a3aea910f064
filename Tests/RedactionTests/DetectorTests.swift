import Testing

@testable import Redaction

/// Each detector by itself: what it finds, under its name, and what of its like stays.
@Suite struct DetectorTests {
    private let redactor = Redactor(
        RedactionSettings(
            replacement: .placeholder(.fr), regions: ["BE", "FR", "NL", "LU", "DE", "GB", "MA", "CD", "RO", "US"]))

    private func found(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return redactor.findings(in: bytes).map { finding in
            "\(finding.detector.rawValue): \(String(decoding: bytes[finding.range], as: UTF8.self))"
        }
    }

    @Test(arguments: [
        ("https://wa.me/32470123456?text=a", "link: 32470123456"), ("tel:+32470123456", "link: +32470123456"),
        ("api.whatsapp.com/send?phone=32470123456", "link: 32470123456"), ("waid=32470123456:", "link: 32470123456"),
        ("32470123456-1520000000@g.us", "link: 32470123456-1520000000"), ("12345678901234@lid", "link: 12345678901234"),
        ("id wamid.HBgLMzI0NzAwMDAwMTIVAgARGBI=", "message-id: wamid.HBgLMzI0NzAwMDAwMTIVAgARGBI="),
        ("BEGIN:VCARD\nNICKNAME:Zaza\nEND:VCARD", "contact-card: Zaza"),
        ("BEGIN:VCARD\nBDAY:1980-02-03\nEND:VCARD", "contact-card: 1980-02-03"),
        ("jean (at) example (dot) be", "email: jean (at) example (dot) be"),
        ("a.b+c@mail.example.be.", "email: a.b+c@mail.example.be"),
        ("voir facebook.com/jean.dupont !", "handle: facebook.com/jean.dupont"), ("suivez @jean_d", "handle: @jean_d"),
        ("insta: jean_dpt", "handle: jean_dpt"),
        ("ip 192.168.1.27", "ip: 192.168.1.27"), ("2a02:2788:1:2::1", "ip: 2a02:2788:1:2::1"),
        ("BE68 5390 0754 7034", "iban: BE68 5390 0754 7034"), ("be68539007547034", "iban: be68539007547034"),
        ("4111-1111-1111-1111", "card: 4111-1111-1111-1111"), ("3782 822463 10005", "card: 3782 822463 10005"),
        ("85.07.30-033.28", "national-number: 85.07.30-033.28"), ("né le 12/03/1984", "birth-date: 12/03/1984"),
        ("geboren op 3 mei 1990", "birth-date: 3 mei 1990"), ("gsm 0470 12 34 56", "phone: 0470 12 34 56"),
        ("J'habite Rue de la Station 12, 5000 Namur", "postal-address: Rue de la Station 12, 5000 Namur"),
        ("Kerkstraat 5 bus 2, 2000 Antwerpen", "postal-address: Kerkstraat 5 bus 2, 2000 Antwerpen"),
        ("je m’appelle Noémie", "introduced-name: Noémie"),
    ])
    func `a detector finds what is its own`(text: String, expected: String) {
        #expect(found(text) == [expected])
    }

    @Test(arguments: [
        "BE68 5390 0754 7035", "4111 1111 1111 1112 pièces", "le 12/03/1984", "2024-06-13T23:15:00Z", "de 8h30 à 12h30",
        "9u00-18u00", "+++090/9337/55493+++", "TVA BE 0403.170.701", "BCE 0403.170.701", "ISBN 978-2-07-036822-8",
        "CD123456785BE", "123e4567-e89b-42d3-a456-426614174000", "IMG-20220804-WA7476.jpg", "50.8503, 4.3517",
        "v1.2.3.4",
        "1 234 567,89 €", "12 %", "commande 0470-12-34-56", "SN 1234-5678-9012", "[téléphone]", "[date de naissance]",
        "score 3-2", "0800 12 345", "erreur 0x80070057", "index 012345", "4 923 787 FC", "32 x 45 cm", "2023-2024",
        "TRK 3232 1234 5678 9012 3456 7890",
    ])
    func `what is nobody's stays`(text: String) {
        #expect(found(text).isEmpty)
    }

    @Test func `where two would overlap, the earlier one in the order holds`() {
        // Fifteen digits of an IBAN are a card's length, and its end a telephone number's.
        #expect(found("BE68 5390 0754 7034").count == 1)
        #expect(found("0470123456@example.be") == ["email: 0470123456@example.be"])
        #expect(found("facebook.com/0470123456") == ["handle: facebook.com/0470123456"])
        #expect(found("32470123456@s.whatsapp.net") == ["link: 32470123456"])
        #expect(found("né le 04/70/12 34 56") == ["phone: 04/70/12 34 56"])
    }

    @Test func `the examples of the page are true`() {
        func redacted(_ text: String, _ person: PersonProfile) -> String {
            var messages = ConversationText()
            messages.append(text.utf8, sender: 0)
            _ = redactor.redact(&messages, of: [person])
            return String(decoding: messages.text(0), as: UTF8.self)
        }
        #expect(redacted("Mon numéro : 0470 12 34 56", PersonProfile()) == "Mon numéro : [téléphone]")
        #expect(redacted("ici lea", PersonProfile(firstName: "Léa")) == "ici [nom]")
    }
}
