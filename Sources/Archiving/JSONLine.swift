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
        append(name)
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
        value.withUTF8 { _ = text(UnsafeRawBufferPointer($0)) }
    }

    /// Text as it stands in a store: a JSON string where it is UTF-8, else `{"base64": "..."}`, so that each byte is kept.
    /// Says whether it was UTF-8.
    @discardableResult
    package mutating func text(_ value: UnsafeRawBufferPointer) -> Bool {
        separate()
        let start = bytes.count
        needsComma = true
        bytes.append(UInt8(ascii: "\""))
        if appendEscaped(value) {
            bytes.append(UInt8(ascii: "\""))
            return true
        }
        bytes.removeSubrange(start...)
        append(#"{"base64":""#)
        appendBase64(value)
        append(#""}"#)
        return false
    }

    /// RFC 3339 in UTC, as `Instant.description`. A year that has not four digits, which no plausible date has, is null.
    package mutating func instant(_ instant: Instant) {
        guard (-62_135_596_800...253_402_300_799).contains(instant.seconds) else { return null() }
        let day = instant.seconds / 86_400 - (instant.seconds % 86_400 < 0 ? 1 : 0)
        let second = Int(instant.seconds - day * 86_400)
        let date = CivilDate(daysSince1970: day)
        separate()
        needsComma = true
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 22) { form in
            func put(_ value: Int, _ place: Int, _ mark: Unicode.Scalar) {
                form[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10)
                form[place + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10)
                form[place + 2] = UInt8(ascii: mark)
            }
            form[0] = UInt8(ascii: "\"")
            put(date.year / 100, 1, "0")
            put(date.year % 100, 3, "-")
            put(date.month, 6, "-")
            put(date.day, 9, "T")
            put(second / 3600, 12, ":")
            put(second / 60 % 60, 15, ":")
            put(second % 60, 18, "Z")
            form[21] = UInt8(ascii: "\"")
            bytes.append(contentsOf: UnsafeBufferPointer(form))
        }
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
        append(word)
        needsComma = true
    }

    private mutating func append(_ word: StaticString) {
        word.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func digits(of value: Int64) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { form in
            var (rest, place) = (value.magnitude, 20)
            repeat {
                place -= 1
                form[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            if value < 0 {
                place -= 1
                form[place] = UInt8(ascii: "-")
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: form[place...]))
        }
    }

    /// Copies text with its escapes; runs that need none are copied whole. False, with a part of it written, where it is
    /// not UTF-8.
    private mutating func appendEscaped(_ text: UnsafeRawBufferPointer) -> Bool {
        var (copied, index) = (0, 0)
        while index < text.count {
            index += plainPrefix(text, from: index)
            guard index < text.count else { break }
            let byte = text[index]
            let length = utf8Length(text, at: index)
            guard length > 0 else { return false }
            // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
            let isSeparator = byte == 0xE2 && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8
            if isSeparator || (length == 1 && needsEscape(byte)) {
                bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[copied..<index]))
                appendEscape(isSeparator ? 0x2000 | UInt16(text[index + 2] & 0x3F) : UInt16(byte))
                copied = index + length
            }
            index += length
        }
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[copied...]))
        return true
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
            for shift in [12, 8, 4, 0] as [UInt16] { bytes.append(hexadecimalDigit(UInt8(unit >> shift & 15))) }
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

/// Whether an ASCII character may not stand in a line as it is.
@inline(__always)
private func needsEscape(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F }

/// How many bytes from there on are ASCII and need no escape, counted eight at a time while eight are left.
@inline(__always)
private func plainPrefix(_ text: UnsafeRawBufferPointer, from start: Int) -> Int {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var index = start
    while index + 8 <= text.count {
        let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let (quote, backslash) = (word ^ (ones &* 0x22), word ^ (ones &* 0x5C))
        // A high bit for each byte that is not plain. A borrow can only mark bytes after a true one.
        let marks =
            (word | (word &+ ones) | ((word &- ones &* 0x20) & ~word) | ((quote &- ones) & ~quote)
                | ((backslash &- ones) & ~backslash)) & highs
        if marks != 0 { return index - start + marks.trailingZeroBitCount / 8 }
        index += 8
    }
    while index < text.count, text[index] < 0x80, !needsEscape(text[index]) { index += 1 }
    return index - start
}
