import Conversations

/// Whether something falls due within 30, 60 and 90 days: each is true where the one before is.
package struct Horizons: Sendable, Equatable {
    package var in30 = false
    package var in60 = false
    package var in90 = false

    /// From one of the horizons on.
    init(from first: PlanNight) { (in30, in60, in90) = (first == .in30, first != .in90, true) }

    package init(_ in30: Bool, _ in60: Bool, _ in90: Bool) { (self.in30, self.in60, self.in90) = (in30, in60, in90) }

    package static let none = Horizons(false, false, false)
}

/// What falls due within the horizons and is not past its period tonight. Grace, holds and restrictions may end by
/// then and are not counted.
extension Judge {
    func forecast(_ line: LineTerms, _ facts: ConversationFacts, _ terms: PairTerms) -> Horizons {
        guard !line.actions.isSubset(of: facts.done), canEnd(line, facts, terms),
            let first = firstNight(line, facts), !isSuperseded(line, at: first, facts, terms)
        else { return .none }
        return Horizons(from: first)
    }

    /// The first horizon at which a line is past its period; nil where it is tonight, or at none.
    private func firstNight(_ line: LineTerms, _ facts: ConversationFacts) -> PlanNight? {
        guard !line.isPast(facts, at: .tonight, asOf: asOf.seconds) else { return nil }
        return PlanNight.horizons.first { line.isPast(facts, at: $0, asOf: asOf.seconds) }
    }

    /// Whether the conversation is erased as a whole no later than the line falls due.
    private func isSuperseded(
        _ line: LineTerms, at first: PlanNight, _ facts: ConversationFacts, _ terms: PairTerms
    ) -> Bool {
        guard let end = terms.eraseAll, line.actions != .eraseAll, end.isPast(facts, at: first, asOf: asOf.seconds),
            let ends = end.dueInstant(facts, asOf: asOf.seconds, deadline: deadline),
            let due = line.dueInstant(facts, asOf: asOf.seconds, deadline: deadline)
        else { return false }
        return ends <= due
    }

    /// For one action on a person.
    package func forecast(_ action: Actions, of person: PersonFacts) -> Horizons {
        guard !person.done.contains(action), !person.conversations.isEmpty else { return .none }
        func isPast(_ night: PlanNight) -> Bool {
            person.conversations.allSatisfy { conversation in
                line(action, of: conversation)?.isPast(conversation.facts, at: night, asOf: asOf.seconds) ?? false
            }
        }
        guard isPast(.farthest), !isPast(.tonight) else { return .none }
        return Horizons(isPast(.in30), isPast(.in60), true)
    }
}
