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
    /// Of whom the notice says the period; empty where it names nobody.
    package var roles: [Role]
    package init(kind: Kind, found: String? = nil, roles: [Role] = []) {
        (self.kind, self.found, self.roles) = (kind, found, roles)
    }

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
        guard !roles.isEmpty else { return .sentence(Sentence(text, ["found": .text(found)])) }
        return .sentence(
            Sentence(.gapUnknownPeriodOf, ["found": .text(found), "roles": .words(roles.map(\.text))]))
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
