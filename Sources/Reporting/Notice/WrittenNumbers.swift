/// Numbers of a notice, in digits or written out in French, Dutch or English, up to 99.
enum WrittenNumbers {
    /// The number whose last word stands before an index, and where its first one stands. Nil where none does, or its words
    /// make no such number.
    static func number(before end: Int, in sentence: [String]) -> (value: Int, start: Int)? {
        guard end > 0 else { return nil }
        if let value = Int(sentence[end - 1]) { return (value, end - 1) }
        var (start, words) = (end, [Int]())
        while start > 0 {
            let word = sentence[start - 1]
            if let value = values[word] {
                words.insert(value, at: 0)
            } else if !words.isEmpty, start > 1, ["et", "and"].contains(word), (values[sentence[start - 2]] ?? 0) >= 20
            {
                // `Vingt et un`, and no `un mois et six semaines`.
            } else {
                break
            }
            start -= 1
        }
        return value(of: words[...]).map { ($0, start) }
    }

    /// `Dix-sept`, `vingt et un`, `soixante-douze`, `quatre-vingt-dix`, `thirty-six`.
    private static func value(of words: ArraySlice<Int>) -> Int? {
        guard let first = words.first else { return nil }
        if words.count == 1 { return first < 100 ? first : nil }
        if words.starts(with: [4, 20]) {
            return words.count == 2 ? 80 : value(of: words.dropFirst(2)).flatMap { $0 < 20 ? 80 + $0 : nil }
        }
        guard let rest = value(of: words.dropFirst()) else { return nil }
        switch first {
        case 10: return (7...9).contains(rest) ? 10 + rest : nil
        case 60: return rest < 20 ? 60 + rest : nil
        case 20, 30, 40, 50, 70, 80, 90: return rest < 10 ? first + rest : nil
        default: return nil
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
            "dix vingt trente quarante cinquante soixante septante huitante nonante",
            "tien twintig dertig veertig vijftig zestig zeventig tachtig negentig",
            "ten twenty thirty forty fifty sixty seventy eighty ninety",
        ]
        var values = ["une": 1, "een": 1, "vingts": 20, "cent": 100, "honderd": 100, "hundred": 100]
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
