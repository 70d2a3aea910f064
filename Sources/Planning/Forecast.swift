import Conversations

/// What falls due within 30, 60 and 90 days and is not past its period tonight: three answers, each true where the
/// one before is. Grace, holds and restrictions may end by then and are not counted.
extension Judge {
    private static let nothing = [false, false, false]

    /// For each line of the pair's rule, in the order of `lines`.
    package func forecast(role: Role, purpose: Purpose, _ facts: ConversationFacts) -> [[Bool]] {
        guard let terms = terms(role, purpose) else { return [] }
        return terms.lines.map { line in
            guard !line.actions.isSubset(of: facts.done), canEnd(line, facts, terms),
                let first = firstNight(line, facts), !isSuperseded(line, at: first, facts, terms)
            else { return Judge.nothing }
            return PlanNight.horizons.map { $0.rawValue >= first.rawValue }
        }
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
    package func forecast(_ action: Actions, of person: PersonFacts) -> [Bool] {
        guard !person.done.contains(action), !person.conversations.isEmpty else { return Judge.nothing }
        func isPast(_ night: PlanNight) -> Bool {
            person.conversations.allSatisfy { conversation in
                line(action, of: conversation)?.isPast(conversation.facts, at: night, asOf: asOf.seconds) ?? false
            }
        }
        return isPast(.tonight) ? Judge.nothing : PlanNight.horizons.map(isPast)
    }
}
