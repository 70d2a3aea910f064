import Conversations

/// A keyed hash in the index of a segment: the first 16 bytes of an HMAC-SHA-256 that the caller computed, of a person's
/// pseudonym or of a number found in a text.
package struct IndexHash: Hashable, Comparable, Sendable {
    private let high: UInt64
    private let low: UInt64

    init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    /// Nil unless there are exactly 16 bytes.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        (high, low) = (Self.bigEndian(bytes.prefix(8)), Self.bigEndian(bytes.suffix(8)))
    }

    /// Reads 32 lowercase hexadecimal digits; nil for anything else.
    package init?(hex: some StringProtocol) {
        guard let bytes = unhexadecimal(hex) else { return nil }
        self.init(bytes)
    }

    package var bytes: [UInt8] {
        [high, low].flatMap { word in stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }

    package var hex: String {
        String(unsafeUninitializedCapacity: 32) { digits in
            for place in 0..<32 {
                let word = place < 16 ? high : low
                let shift = UInt64(60 - 4 * (place & 15))
                digits[place] = hexadecimalDigit(UInt8(truncatingIfNeeded: word >> shift) & 15)
            }
            return 32
        }
    }

    package static func < (a: IndexHash, b: IndexHash) -> Bool { (a.high, a.low) < (b.high, b.low) }

    private static func bigEndian(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}

/// The bytes that lowercase hexadecimal digits stand for; nil for an odd number of them or another character.
func unhexadecimal(_ hex: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var pending: UInt8?
    for digit in hex.utf8 {
        let value: UInt8
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
        default: return nil
        }
        if let high = pending {
            bytes.append(high << 4 | value)
            pending = nil
        } else {
            pending = value
        }
    }
    return pending == nil ? bytes : nil
}
