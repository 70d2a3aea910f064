/// A maximal run of letters or of digits in a folded text.
struct Token: Sendable {
    var start: Int
    var end: Int
    var isDigits: Bool
    /// Directly followed by the next token, without a sign between: `tel0470`.
    var isGlued = false
    /// Of letters: their hash, and their hash with doubled letters written once.
    var hash: UInt64 = 0
    var loose: UInt64 = 0
    var word: Word = []
    /// Of a number word.
    var value: UInt8 = 0

    var length: Int { end - start }
    var range: Range<Int> { start..<end }
}

extension FoldedText {
    @inline(__always)
    static func isDigit(_ cell: UInt8) -> Bool { cell &- 0x30 < 10 }

    @inline(__always)
    static func isLetter(_ cell: UInt8) -> Bool { cell &- 0x61 < 26 || cell == otherLetter }

    @inline(__always)
    static func isAlphanumeric(_ cell: UInt8) -> Bool { isDigit(cell) || isLetter(cell) }

    @inline(__always)
    static func isSpace(_ cell: UInt8) -> Bool { cell == 0x20 || cell == 0x0A }

    /// Splits the text into tokens and looks each word up.
    func tokenize(into tokens: inout [Token]) {
        tokens.removeAll(keepingCapacity: true)
        let lexicon = Lexicon.known
        var at = 0
        while at < count {
            let cell = text[at]
            if Self.isDigit(cell) {
                let start = at
                while at < count, Self.isDigit(text[at]) { at += 1 }
                append(Token(start: start, end: at, isDigits: true), to: &tokens)
            } else if Self.isLetter(cell) {
                var token = Token(start: at, end: at, isDigits: false)
                (token.hash, token.loose) = (WordHash.start, WordHash.start)
                var last: UInt8 = 0
                while at < count, Self.isLetter(text[at]) {
                    var byte = text[at]
                    if byte == Self.otherLetter { byte = 0x80 | flags[at] >> 3 }
                    token.hash = WordHash.add(token.hash, byte)
                    if byte != last { token.loose = WordHash.add(token.loose, byte) }
                    last = byte
                    at += 1
                }
                token.end = at
                if let entry = lexicon.entry(token.hash) { (token.word, token.value) = (entry.word, entry.value) }
                append(token, to: &tokens)
            } else {
                at += 1
            }
        }
    }

    private func append(_ token: Token, to tokens: inout [Token]) {
        if let last = tokens.indices.last, tokens[last].end == token.start { tokens[last].isGlued = true }
        tokens.append(token)
    }
}
