/// A text reduced to what detectors look at: one ASCII cell for each letter, digit, space or sign, whatever script,
/// style, width, case or accent it came in, with the bytes that each cell stands for.
///
/// Marks that are not seen (zero-width, bidi, soft hyphen, combining marks, variation selectors) have no cell; where
/// they follow a cell as part of it (an accent, a keycap) its bytes include them.
struct FoldedText: @unchecked Sendable {
    /// What a cell holds when it is no printable ASCII character.
    static let symbol: UInt8 = 1
    /// Above all of ASCII, so that a look at many cells takes it for a letter.
    static let otherLetter: UInt8 = 0x80
    static let opaque: UInt8 = 3

    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        /// An upper-case letter.
        static let upper = Flags(rawValue: 1)
        /// Came from a scalar outside ASCII.
        static let foreign = Flags(rawValue: 2)
        /// A decoded escape (`%2B`, `&#43;`).
        static let escaped = Flags(rawValue: 4)
    }

    /// In the memory of a `Scratch`, which outlives this: a copy counts no reference.
    let text: UnsafeMutablePointer<UInt8>
    let flags: UnsafeMutablePointer<UInt8>
    private let origin: UnsafeMutablePointer<Int32>
    private let finish: UnsafeMutablePointer<Int32>
    private let capacity: Int
    private(set) var count = 0
    /// Digit cells; known when the text is cut into tokens, as `signs` and `brackets` are.
    var digits = 0
    /// Bit n is set where a sign of the value n, below 64, occurs.
    var signs: UInt64 = 0
    /// The same for the signs of 64 and more, `@` and brackets among them.
    var brackets: UInt64 = 0

    /// Whether an `@` occurs.
    var hasAt: Bool { has(0x40) }

    init(
        text: UnsafeMutablePointer<UInt8>, flags: UnsafeMutablePointer<UInt8>, origin: UnsafeMutablePointer<Int32>,
        finish: UnsafeMutablePointer<Int32>, capacity: Int
    ) {
        (self.text, self.flags, self.origin, self.finish) = (text, flags, origin, finish)
        self.capacity = capacity
    }

    /// Whether a sign occurs: no letter, no digit.
    @inline(__always)
    func has(_ sign: UInt8) -> Bool { (sign < 64 ? signs : brackets) >> UInt64(sign & 63) & 1 == 1 }

    /// The cell at an index, 0 outside the text.
    @inline(__always)
    func at(_ index: Int) -> UInt8 { UInt(bitPattern: index) < UInt(bitPattern: count) ? text[index] : 0 }

    @inline(__always)
    func isUpper(_ index: Int) -> Bool {
        UInt(bitPattern: index) < UInt(bitPattern: count) && flags[index] & Flags.upper.rawValue != 0
    }

    /// The bytes that a range of cells stands for.
    func bytes(_ cells: Range<Int>) -> Range<Int> {
        guard !cells.isEmpty, cells.lowerBound >= 0, cells.upperBound <= count else { return 0..<0 }
        return Int(origin[cells.lowerBound])..<Int(finish[cells.upperBound - 1])
    }

    /// The cells that stand for a range of bytes.
    func cells(_ bytes: Range<Int>) -> Range<Int> {
        let first = search { origin[$0] >= bytes.lowerBound }
        let last = search { finish[$0] > bytes.upperBound } - 1
        return first..<max(first, last + 1)
    }

    /// The first cell from which on a condition holds.
    private func search(_ holds: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    mutating func removeAll() {
        (count, digits, signs, brackets) = (0, 0, 0, 0)
    }

    /// Appends a new line between two texts.
    mutating func appendBreak(at offset: Int) {
        precondition(count < capacity)
        (text[count], flags[count]) = (0x0A, 0)
        origin[count] = Int32(truncatingIfNeeded: offset)
        finish[count] = Int32(truncatingIfNeeded: offset + 1)
        count += 1
    }

    /// Appends the cells of a text whose first byte has the offset `base`.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, base: Int = 0) {
        // No scalar has more cells than bytes.
        precondition(count + bytes.count <= capacity)
        var writer = CellWriter(text: text, flags: flags, origin: origin, finish: finish, count: count)
        writer.append(bytes, base)
        count = writer.count
    }
}
