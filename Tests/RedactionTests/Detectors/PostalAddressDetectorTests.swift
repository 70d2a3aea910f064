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
        ("Quai de Rome 22/0031, 4000 Liège", "postal-address: Quai de Rome 22/0031, 4000 Liège"),
        ("Kerkstraat 12-14, 9000 Gent", "postal-address: Kerkstraat 12-14, 9000 Gent"),
        ("Kerkstraat n° 12", "postal-address: Kerkstraat n° 12"), ("Kerkstr. 12", "postal-address: Kerkstr. 12"),
        ("rue Haute, n° 45, 5000 Namur", "postal-address: rue Haute, n° 45, 5000 Namur"),
        ("14, boulevard du Souverain", "postal-address: 14, boulevard du Souverain"),
        ("Rue Haute 45 A, 5000 Namur", "postal-address: Rue Haute 45 A, 5000 Namur"),
        ("Rue Haute 45/2A, 5000 Namur", "postal-address: Rue Haute 45/2A, 5000 Namur"),
        ("Rue Haute 45bis, 5000 Namur", "postal-address: Rue Haute 45bis, 5000 Namur"),
        ("Rue Haute 45 bis, 5000 Namur", "postal-address: Rue Haute 45 bis, 5000 Namur"),
        ("Rue Haute 45 bte A3, 5000 Namur", "postal-address: Rue Haute 45 bte A3, 5000 Namur"),
        ("Kerkstraat 12 bus A, 9000 Gent", "postal-address: Kerkstraat 12 bus A, 9000 Gent"),
        ("Kerkstraat 12 b3, 9000 Gent", "postal-address: Kerkstraat 12 b3, 9000 Gent"),
        ("Meir 50, 2000 Antwerpen", "postal-address: Meir 50, 2000 Antwerpen"),
        ("Oude Baan 12\n3000 Leuven", "postal-address: Oude Baan 12\n3000 Leuven"),
        ("Bd. Tirou 12", "postal-address: Bd. Tirou 12"),
        ("Allée des Lilas 7, 5100 Jambes", "postal-address: Allée des Lilas 7, 5100 Jambes"),
        ("Kerkstraat 12 te 9000 Gent", "postal-address: Kerkstraat 12 te 9000 Gent"),
        ("Hauptstraße 5, 4780 St. Vith", "postal-address: Hauptstraße 5, 4780 St. Vith"),
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test func `the words between a number and a street are no part of it`() {
        #expect(
            Look.found("0032 467 55 17 35, leveren op Steenweg op Leuven 67, 1140 Evere")
                == ["phone: 0032 467 55 17 35", "postal-address: Steenweg op Leuven 67, 1140 Evere"])
    }

    @Test func `a name before the street is no town`() {
        #expect(
            Look.found("Livraison : Jean Dupont, rue Haute 45, 5000 Namur").last
                == "postal-address: rue Haute 45, 5000 Namur")
    }

    @Test(arguments: [
        "Bestelling 12, 2000 Stuks", "Version 13, 2022 Pro", "Mars 12, 2024 Bruxelles", "au 3e étage",
        "rue du 11 novembre", "une rue commerçante 12 fois", "code postal 1000",
    ])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
