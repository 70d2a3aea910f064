import Testing

@testable import Redaction

/// A post code and a town go with the street before or behind them, and stay alone.
@Suite struct PostTownTests {
    @Test(arguments: [
        ("Kerkstraat 5, B-9000 Gent", "postal-address: Kerkstraat 5, B-9000 Gent"),
        ("Kerkstraat 5\n9000 Gent", "postal-address: Kerkstraat 5\n9000 Gent"),
        ("j'habite 5000 Namur, Rue de la Station 12", "postal-address: 5000 Namur, Rue de la Station 12"),
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test(arguments: ["9000 Gent", "en 2018 à Paris"])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
