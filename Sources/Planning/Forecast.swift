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
    func forecast(
        _ line: LineTerms, _ standing: LineTerms.Standing, _ facts: ConversationFacts, _ terms: PairTerms,
        _ end: LineTerms.Standing?
    ) -> Horizons {
        guard !line.actions.isSubset(of: facts.done), !standing.isPast(.tonight), canEnd(line, end),
            let first = PlanNight.horizons.first(where: standing.isPast),
            !isSuperseded(line, at: first, facts, terms, end)
        else { return .none }
        return Horizons(from: first)
    }

    /// Whether the conversation is erased as a whole no later than the line falls due.
    private func isSuperseded(
        _ line: LineTerms, at first: PlanNight, _ facts: ConversationFacts, _ terms: PairTerms,
        _ end: LineTerms.Standing?
    ) -> Bool {
        guard line.actions != .eraseAll, let end, end.isPast(first),
            let ends = terms.eraseAll?.dueInstant(facts, asOf: asOf.seconds, deadline: deadline),
            let due = line.dueInstant(facts, asOf: asOf.seconds, deadline: deadline)
        else { return false }
        return ends <= due
    }

    /// For one action on a person.
    package func forecast(_ action: Actions, of person: PersonFacts) -> Horizons {
        guard !person.done.contains(action), !person.conversations.isEmpty else { return .none }
        var last = 0
        for conversation in person.conversations {
            guard let line = line(action, of: conversation) else { return .none }
            last = max(last, line.standing(conversation.facts, asOf: asOf.seconds).first)
        }
        guard last <= PlanNight.farthest.place, last > PlanNight.tonight.place else { return .none }
        return Horizons(last <= PlanNight.in30.place, last <= PlanNight.in60.place, true)
    }
}
