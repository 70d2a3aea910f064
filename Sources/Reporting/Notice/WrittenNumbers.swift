/// Numbers of a notice, in digits or written out in French, Dutch or English, up to 99.
enum WrittenNumbers {
    /// The number whose last word stands before an index, and where its first one stands.
    static func number(before end: Int, in sentence: [String]) -> (value: Int, start: Int)? {
        guard end > 0 else { return nil }
        let (word, start) = (sentence[end - 1], end - 1)
        if let value = Int(word) { return (value, start) }
        guard let value = values[word] else { return nil }
        // `Dix-sept`, `vingt et un`, `thirty-six`, `soixante-douze`: a smaller word behind a greater one.
        let isJoined = start > 1 && ["et", "and"].contains(sentence[start - 1])
        let greater = start - (isJoined ? 2 : 1)
        guard greater >= 0, let tens = values[sentence[greater]], goes(value, with: tens) else { return (value, start) }
        return (tens + value, greater)
    }

    private static func goes(_ value: Int, with tens: Int) -> Bool {
        switch tens {
        case 10: (7...9).contains(value)
        case 60: value < 20
        default: tens > 10 && tens % 10 == 0 && value < 10
        }
    }

    private static let values: [String: Int] = {
        let lists = [
            "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
            "één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
                + "achttien negentien",
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                + "seventeen eighteen nineteen",
        ]
        let tens = [
            "dix vingt trente quarante cinquante soixante septante _ nonante",
            "tien twintig dertig veertig vijftig zestig zeventig tachtig negentig",
            "ten twenty thirty forty fifty sixty seventy eighty ninety",
        ]
        var values = ["une": 1, "een": 1]
        for list in lists {
            for (index, word) in list.split(separator: " ").enumerated() { values[String(word)] = index + 1 }
        }
        for list in tens {
            for (index, word) in list.split(separator: " ").enumerated() { values[String(word)] = 10 * (index + 1) }
        }
        // In Dutch the smaller part stands first, in the same word: `vierentwintig`, `tweeëntwintig`.
        for (index, unit) in lists[1].split(separator: " ").prefix(9).enumerated() {
            let joint = unit.hasSuffix("e") ? "ën" : "en"
            for (place, ten) in tens[1].split(separator: " ").enumerated().dropFirst() {
                values[(unit == "één" ? "een" : unit) + joint + ten] = 10 * (place + 1) + index + 1
            }
        }
        return values
    }()
}
