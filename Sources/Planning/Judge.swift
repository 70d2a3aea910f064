import Conversations
import Policies

/// Decides what is due of a record on one night. The one place where rules, clocks, grace, holds and
/// restrictions come together: preview, run, explanation and verification all ask here. A class, so that asking for each
/// record copies no policy.
package final class Judge: Sendable {
    package let policy: Policy
    package let asOf: Instant
    package let deadline: Deadline
    /// The local day of `asOf`.
    let today: CivilDate
    /// By the place of role and purpose.
    private let pairs: [PairTerms?]
    /// Policies that were in force at some time during the grace before tonight.
    let recentPolicies: [Policy]
    /// The same for the night before.
    let policiesRecentYesterday: [Policy]
    /// The earlier versions of the notice whose periods still hold for what was collected under them.
    package let earlierNotices: [CivilDate]
    /// A record first seen before this instant is past its grace; the other is a day earlier, for what is overdue.
    private let seenBefore: Int64
    private let seenBeforeYesterday: Int64

    /// - Parameter former: every policy that was in force before this one: nothing is acted on that was not due under
    ///   each of those that were in force during the last grace period.
    package init(policy: Policy, former: [FormerPolicy], asOf: Instant, calendar: LocalCalendar) {
        self.policy = policy
        self.asOf = asOf
        deadline = Deadline(calendar: calendar)
        today = deadline.day(of: asOf)
        var cutoffs = Cutoffs(deadline: deadline, today: today)
        let recent = Judge.recent(former, policy, cutoffs)
        recentPolicies = recent[.tonight] ?? []
        policiesRecentYesterday = recent[.yesterday] ?? []
        let earlier = Judge.earlierNotices(former, policy)
        pairs = Judge.pairs(policy, earlier, recent, &cutoffs)
        earlierNotices = earlier.map(\.notice.version)
        seenBefore = Judge.seenBefore(.tonight, policy, recent, &cutoffs)
        seenBeforeYesterday = Judge.seenBefore(.yesterday, policy, recent, &cutoffs)
    }

    /// For tonight and the night before, the policies that were in force during the grace period before it.
    private static func recent(
        _ former: [FormerPolicy], _ policy: Policy, _ cutoffs: Cutoffs
    ) -> [PlanNight: [Policy]] {
        let nights = [PlanNight.tonight, .yesterday].map { night in
            let recent = former.filter {
                $0.wasRecent(on: night.date(from: cutoffs.today), grace: policy.grace, deadline: cutoffs.deadline)
            }
            return (night, recent.map(\.policy))
        }
        return Dictionary(uniqueKeysWithValues: nights)
    }

    /// For each earlier version of the notice, the policy that was approved last under it.
    private static func earlierNotices(_ former: [FormerPolicy], _ policy: Policy) -> [Policy] {
        let earlier = former.map(\.policy).filter { $0.notice.version < policy.notice.version }
        return Dictionary(earlier.map { ($0.notice.version, $0) }, uniquingKeysWith: { $1 })
            .sorted { $0.key < $1.key }.map(\.value)
    }

    private static func earlierTerms(_ earlier: [Policy], _ role: Role, _ purpose: Purpose) -> [Term] {
        earlier.flatMap { policy in
            (policy.rule(role: role, purpose: purpose).map(Term.all) ?? []).map { term in
                var term = term
                term.notice = policy.notice.version
                return term
            }
        }
    }

    private static func pairs(
        _ policy: Policy, _ earlier: [Policy], _ recent: [PlanNight: [Policy]], _ cutoffs: inout Cutoffs
    ) -> [PairTerms?] {
        var pairs = [PairTerms?](repeating: nil, count: Role.allCases.count * Purpose.allCases.count)
        for role in Role.allCases {
            for purpose in Purpose.allCases {
                guard let rule = policy.rule(role: role, purpose: purpose) else { continue }
                let former = recent.mapValues { policies in
                    policies.map { $0.rule(role: role, purpose: purpose).map(Term.all) ?? [] }
                }
                pairs[place(role, purpose)] = PairTerms(
                    rule, earlier: rule.lengthened == nil ? earlierTerms(earlier, role, purpose) : [], former: former,
                    &cutoffs)
            }
        }
        return pairs
    }

    /// The instant before which a record must have been first seen, under the longest grace that a recent policy states.
    private static func seenBefore(
        _ night: PlanNight, _ policy: Policy, _ recent: [PlanNight: [Policy]], _ cutoffs: inout Cutoffs
    ) -> Int64 {
        (recent[night] ?? []).reduce(cutoffs.before(night, policy.grace)) { least, former in
            min(least, cutoffs.before(night, former.grace))
        }
    }

    private static func place(_ role: Role, _ purpose: Purpose) -> Int {
        role.place * Purpose.allCases.count + purpose.place
    }

    func terms(_ role: Role, _ purpose: Purpose) -> PairTerms? { pairs[Self.place(role, purpose)] }

    /// The name of the rule that applies; empty where none does.
    package func ruleName(role: Role, purpose: Purpose) -> String { terms(role, purpose)?.rule.name ?? "" }

    /// The lines of a rule on conversations: one for each distinct set of actions that its steps ask for.
    package func lines(role: Role, purpose: Purpose) -> (rule: Rule, actions: [Actions])? {
        terms(role, purpose).map { ($0.rule, $0.lines.map(\.actions)) }
    }

    /// What becomes of one line for one record.
    package enum Verdict: Sendable, Equatable {
        /// Not past its period, done already, or superseded.
        case notDue
        /// Without a usable date: never due by itself, always counted.
        case undated
        /// Past its period, and not to be touched yet.
        case inGrace, held, restricted
        /// Past its period, and acted on; overdue where that was so a day earlier.
        case due(overdue: Bool)
    }

    /// The verdict on each line of the pair's rule, in the order of `lines`; a line whose actions are done is `notDue`.
    package func verdicts(role: Role, purpose: Purpose, _ facts: ConversationFacts) -> [Verdict] {
        guard let terms = terms(role, purpose) else { return [] }
        let end = end(facts, terms)
        return terms.lines.map { verdict($0, $0.standing(facts, asOf: asOf.seconds), facts, end) }
    }

    /// Where the conversation stands with the end of all of it; nil where its rule knows none.
    func end(_ facts: ConversationFacts, _ terms: PairTerms) -> LineTerms.Standing? {
        terms.eraseAll?.standing(facts, asOf: asOf.seconds)
    }

    /// - Parameter end: past the end of all of it, nothing less is done to a conversation.
    func verdict(
        _ line: LineTerms, _ standing: LineTerms.Standing, _ facts: ConversationFacts, _ end: LineTerms.Standing?
    ) -> Verdict {
        guard !line.actions.isSubset(of: facts.done) else { return .notDue }
        if end?.isPast(.tonight) ?? false, !line.actions.contains(.eraseAll) { return .notDue }
        guard standing.isPast(.tonight) else { return standing.lacksDate ? .undated : .notDue }
        guard canEnd(line, end) else { return .undated }
        if facts.isHeld { return .held }
        if facts.isRestricted { return .restricted }
        guard isPastGrace(firstSeen: facts.firstSeen), line.wasPastBefore(facts, at: .tonight, asOf: asOf.seconds)
        else {
            return .inGrace
        }
        return .due(overdue: wasDueYesterday(line, standing, facts))
    }

    /// What is archived must end one day, and it must be known when.
    func canEnd(_ line: LineTerms, _ end: LineTerms.Standing?) -> Bool {
        !line.actions.contains(.archive) || end?.hasDate ?? false
    }

    /// Whether the line was past its period, past every grace, and under no hold on the night before.
    func wasDueYesterday(_ line: LineTerms, _ standing: LineTerms.Standing, _ facts: ConversationFacts) -> Bool {
        !facts.wasHeld && wasPastGrace(firstSeen: facts.firstSeen) && standing.isPast(.yesterday)
            && line.wasPastBefore(facts, at: .yesterday, asOf: asOf.seconds)
    }

    /// The verdict on a source file whose records are all in the store.
    package func sourceVerdict(importedAt: Instant, isHeld: Bool) -> Verdict {
        let keep = policy.intake.keep
        guard importedAt < deadline.cutoff(asOf: asOf, after: keep) else { return .notDue }
        if isHeld { return .held }
        guard isPastGrace(firstSeen: importedAt.seconds) else { return .inGrace }
        let yesterday = deadline.cutoff(on: PlanNight.yesterday.date(from: today), after: keep)
        return .due(overdue: importedAt < yesterday && wasPastGrace(firstSeen: importedAt.seconds))
    }

    func isPastGrace(firstSeen: Int64) -> Bool { firstSeen < seenBefore }
    func wasPastGrace(firstSeen: Int64) -> Bool { firstSeen < seenBeforeYesterday }
}
