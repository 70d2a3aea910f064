import Testing

@testable import Redaction

/// Telephone numbers in the writings and disguises that people use.
@Suite struct PhoneDetectorTests {
    @Test(arguments: [
        ("gsm 0470 12 34 56", "phone: 0470 12 34 56"), ("0467-12.34.56", "phone: 0467-12.34.56"),
        ("nr0475123456", "phone: 0475123456"), ("kantoor 030 - 271 44 90", "phone: 030 - 271 44 90"),
        ("c'est le0496274813.", "phone: 0496274813"), ("sonst 460544557 ab 18 Uhr", "phone: 460544557"),
        ("the 455491589 is my mum's", "phone: 455491589"), ("468313092", "phone: 468313092"),
        ("sur le 499973600", "phone: 499973600"), ("whats app 212661482793", "phone: 212661482793"),
        ("Mijn 06 is 06 2845 1973", "phone: 06 2845 1973"),
        ("+32&nbsp;470&nbsp;12&nbsp;34&nbsp;56", "phone: +32&nbsp;470&nbsp;12&nbsp;34&nbsp;56"),
        ("tel,date\n0470123456,2024-03-12", "phone: 0470123456"), ("088 755 55 55", "phone: 088 755 55 55"),
        ("691 07 57 98 is goed", "phone: 691 07 57 98"), ("08 86 45 34 23", "phone: 08 86 45 34 23"),
        (
            "nul vierhonderd zeventig twaalf vierendertig zesenvijftig",
            "phone: nul vierhonderd zeventig twaalf vierendertig zesenvijftig"
        ),
        (
            "null hunderteinundsiebzig zwölf vierunddreißig sechsundfünfzig",
            "phone: null hunderteinundsiebzig zwölf vierunddreißig sechsundfünfzig"
        ),
        ("nulvierzevennul twaalf vierendertig zesenvijftig", "phone: nulvierzevennul twaalf vierendertig zesenvijftig"),
        ("Sie können mich unter 456932783 anrufen", "phone: 456932783"),
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

    /// The longest that are given at home and abroad: twelve digits in Germany with their 0, fifteen behind 00.
    @Test(arguments: [
        "0470 12 34 56", "01520 000 00 00", "0151 50 00 00 00", "00 32 470 12 34 56", "0049 1520 000 00 00",
        "+44 7700 900 123",
    ])
    func `a list beyond any that a person writes holds its numbers whole`(number: String) {
        let list = Array(repeating: number, count: 150)
        #expect(Look.found(list.joined(separator: "\n")) == list.map { "phone: \($0)" })
    }

    /// A second number could be read from the third pair of each.
    @Test func `a list of pairs alone, beyond any that a person writes, is cut where its numbers begin`() {
        let list = (0..<300).map { "06 \(10 + $0 * 7 % 90) 07 \(10 + $0 * 11 % 90) \(10 + $0 * 13 % 90)" }
        #expect(Look.found(list.joined(separator: " ")) == list.map { "phone: \($0)" })
    }

    @Test(arguments: [
        "le numéro de téléphone de ma commande est le ", "Rappelez-moi pour mon dossier au ", "mon gsm pour le suivi ",
        "Bel mij over mijn bestelling op ", "Call me about my order on ", "Die Telefonnummer im Vertrag ist ",
        "j'ai reçu le code sur ", "un cadeau pour ma mère ", "rappelez-moi pour la facture au numéro ",
        "over mijn dossier bel me op het nummer ",
    ])
    func `a reference in the sentence takes no number that somebody is called at`(words: String) {
        #expect(Look.found(words + "0470 12 34 56") == ["phone: 0470 12 34 56"])
    }

    @Test(arguments: [
        "klantennummer ", "ordernr ", "ordernr. ", "Kundennr. ", "Rechnungsnummer: ", "lidnummer is ", "Artikelnummer ",
        "part number ", "cmd ", "badge ", "matricule ", "dossiernr. ", "gsm, commande ", "téléphone portable commande ",
        "appelez-moi, la référence est ",
    ])
    func `digits behind a word for a reference stay`(words: String) {
        #expect(Look.found(words + "0470123456").isEmpty)
    }

    @Test(arguments: ["telefoonnummer ", "noodnummer ", "gsmnr. ", "contactnummer: "])
    func `a word for a telephone's number is none for a reference`(words: String) {
        #expect(Look.found(words + "0470123456") == ["phone: 0470123456"])
    }

    @Test func `five pairs are a number of France in a range not given out yet`() {
        let redactor = Redactor(RedactionSettings(regions: ["BE", "FR"]))
        #expect(redactor.findings(in: Array("08 46 45 34 23".utf8)).map(\.detector) == [.phone])
        #expect(redactor.findings(in: Array("084 645 3423".utf8)).isEmpty)
    }

    @Test func `a line of France that is free to call is nobody's, in pairs as well`() {
        let redactor = Redactor(RedactionSettings(regions: ["BE", "FR"]))
        #expect(redactor.findings(in: Array("08 02 27 31 85".utf8)).isEmpty)
    }

    /// 0164, 0168 and 0169 are pagers in Germany: lines that are nobody's.
    @Test func `the end of a number that is written digit by digit is no line of its own`() {
        let redactor = Redactor(RedactionSettings(regions: ["BE", "DE"]))
        for number in ["0 4 7 0 16 80 00", "0 4 7 0 16 40 00", "0 4 7 0 16 90 00"] {
            let findings = redactor.findings(in: Array("appelez le \(number), merci".utf8))
            #expect(findings.map(\.range) == [11..<11 + number.utf8.count])
        }
        for line in ["0800 1234567", "0 800 123 4567"] { #expect(redactor.findings(in: Array(line.utf8)).isEmpty) }
    }

    @Test func `a list needs no space behind its commas`() {
        #expect(Look.found("0496274813,0497274813") == ["phone: 0496274813", "phone: 0497274813"])
    }

    @Test(arguments: [
        "0800 12 345", "score 3-2", "index 012345", "32 x 45 cm", "2023-2024", "1.594,07 + 231,22 = 1.826,73",
        "customer number 460564157", "n° client 0468878595", "build 75240.4263", "devis 0470123456",
        "Buchung 0485123456", "1) modem\n0800 12 342\n1) décodeur", "the 455491589 is my order number",
        "loto 04 12 23 31 42",
        "1 2 5 2 8 8 6 3 4 2 2 0 9 3 0 7 0 8 1 9 8 3", "DE0470123456", "reçu 460544557",
        "my cell, lat 50.849884 lon 4.358725", "0470,12",
    ])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
