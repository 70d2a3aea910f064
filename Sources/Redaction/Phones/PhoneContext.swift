/// What the words around digits say of them.
enum PhoneContext {
    /// The words before a group, nearest first: a cue for a telephone number counts up, a reference counts down.
    static func before(_ s: borrowing Scratch, _ group: DigitGroup) -> Int {
        let text = s.text
        var at = group.token - 1
        var edge = group.cells.lowerBound
        var words = 0
        var isTaken = false
        var isClosed = false
        // A comma or another word before the digits: "référence : Dupont, 0470 ..." - they are not the reference's.
        var isAnswered = ReferenceContext.isAnswered(s, group)
        while at >= 0, words < 5 {
            let token = s.tokens[at]
            if endsSentence(s, at, before: edge) { return 0 }
            isAnswered = isAnswered || !token.isDigits && (text.at(token.end) == 0x2C || isValue(s, at))
            if token.hash == app, at > 0, s.tokens[at - 1].hash == whats { return words <= 1 ? 30 : 22 }
            if token.isDigits {
                // Another number lies between: it has the reference to itself, but a list shares its cue.
                isTaken = true
                // "ref4512-0470...": the letters have their own digits.
                isClosed = isClosed || s.isGluedLeft(at)
                words += 1
            } else {
                if isTaken, isClosed || !isContinued(group),
                    !token.word.isDisjoint(with: [.serviceCue, .registerCue, .referenceCue])
                {
                    return 0
                }
                if token.word.contains(.serviceCue) { return 0 }
                if token.word.contains(.registerCue) { return -70 }
                if ReferenceContext.isReference(s, at) {
                    if isAnswered || isAreaCode(text, group) { return 0 }
                    if ReferenceContext.isOfTelephone(s, at, touches: words == 0) { return 0 }
                    return words <= 3 ? -55 : -20
                }
                if token.word.contains(.customerCue), words == 0, text.at(token.end) != 0x2C { return -55 }
                if token.word.contains(.phoneCue) { return words <= 1 ? 30 : 22 }
                if !token.word.contains(.conjunction) { words += 1 }
            }
            edge = token.start
            at -= 1
        }
        return 0
    }

    /// Whether a sentence ends between a token and what is read behind it.
    static func endsSentence(_ s: borrowing Scratch, _ index: Int, before edge: Int) -> Bool {
        let (text, token) = (s.text, s.tokens[index])
        let isShort = isAbbreviation(s, index) || s.has("ref", at: token.start)
        return (token.end..<max(token.end, edge)).contains { cell in
            endsSentence(text, cell)
                && (!isShort || text.at(cell) == 0x2D && !token.word.contains(.phoneCue)
                    || text.at(cell) != 0x2E && text.at(cell) != 0x2D)
        }
    }

    private static let (whats, app) = (WordHash.of("whats".utf8), WordHash.of("app".utf8))

    /// A full stop behind such a word ends no sentence: "tel.", "nr.", "dossiernr.", but not "to go on."
    private static func isAbbreviation(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let token = s.tokens[index]
        if token.word.contains(.phoneCue) || ReferenceContext.isAbbreviated(s, index) { return true }
        guard token.length <= 2 else { return false }
        return token.length == 1 || !token.word.contains(.function) || token.word.contains(.addressPart)
    }

    /// A word of the sentence's own between a reference and digits is what the reference is of, or its value: "contrat
    /// Solaris 0470 ...". The words of grammar, "commande est le", leave it open.
    private static func isValue(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let token = s.tokens[index]
        return !token.isDigits && token.length >= 4 && token.word.isEmpty && !ReferenceContext.isCompound(s, index)
    }

    /// "(0470) 12 34 56": only a telephone number has its first digits in brackets.
    private static func isAreaCode(_ text: FoldedText, _ group: DigitGroup) -> Bool {
        text.at(group.cells.lowerBound - 1) == 0x28 && text.at(group.cells.upperBound) == 0x29
            && group.digits.count >= 3
    }

    /// Whether the digits before belong to the same run: grouped alike, without a comma or a new line.
    private static func isContinued(_ group: DigitGroup) -> Bool {
        guard let gap = group.gap, !group.gluedLeft else { return false }
        return gap.newlines == 0 && (gap.sign == 0 || gap.isTight)
    }

    /// Whether a cell ends a sentence or a line: "?", also before other signs, a full stop before a space, a dash between
    /// spaces.
    static func endsSentence(_ text: FoldedText, _ cell: Int) -> Bool {
        let sign = text.at(cell)
        if sign == 0x2D, text.at(cell - 1) == 0x20, text.at(cell + 1) == 0x20 { return true }
        if sign == 0x21 || sign == 0x3F { return !FoldedText.isAlphanumeric(text.at(cell + 1)) }
        guard sign == 0x2E else { return sign == 0x0A && text.at(cell - 1) != 0x3A }
        return FoldedText.isSpace(text.at(cell + 1))
    }

    /// What follows: a currency or a unit says that it is an amount.
    static func after(_ s: borrowing Scratch, _ group: DigitGroup) -> Int {
        let cells = group.cells
        var at = cells.upperBound
        if s.text.at(at) == 0x20 { at += 1 }
        switch s.text.at(at) {
        case 0x24, 0x25: return -80
        case 0x2C where isDecimal(s.text, at + 1): return -15
        default: break
        }
        let next = group.lastToken + 1
        if next < s.tokens.count, s.tokens[next].start == at, !s.tokens[next].isDigits {
            let token = s.tokens[next]
            if token.word.contains(.currency) { return -80 }
            if token.word.isSuperset(of: .callCue) { return 20 }
            if token.word.contains(.extensionCue), token.length > 2 { return 20 }
            if token.word.contains(.unit), token.length > 1 || token.start == cells.upperBound { return -40 }
            return isSpokenFor(s, next) ? 12 : 0
        }
        return 0
    }

    private static let prepositions = WordSet(list: "au op unter notez noteer noteren notieren")
    private static let (sur, le) = (WordHash.of("sur".utf8), WordHash.of("le".utf8))

    /// Digits that are all there is in a text, or that "au", "sur le", "op", "unter" stand right before.
    static func alone(_ s: borrowing Scratch, _ first: DigitGroup, _ last: DigitGroup) -> Int {
        if first.token == 0 { return last.lastToken == s.tokens.count - 1 ? 6 : 0 }
        let before = s.tokens[first.token - 1]
        guard s.text.at(before.end) == 0x20, before.end + 1 == first.cells.lowerBound else { return 0 }
        let isOn = before.hash == le && first.token > 1 && s.tokens[first.token - 2].hash == sur
        return isOn || prepositions.contains(before.hash) ? 6 : 0
    }

    /// One to three digits behind a comma: what stands before is a whole amount's, and no entry of a list.
    private static func isDecimal(_ text: FoldedText, _ start: Int) -> Bool {
        var end = start
        while FoldedText.isDigit(text.at(end)), end - start <= 3 { end += 1 }
        return (1...3).contains(end - start)
    }

    private static let hours = WordSet(list: "ab apres na after vanaf des avant voor before entre")
    private static let owners = [
        ["is", "van"], ["is", "my"], ["est", "celui"], ["c", "est", "celui"], ["ist", "von"], ["gehort"],
    ]
    .map { $0.map { WordHash.of($0.utf8) } }
    private static let ownerStarts = WordSet(list: "is est c ist gehort")

    /// Words that are said of a telephone: when somebody answers it, "ab 18 Uhr", or whose it is, "c'est celui de ...".
    private static func isSpokenFor(_ s: borrowing Scratch, _ index: Int) -> Bool {
        if hours.contains(s.tokens[index].hash) { return s.isDigits(index + 1, 1...2) }
        guard ownerStarts.contains(s.tokens[index].hash) else { return false }
        return owners.contains { words in
            index + words.count <= s.tokens.count && words.indices.allSatisfy { s.tokens[index + $0].hash == words[$0] }
                && s.tokens[(index + words.count)...].prefix(2).allSatisfy { $0.word.isDisjoint(with: .referenceCue) }
        }
    }
}
