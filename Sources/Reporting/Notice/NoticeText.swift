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
        for (index, term) in terms.enumerated() {
            if term.rule != rule {
                rule = term.rule
                lines.append("- \(try subject(term, after: terms[..<index], wording))")
            }
            lines.append("  - \(try step(term, wording))")
        }
        lines.append("")
        for (isDone, text) in words where terms.contains(where: { isDone($0.actions) }) {
            lines += [try wording.catalogue.plain(text), ""]
        }
        lines.append(try wording.catalogue.filled(.noticeRights, ["contact": contact]))
        return lines.joined(separator: "\n") + "\n"
    }

    /// What is done, where its word needs to be explained. Who erases all says no more than that.
    private static let words: [(isDone: @Sendable (Actions) -> Bool, text: Text)] = [
        ({ !$0.contains(.eraseAll) && $0.isRedacting }, .noticeRedact),
        ({ !$0.contains(.eraseAll) && $0.contains(.pseudonymise) }, .noticePseudonymise),
        ({ !$0.contains(.eraseAll) && $0.contains(.archive) }, .noticeArchive),
    ]

    /// A rule for whatever purpose is for what the rules before it did not name.
    private static func subject(_ term: RuleTerm, after earlier: ArraySlice<RuleTerm>, _ wording: Wording)
        throws(ReportError) -> String
    {
        func list(_ texts: [Text]?) throws(ReportError) -> String? {
            guard let texts else { return nil }
            return try wording.words(.words(texts))
        }
        var parts = [try list(term.roles?.map(\.text)), try list(term.purposes?.map(\.text))].compactMap(\.self)
        if parts.isEmpty, !earlier.isEmpty { return try wording.catalogue.plain(.noticeRest) }
        if let roles = term.roles, term.purposes == nil,
            earlier.contains(where: { !Set($0.roles ?? []).isDisjoint(with: roles) })
        {
            parts.append(try wording.catalogue.plain(.noticeOtherPurposes))
        }
        guard !parts.isEmpty else { return try wording.catalogue.plain(.everybody) }
        return parts.joined(separator: " – ")
    }

    private static func step(_ term: RuleTerm, _ wording: Wording) throws(ReportError) -> String {
        try wording.words(
            Sentence(
                .noticeStep,
                [
                    "period": RuleTable.period(term.after), "clock": RuleTable.clock(term, isAddressed: true),
                    "action": .actions(term.actions),
                ]))
    }
}
