import Conversations

extension Judge {
    /// The terms by which a conversation makes an action on its persons due.
    func line(_ action: Actions, of conversation: PersonFacts.Conversation) -> LineTerms? {
        terms(conversation.role, conversation.purpose)?.line(onPerson: action)
    }

    /// Whether a conversation leaves the store tonight: archived, or erased as a whole.
    private func leaves(_ conversation: PersonFacts.Conversation) -> Bool {
        guard let terms = terms(conversation.role, conversation.purpose) else { return false }
        let facts = conversation.facts
        let end = end(facts, terms)
        for line in terms.lines where !line.actions.isDisjoint(with: [.archive, .eraseAll]) {
            if case .due = verdict(line, line.standing(facts, asOf: asOf.seconds), facts, end) { return true }
        }
        return false
    }

    /// The verdict on erasing a person as a whole: due once nothing in the store needs the person any more, that
    /// is, when every conversation leaves tonight or none is left.
    package func erasureVerdict(of person: PersonFacts) -> Verdict {
        guard person.conversations.allSatisfy(leaves) else { return .notDue }
        if person.isHeld { return .held }
        if person.isRestricted { return .restricted }
        return isPastGrace(firstSeen: person.firstSeen) ? .due(overdue: false) : .inGrace
    }

    /// The verdict on one action of a person's own data: due at the latest of the due dates of all conversations, and
    /// not while one of them has no usable date, is held, restricted or in grace.
    package func verdict(_ action: Actions, of person: PersonFacts) -> Verdict {
        guard !person.done.contains(action), !person.conversations.isEmpty else { return .notDue }
        var isPast = true
        var inGrace = !isPastGrace(firstSeen: person.firstSeen)
        var overdue = !person.wasHeld && wasPastGrace(firstSeen: person.firstSeen)
        for conversation in person.conversations {
            let facts = conversation.facts
            guard let line = line(action, of: conversation) else {
                isPast = false
                continue
            }
            let standing = line.standing(facts, asOf: asOf.seconds)
            guard standing.isPast(.tonight) else {
                if standing.lacksDate { return .undated }
                isPast = false
                continue
            }
            inGrace = inGrace || !isPastGrace(firstSeen: facts.firstSeen)
            inGrace = inGrace || !line.wasPastBefore(facts, at: .tonight, asOf: asOf.seconds)
            overdue = overdue && wasDueYesterday(line, standing, facts)
        }
        guard isPast else { return .notDue }
        if person.isHeld || person.conversations.contains(where: \.facts.isHeld) { return .held }
        if person.isRestricted || person.conversations.contains(where: \.facts.isRestricted) { return .restricted }
        return inGrace ? .inGrace : .due(overdue: overdue)
    }
}
