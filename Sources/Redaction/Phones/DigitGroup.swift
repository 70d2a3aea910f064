/// A run of digits as a reader sees it: written together, spelled as a word, or disguised by look-alike letters.
struct DigitGroup: Sendable {
    enum Style: UInt8, Sendable { case plain, lookAlike, words }

    private var first: Int32
    private var past: Int32
    private var firstDigit: Int32
    private var pastDigit: Int32
    private var firstToken: Int32
    private var endToken: Int32 = 0
    var style: Style
    /// A `+` stands before it; `cells` includes it.
    var hasPlus = false
    /// `(0)`.
    var isTrunkZero = false
    var gluedLeft = false
    var gluedRight = false
    /// What stands between the group before and this one; nil where they are too far apart.
    var gap: Gap? { didSet { gapCost = Int16(truncatingIfNeeded: gap?.cost ?? 0) } }
    /// What that gap costs a number that it stands in.
    private(set) var gapCost: Int16 = 0
    /// What the words before it say, as `PhoneContext.before` answers; nil until it is asked.
    var context: Int8?

    init(cells: Range<Int>, digits: Range<Int>, style: Style, token: Int) {
        (first, past) = (Int32(truncatingIfNeeded: cells.lowerBound), Int32(truncatingIfNeeded: cells.upperBound))
        firstDigit = Int32(truncatingIfNeeded: digits.lowerBound)
        pastDigit = Int32(truncatingIfNeeded: digits.upperBound)
        firstToken = Int32(truncatingIfNeeded: token)
        self.style = style
    }

    var cells: Range<Int> {
        get { Range(uncheckedBounds: (Int(first), Int(past))) }
        set {
            (first, past) = (
                Int32(truncatingIfNeeded: newValue.lowerBound), Int32(truncatingIfNeeded: newValue.upperBound)
            )
        }
    }
    /// In `Scratch.digits`.
    var digits: Range<Int> { Range(uncheckedBounds: (Int(firstDigit), Int(pastDigit))) }
    /// The token it begins with.
    var token: Int { Int(firstToken) }
    /// The token it ends with.
    var lastToken: Int {
        get { Int(endToken) }
        set { endToken = Int32(truncatingIfNeeded: newValue) }
    }

    /// Whether it is as long as another, and stands at the same distance from what is before it.
    func isLike(_ other: DigitGroup) -> Bool {
        pastDigit - firstDigit == other.pastDigit - other.firstDigit && gap == other.gap
    }

    /// The signs between two groups.
    struct Gap: Sendable, Equatable {
        /// The first sign that is no space; 0 where there is none.
        var sign: UInt8
        var signs: Int8
        var spaces: Int8
        var newlines: Int8
        /// A full stop, question or exclamation mark followed by a space.
        var isSentenceEnd: Bool

        /// Directly together, or by one sign without a space.
        var isTight: Bool { spaces == 0 && newlines == 0 }

        var cost: Int {
            var cost = Int(newlines) * 10
            if isSentenceEnd { cost += 30 }
            switch sign {
            case 0: cost += spaces > 2 ? 6 : 0
            case 0x2E where signs >= 2 && newlines > 0: cost += 4
            case 0x2E, 0x2D, 0x2F: cost += spaces == 0 ? (signs > 1 ? 3 : 0) : 12
            case 0x28, 0x29: cost += 0
            case 0x2C: cost += 10
            case 0x3B: cost += 16
            default: cost += 8
            }
            return cost
        }
    }
}

extension DigitGroup.Gap {
    /// The most cells that may stand between two groups of one number.
    static let longest = 7

    init?(_ s: borrowing Scratch, _ cells: Range<Int>) {
        guard cells.count <= Self.longest else { return nil }
        self.init(sign: 0, signs: 0, spaces: 0, newlines: 0, isSentenceEnd: false)
        var last: UInt8 = 0
        for cell in cells {
            let byte = s.text.at(cell)
            if FoldedText.isAlphanumeric(byte) || !s.claims.isFree(cell) { return nil }
            if byte == 0x0A {
                newlines += 1
            } else if byte == 0x20 {
                spaces += 1
                if last == 0x2E || last == 0x21 || last == 0x3F { isSentenceEnd = true }
            } else {
                if sign == 0 || sign == 0x29 { sign = byte }
                signs += 1
            }
            last = byte
        }
        guard newlines <= 2, signs <= 5 else { return nil }
    }
}

extension DigitGroup.Gap {
    /// One word with a space on each side, such as `puis`; it stands as its first letter.
    init?(spoken s: borrowing Scratch, _ cells: Range<Int>, before token: Int) {
        guard token > 0, cells.count <= 10 else { return nil }
        let word = s.tokens[token - 1]
        guard word.word.contains(.connector), word.start == cells.lowerBound + 1, word.end == cells.upperBound - 1,
            s.text.at(cells.lowerBound) == 0x20, s.text.at(word.end) == 0x20
        else { return nil }
        self.init(
            sign: s.text.at(word.start), signs: Int8(truncatingIfNeeded: word.length), spaces: 2, newlines: 0,
            isSentenceEnd: false)
    }
}
