import Conversations
import Verification

/// What a policy proves by itself: checks A1 to A5 and A8 of a period, from its rules and its nights. Pure.
enum PolicyChecks {
    static func checks(_ input: ComplianceInput, calendar: LocalCalendar) -> [Check] {
        let nights = input.records.filter { !$0.rehearsal }
        let approved = check("A5", nights.count, nights.count { $0.approvedAt == nil })
        guard let terms = input.rules else { return [approved] }
        let rules = Dictionary(grouping: terms, by: \.rule).compactMap(\.value.first)
        let stored = input.seen.stock
        let uncovered = stored.count { row in !terms.contains { $0.covers(row.role, row.purpose) } }
        // Who approves a policy approves each of its rules; a rule may say of itself that it was looked at since.
        let approval = input.seen.approvedAt.map(calendar.date)
        let incomplete = rules.count { $0.basis == nil || $0.owner == nil || ($0.reviewed ?? approval) == nil }
        let above = terms.count { !$0.isOverridden && $0.ceiling.isShorter(than: $0.after, from: input.last) }
        let year = input.last.adding(months: -12)
        let reviews = rules.compactMap { $0.reviewed ?? approval }
        let old = reviews.filter { $0 < year }
        let named = input.noticePurposes.map(Set.init)
        let strange = terms.count { !(named?.isSuperset(of: $0.purposes ?? []) ?? true) }
        return [
            check("A4", named == nil ? 0 : terms.count, strange), check("A1", stored.count, uncovered),
            check("A2", rules.count, incomplete, isFinding: true),
            check("A3", terms.count, above), approved,
            check("A8", reviews.count, old.count, oldest: old.min().map(calendar.startOfDay), isFinding: true),
        ]
    }

    private static func check(
        _ id: String, _ examined: Int, _ failing: Int, oldest: Instant? = nil, isFinding: Bool = false
    ) -> Check {
        Check(
            id: id, title: CheckTitles.english[id] ?? id, examined: examined, failing: failing, oldest: oldest,
            isFinding: isFinding)
    }
}

extension RuleTerm {
    func covers(_ role: Role, _ purpose: Purpose) -> Bool {
        (roles?.contains(role) ?? true) && (purposes?.contains(purpose) ?? true)
    }
}

extension Period {
    /// Months and days are compared as they fall from a day on.
    fileprivate func isShorter(than other: Period, from day: CivilDate) -> Bool {
        end(from: day) < other.end(from: day)
    }

    private func end(from day: CivilDate) -> CivilDate {
        switch unit {
        case .days: day.adding(days: count)
        case .weeks: day.adding(days: 7 * count)
        case .months: day.adding(months: count)
        case .years: day.adding(months: 12 * count)
        }
    }
}
