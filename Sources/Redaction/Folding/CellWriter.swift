/// Writes the cells of `FoldedText` into memory that is large enough: the loop that every candidate goes through.
struct CellWriter {
    let text: UnsafeMutablePointer<UInt8>
    let flags: UnsafeMutablePointer<UInt8>
    let origin: UnsafeMutablePointer<Int32>
    let finish: UnsafeMutablePointer<Int32>
    private(set) var count: Int
    private(set) var digits = 0
    /// Bit n is set where a cell of the value n is written, below 64 and from 64 on.
    private(set) var signs: UInt64 = 0
    private(set) var letters: UInt64 = 0

    init(
        text: UnsafeMutablePointer<UInt8>, flags: UnsafeMutablePointer<UInt8>, origin: UnsafeMutablePointer<Int32>,
        finish: UnsafeMutablePointer<Int32>, count: Int
    ) {
        (self.text, self.flags, self.origin, self.finish, self.count) = (text, flags, origin, finish, count)
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ base: Int) {
        var at = 0
        while at < bytes.count {
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
        let bit: UInt64 = 1 &<< UInt64(cell)
        signs |= cell < 64 ? bit : 0
        letters |= cell < 64 ? 0 : bit
        digits += cell &- 0x30 < 10 ? 1 : 0
    }
}
