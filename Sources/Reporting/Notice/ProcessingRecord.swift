import Conversations

/// The record of processing activities of Article 30(1) GDPR, one entry a purpose, made from the policy. What a policy
/// does not know is left to the controller, and says so.
package struct ProcessingRecord {
    let controller: String
    let contact: String
    let policyID: String
    let policyHash: String
    let noticeVersion: CivilDate
    let terms: [RuleTerm]

    package init(
        controller: String, contact: String, policyID: String, policyHash: String, noticeVersion: CivilDate,
        terms: [RuleTerm]
    ) {
        (self.controller, self.contact, self.policyID) = (controller, contact, policyID)
        (self.policyHash, self.noticeVersion, self.terms) = (policyHash, noticeVersion, terms)
    }

    /// Markdown, with one newline at the end.
    package func text(_ language: ReportLanguage) throws(ReportError) -> String {
        let wording = try Wording(language, timeZone: "UTC")
        let catalogue = wording.catalogue
        func toFill(_ what: Text) throws(ReportError) -> String {
            try wording.words(Sentence(.recordToFill, ["what": .word(what)]))
        }
        var lines = ["# \(try catalogue.plain(.recordTitle))", ""]
        lines.append("- \(try catalogue.plain(.recordController))\(wording.colon)\(controller), \(contact)")
        lines.append("  \(try toFill(.recordIdentity))")
        lines.append("  \(try toFill(.recordConditions))")
        lines.append(
            "- "
                + (try wording.words(
                    Sentence(
                        .recordPolicyLine,
                        ["id": .text(policyID), "hash": .text(policyHash), "date": .day(noticeVersion)]))))
        lines += ["", try catalogue.plain(.recordQuoted)]
        for purpose in Purpose.allCases { lines += try entry(purpose, wording) }
        lines += [
            "",
            try wording.words(
                Sentence(.recordOther, ["what": .sentence(Sentence(.recordToFill, ["what": .word(.recordReference)]))])),
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// What the rules themselves name as their basis, rule by rule; nil where none does.
    private func basis(of terms: [RuleTerm]) -> String? {
        var bases: [String] = []
        for term in terms {
            guard let basis = term.basis.map({ "\($0) (\(term.rule))" }), !bases.contains(basis) else { continue }
            bases.append(basis)
        }
        return bases.isEmpty ? nil : bases.joined(separator: "; ")
    }

    private func entry(_ purpose: Purpose, _ wording: Wording) throws(ReportError) -> [String] {
        // The first rule that matches a role and purpose is the one that applies; those after it do not.
        var (roles, rules): ([Text], Set<String>) = ([], [])
        for role in Role.allCases {
            guard let first = terms.first(where: { $0.covers(role, purpose) }) else { continue }
            roles.append(role.text)
            rules.insert(first.rule)
        }
        let own = terms.filter { rules.contains($0.rule) }
        guard !own.isEmpty else { return [] }
        let catalogue = wording.catalogue
        let rests = if let named = basis(of: own) { named } else { try catalogue.plain(purpose.basis) }
        var lines = [
            "", "## \(try catalogue.plain(.recordPurpose))\(wording.colon)\(try catalogue.plain(purpose.text))", "",
            "- \(try catalogue.plain(.recordBasis))\(wording.colon)\(rests)",
            "- \(try catalogue.plain(.recordPersons))\(wording.colon)\(try wording.words(.words(roles)))",
            "- \(try catalogue.plain(.recordData))\(wording.colon)\(try catalogue.plain(.recordDataWords))",
            "- \(try catalogue.plain(.recordRecipients))\(wording.colon)\(try catalogue.plain(.recordRecipientsWords))",
            "- \(try catalogue.plain(.recordTransfers))\(wording.colon)\(try catalogue.plain(.recordTransfersWords))",
            "- \(try catalogue.plain(.recordLimits))\(wording.colon.dropLast())",
        ]
        for term in own {
            lines.append(
                "  - \(term.rule)\(wording.colon)"
                    + (try wording.words(
                        Sentence(
                            .noticeStep,
                            [
                                "period": RuleTable.period(term.after), "clock": RuleTable.clock(term),
                                "action": .actions(term.actions),
                            ]))))
        }
        lines.append(
            "- \(try catalogue.plain(.recordSecurity))\(wording.colon)\(try catalogue.plain(.recordSecurityWords))")
        return lines
    }
}

extension Purpose {
    /// The legal basis of Article 6 GDPR that the controller is expected to rest the purpose on.
    var basis: Text {
        switch self {
        case .assistance, .question, .technical: .basisContract
        case .application: .basisApplication
        case .quality: .basisQuality
        case .information: .basisInformation
        case .unknown: .basisUnknown
        }
    }
}
