/// Reads the front of a line as if it were written plainly: invisible marks are passed over, no-break spaces are
/// spaces, Arabic and Persian digits are digits. Positions are those of the line as it is.
struct PlainScanner {
    private let line: UnsafeBufferPointer<UInt8>
    private(set) var position = 0

    init(_ line: UnsafeBufferPointer<UInt8>) { self.line = line }

    /// The next plain byte; nil at the end.
    mutating func peek() -> UInt8? { current()?.byte }

    mutating func advance() { if let length = current()?.length { position += length } }

    private mutating func current() -> (byte: UInt8, length: Int)? {
        while position < line.count {
            let rest = UnsafeBufferPointer(rebasing: line[position...])
            if rest[0] < 0x80 { return (rest[0], 1) }
            let length = PlainText.markLength(rest)
            if length == 0 { return PlainText.plain(rest) }
            position += length
        }
        return nil
    }

    mutating func accept(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        advance()
        return true
    }

    mutating func accept(_ character: Unicode.Scalar) -> Bool { accept(UInt8(truncatingIfNeeded: character.value)) }

    mutating func acceptAny(_ choices: StaticString) -> UInt8? {
        guard let byte = peek(), choices.withUTF8Buffer({ $0.contains(byte) }) else { return nil }
        advance()
        return byte
    }

    /// Passes over a whole word, or over nothing.
    mutating func accept(word: String) -> Bool {
        let start = position
        for byte in word.utf8 where !accept(byte) {
            position = start
            return false
        }
        return true
    }

    @discardableResult mutating func skipSpaces() -> Bool {
        let start = position
        while accept(" ") {}
        return position > start
    }

    /// One to so many digits; nil where there are more or none.
    mutating func number(upTo digits: Int) -> Int? { number(digits: 1...digits) }

    /// Exactly so many digits.
    mutating func number(of digits: Int) -> Int? { number(digits: digits...digits) }

    private mutating func number(digits: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while count <= digits.upperBound, let byte = peek(), (0x30...0x39).contains(byte) {
            value = value * 10 + Int(byte - 0x30)
            count += 1
            advance()
        }
        return digits.contains(count) ? value : nil
    }
}

extension UInt8 {
    var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

/// Text without what the messenger weaves into it.
enum PlainText {
    /// The length of the invisible mark that the bytes begin with: U+200B to U+200F, U+202A to U+202E, U+2060,
    /// U+2066 to U+2069, U+FEFF; 0 where there is none.
    static func markLength(_ bytes: some RandomAccessCollection<UInt8>) -> Int {
        guard bytes.count >= 3 else { return 0 }
        let start = bytes.startIndex
        let (a, b, c) = (
            bytes[start], bytes[bytes.index(start, offsetBy: 1)], bytes[bytes.index(start, offsetBy: 2)]
        )
        switch (a, b) {
        case (0xE2, 0x80): return (0x8B...0x8F).contains(c) || (0xAA...0xAE).contains(c) ? 3 : 0
        case (0xE2, 0x81): return c == 0xA0 || (0xA6...0xA9).contains(c) ? 3 : 0
        case (0xEF, 0xBB): return c == 0xBF ? 3 : 0
        default: return 0
        }
    }

    /// The plain byte that the next character stands for, and the character's bytes.
    static func plain(_ bytes: some RandomAccessCollection<UInt8>) -> (byte: UInt8, length: Int) {
        let start = bytes.startIndex
        guard bytes.count >= 2 else { return (bytes[start], 1) }
        let second = bytes[bytes.index(start, offsetBy: 1)]
        switch (bytes[start], second) {
        case (0xC2, 0xA0): return (0x20, 2)
        case (0xD8, 0x8C): return (UInt8(ascii: ","), 2)
        case (0xD9, 0xA0...0xA9): return (0x30 + second - 0xA0, 2)
        case (0xDB, 0xB0...0xB9): return (0x30 + second - 0xB0, 2)
        case (0xE2, 0x80) where bytes.count >= 3:
            switch bytes[bytes.index(start, offsetBy: 2)] {
            case 0xAF, 0x89: return (0x20, 3)
            case 0x90...0x94: return (UInt8(ascii: "-"), 3)
            case 0x98, 0x99: return (UInt8(ascii: "'"), 3)
            default: return (0xE2, 1)
            }
        default: return (bytes[start], 1)
        }
    }

    /// Without marks, runs of spaces as one, none at the ends; ASCII letters in lower case where `folded`.
    static func of(_ bytes: some RandomAccessCollection<UInt8>, folded: Bool) -> [UInt8] {
        bytes.withContiguousStorageIfAvailable { of($0, folded: folded) } ?? of(Array(bytes), folded: folded)
    }

    private static func of(_ bytes: UnsafeBufferPointer<UInt8>, folded: Bool) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            var (byte, length) = (bytes[index], 1)
            if byte >= 0x80 {
                let rest = UnsafeBufferPointer(rebasing: bytes[index...])
                let mark = markLength(rest)
                if mark > 0 {
                    index += mark
                    continue
                }
                (byte, length) = Self.plain(rest)
            }
            index += length
            if byte == 0x20, plain.isEmpty || plain.last == 0x20 { continue }
            plain.append(folded ? byte.asciiLowercased : byte)
        }
        while plain.last == 0x20 { plain.removeLast() }
        return plain
    }
}
