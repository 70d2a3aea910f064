/// A maximal run of letters or of digits in a folded text.
struct Token: Sendable {
    private var first: Int32
    private var past: Int32
    var isDigits: Bool
    /// Directly followed by the next token, without a sign between: `tel0470`.
    var isGlued = false
    /// Of letters: each may be drawn for a digit.
    var isLookAlike = false
    /// Of letters: their hash, and their hash with doubled letters written once.
    var hash: UInt64 = 0
    var loose: UInt64 = 0
    var word: Word = []
    /// Of a number word.
    var value: UInt8 = 0

    init(start: Int, end: Int, isDigits: Bool) {
        (first, past) = (Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: end))
        self.isDigits = isDigits
    }

    var start: Int {
        get { Int(first) }
        set { first = Int32(truncatingIfNeeded: newValue) }
    }
    var end: Int {
        get { Int(past) }
        set { past = Int32(truncatingIfNeeded: newValue) }
    }
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

    /// Bit n is set for a letter 64 + n that may be drawn for a digit: b i l o s z.
    private static let lookAlikes: UInt64 = [0x62, 0x69, 0x6C, 0x6F, 0x73, 0x7A].reduce(0) { $0 | 1 << ($1 & 63) }

    /// Splits the text into tokens and looks each word up; answers what all the words say together, and how many tokens
    /// and numerals there are. There is room for as many of each as the text has cells.
    func tokenize(
        into tokens: UnsafeMutablePointer<Token>, numerals: UnsafeMutablePointer<Int32>, _ lexicon: Lexicon
    ) -> (seen: Word, tokens: Int, numerals: Int) {
        var seen: Word = []
        var (tokenCount, numeralCount) = (0, 0)
        var at = 0
        var last = -1
        while at < count {
            let cell = text[at]
            let isDigits = Self.isDigit(cell)
            guard isDigits || Self.isLetter(cell) else {
                at += 1
                continue
            }
            var token = Token(start: at, end: at, isDigits: isDigits)
            if isDigits {
                numerals[numeralCount] = Int32(truncatingIfNeeded: tokenCount)
                numeralCount += 1
                repeat { at += 1 } while at < count && Self.isDigit(text[at])
            } else {
                at = hash(&token, at)
                if let entry = lexicon.entry(token.hash) {
                    (token.word, token.value) = (entry.word, entry.value)
                    seen.formUnion(entry.word)
                }
            }
            token.end = at
            if last == token.start { tokens[tokenCount - 1].isGlued = true }
            last = at
            tokens[tokenCount] = token
            tokenCount += 1
        }
        return (seen, tokenCount, numeralCount)
    }

    /// Hashes the letters from an index on, and answers where they end.
    @inline(__always)
    private func hash(_ token: inout Token, _ start: Int) -> Int {
        var at = start
        var last: UInt8 = 0
        var isLookAlike = true
        var (hash, loose) = (WordHash.start, WordHash.start)
        while at < count, Self.isLetter(text[at]) {
            var byte = text[at]
            if byte == Self.otherLetter { byte = 0x80 | flags[at] >> 3 }
            hash = WordHash.add(hash, byte)
            if byte != last { loose = WordHash.add(loose, byte) }
            isLookAlike = isLookAlike && Self.lookAlikes >> UInt64(byte & 63) & 1 == 1 && byte < 0x80
            last = byte
            at += 1
        }
        (token.hash, token.loose, token.isLookAlike) = (hash, loose, isLookAlike && at - start <= 12)
        return at
    }
}
