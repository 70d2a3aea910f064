/// The texts of one language.
package struct Catalogue: Sendable {
    package let language: ReportLanguage
    private let texts: [Text: String]

    package init(_ language: ReportLanguage) {
        self.language = language
        texts =
            switch language {
            case .french: French.all
            case .dutch: Dutch.all
            case .english: English.all
            }
    }

    /// The text as it stands, with its no-break spaces. Throws where the language lacks it.
    package func plain(_ text: Text) throws(ReportError) -> String {
        guard let words = texts[text] else { throw .missingText(language, text) }
        return words.replacing("~", with: "\u{a0}")
    }

    /// The forms of a text: singular and plural, or the names of a list.
    package func forms(_ text: Text) throws(ReportError) -> [String] {
        try plain(text).split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }

    /// The text with `{name}` replaced. A value is never searched for names itself.
    package func filled(_ text: Text, _ values: [String: String]) throws(ReportError) -> String {
        Catalogue.fill(try plain(text), values)
    }

    /// The singular or plural of a text, filled in; `{n}` is the number.
    package func counted(_ text: Text, _ count: Int, _ values: [String: String] = [:]) throws(ReportError) -> String {
        let forms = try forms(text)
        let form = forms[language.isSingular(count) ? 0 : forms.count - 1]
        return Catalogue.fill(form, values.merging(["n": NumberForm(language).integer(count)]) { $1 })
    }

    private static func fill(_ words: String, _ values: [String: String]) -> String {
        var filled = ""
        var rest = words[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            filled += rest[..<open] + (values[name] ?? "{\(name)}")
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}

extension ReportLanguage {
    /// Whether a number takes the singular. In French zero does, in Dutch and English it does not (CLDR plural rules).
    func isSingular(_ count: Int) -> Bool { self == .french ? (0...1).contains(count) : count == 1 }
}
