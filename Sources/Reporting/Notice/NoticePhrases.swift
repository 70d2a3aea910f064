/// Words that a notice is searched for, in the order of a sentence.
struct NoticePhrase {
    private let parts: [[String]]

    /// Whole words, in lower case; `*` stands for any end of a word, `…` for up to five words.
    init(_ text: String) {
        parts = text.split(separator: "…").map { $0.split(separator: " ").map(String.init) }
    }

    private static let reach = 5

    /// Whether it stands in a sentence.
    func stands(in sentence: [String]) -> Bool { sentence.indices.contains { stands(parts[...], in: sentence[$0...]) } }

    /// Whether parts stand at the beginning of words, the further ones within reach of each other.
    private func stands(_ parts: ArraySlice<[String]>, in words: ArraySlice<String>) -> Bool {
        guard let first = parts.first else { return true }
        guard words.count >= first.count, zip(first, words).allSatisfy(Self.fits) else { return false }
        let (rest, after) = (parts.dropFirst(), words.dropFirst(first.count))
        return rest.isEmpty || (0...Self.reach).contains { stands(rest, in: after.dropFirst($0)) }
    }

    /// Whether a word is one of some patterns.
    static func fits(any patterns: [String], _ word: String) -> Bool { patterns.contains { fits($0, word) } }

    private static func fits(_ pattern: String, _ word: String) -> Bool {
        pattern.hasSuffix("*") ? word.hasPrefix(pattern.dropLast()) : word == pattern
    }
}

/// What shows that a notice speaks of something: any of its phrases.
enum NoticePhrases {
    static let all: [(kind: NoticeGap.Kind, phrases: [NoticePhrase])] = words.map { kind, phrases in
        (kind, phrases.map(NoticePhrase.init))
    }

    private static let words: [(NoticeGap.Kind, [String])] = [
        (
            .identity,
            [
                "numéro d entreprise", "bce", "ondernemingsnummer*", "kbo", "enterprise number", "company number",
            ]
        ),
        (
            .officer,
            [
                "délégué* à la protection", "dpo", "functionaris … gegevensbescherming", "data protection officer",
            ]
        ),
        (
            .legalBases,
            [
                "base* légale*", "base* juridique*", "rechtsgrond*", "legal bas*", "lawful bas*",
            ]
        ),
        (
            .legitimateInterests,
            [
                "intérêt* légitime*", "gerechtvaardigd* belang*", "legitimate interest*",
            ]
        ),
        (
            .recipients,
            [
                "meta", "whatsapp ireland", "whatsapp llc",
            ]
        ),
        (
            .transfers,
            [
                "pays tiers", "hors de l union", "hors … espace économique", "clauses contractuelles types",
                "derde land*", "buiten de europese", "buiten de eer", "third countr*", "outside the eea",
                "outside … european",
            ]
        ),
        (
            .restriction,
            [
                "limitation … traitement", "droit … limitation", "limiter … traitement",
                "beperking van … verwerking", "verwerking … beperk*", "restriction of … processing",
                "restrict … processing",
            ]
        ),
        (
            .withdrawal,
            [
                "retir* … consentement", "retrait … consentement", "consentement … retir*", "toestemming … intrek*",
                "toestemming … trekken", "toestemming … ingetrokken", "intrek* … toestemming", "withdraw* … consent",
                "consent … withdraw*",
            ]
        ),
        (
            .complaint,
            [
                "autorité de protection des données", "gegevensbeschermingsautoriteit", "data protection authority",
                "supervisory authority", "cnil", "réclamation auprès", "introduire … réclamation", "plainte auprès",
                "déposer … plainte", "klacht* … indienen", "klacht* … dienen", "klacht* … bij", "lodge … complaint",
                "complain* … authority",
            ]
        ),
        (
            .mandatory,
            [
                "n êtes pas tenu*", "caractère obligatoire", "pas obligatoire*", "facultati*", "niet verplicht",
                "verplicht om", "obliged to provide", "required to provide",
            ]
        ),
        (
            .automated,
            [
                "décision* … automatisée*", "geautomatiseerde … besluit*", "automated … decision*",
            ]
        ),
        (
            .specialCategories,
            [
                "consentement explicite", "uitdrukkelijke toestemming", "explicit* consent",
            ]
        ),
        (
            .objectionApart,
            [
                "à tout moment … opposer", "opposer … à tout moment", "te allen tijde … bezwaar",
                "bezwaar … te allen tijde", "op elk moment … bezwaar", "object … at any time",
                "at any time … object",
            ]
        ),
        (
            .workers,
            [
                "contrôle de la qualité", "kwaliteitscontrole", "quality monitoring",
            ]
        ),
    ]
}
