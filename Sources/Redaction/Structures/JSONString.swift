/// The bytes of a JSON string and the text they stand for (RFC 8259, section 7).
enum JSONString {
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            guard bytes[at] == 0x5C, at + 1 < bytes.endIndex else {
                text.append(bytes[at])
                at += 1
                continue
            }
            switch bytes[at + 1] {
            case 0x6E: text.append(0x0A)
            case 0x72: text.append(0x0D)
            case 0x74: text.append(0x09)
            case 0x62: text.append(0x08)
            case 0x66: text.append(0x0C)
            case 0x75:
                at = appendUnit(bytes, at, to: &text)
                continue
            default: text.append(bytes[at + 1])
            }
            at += 2
        }
        return text
    }

    /// Appends the scalar of `\uXXXX`, or of a pair of them, and answers what follows it.
    private static func appendUnit(_ bytes: ArraySlice<UInt8>, _ at: Int, to text: inout [UInt8]) -> Int {
        guard let first = unit(bytes, at) else {
            text.append(bytes[at])
            return at + 1
        }
        if (0xD800..<0xDC00).contains(first), let second = unit(bytes, at + 6), (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        {
            text.append(contentsOf: Array(String(Character(scalar)).utf8))
            return at + 12
        }
        text.append(contentsOf: Array(String(Character(Unicode.Scalar(first) ?? "\u{FFFD}")).utf8))
        return at + 6
    }

    private static func unit(_ bytes: ArraySlice<UInt8>, _ at: Int) -> UInt32? {
        guard at + 6 <= bytes.endIndex, bytes[at] == 0x5C, bytes[at + 1] == 0x75 else { return nil }
        return UInt32(String(decoding: bytes[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16)
    }

    static func encoded(_ text: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        let hex = Array("0123456789abcdef".utf8)
        for byte in text {
            switch byte {
            case 0x22, 0x5C: bytes += [0x5C, byte]
            case 0x0A: bytes += [0x5C, 0x6E]
            case 0x0D: bytes += [0x5C, 0x72]
            case 0x09: bytes += [0x5C, 0x74]
            case 0..<0x20: bytes += Array("\\u00".utf8) + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        return bytes
    }
}
