import Conversations

extension Judge {
    /// Whether a conversation leaves the store tonight: archived, or erased as a whole.
    private func leaves(_ conversation: (role: Role, purpose: Purpose, facts: ConversationFacts)) -> Bool {
        guard let lines = terms(conversation.role, conversation.purpose)?.lines else { return false }
        let verdicts = verdicts(role: conversation.role, purpose: conversation.purpose, conversation.facts)
        return zip(lines, verdicts).contains { line, verdict in
            guard case .due = verdict else { return false }
            return !line.actions.isDisjoint(with: [.archive, .eraseAll])
        }
    }

    /// The verdict on erasing a person as a whole: due once nothing in the store needs the person any more, that
    /// is, when every conversation leaves tonight or none is left.
    package func erasureVerdict(of person: PersonFacts) -> Verdict {
        guard person.conversations.allSatisfy(leaves) else { return .notDue }
        if person.isHeld { return .held }
        if person.isRestricted { return .restricted }
        return isPastGrace(firstSeen: person.firstSeen) ? .due(overdue: false) : .inGrace
    }

    /// The verdict on one action of a person's own data: due at the latest of the due dates of all conversations.
    package func verdict(_ action: Actions, of person: PersonFacts) -> Verdict {
        guard !person.done.contains(action), !person.conversations.isEmpty else { return .notDue }
        var overdue = wasPastGrace(firstSeen: person.firstSeen)
        var inGrace = !isPastGrace(firstSeen: person.firstSeen)
        for conversation in person.conversations {
            guard let line = terms(conversation.role, conversation.purpose)?.person[action] else { return .notDue }
            guard line.isPast(conversation.facts, at: .tonight, asOf: asOf.seconds) else {
                return line.lacksDate(conversation.facts, asOf: asOf.seconds) ? .undated : .notDue
            }
            inGrace = inGrace || !isPastGrace(firstSeen: conversation.facts.firstSeen)
            inGrace = inGrace || !line.wasPastBefore(conversation.facts, asOf: asOf.seconds)
            overdue = overdue && wasPastGrace(firstSeen: conversation.facts.firstSeen)
            overdue = overdue && line.isPast(conversation.facts, at: .yesterday, asOf: asOf.seconds)
        }
        if person.isHeld || person.conversations.contains(where: { $0.facts.isHeld }) { return .held }
        if person.isRestricted { return .restricted }
        return inGrace ? .inGrace : .due(overdue: overdue)
    }

    /// The next instant at which an action on the person can be due or leave its grace, for `wake`; nil where
    /// only a write to the store can make it so.
    package func wake(_ person: PersonFacts) -> Instant? {
        Actions.ofPerson.subtracting(person.done).each.compactMap { action in
            var latest = deadline.due(Instant(seconds: person.firstSeen), after: policy.grace)
            for conversation in person.conversations {
                guard let line = terms(conversation.role, conversation.purpose)?.person[action],
                    let due = line.dueInstant(conversation.facts, asOf: asOf.seconds, deadline: deadline)
                else { return nil }
                latest = max(latest, due)
            }
            return latest
        }.min()
    }

    /// For each horizon, whether the action falls due by then and is not past its period tonight.
    package func forecast(_ action: Actions, of person: PersonFacts) -> [Bool] {
        guard !person.done.contains(action), !person.conversations.isEmpty else { return [false, false, false] }
        func isPast(_ night: Nights.Night) -> Bool {
            person.conversations.allSatisfy { conversation in
                terms(conversation.role, conversation.purpose)?.person[action]?
                    .isPast(conversation.facts, at: night, asOf: asOf.seconds) ?? false
            }
        }
        return isPast(.tonight) ? [false, false, false] : Nights.horizons.map(isPast)
    }
}
