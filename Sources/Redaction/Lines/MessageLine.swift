/// One line of messages as JSON: an object whose `text` is a message, and what it says of whose words they are.
///
///     {"text": "...", "conv": "a", "seq": 3, "profile": {"display": "...", "first": "...", "last": "...", "nick": "...",
///      "phone": "..."}}
package struct MessageLine: Sendable {
    /// Why a line is none. It names no value.
    package enum Fault: Error, Equatable {
        /// No JSON object; the byte of the line, from 1, at which reading ended.
        case form(byte: Int)
        /// A field that holds something else than it should.
        case field(StaticString, expected: StaticString)

        package var description: String {
            switch self {
            case .form(let byte): "is no JSON object (byte \(byte))"
            case .field(let name, let expected): "has a \"\(name)\" that is not \(expected)"
            }
        }

        package static func == (a: Fault, b: Fault) -> Bool { a.description == b.description }
    }

    /// Where the texts lie in the line, between their quotation marks: none without a text or with an empty one, more than
    /// one where the field stands twice.
    private(set) var texts: [Range<Int>] = []
    /// The conversation as it was written; nil where the line stands alone.
    private(set) var conversation: [UInt8]?
    /// The place in the conversation; nil where none is said, or none that is a whole number.
    private(set) var sequence: Int?
    private(set) var profile: PersonProfile?

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// - Parameter memory: what was read of the line before.
    /// - Throws: `Fault` for a line that is no JSON object with these fields.
    init(_ line: UnsafeBufferPointer<UInt8>, _ memory: inout ProfileMemory) throws(Fault) {
        var scanner = JSONScanner(line)
        var fault: Fault?
        var read = self
        _ = scanner.take(Self.byteOrderMark)
        scanner.skipSpace()
        let isObject = scanner.object { scanner, key in
            let start = scanner.at
            guard scanner.value(1) else { return false }
            let key = JSONString.decoded(Array(line[key])[...])
            if let wrong = read.read(key, line, start..<scanner.at, &memory) {
                fault = fault ?? wrong
            }
            return true
        }
        scanner.skipSpace()
        guard isObject, scanner.isAtEnd else { throw .form(byte: scanner.at + 1) }
        if let fault { throw fault }
        self = read
    }

    private mutating func read(
        _ key: [UInt8], _ line: UnsafeBufferPointer<UInt8>, _ value: Range<Int>, _ memory: inout ProfileMemory
    ) -> Fault? {
        let isNull = line[value.lowerBound] == 0x6E
        if key.elementsEqual("text".utf8) {
            guard !isNull else { return nil }
            guard line[value.lowerBound] == 0x22 else { return .field("text", expected: "a string") }
            if value.count > 2 { texts.append((value.lowerBound + 1)..<(value.upperBound - 1)) }
        } else if key.elementsEqual("conv".utf8) {
            conversation = isNull ? nil : Array(line[value])
        } else if key.elementsEqual("seq".utf8) {
            sequence = Int(String(decoding: line[value], as: UTF8.self))
        } else if key.elementsEqual("profile".utf8), !isNull {
            guard line[value.lowerBound] == 0x7B else { return .field("profile", expected: "an object") }
            let read = memory.profile(UnsafeBufferPointer(rebasing: line[value]), Self.profile)
            profile = profile.map { $0.adding(read) } ?? read
        }
        return nil
    }

    /// Names are strings, numbers strings or digits, or lists of these; whatever else stands in a profile is not looked at.
    private static func profile(_ json: UnsafeBufferPointer<UInt8>) -> PersonProfile {
        var profile = PersonProfile()
        var scanner = JSONScanner(json)
        _ = scanner.object { scanner, key in
            let start = scanner.at
            guard scanner.value(1) else { return false }
            let value = UnsafeBufferPointer(rebasing: json[start..<scanner.at])
            let field = String(decoding: JSONString.decoded(Array(json[key])[...]), as: UTF8.self)
            for name in strings(value) {
                switch field {
                case "display": profile.learn(name, as: \.displayName)
                case "first": profile.learn(name, as: \.firstName)
                case "last": profile.learn(name, as: \.lastName)
                case "nick": profile.otherNames.append(name)
                case "phone": profile.phoneNumbers.append(name)
                default: break
                }
            }
            if field == "phone", value.first.map({ $0 &- 0x30 < 10 }) == true {
                profile.phoneNumbers.append(String(decoding: value, as: UTF8.self))
            }
            return true
        }
        return profile
    }

    private static func strings(_ json: UnsafeBufferPointer<UInt8>) -> [String] {
        var scanner = JSONScanner(json)
        var all: [String] = []
        func take(_ scanner: inout JSONScanner) {
            guard let place = scanner.string() else { return }
            all.append(String(decoding: JSONString.decoded(Array(json[place])[...]), as: UTF8.self))
        }
        guard scanner.take(0x5B) else {
            take(&scanner)
            return all
        }
        repeat {
            scanner.skipSpace()
            take(&scanner)
            scanner.skipSpace()
        } while scanner.take(0x2C)
        return all
    }
}
