/// The number of a house, and its box: `12`, `12a`, `45 bis`, `12-14`, `22/0031`, `45 A`, `5 bus 11`, `7 bte A3`.
enum HouseNumber {
    private static let repeats = WordSet(list: "bis ter quater")
    private static let b = WordHash.of("b".utf8)

    /// The last token of the number that begins at a token of digits; nil where the digits are those of something else.
    static func end(_ s: borrowing Scratch, _ house: Int) -> Int? {
        let number = lettered(s, house)
        let last = second(s, number) ?? parted(s, number) ?? number
        return s.sign(after: last).map(FoldedText.isSpace) ?? true ? last : nil
    }

    /// `12a`, `45bis`
    private static func lettered(_ s: borrowing Scratch, _ index: Int) -> Int {
        guard s.tokens[index].isGlued else { return index }
        return s.tokens[index + 1].length == 1 || repeats.contains(s.tokens[index + 1].hash) ? index + 1 : index
    }

    /// `12-14`, `22/0031`, `45/A`, `45/2A`
    private static func second(_ s: borrowing Scratch, _ last: Int) -> Int? {
        let next = last + 1
        guard next < s.tokens.count, s.tokens[next].start == s.tokens[last].end + 1 else { return nil }
        switch s.text.at(s.tokens[last].end) {
        case 0x2D:
            guard s.isDigits(last, 1...3), s.isDigits(next, 1...3), s.value(next) > s.value(last) else { return nil }
            return next
        case 0x2F:
            if s.isDigits(next, 1...4) { return lettered(s, next) }
            return !s.tokens[next].isDigits && s.tokens[next].length == 1 ? next : nil
        default: return nil
        }
    }

    /// `45 bis`, and `45 A` where nothing of a sentence follows.
    private static func parted(_ s: borrowing Scratch, _ last: Int) -> Int? {
        let next = last + 1
        guard next < s.tokens.count, s.isParted(last, by: .space, most: 1), !s.tokens[last].isGlued,
            !s.tokens[next].isDigits, !s.tokens[next].isGlued
        else { return nil }
        if repeats.contains(s.tokens[next].hash) { return next }
        let end = s.tokens[next].end
        let isEnd = [0, 0x2C, 0x0A].contains(s.text.at(end))
        let isBeforeCode = s.text.at(end) == 0x20 && s.isDigits(next + 1, 4...5)
        return s.tokens[next].length == 1 && s.text.isUpper(end - 1) && (isEnd || isBeforeCode) ? next : nil
    }

    /// The last token of the box that follows a number: `bus 11`, `bte A3`, `b3`.
    static func box(_ s: borrowing Scratch, after last: Int) -> Int? {
        let word = last + 1
        guard word + 1 < s.tokens.count, s.isParted(last, by: [.space, .comma, .slash], most: 2) else { return nil }
        if s.tokens[word].hash == b, s.tokens[word].isGlued || s.isParted(word, by: .space, most: 1) {
            return s.isDigits(word + 1, 1...4) ? word + 1 : nil
        }
        guard s.tokens[word].word.contains(.addressPart), s.isParted(word, by: [.space, .stop], most: 2) else {
            return nil
        }
        if s.isDigits(word + 1, 1...4) { return lettered(s, word + 1) }
        guard s.tokens[word + 1].length == 1, !s.tokens[word + 1].isDigits, s.text.isUpper(s.tokens[word + 1].start)
        else { return nil }
        return s.tokens[word + 1].isGlued && s.isDigits(word + 2, 1...3) ? word + 2 : word + 1
    }
}
