/// A JSON text, read strictly by RFC 8259. Strings stay bytes; numbers stay as they are written, so that no id
/// loses digits.
indirect enum JSONValue: Equatable {
    case null
    case bool(Bool)
    case number([UInt8])
    case string([UInt8])
    case array([JSONValue])
    case object([String: JSONValue])

    /// The depth of arrays and objects in each other beyond which a text is refused.
    static let deepest = 64

    struct SyntaxError: Error, Equatable { let reason: String }

    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(SyntaxError) {
        var reader = JSONReader(bytes)
        self = try reader.document()
    }

    subscript(_ key: String) -> JSONValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    /// The elements; none for anything that is no array.
    var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

    var bytes: [UInt8]? { if case .string(let bytes) = self { bytes } else { nil } }

    /// A string that is not empty.
    var string: String? { bytes.flatMap { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) } }

    /// A whole number, written as one or as a string of digits.
    var integer: Int64? {
        switch self {
        case .number(let digits), .string(let digits): Int64(String(decoding: digits, as: UTF8.self))
        default: nil
        }
    }
}

private struct JSONReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func document() throws(JSONValue.SyntaxError) -> JSONValue {
        position = PlainText.markLength(bytes)
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw .init(reason: "something follows the end of the value") }
        return value
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

    private mutating func value() throws(JSONValue.SyntaxError) -> JSONValue {
        skipSpace()
        guard let first = next else { throw .init(reason: "it ends too early") }
        switch first {
        case UInt8(ascii: "{"): return try nested { reader throws(JSONValue.SyntaxError) in try reader.object() }
        case UInt8(ascii: "["): return try nested { reader throws(JSONValue.SyntaxError) in try reader.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), 0x30...0x39: return try number()
        default: throw .init(reason: "no value begins like this")
        }
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(JSONValue.SyntaxError) -> JSONValue
    ) throws(JSONValue.SyntaxError) -> JSONValue {
        depth += 1
        position += 1
        guard depth <= JSONValue.deepest else { throw .init(reason: "it is nested deeper than \(JSONValue.deepest)") }
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func object() throws(JSONValue.SyntaxError) -> JSONValue {
        var members: [String: JSONValue] = [:]
        if accept("}") { return .object(members) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw .init(reason: "a name in quotes is missing") }
            let name = String(decoding: try string(), as: UTF8.self)
            guard accept(":") else { throw .init(reason: "a colon is missing") }
            members[name] = try value()
        } while accept(",")
        guard accept("}") else { throw .init(reason: "an object is not closed") }
        return .object(members)
    }

    private mutating func array() throws(JSONValue.SyntaxError) -> JSONValue {
        var elements: [JSONValue] = []
        if accept("]") { return .array(elements) }
        repeat { elements.append(try value()) } while accept(",")
        guard accept("]") else { throw .init(reason: "an array is not closed") }
        return .array(elements)
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONValue.SyntaxError) -> JSONValue {
        guard bytes[position...].starts(with: word.utf8) else { throw .init(reason: "no value begins like this") }
        position += word.utf8.count
        return value
    }

    private mutating func number() throws(JSONValue.SyntaxError) -> JSONValue {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte) { position += 1 }
        let text = Array(bytes[start..<position])
        guard Double(String(decoding: text, as: UTF8.self)) != nil else { throw .init(reason: "a number is malformed") }
        return .number(text)
    }

    private mutating func string() throws(JSONValue.SyntaxError) -> [UInt8] {
        position += 1
        var text: [UInt8] = []
        var plain = position
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                text.append(contentsOf: bytes[plain..<(position - 1)])
                return text
            case UInt8(ascii: "\\"):
                text.append(contentsOf: bytes[plain..<(position - 1)])
                try escape(&text)
                plain = position
            case 0..<0x20: throw .init(reason: "a control character stands in a string")
            default: continue
            }
        }
        throw .init(reason: "a string is not closed")
    }

    private mutating func escape(_ text: inout [UInt8]) throws(JSONValue.SyntaxError) {
        guard let byte = next else { throw .init(reason: "it ends too early") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar()).utf8)
        default: throw .init(reason: "an escape is malformed")
        }
    }

    /// The scalar of `\uXXXX` or of a pair of them. A surrogate alone is no character: U+FFFD stands for it.
    private mutating func scalar() throws(JSONValue.SyntaxError) -> Unicode.Scalar {
        let high = try unit()
        guard (0xD800...0xDBFF).contains(high) else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
        guard bytes[position...].starts(with: Array("\\u".utf8)) else { return "\u{FFFD}" }
        let before = position
        position += 2
        let low = try unit()
        guard (0xDC00...0xDFFF).contains(low) else {
            position = before
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func unit() throws(JSONValue.SyntaxError) -> UInt32 {
        guard position + 4 <= bytes.count,
            let value = UInt32(String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
        else { throw .init(reason: "an escape is malformed") }
        position += 4
        return value
    }
}
