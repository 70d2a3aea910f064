/// The escapes in a string of a JSON text (RFC 8259, section 7).
enum JSONEscapes {
    /// How many bytes follow the backslash, of which `bytes` begins with the first; nil where it is no escape.
    static func length(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        switch bytes.first {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            1
        case UInt8(ascii: "u"): unit(bytes.dropFirst()) == nil ? nil : 5
        default: nil
        }
    }

    /// What a string says whose escapes are all well-formed.
    static func decoded(_ written: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(written.count)
        var rest = written[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
                text.append(byte)
                continue
            }
            switch escaped {
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "u"): text.append(contentsOf: String(scalar(&rest)).utf8)
            default: text.append(escaped)
            }
        }
        return text
    }

    /// The scalar of `\uXXXX` or of a pair of them. A surrogate alone is no character: U+FFFD stands for it.
    private static func scalar(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar {
        guard let high = unit(rest) else { return "\u{FFFD}" }
        rest = rest.dropFirst(4)
        guard (0xD800...0xDBFF).contains(high) else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
        guard rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]), let low = unit(rest.dropFirst(2)),
            (0xDC00...0xDFFF).contains(low)
        else { return "\u{FFFD}" }
        rest = rest.dropFirst(6)
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }

    /// The number that four hexadecimal digits write.
    private static func unit(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
        guard bytes.count >= 4 else { return nil }
        var value: UInt32 = 0
        for byte in bytes.prefix(4) {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
            case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }
}
