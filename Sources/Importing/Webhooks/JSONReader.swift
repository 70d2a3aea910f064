/// Reads a JSON text into its values, strictly by RFC 8259.
struct JSONReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0
    private(set) var nodes: [JSONText.Node]

    /// - Parameter nodes: whose memory is used again.
    init(_ bytes: UnsafeBufferPointer<UInt8>, into nodes: consuming [JSONText.Node]) {
        (self.bytes, self.nodes) = (bytes, nodes)
    }

    mutating func document() throws(JSONValue.SyntaxError) {
        nodes.removeAll(keepingCapacity: true)
        position = PlainText.markLength(bytes)
        try value()
        skipSpace()
        guard position == bytes.count else { throw .init(reason: "something follows the end of the value") }
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func accept(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(truncatingIfNeeded: character.value) else { return false }
        position += 1
        return true
    }

    private mutating func value() throws(JSONValue.SyntaxError) {
        skipSpace()
        guard let first = next else { throw .init(reason: "it ends too early") }
        switch first {
        case UInt8(ascii: "{"): try object()
        case UInt8(ascii: "["): try array()
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "t"): try word("true", .bool)
        case UInt8(ascii: "f"): try word("false", .bool)
        case UInt8(ascii: "n"): try word("null", .null)
        case UInt8(ascii: "-"), 0x30...0x39: try number()
        default: throw .init(reason: "no value begins like this")
        }
    }

    private mutating func begin(_ kind: JSONValue.Kind) -> Int {
        nodes.append(.init(kind))
        return nodes.count - 1
    }

    private mutating func nest() throws(JSONValue.SyntaxError) {
        depth += 1
        position += 1
        guard depth <= JSONValue.deepest else { throw .init(reason: "it is nested deeper than \(JSONValue.deepest)") }
    }

    private mutating func object() throws(JSONValue.SyntaxError) {
        let node = begin(.object)
        let start = position
        try nest()
        if !accept("}") {
            repeat {
                skipSpace()
                guard next == UInt8(ascii: "\"") else { throw .init(reason: "a name in quotes is missing") }
                try string()
                guard accept(":") else { throw .init(reason: "a colon is missing") }
                try value()
            } while accept(",")
            guard accept("}") else { throw .init(reason: "an object is not closed") }
        }
        depth -= 1
        nodes[node].start = UInt32(truncatingIfNeeded: start)
        nodes[node].length = position - start
        nodes[node].next = nodes.count
    }

    private mutating func array() throws(JSONValue.SyntaxError) {
        let node = begin(.array)
        var count = 0
        try nest()
        if !accept("]") {
            repeat {
                try value()
                count += 1
            } while accept(",")
            guard accept("]") else { throw .init(reason: "an array is not closed") }
        }
        depth -= 1
        nodes[node].length = count
        nodes[node].next = nodes.count
    }

    private mutating func word(_ word: StaticString, _ kind: JSONValue.Kind) throws(JSONValue.SyntaxError) {
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[position...].starts(with: expected) else { throw .init(reason: "no value begins like this") }
        add(kind, start: position, end: position + expected.count)
        position += expected.count
    }

    private mutating func number() throws(JSONValue.SyntaxError) {
        let start = position
        _ = accept(digit: UInt8(ascii: "-"))
        let isZero = accept(digit: 0x30)
        var isWell = isZero || skipDigits()
        if accept(digit: UInt8(ascii: ".")) { isWell = skipDigits() && isWell }
        if accept(digit: UInt8(ascii: "e")) || accept(digit: UInt8(ascii: "E")) {
            _ = accept(digit: UInt8(ascii: "+")) || accept(digit: UInt8(ascii: "-"))
            isWell = skipDigits() && isWell
        }
        let goesOn = next.map { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") } ?? false
        guard isWell, !goesOn else { throw .init(reason: "a number is malformed") }
        add(.number, start: start, end: position)
    }

    private mutating func accept(digit: UInt8) -> Bool {
        guard next == digit else { return false }
        position += 1
        return true
    }

    /// Whether there was one.
    private mutating func skipDigits() -> Bool {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        return position > start
    }

    private mutating func string() throws(JSONValue.SyntaxError) {
        position += 1
        let start = position
        var isEscaped = false
        while true {
            position = plainEnd(from: position)
            guard let byte = next else { throw .init(reason: "a string is not closed") }
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                add(.string, start: start, end: position - 1)
                nodes[nodes.count - 1].isEscaped = isEscaped
                return
            case UInt8(ascii: "\\"):
                isEscaped = true
                guard let length = JSONEscapes.length(bytes[position...]) else {
                    throw .init(reason: position == bytes.count ? "it ends too early" : "an escape is malformed")
                }
                position += length
            default: throw .init(reason: "a control character stands in a string")
            }
        }
    }

    /// Where a run ends of bytes that are no quote, no backslash and no control character.
    private func plainEnd(from start: Int) -> Int {
        var index = start
        let words = UnsafeRawBufferPointer(bytes)
        while index + 8 <= bytes.count, !Self.endsString(words.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
            index += 8
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return index }
            index += 1
        }
        return index
    }

    /// Whether one of eight bytes is a quote, a backslash or a control character. Each term sets the high bit of such a byte;
    /// a borrow may set it above one as well, which is asked for byte by byte then.
    private static func endsString(_ word: UInt64) -> Bool {
        let (ones, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let control = (word &- ones &* 0x20) & ~word
        return (((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | control) & high != 0
    }

    private mutating func add(_ kind: JSONValue.Kind, start: Int, end: Int) {
        let node = begin(kind)
        nodes[node].start = UInt32(truncatingIfNeeded: start)
        nodes[node].length = end - start
        nodes[node].next = nodes.count
    }
}
