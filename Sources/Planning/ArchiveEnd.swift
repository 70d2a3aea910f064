import Conversations
import Policies

/// When an archived conversation is to be erased, and what that is counted from: by a shorter policy its segment's
/// date is counted anew.
package struct ArchiveEnd: Sendable, Hashable {
    /// The date of the night that erases it.
    package let date: CivilDate
    package let clock: RetentionClock
    /// The local day of the clock.
    package let countedFrom: CivilDate

    package init(date: CivilDate, clock: RetentionClock, countedFrom: CivilDate) {
        (self.date, self.clock, self.countedFrom) = (date, clock, countedFrom)
    }

    /// The same end under a policy: earlier where that policy's rule of this name erases earlier by the same clock,
    /// never later. A rule that is gone, or that counts from another clock, moves nothing.
    func under(_ policy: Policy, rule name: String) -> CivilDate {
        guard let rule = policy.rules.first(where: { $0.name == name }) else { return date }
        let dates = Term.all(of: rule).filter { $0.actions.contains(.eraseAll) && $0.clock == clock }
            .map { $0.period.added(to: countedFrom).adding(days: 1) }
        return min(date, dates.min() ?? date)
    }
}

extension Judge {
    /// The end of an archive by the clocks of tonight. Nil where it cannot be known.
    package func archiveEnd(role: Role, purpose: Purpose, _ facts: ConversationFacts) -> ArchiveEnd? {
        guard let line = terms(role, purpose)?.eraseAll else { return nil }
        let ends = line.tonight.compactMap { dated -> ArchiveEnd? in
            guard let clock = dated.clock(of: facts, asOf: asOf.seconds) else { return nil }
            let from = deadline.day(of: Instant(seconds: clock))
            return ArchiveEnd(
                date: dated.period.added(to: from).adding(days: 1), clock: dated.clock, countedFrom: from)
        }
        return ends.min { $0.date < $1.date }
    }

    /// Where an archive segment stands under tonight's policy. What a change of policy brought forward has its grace, as
    /// everything has: it is due under each policy that was in force during the grace period.
    ///
    /// - Parameters:
    ///   - endsOn: the date that was fixed when it was written.
    ///   - end: what that was counted from; nil where that is not known.
    ///   - hold: whether it holds somebody under a legal hold or a restriction, tonight and on the night before.
    package func standing(
        ofSegment rule: String, endsOn: CivilDate, _ end: ArchiveEnd?, hold: (tonight: Bool, yesterday: Bool)
    ) -> SegmentStanding {
        func latest(_ policies: [Policy]) -> CivilDate {
            policies.compactMap { end?.under($0, rule: rule) }.max() ?? endsOn
        }
        let own = latest([policy])
        let atLast = latest([policy] + recentPolicies)
        let graceEnd = policy.grace.added(to: today).adding(days: 1)
        let falls = atLast > own ? max(own, min(atLast, graceEnd)) : own
        guard own <= today else { return SegmentStanding(verdict: .notDue, endsOn: falls) }
        let verdict: Verdict =
            if hold.tonight {
                .held
            } else if atLast > today {
                .inGrace
            } else {
                .due(overdue: !hold.yesterday && latest([policy] + policiesRecentYesterday) < today)
            }
        return SegmentStanding(verdict: verdict, endsOn: own)
    }
}

/// What becomes of an archive segment tonight.
package struct SegmentStanding: Sendable, Equatable {
    package let verdict: Judge.Verdict
    /// The date of the night that erases it, as far as it is known tonight.
    package let endsOn: CivilDate
    package init(verdict: Judge.Verdict, endsOn: CivilDate) { (self.verdict, self.endsOn) = (verdict, endsOn) }
}
