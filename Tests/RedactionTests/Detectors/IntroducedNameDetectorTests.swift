import Testing

@testable import Redaction

/// Names of persons who are not known, where the words around introduce one.
@Suite struct IntroducedNameDetectorTests {
    @Test(arguments: [
        ("je m’appelle Noémie", "introduced-name: Noémie"), ("I'm Lieve Whitcombe", "introduced-name: Lieve Whitcombe"),
        ("Hi, I am Thibault and I have a question", "introduced-name: Thibault"),
        ("je suis Wannes", "introduced-name: Wannes"), ("moi c'est Nkechi", "introduced-name: Nkechi"),
        ("U spreekt met Ghislaine", "introduced-name: Ghislaine"), ("ich heiße Käthe. danke", "introduced-name: Käthe"),
        ("this is Noël Vandenbroucke", "introduced-name: Noël Vandenbroucke"),
        ("je suis Thibault PETIT", "introduced-name: Thibault PETIT"),
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test(arguments: [
        "je suis disponible", "je suis Belge", "I'm waiting", "ik ben thuis", "moi c'est pareil",
        "je m'appelle comment déjà ?", "c'est SOS Bonne journée", "JE SUIS FÂCHÉ", "ich bin Kunde",
    ])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
