import Conversations

/// The terms of one line: past one of them, its actions are due.
struct LineTerms: Sendable {
    let actions: Actions
    private let nights: [PlanNight: [DatedTerm]]
    /// The terms dated for tonight, which every record is asked about.
    let tonight: [DatedTerm]
    /// For tonight and the night before, what policies that were in force lately made due: of each list one term
    /// must be past, or a change of policy made the line due.
    private let former: [PlanNight: [[DatedTerm]]]

    init(actions: Actions, terms: [Term], former: [PlanNight: [[Term]]], _ cutoffs: inout Cutoffs) {
        func dated(_ terms: [Term], _ night: PlanNight) -> [DatedTerm] {
            terms.map { DatedTerm(term: $0, before: cutoffs.before(night, $0.period)) }
        }
        self.actions = actions
        nights = Dictionary(uniqueKeysWithValues: PlanNight.allCases.map { ($0, dated(terms, $0)) })
        tonight = dated(terms, .tonight)
        self.former = Dictionary(
            uniqueKeysWithValues: former.map { night, lists in (night, lists.map { dated($0, night) }) })
    }

    func terms(_ night: PlanNight) -> [DatedTerm] { night == .tonight ? tonight : nights[night] ?? [] }

    func isPast(_ facts: ConversationFacts, at night: PlanNight, asOf: Int64) -> Bool {
        terms(night).contains { $0.isPast(facts, asOf: asOf) }
    }

    func lacksDate(_ facts: ConversationFacts, asOf: Int64) -> Bool {
        tonight.contains { $0.lacksDate(facts, asOf: asOf) }
    }

    /// Whether it can be known when the line falls due.
    func hasDate(_ facts: ConversationFacts, asOf: Int64) -> Bool {
        tonight.contains { $0.term.applies(to: facts) && facts.usable($0.term.clock, asOf: asOf) != nil }
    }

    /// Whether every policy that was in force lately made the line due as well.
    func wasPastBefore(_ facts: ConversationFacts, at night: PlanNight, asOf: Int64) -> Bool {
        (former[night] ?? []).allSatisfy { terms in terms.contains { $0.isPast(facts, asOf: asOf) } }
    }

    /// The instant at which the line falls due for a conversation, by the earliest of its terms; nil where that
    /// cannot be known or will not happen by itself.
    func dueInstant(_ facts: ConversationFacts, asOf: Int64, deadline: Deadline) -> Instant? {
        tonight.compactMap { dated in
            guard dated.term.applies(to: facts), let clock = facts.usable(dated.term.clock, asOf: asOf) else {
                return nil
            }
            return deadline.due(Instant(seconds: clock), after: dated.term.period)
        }.min()
    }
}
