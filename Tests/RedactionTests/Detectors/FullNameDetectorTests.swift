import Testing

@testable import Redaction

@Suite struct FullNameDetectorTests {
    private func redacted(_ text: String, names: [PersonProfile], texts: [String] = []) -> String {
        var store = StoreNames()
        for text in texts { Array(text.utf8).withUnsafeBufferPointer { store.sample($0, of: []) } }
        for name in names { store.add(name) }
        let settings = RedactionSettings(replacement: .placeholder(.fr), names: store)
        var messages = ConversationText()
        messages.append(text.utf8, sender: 1)
        _ = Redactor(settings).redact(&messages, of: [])
        return String(decoding: messages.text(0), as: UTF8.self)
    }

    private let people = [
        PersonProfile(displayName: "Hélène De Smet"), PersonProfile(firstName: "Yusuf", lastName: "Öztürk"),
        PersonProfile(displayName: "Client Commande"), PersonProfile(displayName: "Ann"),
    ]

    @Test(arguments: [
        ("vu avec helene de smet", "vu avec [nom]"), ("De Smet Hélène", "[nom]"), ("De Smet, Helene.", "[nom]."),
        ("Yusuf Öztürk et Ozturk Yusuf", "[nom] et [nom]"), ("d’Yusuf Öztürk", "d’[nom]"),
        ("Hélène seule", "Hélène seule"), ("de smet", "de smet"), ("Yusuf. 12. Öztürk", "Yusuf. 12. Öztürk"),
        ("le client commande", "le client commande"), ("chez Client Commande", "chez [nom]"), ("Ann De", "Ann De"),
        ("Hélène\nDe Smet", "Hélène\nDe Smet"),
    ])
    func `full names of persons elsewhere are found, and parts of them are not`(text: String, expected: String) {
        #expect(redacted(text, names: people) == expected)
    }

    @Test func `a full name that many messages hold is skipped`() {
        let stranger = PersonProfile(displayName: "Bonne Journee")
        let texts = (0..<100).map { $0 % 10 == 0 ? "merci et bonne journée" : "texte" }
        #expect(redacted("Bonne Journée", names: [stranger], texts: texts) == "Bonne Journée")
        #expect(redacted("Bonne Journée", names: [stranger]) == "[nom]")
        var store = StoreNames()
        for text in texts { Array(text.utf8).withUnsafeBufferPointer { store.sample($0, of: []) } }
        store.add(stranger)
        store.add(stranger)
        #expect(store.skipped == 1)
    }

    @Test func `a set of phrases grows, and holds what was put in and nothing else`() {
        var set = PhraseSet()
        let words = (0..<4000).map { WordHash.of("word\($0)".utf8) }
        for (index, word) in words.enumerated() where index % 2 == 0 {
            set.insert([word, words[index + 1]], needsCapitals: index % 4 == 0)
        }
        func phrase(_ a: Int, _ b: Int) -> UInt64 { PhraseSet.adding(words[b], to: PhraseSet.adding(words[a], to: 0)) }
        for index in stride(from: 0, to: 4000, by: 2) {
            #expect(set.mayBegin(words[index]) && set.opens(phrase(index, index + 1)))
            #expect(set.contains(phrase(index, index + 1), hasCapitals: true))
            #expect(set.contains(phrase(index, index + 1), hasCapitals: false) == (index % 4 != 0))
            #expect(!set.contains(phrase(index + 1, index), hasCapitals: true))
        }
    }
}
