/// The names of the persons of a conversation in its texts: full, first, last or nickname, in either order, joined,
/// with initials, in any case and accent.
enum ProfileNameDetector {
    /// - Parameter isFull: whether names of two words and more are looked for, or single words and initials: between
    ///   the two, names that are introduced are taken whole.
    static func scan(_ s: inout Scratch, _ names: NamePatterns, isFull: Bool) {
        guard !names.isEmpty else { return }
        var index = 0
        while index < s.tokens.count {
            index = s.tokens[index].isDigits ? index + 1 : scan(&s, at: index, names, isFull)
        }
    }

    private static func scan(_ s: inout Scratch, at index: Int, _ names: NamePatterns, _ isFull: Bool) -> Int {
        let loose = s.tokens[index].loose
        guard names.mayBegin(loose) || s.tokens[index].length == 1 else { return index + 1 }
        for pattern in names.patterns where pattern.first == loose && (pattern.words.count > 1) == isFull {
            guard let last = match(s, index, names.words[pattern.words]) else { continue }
            if pattern.needsCapital, !isName(s, index, last) { continue }
            let cells = s.tokens[index].start..<s.tokens[last].end
            if s.claims.claim(cells, .name, .profileName, 90, "a name of a person of the conversation") {
                return last + 1
            }
        }
        if s.tokens[index].length == 1, let last = initials(&s, at: index, names, isFull) { return last + 1 }
        return index + 1
    }

    /// An everyday word is a name where the words around say so, or by a capital inside a sentence.
    private static func isName(_ s: borrowing Scratch, _ index: Int, _ last: Int) -> Bool {
        if last > index { return isCapitalised(s, index...last) }
        let token = s.tokens[index]
        if index > 0, feasts.contains(s.tokens[index - 1].hash) { return false }
        let (before, after) = (NameContext.before(s, index), NameContext.after(s, last))
        if max(before, after) > (s.text.isUpper(token.start) || token.length <= 3 ? .none : .weak) { return true }
        guard token.length >= 3, s.text.isUpper(token.start), !token.word.contains(.function) else { return false }
        // Short, but no word of another kind.
        if token.word.isEmpty || isLine(s, index, last) { return true }
        var at = token.start - 1
        while s.text.at(at) == 0x20 || s.text.at(at) == 0x22 { at -= 1 }
        return FoldedText.isAlphanumeric(s.text.at(at)) || s.text.at(at) == 0x2C
    }

    /// Each word but particles.
    private static func isCapitalised(_ s: borrowing Scratch, _ tokens: ClosedRange<Int>) -> Bool {
        tokens.allSatisfy { s.text.isUpper(s.tokens[$0].start) || s.tokens[$0].word.contains(.particle) }
            && s.text.isUpper(s.tokens[tokens.upperBound].start)
    }

    /// "Joyeux Noël", "Père Noël": the feast, not the person.
    private static let feasts = ["joyeux", "pere", "bon", "un", "une"].map { WordHash.of($0.utf8) }

    /// Whether the name is all there is on a line, or the last sentence of one: a signature.
    private static func isLine(_ s: borrowing Scratch, _ index: Int, _ last: Int) -> Bool {
        func isEdge(_ cell: UInt8) -> Bool { cell == 0 || cell == 0x0A }
        let end = s.tokens[last].end
        let start = s.tokens[index].start
        let isOpen = isEdge(s.text.at(start - 1)) || isEdge(s.text.at(end)) && s.has(". ", at: start - 2)
        return isOpen
            && (isEdge(s.text.at(end)) || s.text.at(end) == 0x2E && isEdge(s.text.at(end + 1)))
    }

    /// The last token of a sequence of words that begins at a token.
    private static func match(_ s: borrowing Scratch, _ index: Int, _ words: ArraySlice<UInt64>) -> Int? {
        guard index + words.count <= s.tokens.count else { return nil }
        for (offset, word) in words.enumerated() {
            guard s.tokens[index + offset].loose == word else { return nil }
            if offset > 0, !isNameGap(s, index + offset - 1) { return nil }
        }
        return index + words.count - 1
    }

    /// "Rose 🌸 Petit"
    private static let mostSymbols = 4

    /// Whether the next token may continue a name: a space, a picture, a comma, a hyphen, an apostrophe, a semicolon of a vCard.
    static func isNameGap(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let gap = s.tokens[index].end..<s.tokens[index + 1].start
        if (1...mostSymbols).contains(gap.count), gap.contains(where: { s.text.at($0) == FoldedText.symbol }) {
            return gap.allSatisfy { s.text.at($0) == FoldedText.symbol || s.text.at($0) == 0x20 }
        }
        guard gap.count <= 2 else { return false }
        return gap.allSatisfy { cell in
            let sign = s.text.at(cell)
            return sign == 0x20 || sign == 0x2C || sign == 0x2D || sign == 0x27 || sign == 0x2E || sign == 0x5F
                || sign == 0x3B
        }
    }

    /// "E VANDAMME"
    private static func isSpaced(_ s: borrowing Scratch, _ index: Int) -> Bool {
        index + 1 < s.tokens.count && s.text.at(s.tokens[index].end) == 0x20
            && s.text.isUpper(s.tokens[index + 1].start)
    }

    /// `J. Peeters`, `J.P.`
    private static func initials(_ s: inout Scratch, at index: Int, _ names: NamePatterns, _ isFull: Bool) -> Int? {
        let token = s.tokens[index]
        guard s.text.isUpper(token.start) else { return nil }
        let hasStop = s.text.at(token.end) == 0x2E
        for person in names.initials where s.text.at(token.start) == person.given {
            if isFull, hasStop || isSpaced(s, index), let last = match(s, index + 1, person.family[...]),
                isNameGap(s, index)
            {
                let cells = token.start..<s.tokens[last].end
                if s.claims.claim(cells, .name, .profileName, 85, "an initial and a name") { return last }
            }
            let next = index + 1
            if !isFull, hasStop, next < s.tokens.count, s.tokens[next].length == 1,
                s.tokens[next].start <= token.end + 2,
                s.text.at(s.tokens[next].start) == person.familyInitial, s.text.at(s.tokens[next].end) == 0x2E,
                s.text.isUpper(s.tokens[next].start)
            {
                let cells = token.start..<(s.tokens[next].end + 1)
                if s.claims.claim(cells, .name, .profileName, 70, "the initials of a person") { return next }
            }
        }
        return nil
    }
}
