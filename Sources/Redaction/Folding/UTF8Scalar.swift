/// Decoding of one scalar of UTF-8 that may be broken.
enum UTF8Scalar {
    /// The scalar at an offset and its length in bytes; nil and 1 where the byte starts no valid sequence (overlong
    /// forms, surrogates and values past U+10FFFF are none), so that scanning goes on at the next byte.
    @inline(__always)
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (scalar: UInt32?, length: Int) {
        let lead = bytes[at]
        let length: Int
        var value: UInt32
        switch lead {
        case 0x00...0x7F: return (UInt32(lead), 1)
        case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
        case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
        case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
        default: return (nil, 1)
        }
        guard at + length <= bytes.count else { return (nil, 1) }
        for offset in 1..<length {
            let byte = bytes[at + offset]
            guard byte & 0xC0 == 0x80 else { return (nil, 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        switch length {
        case 3 where value < 0x800 || (0xD800...0xDFFF).contains(value): return (nil, 1)
        case 4 where value < 0x10000 || value > 0x10FFFF: return (nil, 1)
        default: return (value, length)
        }
    }
}
