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
        case (0x33, 0x30...0x39): cell = bytes[at + 2]  // %30 0
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
            let isHexadecimal = bytes[at + 2] | 0x20 == 0x78
            let digits = String(decoding: bytes[(at + (isHexadecimal ? 3 : 2))..<end], as: UTF8.self)
            guard var value = UInt8(digits, radix: isHexadecimal ? 16 : 10), digits.utf8.first != 0x2B else {
                return nil
            }
            if value == 160 { value = 32 }
            guard value >= 32, value < 127 else { return nil }
            cell = value
            if cell >= 0x41, cell <= 0x5A { cell |= 0x20 }
        } else {
            let name = bytes[(at + 1)..<end]
            guard name.elementsEqual("nbsp".utf8) || name.elementsEqual("plus".utf8) else { return nil }
            cell = name[at + 1] == 0x6E ? 0x20 : 0x2B
        }
    }
}
