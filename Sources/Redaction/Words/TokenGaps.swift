/// What stands between neighbouring tokens: the questions that detectors of numbers ask.
extension Scratch {
    /// The single sign between a token and the next where both are digits; nil where there is more, less or neither.
    @inline(__always)
    func sign(after index: Int) -> UInt8? {
        guard index >= 0, index < tokens.count else { return nil }
        let sign = tokens[index].sign
        return sign == 0 ? nil : sign
    }

    /// The value of a token of up to nine digits; -1 of a longer one.
    func value(_ index: Int) -> Int {
        guard tokens[index].length <= 9 else { return -1 }
        return tokens[index].range.reduce(0) { $0 * 10 + Int(text.at($1) & 15) }
    }

    /// Whether a token is digits and has one of these lengths.
    func isDigits(_ index: Int, _ lengths: ClosedRange<Int>) -> Bool {
        tokens.indices.contains(index) && tokens[index].isDigits && lengths.contains(tokens[index].length)
    }

    /// Whether the cells begin with ASCII letters and signs.
    @inline(__always)
    func has(_ word: StaticString, at cell: Int) -> Bool {
        // Literals of text are always in memory, those of one character too.
        for offset in 0..<word.utf8CodeUnitCount where text.at(cell + offset) != word.utf8Start[offset] { return false }
        return true
    }

    /// Whether a word of a kind stands within `distance` tokens before a token, on the same line and sentence.
    func hasCue(_ word: Word, before index: Int, within distance: Int) -> Bool {
        guard !seen.isDisjoint(with: word) else { return false }
        var at = index - 1
        while at >= 0, index - at <= distance {
            // A full stop right before the digits may be an abbreviation's: "ref. 123".
            if at < index - 1, endsSentence(after: at) { return false }
            if !tokens[at].word.isDisjoint(with: word) { return at == index - 1 || !isDashed(before: index) }
            at -= 1
        }
        return false
    }

    /// A dash between spaces stands before a token: "contract Solaris - 0470 ...".
    private func isDashed(before index: Int) -> Bool { has(" - ", at: tokens[index - 1].end) }

    /// Whether a sentence or a line ends between a token and the next.
    private func endsSentence(after index: Int) -> Bool {
        (tokens[index].end..<tokens[index + 1].start).contains { PhoneContext.endsSentence(text, $0) }
    }

    /// Whether a few signs at most, all of these, part a token from the next.
    @inline(__always)
    func isParted(_ index: Int, by signs: SignSet, most: Int) -> Bool {
        guard index >= 0, index + 1 < tokens.count else { return false }
        let cells = tokens[index].end..<tokens[index + 1].start
        guard cells.count <= most else { return false }
        for cell in cells where !signs.holds(text.at(cell)) { return false }
        return true
    }

    /// A token glued to the one before.
    func isGluedLeft(_ index: Int) -> Bool { index > 0 && tokens[index - 1].isGlued }
}
