import Conversations

/// The terms of one line: past one of them, its actions are due. A class, so that asking costs no copy.
final class LineTerms: Sendable {
    let actions: Actions
    /// The terms dated for tonight, which every record is asked about.
    let tonight: [DatedTerm]
    /// By the place of each night.
    private let nights: [[DatedTerm]]
    /// For the night before and tonight, what policies that were in force lately made due: of each list one term
    /// must be past, or a change of policy made the line due.
    private let former: [[[DatedTerm]]]

    init(actions: Actions, terms: [Term], former: [PlanNight: [[Term]]], _ cutoffs: inout Cutoffs) {
        func dated(_ terms: [Term], _ night: PlanNight) -> [DatedTerm] {
            terms.map { DatedTerm(term: $0, before: cutoffs.before(night, $0.period)) }
        }
        self.actions = actions
        nights = PlanNight.allCases.map { dated(terms, $0) }
        tonight = nights[PlanNight.tonight.place]
        self.former = PlanNight.allCases.map { night in (former[night] ?? []).map { dated($0, night) } }
    }

    func terms(_ night: PlanNight) -> [DatedTerm] { nights[night.place] }

    func isPast(_ facts: ConversationFacts, at night: PlanNight, asOf: Int64) -> Bool {
        for term in nights[night.place] where term.isPast(facts, asOf: asOf) { return true }
        return false
    }

    func lacksDate(_ facts: ConversationFacts, asOf: Int64) -> Bool {
        tonight.contains { $0.lacksDate(facts, asOf: asOf) }
    }

    /// Whether it can be known when the line falls due.
    func hasDate(_ facts: ConversationFacts, asOf: Int64) -> Bool {
        tonight.contains { $0.clock(of: facts, asOf: asOf) != nil }
    }

    /// Whether every policy that was in force lately made the line due as well.
    func wasPastBefore(_ facts: ConversationFacts, at night: PlanNight, asOf: Int64) -> Bool {
        former[night.place].allSatisfy { terms in terms.contains { $0.isPast(facts, asOf: asOf) } }
    }

    /// The instant at which the line falls due for a conversation, by the earliest of its terms; nil where that
    /// cannot be known or will not happen by itself.
    func dueInstant(_ facts: ConversationFacts, asOf: Int64, deadline: Deadline) -> Instant? {
        var earliest: Instant?
        for term in tonight {
            guard let clock = term.clock(of: facts, asOf: asOf) else { continue }
            let due = deadline.due(Instant(seconds: clock), after: term.period)
            earliest = earliest.map { min($0, due) } ?? due
        }
        return earliest
    }
}
