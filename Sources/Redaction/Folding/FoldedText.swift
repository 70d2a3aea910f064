/// A text reduced to what detectors look at: one ASCII cell for each letter, digit, space or sign, whatever script,
/// style, width, case or accent it came in, with the bytes that each cell stands for.
///
/// Marks that are not seen (zero-width, bidi, soft hyphen, combining marks, variation selectors) have no cell; where
/// they follow a cell as part of it (an accent, a keycap) its bytes include them.
struct FoldedText: Sendable {
    /// What a cell holds when it is no printable ASCII character.
    static let symbol: UInt8 = 1
    static let otherLetter: UInt8 = 2
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

    private(set) var text: [UInt8] = []
    private(set) var flags: [UInt8] = []
    private var origin: [Int32] = []
    private var finish: [Int32] = []

    var count: Int { text.count }

    /// The cell at an index, 0 outside the text.
    @inline(__always)
    func at(_ index: Int) -> UInt8 { index >= 0 && index < text.count ? text[index] : 0 }

    @inline(__always)
    func isUpper(_ index: Int) -> Bool {
        index >= 0 && index < flags.count && flags[index] & Flags.upper.rawValue != 0
    }

    @inline(__always)
    func isForeign(_ index: Int) -> Bool {
        index >= 0 && index < flags.count && flags[index] & Flags.foreign.rawValue != 0
    }

    /// The bytes that a range of cells stands for.
    func bytes(_ cells: Range<Int>) -> Range<Int> {
        guard !cells.isEmpty, cells.lowerBound >= 0, cells.upperBound <= count else { return 0..<0 }
        return Int(origin[cells.lowerBound])..<Int(finish[cells.upperBound - 1])
    }

    /// The cells that stand for a range of bytes.
    func cells(_ bytes: Range<Int>) -> Range<Int> {
        let first = origin.firstIndex { $0 >= bytes.lowerBound } ?? count
        let last = finish.lastIndex { $0 <= bytes.upperBound } ?? -1
        return first..<max(first, last + 1)
    }

    mutating func removeAll() {
        text.removeAll(keepingCapacity: true)
        flags.removeAll(keepingCapacity: true)
        origin.removeAll(keepingCapacity: true)
        finish.removeAll(keepingCapacity: true)
    }

    /// Appends the cells of a text whose first byte has the offset `base`.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, base: Int = 0) {
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 0x80 {
                if byte == 0x25 || byte == 0x26, let escape = Escape(bytes, at) {
                    add(escape.cell, [.escaped], base + at, base + at + escape.length)
                    at += escape.length
                    continue
                }
                let isUpper = byte >= 0x41 && byte <= 0x5A
                let cell = isUpper ? byte | 0x20 : byte < 0x20 ? (byte == 0x0A ? byte : 0x20) : byte
                add(cell, isUpper ? [.upper] : [], base + at, base + at + 1)
                at += 1
            } else {
                let (scalar, length) = UTF8Scalar.decode(bytes, at)
                append(scalar, base + at, base + at + length)
                at += length
            }
        }
    }

    /// Appends a new line between two texts.
    mutating func appendBreak(at offset: Int) { add(0x0A, [], offset, offset + 1) }

    private mutating func append(_ scalar: UInt32?, _ start: Int, _ end: Int) {
        guard let scalar else { return add(Self.opaque, [], start, end) }
        switch ScalarFolding.fold(scalar) {
        case .cells(let first, let second, let isUpper):
            var flags: Flags = isUpper ? [.upper, .foreign] : [.foreign]
            // Letters of other scripts share a cell: five bits of the scalar tell their words apart.
            if first == Self.otherLetter { flags = Flags(rawValue: flags.rawValue | UInt8(scalar & 31) << 3) }
            add(first, flags, start, end)
            if second != 0 { add(second, flags, start, end) }
        case .mark:
            if let last = finish.indices.last, finish[last] <= start { finish[last] = Int32(truncatingIfNeeded: end) }
        case .unseen: break
        }
    }

    @inline(__always)
    private mutating func add(_ cell: UInt8, _ flags: Flags, _ start: Int, _ end: Int) {
        text.append(cell)
        self.flags.append(flags.rawValue)
        origin.append(Int32(truncatingIfNeeded: start))
        finish.append(Int32(truncatingIfNeeded: end))
    }
}

/// An escape for one character in a link (`%2B`) or in HTML (`&#43;`, `&nbsp;`).
private struct Escape {
    var cell: UInt8
    var length: Int

    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) {
        if bytes[at] == 0x25 { self.init(percent: bytes, at) } else { self.init(entity: bytes, at) }
    }

    private init?(percent bytes: UnsafeBufferPointer<UInt8>, _ at: Int) {
        guard at + 2 < bytes.count else { return nil }
        switch (bytes[at + 1], bytes[at + 2] | 0x20) {
        case (0x32, 0x62): cell = 0x2B  // %2B +
        case (0x32, 0x30): cell = 0x20  // %20
        case (0x34, 0x30): cell = 0x40  // %40 @
        case (0x32, 0x64): cell = 0x2D  // %2D -
        default: return nil
        }
        length = 3
    }

    private init?(entity bytes: UnsafeBufferPointer<UInt8>, _ at: Int) {
        var end = at + 1
        while end < bytes.count, end - at < 8, bytes[end] != 0x3B { end += 1 }
        guard end < bytes.count, bytes[end] == 0x3B else { return nil }
        length = end - at + 1
        if bytes[at + 1] == 0x23 {
            var value = 0
            for byte in bytes[(at + 2)..<end] {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            if value == 160 { value = 32 }
            guard end > at + 2, value >= 32, value < 127 else { return nil }
            cell = UInt8(value)
            if cell >= 0x41, cell <= 0x5A { cell |= 0x20 }
        } else {
            guard bytes[(at + 1)..<end].elementsEqual("nbsp".utf8) else { return nil }
            cell = 0x20
        }
    }
}
