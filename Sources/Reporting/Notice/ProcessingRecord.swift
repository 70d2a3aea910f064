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
        lines.append("- \(try catalogue.plain(.recordController)): \(controller), \(contact)")
        lines.append("  \(try toFill(.recordIdentity))")
        lines.append(
            "- "
                + (try wording.words(
                    Sentence(
                        .recordPolicyLine,
                        ["id": .text(policyID), "hash": .text(policyHash), "date": .day(noticeVersion)]))))
        for purpose in Purpose.allCases { lines += try entry(purpose, wording) }
        lines += [
            "",
            try wording.words(
                Sentence(.recordOther, ["what": .sentence(Sentence(.recordToFill, ["what": .word(.recordReference)]))])),
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private func entry(_ purpose: Purpose, _ wording: Wording) throws(ReportError) -> [String] {
        let own = terms.filter { $0.purposes?.contains(purpose) ?? true }
        guard !own.isEmpty else { return [] }
        var roles: [Text] = []
        for role in Role.allCases where own.contains(where: { $0.roles?.contains(role) ?? true }) {
            roles.append(role.text)
        }
        let catalogue = wording.catalogue
        var lines = [
            "", "## \(try catalogue.plain(.recordPurpose)): \(try catalogue.plain(purpose.text))", "",
            "- \(try catalogue.plain(.recordBasis)): \(try catalogue.plain(purpose.basis))",
            "- \(try catalogue.plain(.recordPersons)): \(try wording.words(.words(roles)))",
            "- \(try catalogue.plain(.recordData)): \(try catalogue.plain(.recordDataWords))",
            "- \(try catalogue.plain(.recordRecipients)): \(try catalogue.plain(.recordRecipientsWords))",
            "- \(try catalogue.plain(.recordTransfers)): \(try catalogue.plain(.recordTransfersWords))",
            "- \(try catalogue.plain(.recordLimits)):",
        ]
        for term in own {
            lines.append(
                "  - \(term.rule): "
                    + (try wording.words(
                        Sentence(
                            .noticeStep,
                            [
                                "period": RuleTable.period(term.after), "clock": RuleTable.clock(term),
                                "action": .actions(term.actions),
                            ]))))
        }
        lines.append("- \(try catalogue.plain(.recordSecurity)): \(try catalogue.plain(.recordSecurityWords))")
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
