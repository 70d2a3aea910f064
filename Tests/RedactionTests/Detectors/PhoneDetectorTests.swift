import Testing

@testable import Redaction

/// Telephone numbers in the writings and disguises that people use.
@Suite struct PhoneDetectorTests {
    @Test(arguments: [
        ("gsm 0470 12 34 56", "phone: 0470 12 34 56"), ("0467-12.34.56", "phone: 0467-12.34.56"),
        ("nr0475123456", "phone: 0475123456"), ("Sie können mich unter 456932783 anrufen", "phone: 456932783"),
        (
            "null vier, siebenundsechzig, achtzehn, vierunddreißig, zwölf",
            "phone: null vier, siebenundsechzig, achtzehn, vierunddreißig, zwölf"
        ),
        (
            "plus drie twee vier acht negen twee een een nul zes zeven",
            "phone: plus drie twee vier acht negen twee een een nul zes zeven"
        ),
        (
            "zéro quatre, quatre-vingt-neuf, soixante-dix-huit, vingt-six, cinquante-six",
            "phone: zéro quatre, quatre-vingt-neuf, soixante-dix-huit, vingt-six, cinquante-six"
        ), ("%30%34%37%30%31%32%33%34%35%36", "phone: %30%34%37%30%31%32%33%34%35%36"),
        ("&#x2B;32470123456", "phone: &#x2B;32470123456"),
        ("&plus;32&nbsp;470123456", "phone: &plus;32&nbsp;470123456"), ("GSM 🯰🯴🯷🯳 🯴🯵 🯹🯸 🯱🯹", "phone: 🯰🯴🯷🯳 🯴🯵 🯹🯸 🯱🯹"),
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test(arguments: [
        "0800 12 345", "score 3-2", "index 012345", "32 x 45 cm", "2023-2024", "1.594,07 + 231,22 = 1.826,73",
        "customer number 460564157", "n° client 0468878595", "build 75240.4263", "devis 0470123456",
        "Buchung 0485123456",
    ])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
