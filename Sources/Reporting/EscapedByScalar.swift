import Mustache

/// HTML text in which each of `& < > " '` is escaped wherever it stands.
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
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
