/// A maximal run of letters or of digits in a folded text.
struct Token: Sendable {
    private var first: Int32
    private var past: Int32
    /// Of letters: their hash, and their hash with doubled letters written once.
    var hash: UInt64 = 0
    var loose: UInt64 = 0
    var word: Word = []
    var isDigits: Bool
    /// Directly followed by the next token, without a sign between: `tel0470`.
    var isGlued = false
    /// Of letters: each may be drawn for a digit.
    var isLookAlike = false
    /// Of a number word.
    var value: UInt8 = 0
    /// Of digits: the one sign between them and the digits that follow; 0 where there is more, less or neither.
    var sign: UInt8 = 0
    /// Of digits: how many there are from here on until the next word, whatever signs are between; 255 at most.
    var digitsAhead: UInt8 = 0

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
}
