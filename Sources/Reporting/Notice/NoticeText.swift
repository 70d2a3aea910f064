import Conversations

/// The section "how long we keep your data" of a published notice, made from the rules.
package enum NoticeText {
    /// Markdown, with one newline at the end.
    /// - Parameter contact: where persons reach the controller.
    package static func section(
        _ terms: [RuleTerm], contact: String, language: ReportLanguage
    ) throws(ReportError) -> String {
        let wording = try Wording(language, timeZone: "UTC")
        var lines = [
            "## \(try wording.catalogue.plain(.noticeHeading))", "", try wording.catalogue.plain(.noticeIntro), "",
        ]
        var rule: String?
        for term in terms {
            if term.rule != rule {
                rule = term.rule
                lines.append("- \(try subject(term, wording))")
            }
            lines.append("  - \(try step(term, wording))")
        }
        lines.append("")
        if terms.contains(where: { $0.actions.contains(.archive) }) {
            lines += [try wording.catalogue.plain(.noticeArchive), ""]
        }
        lines.append(try wording.catalogue.filled(.noticeRights, ["contact": contact]))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func subject(_ term: RuleTerm, _ wording: Wording) throws(ReportError) -> String {
        func list(_ texts: [Text]?) throws(ReportError) -> String? {
            guard let texts else { return nil }
            return try wording.words(.words(texts))
        }
        let parts = [try list(term.roles?.map(\.text)), try list(term.purposes?.map(\.text))].compactMap(\.self)
        guard !parts.isEmpty else { return try wording.catalogue.plain(.everybody) }
        return parts.joined(separator: " – ")
    }

    private static func step(_ term: RuleTerm, _ wording: Wording) throws(ReportError) -> String {
        try wording.words(
            Sentence(
                .noticeStep,
                [
                    "period": RuleTable.period(term.after), "clock": RuleTable.clock(term),
                    "action": .actions(term.actions),
                ]))
    }
}
