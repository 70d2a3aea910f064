import Conversations

/// Writes JSON as bytes, one value after another, into a buffer that is used again for the next line.
///
/// Commas are put where they belong; that keys and values alternate and brackets close is the caller's part. Control
/// characters, quotes, backslashes and U+2028/2029 are escaped, so that a line is one line in every reader.
package struct JSONLine: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    package init(capacity: Int = 64 << 10) { bytes.reserveCapacity(capacity) }

    /// Begins anew and keeps the room.
    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    package mutating func beginObject() { open(UInt8(ascii: "{")) }
    package mutating func endObject() { close(UInt8(ascii: "}")) }
    package mutating func beginArray() { open(UInt8(ascii: "[")) }
    package mutating func endArray() { close(UInt8(ascii: "]")) }

    /// A key of our own: written as it is, so it holds no character that needs an escape.
    package mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A key that is known only when the program runs.
    package mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    package mutating func null() { literal("null") }
    package mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

    package mutating func integer(_ value: some BinaryInteger & Sendable) {
        separate()
        digits(of: Int64(value))
        needsComma = true
    }

    package mutating func string(_ value: String) {
        var value = value
        value.withUTF8 { string(valid: UnsafeRawBufferPointer($0)) }
    }

    /// Text as it stands in a store: a JSON string where it is UTF-8, else `{"base64": "..."}`, so that each byte is kept.
    /// Says whether it was UTF-8.
    @discardableResult
    package mutating func text(_ value: UnsafeRawBufferPointer) -> Bool {
        if isUTF8(value) {
            string(valid: value)
            return true
        }
        beginObject()
        key("base64")
        separate()
        bytes.append(UInt8(ascii: "\""))
        appendBase64(value)
        bytes.append(UInt8(ascii: "\""))
        endObject()
        return false
    }

    /// RFC 3339 in UTC, as `Instant.description`. A year that has not four digits, which no plausible date has, is null.
    package mutating func instant(_ instant: Instant) {
        guard (-62_135_596_800...253_402_300_799).contains(instant.seconds) else { return null() }
        let day = instant.seconds / 86_400 - (instant.seconds % 86_400 < 0 ? 1 : 0)
        let second = Int(instant.seconds - day * 86_400)
        let date = CivilDate(daysSince1970: day)
        separate()
        bytes.append(UInt8(ascii: "\""))
        twoDigits(date.year / 100)
        twoDigits(date.year % 100, after: nil)
        twoDigits(date.month, after: "-")
        twoDigits(date.day, after: "-")
        twoDigits(second / 3600, after: "T")
        twoDigits(second / 60 % 60, after: ":")
        twoDigits(second % 60, after: ":")
        bytes.append(UInt8(ascii: "Z"))
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() { if needsComma { bytes.append(UInt8(ascii: ",")) } }

    private mutating func literal(_ word: StaticString) {
        separate()
        word.withUTF8Buffer { bytes.append(contentsOf: $0) }
        needsComma = true
    }

    private mutating func twoDigits(_ value: Int, after mark: Unicode.Scalar? = nil) {
        if let mark { bytes.append(UInt8(ascii: mark)) }
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10))
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
    }

    private mutating func digits(of value: Int64) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = value.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// Bytes that are known to be UTF-8: runs between characters that need an escape are copied whole.
    private mutating func string(valid text: UnsafeRawBufferPointer) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        var copied = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            guard needsLook[Int(byte)] else {
                index += 1
                continue
            }
            let length = byte == 0xE2 ? (isLineSeparator(text, at: index) ? 3 : 0) : 1
            if length == 0 {
                index += 1
                continue
            }
            bytes.append(contentsOf: text[copied..<index])
            appendEscape(byte == 0xE2 ? 0x2000 | UInt16(text[index + 2] & 0x3F) : UInt16(byte))
            index += length
            copied = index
        }
        bytes.append(contentsOf: text[copied...])
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// Whether U+2028 or U+2029 (E2 80 A8, E2 80 A9) begins there. The text is UTF-8, so two bytes follow.
    private func isLineSeparator(_ text: UnsafeRawBufferPointer, at index: Int) -> Bool {
        index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8
    }

    private mutating func appendEscape(_ unit: UInt16) {
        bytes.append(UInt8(ascii: "\\"))
        switch unit {
        case 0x22, 0x5C: bytes.append(UInt8(unit))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        default:
            bytes.append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] as [UInt16] { bytes.append(hexDigit(UInt8(unit >> shift & 15))) }
        }
    }

    private mutating func appendBase64(_ value: UnsafeRawBufferPointer) {
        var index = 0
        while index < value.count {
            let group = (0..<3).reduce(UInt32(0)) {
                $0 << 8 | (index + $1 < value.count ? UInt32(value[index + $1]) : 0)
            }
            let used = min(3, value.count - index)
            for place in 0..<4 {
                let digit = place <= used ? base64Digits[Int(group >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "=")
                bytes.append(digit)
            }
            index += 3
        }
    }
}

private let base64Digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

/// Bytes that may need an escape: controls, quote, backslash, DEL, and the first byte of U+2028/2029.
private let needsLook: [Bool] = (0..<256).map { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F || $0 == 0xE2 }
