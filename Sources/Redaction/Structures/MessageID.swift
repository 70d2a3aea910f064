/// A message id of the Cloud API: `wamid.` and Base64 of bytes in which the other party's number stands as digits, after
/// its length. Hashing such an id with a key is the only way to keep it without the number.
package enum MessageID {
    private static let prefix = Array("wamid.".utf8)

    /// The digits of the number that an id holds; nil where the bytes are no such id or hold none.
    package static func number(in id: some Collection<UInt8>) -> [UInt8]? {
        guard id.starts(with: prefix), let bytes = Base64.decode(id.dropFirst(prefix.count)) else { return nil }
        for start in bytes.indices.dropFirst() {
            let length = Int(bytes[start - 1])
            guard (7...15).contains(length), start + length <= bytes.count else { continue }
            let digits = bytes[start..<(start + length)]
            if digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return Array(digits) }
        }
        return nil
    }
}

/// Base64 (RFC 4648, both alphabets).
enum Base64 {
    static func value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte - 0x41)
        case 0x61...0x7A: UInt32(byte - 0x61 + 26)
        case 0x30...0x39: UInt32(byte - 0x30 + 52)
        case 0x2B, 0x2D: 62
        case 0x2F, 0x5F: 63
        default: nil
        }
    }

    static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (buffer, bits) = (UInt32(0), 0)
        for byte in text {
            if byte == 0x3D { break }
            guard let value = value(byte) else { return nil }
            buffer = buffer << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
        }
        return bytes
    }
}
