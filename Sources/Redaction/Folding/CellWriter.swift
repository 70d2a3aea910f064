/// Writes the cells of `FoldedText` into memory that is large enough: the loop that every candidate goes through.
struct CellWriter {
    private let text: UnsafeMutablePointer<UInt8>
    private let flags: UnsafeMutablePointer<UInt8>
    private let origin: UnsafeMutablePointer<Int32>
    private let finish: UnsafeMutablePointer<Int32>
    private(set) var count: Int

    init(
        text: UnsafeMutablePointer<UInt8>, flags: UnsafeMutablePointer<UInt8>, origin: UnsafeMutablePointer<Int32>,
        finish: UnsafeMutablePointer<Int32>, count: Int
    ) {
        (self.text, self.flags, self.origin, self.finish, self.count) = (text, flags, origin, finish, count)
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ base: Int) {
        guard let start = bytes.baseAddress else { return }
        var at = 0
        while at < bytes.count {
            if at + 8 <= bytes.count {
                let plain = appendPlain(start + at, base + at)
                at += plain
                if plain == 8 { continue }
            }
            let byte = bytes[at]
            if byte < 0x80 {
                if byte == 0x25 || byte == 0x26, let escape = Escape(bytes, at) {
                    add(escape.cell, FoldedText.Flags.escaped.rawValue, base + at, base + at + escape.length)
                    at += escape.length
                    continue
                }
                let isUpper = byte &- 0x41 < 26
                let cell = isUpper ? byte | 0x20 : byte < 0x20 ? (byte == 0x0A ? byte : 0x20) : byte
                add(cell, isUpper ? FoldedText.Flags.upper.rawValue : 0, base + at, base + at + 1)
                at += 1
            } else {
                let (scalar, length) = UTF8Scalar.decode(bytes, at)
                append(scalar, base + at, base + at + length)
                at += length
            }
        }
    }

    /// Writes the first of eight bytes, as many as are letters, digits and signs of ASCII that begin no escape, and
    /// answers how many these are.
    @inline(__always)
    private mutating func appendPlain(_ bytes: UnsafePointer<UInt8>, _ start: Int) -> Int {
        let word = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high: UInt64 = 0x8080_8080_8080_8080
        func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
        // Below a space, a per cent sign, an ampersand, outside ASCII: the lowest that is flagged is one of them.
        let isOther = (word &- ones &* 0x20) & ~word | zeros(word ^ ones &* 0x25) | zeros(word ^ ones &* 0x26) | word
        // From A on, but not past Z; of no meaning from the first other byte on, whose cells are written again.
        let isUpper = (word & ~high &+ ones &* 0x3F) & ~(word & ~high &+ ones &* 0x25) & high
        UnsafeMutableRawPointer(text + count).storeBytes(of: word | isUpper >> 2, as: UInt64.self)
        UnsafeMutableRawPointer(flags + count).storeBytes(of: isUpper >> 7, as: UInt64.self)
        let first = SIMD8<Int32>(repeating: Int32(truncatingIfNeeded: start)) &+ SIMD8(0, 1, 2, 3, 4, 5, 6, 7)
        UnsafeMutableRawPointer(origin + count).storeBytes(of: first, as: SIMD8<Int32>.self)
        UnsafeMutableRawPointer(finish + count).storeBytes(of: first &+ 1, as: SIMD8<Int32>.self)
        let plain = (isOther & high).trailingZeroBitCount >> 3
        count += plain
        return plain
    }

    private mutating func append(_ scalar: UInt32?, _ start: Int, _ end: Int) {
        guard let scalar else { return add(FoldedText.opaque, 0, start, end) }
        switch ScalarFolding.fold(scalar) {
        case .cells(let first, let second, let isUpper):
            var flags: FoldedText.Flags = isUpper ? [.upper, .foreign] : [.foreign]
            // Letters of other scripts share a cell: five bits of the scalar tell their words apart.
            if first == FoldedText.otherLetter {
                flags = FoldedText.Flags(rawValue: flags.rawValue | UInt8(scalar & 31) << 3)
            }
            add(first, flags.rawValue, start, end)
            if second != 0 { add(second, flags.rawValue, start, end) }
        case .mark:
            if count > 0, finish[count - 1] <= start { finish[count - 1] = Int32(truncatingIfNeeded: end) }
        case .unseen: break
        }
    }

    @inline(__always)
    private mutating func add(_ cell: UInt8, _ flag: UInt8, _ start: Int, _ end: Int) {
        text[count] = cell
        flags[count] = flag
        origin[count] = Int32(truncatingIfNeeded: start)
        finish[count] = Int32(truncatingIfNeeded: end)
        count += 1
    }
}
