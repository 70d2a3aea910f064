import Testing

@testable import Redaction

/// Bank accounts, by length and checksum.
@Suite struct IBANDetectorTests {
    @Test(arguments: [
        ("BE68 5390 0754 7034", "iban: BE68 5390 0754 7034"), ("539-0075470-34", "iban: 539-0075470-34"),
        ("be68539007547034", "iban: be68539007547034"),
        ("BE68-5390-0754-7034", "iban: BE68-5390-0754-7034"), ("IBAN:BE68539007547034.", "iban: BE68539007547034"),
        ("ＢＥ６８ ５３９０ ０７５４ ７０３４", "iban: ＢＥ６８ ５３９０ ０７５４ ７０３４"),
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test(arguments: [
        "BE68 5390 0754 7035", "XX68 5390 0754 7034", "539-0075470-35", "lat 50.844011 lon 4.357762",
        "TVA BE0403170701, Zalig kerstfeest",
    ])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
