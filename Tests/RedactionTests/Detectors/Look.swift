@testable import Redaction

/// Looks at one text as a run does, with every region that the tests know.
struct Look {
    static let settings = RedactionSettings(
        replacement: .placeholder(.fr), regions: ["BE", "FR", "NL", "LU", "DE", "GB", "MA", "CD", "RO", "US"])
    private static let redactor = Redactor(settings)

    /// The findings in a text, each as its detector and the words found.
    static func found(_ text: String, of persons: [PersonProfile] = []) -> [String] {
        let bytes = Array(text.utf8)
        return redactor.findings(in: bytes, of: persons).map { finding in
            "\(finding.detector.rawValue): \(String(decoding: bytes[finding.range], as: UTF8.self))"
        }
    }

    /// Texts of one sender that follow one another, redacted.
    static func redacted(_ texts: String..., of persons: [PersonProfile] = []) -> [String] {
        var messages = ConversationText()
        for text in texts { messages.append(text.utf8, sender: 1) }
        _ = redactor.redact(&messages, of: persons)
        return texts.indices.map { String(decoding: messages.text($0), as: UTF8.self) }
    }

    /// Whether a detector by itself, before any other, keeps or claims a part of a text.
    static func marks(_ text: String, _ scan: (inout Scratch) -> Void) -> Bool {
        var scratch = Scratch()
        Array(text.utf8).withUnsafeBufferPointer { scratch.load($0) }
        scan(&scratch)
        return !scratch.claims.isFree(0..<scratch.text.count)
    }
}
