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
        ("j'habite 5000 Namur, Rue de la Station 12", "postal-address: 5000 Namur, Rue de la Station 12"),
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test(arguments: ["9000 Gent", "en 2018 à Paris", "je vis avec 1000 euros"])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
