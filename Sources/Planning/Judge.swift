import Conversations
import Policies

/// Decides what is due of a record on one night. The one place where rules, clocks, grace, holds and
/// restrictions come together: preview, run, explanation and verification all ask here.
package struct Judge: Sendable {
    package let policy: Policy
    package let asOf: Instant
    package let deadline: Deadline
    private let pairs: [Pair: PairTerms]
    /// A record first seen before this instant is past its grace; the other is a day earlier, for what is overdue.
    private let seenBefore: Int64
    private let seenBeforeYesterday: Int64

    /// - Parameter recent: the policies that were in force at some time during the last grace period: nothing is
    ///   acted on that was not due under each of them.
    package init(policy: Policy, recent: [Policy], asOf: Instant, calendar: LocalCalendar) {
        self.policy = policy
        self.asOf = asOf
        deadline = Deadline(calendar: calendar)
        let nights = Nights(asOf: asOf)
        var pairs: [Pair: PairTerms] = [:]
        for role in Role.allCases {
            for purpose in Purpose.allCases {
                guard let rule = policy.rule(role: role, purpose: purpose) else { continue }
                let before = recent.map { $0.rule(role: role, purpose: purpose).map(Term.all) ?? [] }
                pairs[Pair(role: role, purpose: purpose)] = PairTerms(rule, recent: before, nights: nights, deadline: deadline)
            }
        }
        self.pairs = pairs
        seenBefore = deadline.cutoff(asOf: asOf, after: policy.grace).seconds
        seenBeforeYesterday = deadline.cutoff(asOf: nights.yesterday, after: policy.grace).seconds
    }

    struct Pair: Hashable { let role: Role, purpose: Purpose }

    func terms(_ role: Role, _ purpose: Purpose) -> PairTerms? { pairs[Pair(role: role, purpose: purpose)] }

    /// The lines of a rule on conversations: one for each distinct set of actions that its steps ask for.
    package func lines(role: Role, purpose: Purpose) -> (rule: Rule, actions: [Actions])? {
        terms(role, purpose).map { ($0.rule, $0.lines.map(\.actions)) }
    }

    /// What becomes of one line for one conversation.
    package enum Verdict: Sendable, Equatable {
        case notDue, undated
        case inGrace, held, restricted
        case due(overdue: Bool)
    }

    /// The verdict on each line of the pair's rule, in the order of `lines`; a line whose actions are done is `notDue`.
    package func verdicts(role: Role, purpose: Purpose, _ facts: ConversationFacts) -> [Verdict] {
        guard let terms = terms(role, purpose) else { return [] }
        let erased = terms.eraseAll.map { $0.isPast(facts, at: .tonight, asOf: asOf.seconds) } ?? false
        return terms.lines.map { line in
            guard !line.actions.isSubset(of: facts.done) else { return .notDue }
            if erased && !line.actions.contains(.eraseAll) { return .notDue }
            return verdict(line, facts, terms)
        }
    }

    /// The date of the night that erases a conversation as a whole, by the clocks of tonight: the end date of an
    /// archive. Nil where it cannot be known.
    package func endDate(role: Role, purpose: Purpose, _ facts: ConversationFacts) -> CivilDate? {
        terms(role, purpose)?.eraseAll?.dueInstant(facts, asOf: asOf.seconds, deadline: deadline).map {
            deadline.calendar.date(of: $0)
        }
    }

    private func verdict(_ line: LineTerms, _ facts: ConversationFacts, _ terms: PairTerms) -> Verdict {
        guard line.isPast(facts, at: .tonight, asOf: asOf.seconds) else {
            return line.lacksDate(facts, asOf: asOf.seconds) ? .undated : .notDue
        }
        // What is archived must end one day.
        if line.actions.contains(.archive),
            terms.eraseAll?.dueInstant(facts, asOf: asOf.seconds, deadline: deadline) == nil
        {
            return .undated
        }
        if facts.isHeld { return .held }
        if facts.isRestricted { return .restricted }
        guard facts.firstSeen < seenBefore, line.wasPastBefore(facts, asOf: asOf.seconds) else { return .inGrace }
        let overdue = facts.firstSeen < seenBeforeYesterday && line.isPast(facts, at: .yesterday, asOf: asOf.seconds)
        return .due(overdue: overdue)
    }

    /// For each line, whether it falls due within 30, 60 and 90 days and is not past its period tonight.
    package func forecast(role: Role, purpose: Purpose, _ facts: ConversationFacts) -> [[Bool]] {
        guard let terms = terms(role, purpose) else { return [] }
        return terms.lines.map { line in
            guard !line.actions.isSubset(of: facts.done), !line.isPast(facts, at: .tonight, asOf: asOf.seconds) else {
                return [false, false, false]
            }
            return Nights.horizons.map { night in
                line.isPast(facts, at: night, asOf: asOf.seconds)
                    && (line.actions.contains(.eraseAll)
                        || !(terms.eraseAll?.isPast(facts, at: night, asOf: asOf.seconds) ?? false))
            }
        }
    }

    /// A lower bound for `floor`: the least clock of what is still missing, or nil where a date is missing, so that
    /// the record is looked at again every night.
    package func floor(role: Role, purpose: Purpose, _ facts: ConversationFacts) -> Instant? {
        guard let terms = terms(role, purpose) else { return nil }
        var least = Int64.max
        for line in terms.lines where !line.actions.isSubset(of: facts.done) {
            for dated in line.tonight {
                if let event = dated.term.unless, facts.value(event) != nil { continue }
                if dated.term.clock.isEvent && facts.value(dated.term.clock) == nil { continue }
                guard let clock = facts.usable(dated.term.clock, asOf: asOf.seconds) else { return nil }
                least = min(least, clock)
            }
        }
        return Instant(seconds: least)
    }

    /// The latest cut-off of what a conversation with these actions done may still be due for, at the farthest of
    /// `night`: no conversation with a `floor` at or after it can be.
    package func bound(role: Role, purpose: Purpose, done: Actions, forecast: Bool) -> Instant? {
        guard let terms = terms(role, purpose) else { return nil }
        let missing = terms.lines.filter { !$0.actions.isSubset(of: done) }
        let dated = missing.flatMap { forecast ? $0.cutoffs[Nights.farthest] ?? [] : $0.tonight }
        return dated.map(\.before).max().map(Instant.init(seconds:))
    }

    /// The verdict on a source file whose records are all in the store.
    package func sourceVerdict(importedAt: Instant, isHeld: Bool) -> Verdict {
        let keep = policy.intake.keep
        guard importedAt < deadline.cutoff(asOf: asOf, after: keep) else { return .notDue }
        if isHeld { return .held }
        guard isPastGrace(firstSeen: importedAt.seconds) else { return .inGrace }
        let yesterday = deadline.cutoff(asOf: asOf + -86_400, after: keep)
        return .due(overdue: importedAt < yesterday && wasPastGrace(firstSeen: importedAt.seconds))
    }

    func isPastGrace(firstSeen: Int64) -> Bool { firstSeen < seenBefore }
    func wasPastGrace(firstSeen: Int64) -> Bool { firstSeen < seenBeforeYesterday }
}

/// The nights that a plan looks at: the one it is for, the one before, and those in 30, 60 and 90 days.
struct Nights: Sendable {
    enum Night: Hashable, Sendable { case tonight, yesterday, in30, in60, in90 }
    static let horizons: [Night] = [.in30, .in60, .in90]
    static let farthest = Night.in90
    static let all: [Night] = [.tonight, .yesterday, .in30, .in60, .in90]

    let asOf: Instant

    var yesterday: Instant { instant(.yesterday) }

    func instant(_ night: Night) -> Instant {
        switch night {
        case .tonight: asOf
        case .yesterday: asOf + -86_400
        case .in30: asOf + 30 * 86_400
        case .in60: asOf + 60 * 86_400
        case .in90: asOf + 90 * 86_400
        }
    }
}
