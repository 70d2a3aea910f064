/// Number words of French, Dutch, English and German as digit groups: `septante-six` is `76`, `double two` is `22`,
/// `quatre cent septante` after a zero is `470`.
enum NumberWords {
    /// Adds the group of the number that begins at a token; nil where none does.
    static func collect(_ s: inout Scratch, at index: Int) -> Int? {
        guard !s.tokens[index].word.isDisjoint(with: .anyNumber), !s.tokens[index].isGlued else { return nil }
        let first = s.digits.count
        guard let next = read(&s, index) else {
            s.digits.keepFirst(first)
            return nil
        }
        let cells = s.tokens[index].start..<s.tokens[next - 1].end
        var group = DigitGroup(cells: cells, digits: first..<s.digits.count, style: .words, token: index)
        if index > 0, s.tokens[index - 1].hash == plus, isSpoken(s, index - 1),
            s.claims.isFree(s.tokens[index - 1].start)
        {
            group.hasPlus = true
            group.cells = s.tokens[index - 1].start..<cells.upperBound
        }
        DigitGroups.add(&s, group, lastToken: next - 1)
        return next
    }

    private static let plus = WordHash.of("plus".utf8)

    private static func read(_ s: inout Scratch, _ index: Int) -> Int? {
        let token = s.tokens[index]
        if token.word.contains(.doubleWord) {
            guard index + 1 < s.tokens.count, isSpoken(s, index) else { return nil }
            let after = s.tokens[index + 1]
            let digit: UInt8
            if after.isDigits, after.length == 1 {
                digit = s.text.at(after.start) - 0x30
            } else if after.word.contains(.digitWord) {
                digit = after.value
            } else {
                return nil
            }
            for _ in 0..<token.value { s.digits.append(digit) }
            return index + 2
        }
        if token.word.contains(.digitWord), index + 1 < s.tokens.count, s.tokens[index + 1].word.contains(.hundredWord),
            isSpoken(s, index)
        {
            s.digits.append(token.value)
            return hundreds(&s, index + 2)
        }
        guard let (value, next) = below100(s, index) else { return nil }
        append(value, isDigit: token.word.contains(.digitWord) && value < 10, &s.digits)
        return next
    }

    private static func append(_ value: UInt8, isDigit: Bool, _ digits: inout MemoryList<UInt8>) {
        if !isDigit || value > 9 { digits.append(value / 10) }
        digits.append(value % 10)
    }

    /// What follows `cent`: two digits, `00` where no number does.
    static func hundreds(_ s: inout Scratch, _ index: Int) -> Int {
        if index < s.tokens.count, isSpoken(s, index - 1), let (value, next) = below100(s, index), value >= 10 {
            append(value, isDigit: false, &s.digits)
            return next
        }
        for _ in 0..<2 { s.digits.append(0) }
        return index
    }

    /// A number from 0 to 99, and the token after it.
    private static func below100(_ s: borrowing Scratch, _ index: Int) -> (UInt8, Int)? {
        let token = s.tokens[index]
        if token.word.contains(.pairWord) { return (token.value, index + 1) }
        if token.word.contains(.tensWord) { return tens(s, token.value, index + 1) }
        if token.word.contains(.teenWord) {
            if token.value == 10, let unit = digitWord(s, index), unit >= 7 { return (10 + unit, index + 2) }
            return (token.value, index + 1)
        }
        guard token.word.contains(.digitWord) else { return nil }
        if token.value == 4, index + 1 < s.tokens.count, s.tokens[index + 1].word.contains(.tensWord),
            s.tokens[index + 1].value == 20, isNear(s, index)
        {
            return tens(s, 80, index + 2)
        }
        // een en twintig
        if index + 2 < s.tokens.count, s.tokens[index + 1].word.contains(.numberJoiner), isNear(s, index),
            isNear(s, index + 1), s.tokens[index + 2].word.contains(.tensWord), token.value > 0
        {
            return (s.tokens[index + 2].value + token.value, index + 3)
        }
        return (token.value, index + 1)
    }

    /// What follows a word for tens: `-six`, ` et un`, `-et-onze`, `-dix-sept`.
    private static func tens(_ s: borrowing Scratch, _ value: UInt8, _ index: Int) -> (UInt8, Int) {
        guard index < s.tokens.count, isNear(s, index - 1) else { return (value, index) }
        var at = index
        if s.tokens[at].word.contains(.numberJoiner), at + 1 < s.tokens.count, isNear(s, at) { at += 1 }
        let token = s.tokens[at]
        if token.word.contains(.teenWord), value == 60 || value == 80 {
            if token.value == 10, let unit = digitWord(s, at), unit >= 7 { return (value + 10 + unit, at + 2) }
            return (value + token.value, at + 1)
        }
        if token.word.contains(.digitWord), token.value > 0, !isJoinedTens(s, at) {
            return (value + token.value, at + 1)
        }
        return (value, index)
    }

    /// Whether a digit word begins a number of its own: `quatre-vingt` after `soixante`.
    private static func isJoinedTens(_ s: borrowing Scratch, _ index: Int) -> Bool {
        s.tokens[index].value == 4 && index + 1 < s.tokens.count && s.tokens[index + 1].word.contains(.tensWord)
            && s.tokens[index + 1].value == 20 && isNear(s, index)
    }

    private static func digitWord(_ s: borrowing Scratch, _ index: Int) -> UInt8? {
        guard index + 1 < s.tokens.count, isNear(s, index), s.tokens[index + 1].word.contains(.digitWord) else {
            return nil
        }
        return s.tokens[index + 1].value
    }

    /// One space or hyphen to the next token.
    private static func isNear(_ s: borrowing Scratch, _ index: Int) -> Bool {
        guard index + 1 < s.tokens.count else { return false }
        let gap = s.tokens[index].end..<s.tokens[index + 1].start
        return gap.count == 1 && (s.text.at(gap.lowerBound) == 0x20 || s.text.at(gap.lowerBound) == 0x2D)
    }

    /// Signs of an enumeration to the next token.
    private static func isSpoken(_ s: borrowing Scratch, _ index: Int) -> Bool {
        guard index + 1 < s.tokens.count else { return false }
        let gap = s.tokens[index].end..<s.tokens[index + 1].start
        return gap.count <= 3 && gap.allSatisfy { s.text.at($0) != 0x0A }
    }
}
