import Conversations

/// Something that a published notice lacks, or says otherwise than the rules do.
package struct NoticeGap: Sendable, Equatable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case identity, officer, legalBases, legitimateInterests, recipients, transfers, periods
        /// A period that stands in the notice and in no rule.
        case unknownPeriod
        case restriction, withdrawal, complaint, mandatory, automated, specialCategories, objectionApart, workers
    }

    package var kind: Kind
    /// The period as the notice writes it, where that is the gap.
    package var found: String?
    package init(kind: Kind, found: String? = nil) { (self.kind, self.found) = (kind, found) }

    /// Of the GDPR, unless another act is named.
    package var article: String {
        switch kind {
        case .identity: "13(1)(a)"
        case .officer: "13(1)(b)"
        case .legalBases: "13(1)(c)"
        case .legitimateInterests: "13(1)(d)"
        case .recipients: "13(1)(e)"
        case .transfers: "13(1)(f)"
        case .periods, .unknownPeriod: "13(2)(a)"
        case .restriction: "13(2)(b)"
        case .withdrawal: "13(2)(c)"
        case .complaint: "13(2)(d)"
        case .mandatory: "13(2)(e)"
        case .automated: "13(2)(f)"
        case .specialCategories: "9(2)(a)"
        case .objectionApart: "21(4)"
        case .workers: "BE 13-6-2005, 128"
        }
    }

    var value: Value {
        guard let found else { return .word(text) }
        return .sentence(Sentence(text, ["found": .text(found)]))
    }

    /// What is missing, in words.
    package func words(_ language: ReportLanguage) throws(ReportError) -> String {
        try Wording(language, timeZone: "UTC").words(value)
    }

    var text: Text {
        switch kind {
        case .identity: .gapIdentity
        case .officer: .gapOfficer
        case .legalBases: .gapLegalBases
        case .legitimateInterests: .gapInterests
        case .recipients: .gapRecipients
        case .transfers: .gapTransfers
        case .periods: .gapPeriods
        case .restriction: .gapRestriction
        case .withdrawal: .gapWithdrawal
        case .complaint: .gapComplaint
        case .mandatory: .gapMandatory
        case .automated: .gapAutomated
        case .specialCategories: .gapSpecial
        case .objectionApart: .gapObjection
        case .workers: .gapWorkers
        case .unknownPeriod: .gapUnknownPeriod
        }
    }
}

/// Reads a notice for what it should say. Words are looked for, in French, Dutch and English: that they are there does
/// not prove that what is said is right; that none of them is there shows a gap.
package enum NoticeCheck {
    package static func gaps(in notice: String, rules: [RuleTerm]) -> [NoticeGap] {
        let text = folded(notice)
        var gaps = words.filter { _, words in !words.contains(where: text.contains) }.map { NoticeGap(kind: $0.0) }
        let periods = periods(in: text)
        let known = Set(rules.flatMap { [$0.after] }.map(days))
        if periods.isEmpty { gaps.append(NoticeGap(kind: .periods)) }
        for period in periods where !known.contains(days(period.period)) {
            gaps.append(NoticeGap(kind: .unknownPeriod, found: period.words))
        }
        let order = NoticeGap.Kind.allCases
        return gaps.enumerated().sorted { a, b in
            let (first, second) = (order.firstIndex(of: a.element.kind), order.firstIndex(of: b.element.kind))
            return (first ?? 0, a.offset) < (second ?? 0, b.offset)
        }.map { $0.element }
    }

    /// Lower case, one blank between words, and one form of the apostrophe.
    private static func folded(_ text: String) -> String {
        text.lowercased().replacing("’", with: "'").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Any of these words shows that the notice speaks of it.
    private static let words: [(NoticeGap.Kind, [String])] = [
        (
            .identity,
            ["numéro d'entreprise", "bce ", "ondernemingsnummer", "kbo", "enterprise number", "company number"]
        ),
        (
            .officer,
            [
                "délégué à la protection", "dpo", "functionaris voor gegevensbescherming", "data protection officer",
            ]
        ),
        (
            .legalBases,
            ["base légale", "bases légales", "base juridique", "rechtsgrond", "legal basis", "lawful basis"]
        ),
        (
            .legitimateInterests,
            ["intérêt légitime", "intérêts légitimes", "gerechtvaardigd belang", "legitimate interest"]
        ),
        (.recipients, ["meta platforms", "meta ireland", "whatsapp ireland", "whatsapp llc"]),
        (
            .transfers,
            [
                "pays tiers", "hors de l'union", "hors de l'espace économique", "clauses contractuelles types",
                "derde land", "buiten de europese", "third countr", "outside the eea", "outside the european",
            ]
        ),
        (
            .restriction,
            [
                "limitation du traitement", "droit à la limitation", "beperking van de verwerking",
                "restriction of processing",
            ]
        ),
        (
            .withdrawal,
            ["retirer votre consentement", "retrait du consentement", "toestemming intrekken", "withdraw your consent"]
        ),
        (
            .complaint,
            [
                "autorité de protection des données", "gegevensbeschermingsautoriteit", "réclamation auprès",
                "klacht indienen", "supervisory authority", "cnil",
            ]
        ),
        (
            .mandatory,
            [
                "n'êtes pas tenu", "caractère obligatoire", "facultatif", "niet verplicht", "verplicht om",
                "obliged to provide",
            ]
        ),
        (
            .automated,
            [
                "décision automatisée", "décisions automatisées", "geautomatiseerde besluit", "automated decision",
            ]
        ),
        (
            .specialCategories,
            ["consentement explicite", "uitdrukkelijke toestemming", "explicit consent"]
        ),
        (
            .objectionApart,
            [
                "à tout moment vous opposer", "vous opposer à tout moment", "te allen tijde bezwaar",
                "object at any time", "right to object at any",
            ]
        ),
        (.workers, ["contrôle de la qualité", "kwaliteitscontrole", "quality monitoring"]),
    ]

    // MARK: Periods

    private static let units: [(Period.Unit, [String])] = [
        (.days, ["jour", "jours", "dag", "dagen", "day", "days"]),
        (.weeks, ["semaine", "semaines", "week", "weken", "weeks"]),
        (.months, ["mois", "maand", "maanden", "month", "months"]),
        (.years, ["an", "ans", "année", "années", "jaar", "year", "years"]),
    ]

    /// Numbers that stand before a unit of time. Hours of the day are none.
    private static func periods(in text: String) -> [(period: Period, words: String)] {
        let words = text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
        var found: [(period: Period, words: String)] = []
        for (number, unit) in zip(words, words.dropFirst()) {
            guard let count = Int(number), let match = units.first(where: { $0.1.contains(unit) }),
                let period = Period(count, match.0), !found.contains(where: { $0.period == period })
            else { continue }
            found.append((period, "\(number) \(unit)"))
        }
        return found
    }

    /// So that 12 months and 1 year are the same.
    private static func days(_ period: Period) -> Int { Int((period.averageDays * 10).rounded()) }
}
