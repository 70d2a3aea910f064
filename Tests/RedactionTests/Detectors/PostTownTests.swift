import Testing

@testable import Redaction

/// A post code and a town go with the street before or behind them, or after a word for a home, and stay alone.
@Suite struct PostTownTests {
    @Test(arguments: [
        ("Kerkstraat 5, B-9000 Gent", "postal-address: Kerkstraat 5, B-9000 Gent"),
        ("Kerkstraat 5\n9000 Gent", "postal-address: Kerkstraat 5\n9000 Gent"),
        ("code postal 5000 Namur", "postal-address: 5000 Namur"), ("je vis à 4000 Liège", "postal-address: 4000 Liège"),
        (
            "1600 Pennsylvania Avenue, Washington DC 20500",
            "postal-address: 1600 Pennsylvania Avenue, Washington DC 20500"
        ),
        ("Str. Eminescu nr. 48, Cluj-Napoca 400033", "postal-address: Str. Eminescu nr. 48, Cluj-Napoca 400033"),
        ("Lindenstraße 53, D-52062 Aachen", "postal-address: Lindenstraße 53, D-52062 Aachen"),
        ("voilà, 153 boulevard Voltaire 69003 Lyon", "postal-address: 153 boulevard Voltaire 69003 Lyon"),
        ("Gent, Kerkstraat 5 bus 2", "postal-address: Gent, Kerkstraat 5 bus 2"),
        ("j'habite 5000 Namur, Rue de la Station 12", "postal-address: 5000 Namur, Rue de la Station 12"),
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test func `what is found before a street is no town of it`() {
        #expect(
            Look.found("facebook.com/thibault, 153 boulevard Voltaire 69003 Lyon")
                == ["handle: facebook.com/thibault", "postal-address: 153 boulevard Voltaire 69003 Lyon"])
    }

    @Test(arguments: ["code postal 1000\nKvK 84405352", "9000 Gent", "en 2018 à Paris", "je vis avec 1000 euros"])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
