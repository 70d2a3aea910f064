import Mustache

/// HTML text in which each of `& < > " '` is escaped wherever it stands, and what turns or hides text is left out: a
/// reader sees the words in the order in which they were written.
///
/// The template package's own escaping looks at characters: a quote followed by a combining mark is one character
/// to Swift, is not `"`, and would end an attribute. A browser reads scalars, so scalars are what is escaped.
struct EscapedByScalar: MustacheContentType {
    /// The name by which the page template asks for this escaping.
    static let name = "ESCAPED_BY_SCALAR"

    /// Makes the template package know it. Registering twice changes nothing.
    static let register: Void = MustacheContentTypes.register(EscapedByScalar(), named: name)

    func escapeText(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            default: if !Self.turnsOrHides(scalar) { escaped.append(scalar) }
            }
        }
        return String(escaped)
    }

    /// Marks, embeddings, overrides and isolates of direction (UAX #9), what has no width, and tags. The joiners stay:
    /// scripts and pictures need them.
    private static func turnsOrHides(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xE0000...0xE007F: true
        default: false
        }
    }
}
