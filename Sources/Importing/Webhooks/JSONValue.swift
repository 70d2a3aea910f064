/// A value of a JSON text. Strings stay bytes; numbers stay as they are written, so that no id loses digits. It holds its
/// text alive; what it gives is read out of it when it is asked for.
struct JSONValue {
    enum Kind: UInt8 { case null, bool, number, string, array, object }

    /// The depth of arrays and objects in each other beyond which a text is refused.
    static let deepest = 64

    struct SyntaxError: Error, Equatable { let reason: String }

    fileprivate let text: JSONText
    fileprivate let index: Int

    /// Reads a text strictly by RFC 8259.
    /// - Parameter bytes: well-formed UTF-8; they are copied.
    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(SyntaxError) {
        var reading = JSONReading()
        self = try reading.value(bytes)
    }

    fileprivate init(_ text: JSONText, _ index: Int) { (self.text, self.index) = (text, index) }

    var kind: Kind { text.nodes[index].kind }

    /// The member of an object; of several of that name the last.
    subscript(_ name: StaticString) -> JSONValue? {
        member(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    subscript(named name: String) -> JSONValue? {
        var name = name
        return name.withUTF8 { member($0) }
    }

    private func member(_ name: UnsafeBufferPointer<UInt8>) -> JSONValue? {
        guard kind == .object else { return nil }
        var found: Int?
        var key = index + 1
        while key < text.nodes[index].next {
            if text.isEqual(key, name) { found = key + 1 }
            key = text.nodes[key + 1].next
        }
        return found.map { JSONValue(text, $0) }
    }

    /// The members of an object by their names; none for anything else.
    var members: [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        guard kind == .object else { return members }
        var key = index + 1
        while key < text.nodes[index].next {
            members[String(decoding: text.string(key), as: UTF8.self)] = JSONValue(text, key + 1)
            key = text.nodes[key + 1].next
        }
        return members
    }

    /// The elements of an array; none for anything else.
    var elements: Elements { Elements(self) }

    /// What a string says.
    var bytes: [UInt8]? { kind == .string ? text.string(index) : nil }

    /// What a string says that is not empty.
    var string: String? {
        guard kind == .string, text.nodes[index].length > 0 else { return nil }
        return text.withString(index) { String(decoding: $0, as: UTF8.self) }
    }

    /// Hands out the bytes of a string or number as they are written, or of an object from bracket to bracket; none for
    /// anything else.
    func withWritten<T>(_ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
        switch kind {
        case .string, .number, .object: text.withWritten(index, body)
        case .null, .bool, .array: body(.init(start: nil, count: 0))
        }
    }

    /// Hands out what a string says; nil for anything else.
    func withBytes<T>(_ body: (UnsafeBufferPointer<UInt8>) -> T) -> T? {
        kind == .string ? text.withString(index, body) : nil
    }

    /// Whether a string says these bytes.
    func says(_ word: StaticString) -> Bool {
        kind == .string
            && text.isEqual(index, UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    /// A number as it is written.
    var number: [UInt8]? { kind == .number ? text.string(index) : nil }

    /// A whole number, written as one or as a string of digits.
    var integer: Int64? {
        guard kind == .number || kind == .string else { return nil }
        return text.withString(index) { Int64(String(decoding: $0, as: UTF8.self)) }
    }

    /// The elements of an array, one after another.
    struct Elements: Sequence, IteratorProtocol {
        let count: Int
        private let text: JSONText?
        private var index: Int
        private var left: Int

        static var none: Elements { Elements() }

        private init() { (count, text, index, left) = (0, nil, 0, 0) }

        fileprivate init(_ value: JSONValue) {
            count = value.kind == .array ? value.text.nodes[value.index].length : 0
            (text, index, left) = (value.text, value.index + 1, count)
        }

        var first: JSONValue? {
            var copy = self
            return copy.next()
        }

        mutating func next() -> JSONValue? {
            guard left > 0, let text else { return nil }
            defer {
                index = text.nodes[index].next
                left -= 1
            }
            return JSONValue(text, index)
        }
    }
}

/// Reads one JSON text after another. They share one piece of memory as long as nobody holds on to the value before.
struct JSONReading {
    /// Bytes of a text beyond which its memory is not kept.
    private static let kept = 1024 * 1024
    private var text = JSONText()

    /// Reads a text strictly by RFC 8259.
    /// - Parameter bytes: well-formed UTF-8; they are copied.
    mutating func value(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONValue.SyntaxError) -> JSONValue {
        if !isKnownUniquelyReferenced(&text) || text.bytes.count > Self.kept { text = JSONText() }
        try text.read(bytes)
        return JSONValue(text, 0)
    }
}
