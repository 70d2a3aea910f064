import Testing

@testable import Redaction

/// Detectors together: which of them holds, and how far a word reaches.
@Suite struct PrecedenceTests {
    @Test(arguments: [
        ("het totaal is 102,34 € 0470029307 is van mij", "0470029307"), ("76,53 € 0470.00.77.37", "0470.00.77.37"),
        ("143,59 € 0032 470 006819 is van mij", "0032 470 006819"),
        ("où en est le contrat Briclodru 0477/36.48.49", "0477/36.48.49"),
        ("de bestelling al opnieuw ingesteld?, (0470) 00 71 55", "(0470) 00 71 55"),
        ("le contrat (0474) 41 30 11", "(0474) 41 30 11"), ("le contrat ?, le 0 4 7 0 01 38 35", "0 4 7 0 01 38 35"),
        ("al 10 jaar klant, 0470-016333", "0470-016333"), ("klant mijn nmmer is 0470 00 79 03", "0470 00 79 03"),
        ("stopzetten voor 3 september.\n06 39 98 65 62", "06 39 98 65 62"),
        ("since 2 September. 06 39 98 65 62", "06 39 98 65 62"),
        ("depuis le 3 mai\n06/39.98.65.62", "06/39.98.65.62"),
        ("la commande. Gsm : 0032 470 014683", "0032 470 014683"),
        ("we need the invoice to go on. 0470 03 24 21", "0470 03 24 21"),
        ("my nmer is 07700900642", "07700900642"), ("to do with the invoice, 0470/00.25.25", "0470/00.25.25"),
        ("aan het contract Pracloju - 0032 470 422297", "0032 470 422297"),
    ])
    func `a word or sign does not reach a number over an end, a bracket or a value of its own`(
        text: String, number: String
    ) {
        #expect(Look.found(text) == ["phone: \(number)"])
    }

    @Test(arguments: [
        "commande 0476/256236", "order number 0470123456", "commande est 0470123456", "ma facture nr. 0470123456",
        "client 0470123456", "le 3 septembre 06", "€ 0470123456", "EAN: 0032470014683", "la commande : 0470 12 34 56",
    ])
    func `a reference, an amount and a date keep the digits they stand with`(text: String) {
        #expect(Look.found(text).isEmpty)
    }

    @Test func `where two would overlap, the earlier one in the order holds`() {
        // Fifteen digits of an IBAN are a card's length, and its end a telephone number's.
        #expect(Look.found("BE68 5390 0754 7034").count == 1)
        #expect(Look.found("0470123456@example.be") == ["email: 0470123456@example.be"])
        #expect(Look.found("facebook.com/0470123456") == ["handle: facebook.com/0470123456"])
        #expect(Look.found("32470123456@s.whatsapp.net") == ["link: 32470123456"])
        #expect(Look.found("né le 04/70/12 34 56") == ["phone: 04/70/12 34 56"])
    }

    @Test func `the examples of the page are true`() {
        func redacted(_ text: String, _ person: PersonProfile) -> String {
            var messages = ConversationText()
            messages.append(text.utf8, sender: 0)
            _ = Redactor(Look.settings).redact(&messages, of: [person])
            return String(decoding: messages.text(0), as: UTF8.self)
        }
        #expect(redacted("Mon numéro : 0470 12 34 56", PersonProfile()) == "Mon numéro : [téléphone]")
        #expect(redacted("ici lea", PersonProfile(firstName: "Léa")) == "ici [nom]")
    }
}
