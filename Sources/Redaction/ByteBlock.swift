/// Reads eight bytes of a text at any offset, nothing of what lies around it.
struct WordReader {
    private let base: UnsafePointer<UInt8>
    private let count: Int
    /// All of a text that has less than eight bytes.
    private let short: UInt64

    init(_ base: UnsafePointer<UInt8>, _ count: Int) {
        (self.base, self.count) = (base, count)
        var short: UInt64 = 0
        if count < 8 { for offset in 0..<count { short |= UInt64(base[offset]) << UInt64(offset * 8) } }
        self.short = short
    }

    /// The bytes from an offset in the text on, the first in the lowest place, zeros past its end.
    @inline(__always)
    func word(_ at: Int) -> UInt64 {
        guard count >= 8 else { return short &>> UInt64(8 * at) }
        let from = min(at, count - 8)
        return UnsafeRawPointer(base + from).loadUnaligned(as: UInt64.self) &>> UInt64(8 * (at - from))
    }
}

/// What 64 bytes of a text are, a bit each, the first in the lowest place: those past its end are nothing.
struct ByteBlock {
    /// Letters of ASCII, and all bytes outside it.
    private(set) var letters: UInt64 = 0
    /// Lead bytes of UTF-8.
    private(set) var leads: UInt64 = 0
    /// How many digits there are.
    private(set) var digits = 0
    /// Whether there is an `@` or a `/`.
    private(set) var hasLinkSign = false

    private static let high: UInt64 = 0x8080_8080_8080_8080
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    @inline(__always)
    init(_ reader: WordReader, _ start: Int, _ count: Int) {
        // Of each of eight places in a word, how many of the words have a digit there.
        var counts: UInt64 = 0
        var links: UInt64 = 0
        var shift: UInt64 = 0
        var at = start
        while shift < 64, at < count {
            let word = reader.word(at)
            let lower = (word | 0x2020_2020_2020_2020) & ~Self.high
            let isLetter = (lower &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(lower &+ 0x0505_0505_0505_0505)
            letters |= Self.bits(isLetter | word) &<< shift
            leads |= Self.bits(word & word << 1) &<< shift
            // Digits: bytes whose distance to "0" is below ten.
            let distance = word ^ 0x3030_3030_3030_3030
            counts &+= ~((distance & ~Self.high) &+ 0x7676_7676_7676_7676 | distance) >> 7 & Self.ones
            links |= Self.zeros(word ^ 0x4040_4040_4040_4040) | Self.zeros(word ^ 0x2F2F_2F2F_2F2F_2F2F)
            shift &+= 8
            at += 8
        }
        digits = Int(truncatingIfNeeded: (counts &* Self.ones) >> 56)
        hasLinkSign = links != 0
    }

    /// How many of the lowest bits, four at most, are set one after another.
    @inline(__always)
    static func run(_ mask: UInt64) -> Int { (~mask | 16).trailingZeroBitCount }

    /// The high bits of eight bytes, side by side.
    @inline(__always)
    private static func bits(_ word: UInt64) -> UInt64 { ((word >> 7 & ones) &* 0x0102_0408_1020_4080) >> 56 }

    /// Not zero where a byte is zero.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & high }
}
