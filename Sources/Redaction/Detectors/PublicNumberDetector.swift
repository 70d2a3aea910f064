/// Numbers of public registers and of payments that are no person's: enterprise and VAT numbers, structured
/// communications, book and article numbers. They stay, and are no part of a telephone number.
enum PublicNumberDetector {
    static func scan(_ s: inout Scratch) {
        let fewest = s.seen.contains(.registerCue) ? 7 : 10
        for index in s.numerals where s.tokens[index].digitsAhead >= fewest && s.claims.isFree(s.tokens[index].start) {
            if communication(&s, index) || enterprise(&s, index) || register(&s, index) { continue }
            article(&s, index)
        }
    }

    /// +++ddd/dddd/ddddd+++: twelve digits, the last two the first ten modulo 97 (97 for 0).
    private static func communication(_ s: inout Scratch, _ index: Int) -> Bool {
        guard s.isDigits(index, 3...3), s.sign(after: index) == 0x2F, s.isDigits(index + 1, 4...4),
            s.sign(after: index + 1) == 0x2F, s.isDigits(index + 2, 5...5)
        else { return false }
        var cells = s.tokens[index].start..<s.tokens[index + 2].end
        while s.text.at(cells.lowerBound - 1) == 0x2B || s.text.at(cells.lowerBound - 1) == 0x2A {
            cells = (cells.lowerBound - 1)..<cells.upperBound
        }
        s.claims.keep(cells)
        return true
    }

    /// A Belgian enterprise number: ten digits beginning with 0 or 1, the last two 97 less the rest modulo 97.
    private static func enterprise(_ s: inout Scratch, _ first: Int) -> Bool {
        let lead = s.text.at(s.tokens[first].start)
        guard lead == 0x30 || lead == 0x31 else { return false }
        let (isBelgian, isAnnounced) = (hasCountry(s, first), s.hasCue(.registerCue, before: first, within: 3))
        let mayBeDotted = s.tokens[first].length == 4 && s.sign(after: first) == 0x2E
        guard isBelgian || isAnnounced || mayBeDotted,
            let last = tokens(s, first, digits: 10, signs: [.stop, .space, .hyphen])
        else { return false }
        let value = (first...last).reduce(0) { all, index in
            s.tokens[index].range.reduce(all) { $0 * 10 + Int(s.text.at($1) & 15) }
        }
        let isChecked = 97 - value / 100 % 97 == value % 100
        let isDotted = mayBeDotted && s.tokens[last].length == 3
        guard isBelgian || isChecked && (isDotted || isAnnounced) else { return false }
        s.claims.keep(s.tokens[first].start..<s.tokens[last].end)
        return true
    }

    /// `BE 0412...`, not `be` at the end of a domain or a word.
    private static func hasCountry(_ s: borrowing Scratch, _ first: Int) -> Bool {
        guard first > 0, s.tokens[first - 1].length == 2, s.has("be", at: s.tokens[first - 1].start) else {
            return false
        }
        let before = s.text.at(s.tokens[first - 1].start - 1)
        guard !FoldedText.isAlphanumeric(before), before != 0x2E, before != 0x40 else { return false }
        let gap = s.tokens[first].start - s.tokens[first - 1].end
        return gap == 0 || gap == 1 && s.text.isUpper(s.tokens[first - 1].start)
    }

    /// A word for a register and the digits after it, however grouped.
    private static func register(_ s: inout Scratch, _ first: Int) -> Bool {
        guard first > 0, s.hasCue(.registerCue, before: first, within: 3), !s.tokens[first - 1].isDigits else {
            return false
        }
        guard s.tokens[first].start - s.tokens[first - 1].end <= 3 else { return false }
        var last = first
        var digits = s.tokens[first].length
        // Up to the longest of them, a SIRET of 14 digits; the groups of 3 or more go on.
        while digits < 14, let sign = s.sign(after: last), [0x20, 0x2E, 0x2D].contains(sign),
            s.tokens[last + 1].length >= 3,
            digits + s.tokens[last + 1].length <= 14, digits < 8 || sign != 0x20 || digits == 9
        {
            last += 1
            digits += s.tokens[last].length
        }
        guard digits >= 7 else { return false }
        s.claims.keep(s.tokens[first].start..<s.tokens[last].end)
        return true
    }

    /// EAN and ISBN: 13 digits with their checksum, beginning 978 or 979 or after a word.
    private static func article(_ s: inout Scratch, _ first: Int) {
        let isBook = s.has("978", at: s.tokens[first].start) || s.has("979", at: s.tokens[first].start)
        guard isBook || isReference(s, first), let last = tokens(s, first, digits: 13, signs: [.hyphen, .space]),
            last == first || !s.has("00", at: s.tokens[first].start)
        else { return }
        var sum = 0
        var place = 0
        for index in first...last {
            for cell in s.tokens[index].range {
                sum += Int(s.text.at(cell) & 15) * (place % 2 == 0 ? 1 : 3)
                place += 1
            }
        }
        guard sum % 10 == 0 else { return }
        s.claims.keep(s.tokens[first].start..<s.tokens[last].end)
    }

    /// A word for a reference stands right before, and none for a telephone nearer.
    private static func isReference(_ s: borrowing Scratch, _ first: Int) -> Bool {
        s.hasCue(.referenceCue, before: first, within: 2)
            && (s.tokens[first - 1].word.contains(.referenceCue) || !s.tokens[first - 1].word.contains(.phoneCue)
                || s.tokens[first - 1].word.contains(.addressPart))
    }

    /// The last of the tokens that hold so many digits together, with single signs between.
    private static func tokens(_ s: borrowing Scratch, _ first: Int, digits: Int, signs: SignSet) -> Int? {
        guard s.tokens[first].digitsAhead >= digits else { return nil }
        var sum = s.tokens[first].length
        var last = first
        while sum < digits, let sign = s.sign(after: last), signs.holds(sign) {
            last += 1
            sum += s.tokens[last].length
        }
        return sum == digits ? last : nil
    }
}
