/// Payment cards: 13 to 19 digits that pass the Luhn checksum, begin as a card does, and are grouped as cards are or
/// stand after a word for a card.
enum CardDetector {
    static func scan(_ s: inout Scratch) {
        var next = 0
        for index in s.numerals where index >= next && s.tokens[index].digitsAhead >= 13 {
            if let last = scan(&s, from: index) { next = last + 1 }
        }
    }

    private static func scan(_ s: inout Scratch, from first: Int) -> Int? {
        let lead = s.text.at(s.tokens[first].start)
        guard lead >= 0x32, lead <= 0x36, first == 0 || !s.tokens[first - 1].isGlued else { return nil }
        guard first == 0 || !isContinuation(s, first) || isBreak(s, first) else { return nil }
        var digits = 0
        var sum = LuhnSum()
        var last = first
        while last < s.tokens.count, s.tokens[last].isDigits, digits + s.tokens[last].length <= 19 {
            for cell in s.tokens[last].range { sum.add(s.text.at(cell) - 0x30) }
            digits += s.tokens[last].length
            let isEnd = last + 1 == s.tokens.count || !isContinuation(s, last + 1)
            if (isEnd || isBreak(s, last + 1)) && digits >= 13 && sum.isValid && !s.tokens[last].isGlued
                && isCard(s, first...last, digits)
            {
                let cells = s.tokens[first].start..<s.tokens[last].end
                return s.claims.claim(cells, .card, .card, 100, "a card number with its checksum") ? last : nil
            }
            if isEnd { return nil }
            last += 1
        }
        return nil
    }

    /// Whether a token of digits continues the one before it, by one or two equal signs.
    private static func isContinuation(_ s: Scratch, _ index: Int) -> Bool {
        let (before, after) = (s.tokens[index - 1], s.tokens[index])
        guard before.isDigits, after.isDigits else { return false }
        let gap = before.end..<after.start
        guard gap.count <= 2 else { return false }
        return gap.allSatisfy { cell in
            let sign = s.text.at(cell)
            return FoldedText.isSpace(sign) || sign == 0x2D || sign == 0x2E || sign == 0x2F || sign == 0x5F
        }
    }

    /// A line or a sentence ends before a token: what stands there may be another number.
    private static func isBreak(_ s: Scratch, _ index: Int) -> Bool {
        let gap = s.tokens[index - 1].end..<s.tokens[index].start
        return gap.contains { PhoneContext.endsSentence(s.text, $0) }
    }

    /// Issuer ranges of the large schemes, and the groups they are printed in.
    private static func isCard(_ s: Scratch, _ tokens: ClosedRange<Int>, _ digits: Int) -> Bool {
        let start = s.tokens[tokens.lowerBound].start
        let hasCue = hasCue(s, before: tokens.lowerBound)
        let lengths = tokens.map { s.tokens[$0].length }
        let isGrouped =
            lengths == [4, 4, 4, 4] || lengths == [4, 6, 5] || lengths == [4, 4, 4, 3] || lengths == [4, 4, 4, 4, 3]
            || lengths == [4, 6, 4] || [[4, 4, 8], [4, 8, 4], [8, 4, 4], [4, 12]].contains(lengths)
        let isSpelled = lengths.count >= 15 && lengths.allSatisfy { $0 == 1 }
        var prefix = 0
        var taken = 0
        for index in tokens {
            for cell in s.tokens[index].range where taken < 4 {
                prefix = prefix * 10 + Int(s.text.at(cell) - 0x30)
                taken += 1
            }
        }
        let isIssued =
            switch prefix {
            case 3400...3499, 3700...3799: digits == 15
            case 4000...4999: digits == 16 || digits == 13 || digits == 19
            case 5100...5599, 2221...2720: digits == 16
            case 3000...3059, 3600...3699, 3800...3999: digits == 14
            case 3528...3589, 6011, 6440...6599, 6200...6299: digits == 16
            case 5000...5099, 5600...5899, 6300...6399, 6700...6799: digits >= 13
            default: false
            }
        guard isIssued, s.claims.isFree(start) else { return false }
        if hasCue { return true }
        return isGrouped || isSpelled || tokens.count == 1 && (digits == 16 || digits == 15)
    }

    private static func hasCue(_ s: Scratch, before index: Int) -> Bool {
        var at = index - 1
        while at >= 0, index - at <= 4 {
            if s.tokens[at].word.contains(.cardCue) { return true }
            if s.tokens[at].word.contains(.referenceCue) { return false }
            at -= 1
        }
        return false
    }
}

/// The Luhn checksum (ISO/IEC 7812-1), digits from left to right.
struct LuhnSum {
    private var even: Int = 0
    private var odd: Int = 0

    mutating func add(_ digit: UInt8) {
        let doubled = Int(digit) * 2
        // The digit added last counts once, the one before it twice, and so on: keep both readings.
        (even, odd) = (odd + Int(digit), even + (doubled > 9 ? doubled - 9 : doubled))
    }

    var isValid: Bool { even % 10 == 0 }
}
