import Conversations
import Testing

@testable import Redaction

@Suite struct RedactorTests {
    private let redactor = Redactor(RedactionSettings(replacement: .placeholder(.fr)))

    private func redacted(_ texts: String..., of persons: [PersonProfile] = []) -> [String] {
        var messages = ConversationText()
        for text in texts { messages.append(text.utf8, sender: 1) }
        _ = redactor.redact(&messages, of: persons)
        return (0..<messages.count).map { String(decoding: messages.text($0), as: UTF8.self) }
    }

    @Test(arguments: [
        "0470 12 34 56", "0470/12.34.56", "0470/12 34 56", "0470123456", "0470-12-34-56", "04 70 12 34 56",
        "+32 470 12 34 56", "+32470123456", "0032470123456", "+32 (0)470 12 34 56", "0032 470 12 34 56",
        "+33 6 39 98 12 34", "+31 6 55551234", "0639981234", "+1 (415) 555-0123", "+243 815 000 123",
        "０４７０　１２　３４　５６", "0️⃣4️⃣7️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣", "O47O l2 34 56", "zéro quatre cent septante douze trente-quatre cinquante-six",
    ])
    func `a telephone number is replaced and the words around it stay`(number: String) {
        #expect(redacted("Mon numéro est le \(number), merci") == ["Mon numéro est le [téléphone], merci"])
    }

    @Test func `links and messaging addresses lose their number and keep their form`() {
        #expect(
            redacted("https://wa.me/32470123456?text=Bonjour", "32470123456@s.whatsapp.net", "merci @32470123456 !")
                == ["https://wa.me/[téléphone]?text=Bonjour", "[téléphone]@s.whatsapp.net", "merci @[téléphone] !"])
    }

    @Test func `mail addresses, accounts and cards are replaced`() {
        #expect(
            redacted("jean.dupont@example.be", "IBAN BE68 5390 0754 7034 merci", "carte 4111 1111 1111 1111 refusée")
                == ["[e-mail]", "IBAN [compte] merci", "carte [carte] refusée"])
    }

    @Test func `a person's own names are replaced`() {
        let person = PersonProfile(displayName: "Élodie Van Damme", firstName: "Élodie", lastName: "Van Damme")
        #expect(
            redacted("Cordialement, ELODIE VAN DAMME", "c'est élodie", "E. Van Damme", "Damme, Belgique", of: [person])
                == ["Cordialement, [nom]", "c'est [nom]", "[nom]", "Damme, Belgique"])
    }

    @Test(arguments: ["commande n° 0470123456", "dossier 0470-12-34-56", "le 12/03/2024 à 14:30", "470,12 €"])
    func `what is nobody's number stays`(text: String) {
        #expect(redacted(text) == [text])
    }

    @Test func `a reference that has its value already does not keep the number behind it`() {
        #expect(redacted("Ma référence : Dupont, 0470 12 34 56") == ["Ma référence : Dupont, [téléphone]"])
        #expect(redacted("référence 0470-12-34-56") == ["référence 0470-12-34-56"])
    }

    @Test func `digits that end a split number begin no other`() {
        let texts = redacted("mon gsm 0470", "12 34 56", "0470 12", "34 56", "12 34 56")
        #expect(Array(texts[..<2]) == ["mon gsm [téléphone]", "[téléphone]"])
    }

    @Test func `redacting twice changes nothing`() {
        let once = redacted("appelez le 0470 12 34 56 ou jean@example.be")[0]
        #expect(once == "appelez le [téléphone] ou [e-mail]")
        #expect(redacted(once) == [once])
    }

    @Test func `what a finding hid is found once that is replaced`() {
        for text in ["rue Neuve 5 85.07.30-033.28", "tel 85.07.30-033.28 345605 34"] {
            let once = redacted(text)[0]
            #expect(!once.contains { $0.isNumber }, "\(once)")
            #expect(redacted(once) == [once])
        }
    }

    @Test func `numbers found are told in their international form, by message`() {
        var messages = ConversationText()
        messages.append("rien".utf8, sender: 1)
        messages.append("0470 12 34 56".utf8, sender: 1)
        let summary = redactor.redact(&messages, of: [])
        #expect(summary.phoneNumbers == [.init(message: 1, digits: Array("+32470123456".utf8))])
        #expect(summary.counts == [.phone: 1])
        #expect(summary.changedMessages == 1)
        #expect(!messages.isChanged(0) && messages.isChanged(1))
    }

    @Test func `a number that follows itself in a message is told once, and counted each time`() {
        var messages = ConversationText()
        messages.append("0470 12 34 56 ou 0470/12.34.56, ou 02 555 12 12, 0470 12 34 56".utf8, sender: 1)
        messages.append("0470 12 34 56".utf8, sender: 1)
        let summary = redactor.redact(&messages, of: [])
        #expect(
            summary.phoneNumbers.map { String(decoding: $0.digits.suffix(4), as: UTF8.self) } == [
                "3456", "1212", "3456", "3456",
            ])
        #expect(summary.phoneNumbers.map(\.message) == [0, 0, 0, 1])
        #expect(summary.counts == [.phone: 5])
    }
}

@Suite struct SplitNumberTests {
    private let redactor = Redactor(RedactionSettings(replacement: .placeholder(.fr)))

    private func redacted(_ texts: [(String, Int)]) -> ([String], RedactionSummary) {
        var messages = ConversationText()
        for (text, sender) in texts { messages.append(text.utf8, sender: sender) }
        let summary = redactor.redact(&messages, of: [])
        return ((0..<messages.count).map { String(decoding: messages.text($0), as: UTF8.self) }, summary)
    }

    @Test func `a number split over two messages of one sender is replaced in both`() {
        let (texts, summary) = redacted([("mon gsm est le 0470...", 1), ("12 34 56, merci", 1)])
        #expect(texts == ["mon gsm est le [téléphone]...", "[téléphone], merci"])
        #expect(summary.counts == [.phone: 1])
        #expect(summary.phoneNumbers == [.init(message: 0, digits: Array("+32470123456".utf8))])
    }

    @Test func `digits of two senders are not joined`() {
        let (texts, _) = redacted([("mon gsm est le 0470", 1), ("12 34 56", 2)])
        #expect(texts == ["mon gsm est le 0470", "12 34 56"])
    }
}
