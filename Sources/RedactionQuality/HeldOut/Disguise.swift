/// Other characters for the same digits and letters.
enum Disguise {
    /// Digits of other scripts and styles, by the scalar of their zero.
    static let zeros: [(String, UInt32)] = [
        ("full-width", 0xFF10), ("arabic-indic", 0x0660), ("persian", 0x06F0), ("devanagari", 0x0966),
        ("bengali", 0x09E6),
        ("thai", 0x0E50), ("math-bold", 0x1D7CE), ("math-sans", 0x1D7E2), ("math-mono", 0x1D7F6),
        ("segmented", 0x1FBF0),
    ]

    static func digits(_ text: String, zero: UInt32) -> String {
        map(text) { Unicode.Scalar(zero + $0).map(String.init) ?? "" }
    }

    static func keycaps(_ text: String) -> String { map(text) { "\($0)\u{FE0F}\u{20E3}" } }
    static func circled(_ text: String) -> String { sets(text, "⓪①②③④⑤⑥⑦⑧⑨") }
    static func negativeCircled(_ text: String) -> String { sets(text, "⓿❶❷❸❹❺❻❼❽❾") }
    static func superscript(_ text: String) -> String { sets(text, "⁰¹²³⁴⁵⁶⁷⁸⁹") }
    static func subscripts(_ text: String) -> String { sets(text, "₀₁₂₃₄₅₆₇₈₉") }

    static func bold(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar {
                    case "A"..."Z": Unicode.Scalar(0x1D400 + scalar.value - 65) ?? scalar
                    case "a"..."z": Unicode.Scalar(0x1D41A + scalar.value - 97) ?? scalar
                    default: scalar
                    }
                }))
    }

    private static func sets(_ text: String, _ ten: String) -> String {
        let ten = ten.map(String.init)
        return map(text) { ten[Int($0)] }
    }

    private static func map(_ text: String, _ digit: (UInt32) -> String) -> String {
        text.unicodeScalars.map { ("0"..."9").contains($0) ? digit($0.value - 48) : String($0) }.joined()
    }

    /// A number as people say it: digit by digit, or in pairs behind the first two.
    static func spoken(_ digits: String, _ tongue: Tongue, inPairs: Bool, _ chance: inout Chance) -> String {
        let values = digits.compactMap(\.wholeNumberValue)
        let sign = chance.pick([" ", " ", ", ", "-"])
        guard inPairs, values.count % 2 == 0 else {
            return values.map { word($0, tongue, &chance) }.joined(separator: sign)
        }
        return stride(from: 0, to: values.count, by: 2).map { at in
            let value = values[at] * 10 + values[at + 1]
            return value < 10
                ? "\(word(0, tongue, &chance)) \(word(value, tongue, &chance))" : word(value, tongue, &chance)
        }.joined(separator: chance.pick([" ", ", "]))
    }

    private static let units: [Tongue: [String]] = [
        .fr: "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".words,
        .nl: "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien".words,
        .en: "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
            .words,
        .de: "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
            .words,
    ]
    private static let tens: [Tongue: [String]] = [
        .fr: "vingt trente quarante cinquante soixante septante quatre-vingt nonante".words,
        .nl: "twintig dertig veertig vijftig zestig zeventig tachtig negentig".words,
        .en: "twenty thirty forty fifty sixty seventy eighty ninety".words,
        .de: "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".words,
    ]

    /// The word for a number below 100.
    static func word(_ value: Int, _ tongue: Tongue, _ chance: inout Chance) -> String {
        let small = units[tongue] ?? []
        if value < small.count { return small[value] }
        let unit = small[value % 10]
        if value < 20 {
            switch tongue {
            case .fr: return "dix-" + unit
            case .nl: return value == 18 ? "achttien" : unit + "tien"
            case .en: return value == 18 ? "eighteen" : unit + "teen"
            case .de: return value == 17 ? "siebzehn" : unit + "zehn"
            }
        }
        let ten = tens[tongue]?[value / 10 - 2] ?? ""
        if tongue == .fr, value / 10 == 7 || value / 10 == 9, chance.happens(50) {
            // As in France: soixante-dix-sept, quatre-vingt-douze.
            let base = value / 10 == 7 ? "soixante" : "quatre-vingt"
            return value == 71 ? "soixante et onze" : "\(base)-\(word(value % 10 + 10, .fr, &chance))"
        }
        if value % 10 == 0 { return value == 80 && tongue == .fr ? "quatre-vingts" : ten }
        switch tongue {
        case .fr: return value % 10 == 1 && value != 81 ? "\(ten) et un" : "\(ten)-\(unit)"
        case .nl: return unit + (unit.hasSuffix("e") ? "ën" : "en") + ten
        case .en: return "\(ten)\(chance.pick(["-", " "]))\(unit)"
        case .de: return (unit == "eins" ? "ein" : unit) + "und" + ten
        }
    }
}

extension String {
    fileprivate var words: [String] { split(separator: " ").map(String.init) }
}
