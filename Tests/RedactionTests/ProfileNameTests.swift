import Conversations
import Testing

@testable import Redaction

@Suite struct ProfileNameTests {
    private func redacted(_ text: String, _ person: PersonProfile, _ settings: RedactionSettings? = nil) -> String {
        var messages = ConversationText()
        messages.append(text.utf8, sender: 1)
        _ = Redactor(settings ?? RedactionSettings(replacement: .placeholder(.fr))).redact(&messages, of: [person])
        return String(decoding: messages.text(0), as: UTF8.self)
    }

    private let person = PersonProfile(
        displayName: "Élodie Van Damme", firstName: "Élodie", lastName: "Van Damme", otherNames: ["Élo"])

    @Test(arguments: [
        "Élodie Van Damme", "élodie van damme", "ELODIE VAN DAMME", "Elodie", "Van Damme Élodie", "Van Damme, Elodie",
        "É. Van Damme", "E.V.", "elodievandamme", "Elodie-Van Damme", "E\u{301}lodie Van Damme",
        "É\u{200B}l\u{200B}odie",
        "𝐄𝐥𝐨𝐝𝐢𝐞 𝐕𝐚𝐧 𝐃𝐚𝐦𝐦𝐞", "Ellodie Van Damme", "Élo",
    ])
    func `a person's own name is found however it is written`(name: String) {
        #expect(redacted("Cordialement, \(name)", person) == "Cordialement, [nom]")
    }

    @Test func `an everyday word is a name only where a capital or the words around say so`() {
        let rose = PersonProfile(displayName: "Rose Petit", firstName: "Rose", lastName: "Petit")
        #expect(redacted("une rose et un petit colis", rose) == "une rose et un petit colis")
        #expect(redacted("Petit souci avec le colis", rose) == "Petit souci avec le colis")
        #expect(redacted("je m'appelle rose", rose) == "je m'appelle [nom]")
        #expect(redacted("merci à Rose Petit", rose) == "merci à [nom]")
    }

    @Test func `a name within a longer word stays`() {
        #expect(redacted("la marinière", PersonProfile(firstName: "Marin")) == "la marinière")
    }

    @Test func `a profile name that is a word of many messages cannot blank the store`() {
        var names = StoreNames()
        for number in 0..<1000 {
            Array((number % 10 == 0 ? "ma commande est là" : "bonjour, merci").utf8).withUnsafeBufferPointer {
                names.sample($0, of: [])
            }
        }
        let stranger = PersonProfile(displayName: "Commande", firstName: "Commande")
        let open = RedactionSettings(replacement: .placeholder(.fr))
        #expect(redacted("où est ma Commande bleue", stranger, open) == "où est ma [nom] bleue")
        var guarded = open
        guarded.names = names
        #expect(redacted("où est ma Commande bleue", stranger, guarded) == "où est ma Commande bleue")
        var messages = ConversationText()
        messages.append("rien".utf8, sender: 1)
        #expect(Redactor(guarded).redact(&messages, of: [stranger]).skippedNames == 1)
    }

    @Test func `operators are found by their full name only`() {
        let settings = RedactionSettings(replacement: .placeholder(.fr), operators: ["Jan Peeters"])
        let nobody = PersonProfile()
        #expect(redacted("vu avec jan peeters hier", nobody, settings) == "vu avec [nom] hier")
        #expect(redacted("vu en jan et feb", nobody, settings) == "vu en jan et feb")
    }

    @Test(arguments: [
        ("Je m'appelle Noémie Gérard et j'attends", "Je m'appelle [nom] et j'attends"),
        ("my name is john", "my name is [nom]"), ("Mijn naam is Femke Maes.", "Mijn naam is [nom]."),
        ("Ik ben Femke Maes", "Ik ben [nom]"), ("ik ben thuis", "ik ben thuis"), ("Ik ben Femke", "Ik ben [nom]"),
        ("je suis disponible", "je suis disponible"),
        ("le dossier est au nom de Popescu", "le dossier est au nom de [nom]"),
        ("le dossier est au nom de ma femme", "le dossier est au nom de ma femme"),
        ("On m'a dit de venir", "On m'a dit de venir"), ("Hello, Thanks a lot", "Hello, Thanks a lot"),
    ])
    func `names that are introduced are found`(text: String, expected: String) {
        #expect(redacted(text, PersonProfile()) == expected)
    }
}
