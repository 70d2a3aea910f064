import Testing

@testable import Redaction

/// Streets with their numbers, post codes and towns.
@Suite struct PostalAddressDetectorTests {
    @Test(arguments: [
        ("J'habite Rue de la Station 12, 5000 Namur", "postal-address: Rue de la Station 12, 5000 Namur"),
        ("Kerkstraat 5 bus 2, 2000 Antwerpen", "postal-address: Kerkstraat 5 bus 2, 2000 Antwerpen"),
        ("livrer 9 bis impasse des Lilas, 69003 Lyon", "postal-address: 9 bis impasse des Lilas, 69003 Lyon"),
        ("Rue des Tanneurs 58", "postal-address: Rue des Tanneurs 58"),
        ("Prinsengracht 12, 1016 HK Amsterdam", "postal-address: Prinsengracht 12, 1016 HK Amsterdam"),
        ("av. Louise 523/4 1050 Ixelles", "postal-address: av. Louise 523/4 1050 Ixelles"),
        ("Steenweg op Leuven 214, 1140 Evere", "postal-address: Steenweg op Leuven 214, 1140 Evere"),
        ("105 Church Road, London SW1A 1AA", "postal-address: 105 Church Road, London SW1A 1AA"),
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test func `the words between a number and a street are no part of it`() {
        #expect(
            Look.found("0032 467 55 17 35, leveren op Steenweg op Leuven 67, 1140 Evere")
                == ["phone: 0032 467 55 17 35", "postal-address: Steenweg op Leuven 67, 1140 Evere"])
    }

    @Test(arguments: ["au 3e étage", "rue du 11 novembre", "une rue commerçante 12 fois", "code postal 1000"])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
