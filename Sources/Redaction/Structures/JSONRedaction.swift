import Conversations

/// Redaction of a stored JSON value by an allow-list of fields. Bytes of kept values, the order of the fields and the white
/// space stay as they are.
struct JSONRedaction {
    /// Deeper values are no message: they lose their value.
    private static let deepest = 64

    let fields: JSONFields
    let redactor: Redactor
    let persons: [PersonProfile]
    private let json: [UInt8]
    private var at = 0
    private var output: [UInt8] = []
    private(set) var summary = RedactionSummary()

    init(_ json: [UInt8], fields: JSONFields, redactor: Redactor, persons: [PersonProfile]) {
        (self.json, self.fields, self.redactor, self.persons) = (json, fields, redactor, persons)
    }

    /// The redacted JSON; nil where the bytes are no JSON object or array.
    mutating func run(depth: Int = 0) -> [UInt8]? {
        copySpace()
        guard at < json.count, json[at] == 0x7B || json[at] == 0x5B, value(.unknown, depth) else { return nil }
        copySpace()
        return at == json.count ? output : nil
    }

    private enum Treatment { case kept, text, name, id, unknown }

    private func treatment(_ key: ArraySlice<UInt8>) -> Treatment {
        let name = String(decoding: key, as: UTF8.self)
        if fields.kept.contains(name) { return .kept }
        if fields.texts.contains(name) { return .text }
        if fields.names.contains(name) { return .name }
        return fields.ids.contains(name) ? .id : .unknown
    }

    private mutating func copySpace() {
        while at < json.count, json[at] == 0x20 || json[at] == 0x0A || json[at] == 0x0D || json[at] == 0x09 { copy() }
    }

    private mutating func copy() {
        output.append(json[at])
        at += 1
    }

    /// Reads one value and writes what stays of it; false where it is malformed.
    private mutating func value(_ treatment: Treatment, _ depth: Int) -> Bool {
        guard at < json.count, depth < Self.deepest else { return false }
        switch json[at] {
        case 0x7B: return members(depth, isObject: true, treatment)
        case 0x5B: return members(depth, isObject: false, treatment)
        case 0x22:
            guard let text = string() else { return false }
            write(text, treatment, depth)
            return true
        default: return scalar(treatment)
        }
    }

    private mutating func members(_ depth: Int, isObject: Bool, _ treatment: Treatment) -> Bool {
        let close: UInt8 = isObject ? 0x7D : 0x5D
        copy()
        copySpace()
        if at < json.count, json[at] == close {
            copy()
            return true
        }
        while at < json.count {
            var own = treatment
            if isObject {
                guard json[at] == 0x22, let key = string() else { return false }
                output.append(contentsOf: json[key.lowerBound - 1..<key.upperBound + 1])
                // An object in a list of names or ids has fields of its own.
                own = self.treatment(json[key])
                copySpace()
                guard at < json.count, json[at] == 0x3A else { return false }
                copy()
                copySpace()
            }
            guard value(own, depth + 1) else { return false }
            copySpace()
            guard at < json.count else { return false }
            if json[at] == close {
                copy()
                return true
            }
            guard json[at] == 0x2C else { return false }
            copy()
            copySpace()
        }
        return false
    }

    /// Reads a string, and answers the place of its bytes between the quotation marks.
    private mutating func string() -> Range<Int>? {
        let start = at + 1
        var end = start
        while end < json.count, json[end] != 0x22 { end += json[end] == 0x5C ? 2 : 1 }
        guard end < json.count else { return nil }
        at = end + 1
        return start..<end
    }

    /// A number, `true`, `false` or `null`.
    private mutating func scalar(_ treatment: Treatment) -> Bool {
        let start = at
        while at < json.count, ![0x2C, 0x7D, 0x5D, 0x20, 0x0A, 0x0D, 0x09].contains(json[at]) { at += 1 }
        guard at > start else { return false }
        let isNumber = json[start] == 0x2D || json[start] &- 0x30 < 10
        if treatment == .kept || !isNumber {
            output.append(contentsOf: json[start..<at])
        } else {
            output.append(contentsOf: "null".utf8)
        }
        return true
    }

    private mutating func write(_ text: Range<Int>, _ treatment: Treatment, _ depth: Int) {
        output.append(0x22)
        defer { output.append(0x22) }
        guard treatment != .kept, !text.isEmpty else { return output.append(contentsOf: json[text]) }
        let plain = JSONString.decoded(json[text])
        switch treatment {
        case .kept: break
        case .text: output.append(contentsOf: JSONString.encoded(redactedText(plain, depth)))
        case .name: append(.name, plain)
        case .id: append(.phone, plain)
        case .unknown: break
        }
    }

    /// A text, or JSON inside a string.
    private mutating func redactedText(_ text: [UInt8], _ depth: Int) -> [UInt8] {
        if depth < 8, let first = text.first, first == 0x7B || first == 0x5B {
            var inner = JSONRedaction(text, fields: fields, redactor: redactor, persons: persons)
            if let redacted = inner.run(depth: depth + 1) {
                summary += inner.summary
                return redacted
            }
        }
        var messages = ConversationText()
        messages.append(text, sender: 0)
        summary += redactor.redact(&messages, of: persons)
        return Array(messages.text(0))
    }

    /// Replaces a value as a whole; the server of an address stays, and what is replaced already stays as it is.
    private mutating func append(_ category: TextCategory, _ value: [UInt8]) {
        let server = category == .phone ? value.lastIndex(of: 0x40).map { value[$0...] } ?? [] : []
        let local = value.dropLast(server.count)
        guard !local.isEmpty, !redactor.isReplacement(local) else {
            return output.append(contentsOf: JSONString.encoded(value))
        }
        var replaced: [UInt8] = []
        redactor.appendReplacement(category, local, to: &replaced)
        summary.tally[category] += 1
        output.append(contentsOf: JSONString.encoded(replaced + server))
    }
}

extension Redactor {
    /// Redacts a JSON object or array by an allow-list of its fields; nil where the bytes are not valid JSON, which then
    /// is a text like any other.
    package func redact(
        json: [UInt8], fields: JSONFields = .messaging, of persons: [PersonProfile] = []
    ) -> (json: [UInt8], summary: RedactionSummary)? {
        var redaction = JSONRedaction(json, fields: fields, redactor: self, persons: persons)
        guard let redacted = redaction.run() else { return nil }
        return (redacted, redaction.summary)
    }
}
