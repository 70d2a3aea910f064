/// The bytes of a JSON string and the text they stand for (RFC 8259, section 7).
///
/// A half of a surrogate pair that stands alone is no character: it is kept as three bytes that are no valid UTF-8,
/// and written as the escape that it was.
enum JSONString {
    /// How a text is written: as its own string was, so that what redaction leaves keeps its bytes.
    struct Style {
        /// Characters outside ASCII as `\u00e9`.
        var isASCII = false
        /// `/` as `\/`.
        var escapesSlash = false

        /// The style of the string that these bytes are.
        init(of bytes: ArraySlice<UInt8>) {
            var (hasUnit, hasForeign, hasSlash, before) = (false, false, false, UInt8(0))
            for byte in bytes {
                if before == 0x5C {
                    hasUnit = hasUnit || byte == 0x75
                    hasSlash = hasSlash || byte == 0x2F
                    before = 0
                    continue
                }
                hasForeign = hasForeign || byte >= 0x80
                before = byte
            }
            (isASCII, escapesSlash) = (hasUnit && !hasForeign, hasSlash)
        }

        init() {}
    }

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
        if (0xD800..<0xDC00).contains(first), let second = unit(bytes, at + 6), (0xDC00..<0xE000).contains(second) {
            append(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), to: &text)
            return at + 12
        }
        append(first, to: &text)
        return at + 6
    }

    private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
        func low(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F) }
        switch scalar {
        case 0..<0x80: text.append(UInt8(truncatingIfNeeded: scalar))
        case 0x80..<0x800: text += [UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6), low(0)]
        case 0x800..<0x10000: text += [UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12), low(6), low(0)]
        default: text += [UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18), low(12), low(6), low(0)]
        }
    }

    private static func unit(_ bytes: ArraySlice<UInt8>, _ at: Int) -> UInt32? {
        guard at + 6 <= bytes.endIndex, bytes[at] == 0x5C, bytes[at + 1] == 0x75 else { return nil }
        var unit: UInt32 = 0
        for byte in bytes[(at + 2)..<(at + 6)] {
            guard let digit = hexadecimal(byte) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    static func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46, 0x61...0x66: UInt32((byte | 0x20) - 0x61 + 10)
        default: nil
        }
    }

    static func encoded(_ text: some Collection<UInt8>, _ style: Style = Style()) -> [UInt8] {
        let text = Array(text)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var at = 0
        while at < text.count {
            let byte = text[at]
            at += 1
            switch byte {
            case 0x22, 0x5C: bytes += [0x5C, byte]
            case 0x2F where style.escapesSlash: bytes += [0x5C, byte]
            case 0x08: bytes += [0x5C, 0x62]
            case 0x09: bytes += [0x5C, 0x74]
            case 0x0A: bytes += [0x5C, 0x6E]
            case 0x0C: bytes += [0x5C, 0x66]
            case 0x0D: bytes += [0x5C, 0x72]
            case 0..<0x20: appendEscape(UInt32(byte), to: &bytes)
            case 0x80...: at = appendForeign(text, at - 1, style, to: &bytes)
            default: bytes.append(byte)
            }
        }
        return bytes
    }

    /// Appends a character outside ASCII, and answers what follows it.
    private static func appendForeign(_ text: [UInt8], _ at: Int, _ style: Style, to bytes: inout [UInt8]) -> Int {
        if text[at] == 0xED, at + 2 < text.count, text[at + 1] >= 0xA0 {
            appendEscape(0xD000 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F), to: &bytes)
            return at + 3
        }
        let (scalar, length) = text.withUnsafeBufferPointer { UTF8Scalar.decode($0, at) }
        guard style.isASCII, let scalar else {
            bytes += text[at..<(at + length)]
            return at + length
        }
        if scalar < 0x10000 {
            appendEscape(scalar, to: &bytes)
        } else {
            appendEscape(0xD800 + (scalar - 0x10000) >> 10, to: &bytes)
            appendEscape(0xDC00 + (scalar - 0x10000) & 0x3FF, to: &bytes)
        }
        return at + length
    }

    private static func appendEscape(_ unit: UInt32, to bytes: inout [UInt8]) {
        let hex: StaticString = "0123456789abcdef"
        bytes += [0x5C, 0x75]
        for shift: UInt32 in [12, 8, 4, 0] { bytes.append(hex.utf8Start[Int(unit >> shift & 15)]) }
    }
}
