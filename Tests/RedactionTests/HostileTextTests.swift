import Testing

@testable import Redaction

/// Time is linear in the length, whatever the text: ten times the length takes no more than some ten times the time.
@Suite struct HostileTextTests {
    private static let patterns = [
        "1 ", "0470 12 34 56 ", "+32 ", "0", "00", "9", "a@", "a.b", "l1o0", "|", "zéro ", "quatre-vingt-", "rue ",
        "12 rue ", "::", "1:",
        "@a", "(", "fb.com/", "wamid.", "BE68 ", "1.2.3.4.", "\n", "je m'appelle ", "A. ", "+", "0️⃣", "e\u{301}",
        "BEGIN:VCARD\nN:", "né le 1 ",
    ]

    @Test(arguments: patterns)
    func `a long text of one pattern takes time by its length`(pattern: String) {
        let redactor = Redactor(RedactionSettings(replacement: .placeholder(.fr)))
        func time(_ bytes: Int) -> Duration {
            let text = Array(repeatElement(Array(pattern.utf8), count: bytes / pattern.utf8.count).joined())
            let clock = ContinuousClock()
            return clock.measure { _ = redactor.findings(in: text, of: [PersonProfile(displayName: "Anna Maes")]) }
        }
        _ = time(1000)
        let (short, long) = (time(2_000), time(20_000))
        #expect(long < short * 40 + .milliseconds(500))
    }

    @Test func `a text of many pieces loses what it holds, wherever a piece ends`() {
        let redactor = Redactor(RedactionSettings(replacement: .placeholder(.fr)))
        let line = "Bonjour, rappelez-moi au 0470 12 34 56 ou écrivez à léa@example.be, merci 😊 pour l’été. "
        for lead in [0, 1, 7, 40, 61, 80] {
            let text = String(repeating: "é", count: lead) + " " + String(repeating: line, count: 2000)
            var messages = ConversationText()
            messages.append(text.utf8, sender: 0)
            _ = redactor.redact(&messages, of: [])
            let expected = text.replacing("0470 12 34 56", with: "[téléphone]").replacing(
                "léa@example.be", with: "[e-mail]")
            #expect(String(decoding: messages.text(0), as: UTF8.self) == expected)
        }
    }

    @Test(arguments: [-12, -1, 4])
    func `a number over the border of two parts is found once and whole`(place: Int) {
        let redactor = Redactor(RedactionSettings(replacement: .placeholder(.fr)))
        let number = "0470 12 34 56"
        let filler = Array(String(repeating: "des mots là. ", count: 1 << 17).utf8)
        // A number over the end of the first piece moves all pieces behind it: then the last one goes over the border.
        let first = Array(filler.prefix((32 << 10) - 6)) + Array(" \(number), ".utf8)
        let before = first + filler.prefix((1 << 20) + place - first.count)
        let text = before + Array(" \(number) et \(number). ".utf8) + filler.prefix(1 << 17)
        #expect(redactor.findings(in: text).map(\.range.count) == [13, 13, 13])
        var messages = ConversationText()
        messages.append(text, sender: 0)
        let summary = redactor.redact(&messages, of: [])
        #expect(summary.counts[.phone] == 3)
        let left = String(decoding: messages.text(0), as: UTF8.self)
        #expect(left == String(decoding: text, as: UTF8.self).replacing(number, with: "[téléphone]"))
    }
}
