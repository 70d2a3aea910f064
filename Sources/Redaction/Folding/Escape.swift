/// An escape for one character in a link (`%2B`) or in HTML (`&#43;`, `&nbsp;`).
struct Escape {
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
