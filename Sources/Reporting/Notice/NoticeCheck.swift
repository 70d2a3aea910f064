import Conversations

/// Reads a notice for what it should say. Words are looked for, in French, Dutch and English: that they are there does
/// not prove that what is said is right; that none of them is there shows a gap.
package enum NoticeCheck {
    package static func gaps(in notice: String, rules: [RuleTerm]) -> [NoticeGap] {
        let blocks = NoticeBlock.blocks(of: notice)
        let sentences = blocks.flatMap(\.sentences)
        var gaps = NoticePhrases.all.filter { _, phrases in
            !phrases.contains { phrase in sentences.contains(where: phrase.stands) }
        }.map { NoticeGap(kind: $0.kind) }
        let periods = NoticePeriods.periods(in: blocks)
        if periods.isEmpty { gaps.append(NoticeGap(kind: .periods)) }
        for period in periods where !known(rules, to: period.roles).contains(days(period.period)) {
            gaps.append(NoticeGap(kind: .unknownPeriod, found: period.words, roles: period.roles))
        }
        let order = NoticeGap.Kind.allCases
        return gaps.enumerated().sorted { a, b in
            let (first, second) = (order.firstIndex(of: a.element.kind), order.firstIndex(of: b.element.kind))
            return (first ?? 0, a.offset) < (second ?? 0, b.offset)
        }.map { $0.element }
    }

    /// The periods of the rules that apply to some roles; of all rules where none is named.
    private static func known(_ rules: [RuleTerm], to roles: [Role]) -> Set<Int> {
        guard !roles.isEmpty else { return Set(rules.map { days($0.after) }) }
        let names = roles.flatMap { role in
            Purpose.allCases.compactMap { purpose in rules.first { $0.covers(role, purpose) }?.rule }
        }
        return Set(rules.filter { names.contains($0.rule) }.map { days($0.after) })
    }

    /// So that 12 months and 1 year are the same.
    private static func days(_ period: Period) -> Int { Int((period.averageDays * 10).rounded()) }
}
