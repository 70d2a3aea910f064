/// Cuts a text into digit groups: numerals, look-alikes and number words.
enum DigitGroups {
    /// A disguised number has no more digits than a number has, and each token has one at least.
    private static let mostTokens = 16

    static func collect(_ s: inout Scratch) {
        s.groups.removeAll()
        s.digits.removeAll()
        let hasBar = s.text.has(0x7C)
        let mayBeSpoken = !s.seen.isDisjoint(with: .anyNumber)
        var index = 0
        while index < s.tokens.count {
            let token = s.tokens[index]
            let mayBegin =
                token.isDigits || token.isLookAlike || token.isGlued || !token.word.isDisjoint(with: .anyNumber)
                || hasBar && s.text.at(token.end) == 0x7C
            index =
                mayBegin
                ? collect(&s, at: index, hasBar)
                : mayBeSpoken ? SpokenCompound.collect(&s, at: index) ?? index + 1 : index + 1
        }
    }

    /// Adds the groups that begin with a token, and returns the index of the next token to look at.
    private static func collect(_ s: inout Scratch, at index: Int, _ hasBar: Bool) -> Int {
        let token = s.tokens[index]
        guard s.claims.isFree(token.start) else { return index + 1 }
        var last = index
        while last + 1 < s.tokens.count, last - index < mostTokens, isJoined(s, last, hasBar) { last += 1 }
        if last > index || token.isLookAlike && !isWord(s, index), let group = lookAlike(&s, index...last) {
            add(&s, group, lastToken: last)
            return last + 1
        }
        if token.isDigits {
            add(&s, plain(&s, index), lastToken: index)
            return index + 1
        }
        return NumberWords.collect(&s, at: index) ?? index + 1
    }

    /// Whether the next token belongs to the same written word; `|` is drawn as a 1.
    private static func isJoined(_ s: borrowing Scratch, _ index: Int, _ hasBar: Bool) -> Bool {
        if s.tokens[index].isGlued { return true }
        guard hasBar else { return false }
        let gap = s.tokens[index].end..<s.tokens[index + 1].start
        return gap.count <= 4 && gap.allSatisfy { s.text.at($0) == 0x7C }
    }

    /// A known word by itself, "is", "il", "zo", or "I" at the start of a line: it stands between numbers, and is none.
    private static func isWord(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let token = s.tokens[index]
        return (token.length >= 2 || s.text.at(token.start - 1) == 0x0A) && !token.word.isEmpty
            && s.text.at(token.end) != 0x7C
    }

    static func add(_ s: inout Scratch, _ group: DigitGroup, lastToken: Int) {
        var group = group
        group.lastToken = lastToken
        if let last = s.groups.last {
            let gap = last.cells.upperBound..<group.cells.lowerBound
            group.gap = DigitGroup.Gap(s, gap) ?? DigitGroup.Gap(spoken: s, gap, before: group.token)
        }
        s.groups.append(group)
    }

    private static func plain(_ s: inout Scratch, _ index: Int) -> DigitGroup {
        let token = s.tokens[index]
        let first = s.digits.count
        s.digits.append(token.length) { s.text.text[token.start + $0] & 15 }
        var group = DigitGroup(cells: token.range, digits: first..<s.digits.count, style: .plain, token: index)
        group.gluedLeft = index > 0 && s.tokens[index - 1].isGlued
        group.gluedRight = token.isGlued
        group.hasPlus = s.text.has(0x2B) && extendToPlus(s.text, &group.cells)
        group.isTrunkZero =
            token.length == 1 && s.text.at(token.start) == 0x30 && s.text.at(token.start - 1) == 0x28
            && s.text.at(token.end) == 0x29
        return group
    }

    /// Takes a `+` before the digits, also `+ 32`, `(+32`, `(+ 32`.
    static func extendToPlus(_ text: FoldedText, _ cells: inout Range<Int>) -> Bool {
        var at = cells.lowerBound - 1
        while text.at(at) == 0x20 || text.at(at) == 0x28 { at -= 1 }
        // Between digits a + is a separator, 0470+12+34+56, or a sum's, 12 + 30.
        let isSum = text.at(at - 1) == 0x20 && text.at(at + 1) == 0x20 && FoldedText.isDigit(text.at(at - 2))
        guard cells.lowerBound - at <= 3, text.at(at) == 0x2B, !FoldedText.isDigit(text.at(at - 1)), !isSum else {
            return false
        }
        cells = at..<cells.upperBound
        return true
    }

    /// The digit that a letter may be drawn for.
    private static func digit(_ cell: UInt8) -> UInt8? {
        switch cell {
        case 0x30...0x39: cell - 0x30
        case 0x6F: 0  // o
        case 0x6C, 0x69, 0x7C: 1  // l i |
        case 0x7A: 2  // z
        case 0x73: 5  // s
        case 0x62: 8  // b
        default: nil
        }
    }

    /// A group of digits and look-alikes; nil where another letter is in it, or it is digits alone.
    private static func lookAlike(_ s: inout Scratch, _ tokens: ClosedRange<Int>) -> DigitGroup? {
        var cells = s.tokens[tokens.lowerBound].start..<s.tokens[tokens.upperBound].end
        while s.text.at(cells.lowerBound - 1) == 0x7C { cells = (cells.lowerBound - 1)..<cells.upperBound }
        while s.text.at(cells.upperBound) == 0x7C { cells = cells.lowerBound..<(cells.upperBound + 1) }
        guard cells.count <= 16,
            cells.count > s.tokens[tokens.lowerBound].length || !s.tokens[tokens.lowerBound].isDigits
        else { return nil }
        guard cells.allSatisfy({ digit(s.text.at($0)) != nil }) else { return nil }
        let first = s.digits.count
        for cell in cells { s.digits.append(digit(s.text.at(cell)) ?? 0) }
        var group = DigitGroup(
            cells: cells, digits: first..<s.digits.count, style: .lookAlike, token: tokens.lowerBound)
        group.gluedLeft = s.isGluedLeft(tokens.lowerBound)
        group.hasPlus = extendToPlus(s.text, &group.cells)
        return group
    }
}
