import Conversations
import Testing

@testable import Redaction

/// What takes the place of a finding, by kind of replacement.
@Suite struct ReplacementTests {
    /// One text for each category.
    static let texts: [(TextCategory, String)] = [
        (.phone, "gsm 0470 12 34 56"), (.name, "je m'appelle Noémie Gérard"), (.email, "mail jean@example.be"),
        (.iban, "IBAN BE68 5390 0754 7034"), (.card, "carte 4111 1111 1111 1111"),
        (.nationalNumber, "NISS 85.07.30-033.28"),
        (.handle, "insta: jean_dpt"), (.ipAddress, "ip 192.168.1.27"), (.birthDate, "né le 12/03/1984"),
        (.address, "Rue des Tanneurs 58, 4000 Liège"),
    ]

    static let kinds: [RedactionSettings.Replacement] =
        [.remove, .mask]
        + RedactionSettings.Language.allCases.flatMap { language -> [RedactionSettings.Replacement] in
            [.placeholder(language), .pseudonym(language, key(7))]
        }

    /// A keyed function that is none: the tests ask for equality alone.
    static func key(_ key: UInt8) -> RedactionSettings.KeyedHash {
        { bytes in
            let sum = bytes.reduce(UInt32(key)) { ($0 &* 16_777_619) ^ UInt32($1) }
            return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) }
        }
    }

    private func redacted(_ text: String, _ replacement: RedactionSettings.Replacement) -> String {
        var messages = ConversationText()
        messages.append(text.utf8, sender: 1)
        let settings = RedactionSettings(replacement: replacement, regions: Look.settings.regions)
        _ = Redactor(settings).redact(&messages, of: [])
        return String(decoding: messages.text(0), as: UTF8.self)
    }

    @Test(arguments: kinds.indices)
    func `redacting twice changes nothing, and once changes each`(kind: Int) {
        for (category, text) in Self.texts {
            let once = redacted(text, Self.kinds[kind])
            #expect(once != text, "\(category)")
            #expect(redacted(once, Self.kinds[kind]) == once, "\(category)")
            // Another policy later finds nothing in it either.
            for other in Self.kinds { #expect(redacted(once, other) == once, "\(category)") }
        }
    }

    @Test(
        arguments: zip(
            RedactionSettings.Language.allCases,
            [
                "[téléphone] [nom] [e-mail] [compte] [carte] [numéro national] [profil] [adresse IP] [date de naissance] [adresse]",
                "[telefoon] [naam] [e-mail] [rekening] [kaart] [rijksregisternummer] [profiel] [IP-adres] [geboortedatum] [adres]",
                "[phone] [name] [e-mail] [account] [card] [national number] [profile] [IP address] [date of birth] [address]",
            ]))
    func `placeholders speak the language of the reports`(language: RedactionSettings.Language, expected: String) {
        let words = Self.texts.map { category, text in
            redacted(text, .placeholder(language)).drop { $0 != "[" }
        }
        #expect(words.joined(separator: " ") == expected)
    }

    @Test(arguments: [
        ("0470 12 34 56", "+32 *** ** ** **"), ("+33 6 39 98 12 34", "+33 *** ** ** **"),
        ("+352 621 123 456", "+352 *** ** ** **"), ("+1 415 555 0123", "+1 *** ** ** **"),
        ("+212 661 48 27 93", "+212 *** ** ** **"), ("jean@example.be", "****"),
    ])
    func `a mask keeps the country of a number and nothing else`(text: String, expected: String) {
        #expect(redacted(text, .mask) == expected)
    }

    @Test func `a pseudonym follows the number and the key, not the writing`() {
        func pseudonym(_ text: String, _ key: UInt8) -> String { redacted(text, .pseudonym(.nl, Self.key(key))) }
        let one = pseudonym("0470 12 34 56", 1)
        #expect(one.hasPrefix("[telefoon ") && one.hasSuffix("]") && one.count == "[telefoon ".count + 9)
        #expect(!one.contains { $0.isNumber })
        for writing in ["+32 470 12 34 56", "0032470123456", "0470/12.34.56", "０４７０１２３４５６"] {
            #expect(pseudonym(writing, 1) == one)
        }
        #expect(pseudonym("0470 12 34 57", 1) != one)
        #expect(pseudonym("0470 12 34 56", 2) != one)
    }

    @Test func `a category has its own replacement where the policy gives one`() {
        var settings = RedactionSettings(replacement: .placeholder(.nl))
        settings.replacements = [.email: .remove, .phone: .mask]
        var messages = ConversationText()
        messages.append("0470 12 34 56 jean@example.be BE68 5390 0754 7034".utf8, sender: 1)
        _ = Redactor(settings).redact(&messages, of: [])
        #expect(String(decoding: messages.text(0), as: UTF8.self) == "+32 *** ** ** **  [rekening]")
    }
}
