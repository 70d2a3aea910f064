import Conversations

/// Lower bounds by which a night finds what it has to look at. A record may be looked at too early, never too late.
extension Judge {
    /// A lower bound for `floor`: the least clock of what is still missing, or nil where a date is missing, so that
    /// the record is looked at again every night.
    package func floor(role: Role, purpose: Purpose, _ facts: ConversationFacts) -> Instant? {
        guard let terms = terms(role, purpose) else { return nil }
        var least: Int64?
        for line in terms.lines where !line.actions.isSubset(of: facts.done) {
            for dated in line.tonight where dated.applies(to: facts) {
                guard let clock = facts.usable(dated.clock, asOf: asOf.seconds) else { return nil }
                least = min(least ?? clock, clock)
            }
        }
        return least.map(Instant.init(seconds:))
    }

    /// The latest cut-off of what a conversation with these actions done may still be due for, tonight or at the
    /// farthest horizon of a forecast: no conversation with a `floor` at or after it can be. Nil where nothing is missing.
    package func bound(role: Role, purpose: Purpose, done: Actions, forecast: Bool) -> Instant? {
        guard let terms = terms(role, purpose) else { return nil }
        let missing = terms.lines.filter { !$0.actions.isSubset(of: done) }
        return missing.flatMap { $0.terms(forecast ? .farthest : .tonight) }.map(\.before).max().map(
            Instant.init(seconds:))
    }

    /// The first instant of the farthest night that is forecast: no person with a `wake` after it is counted.
    package var horizon: Instant { deadline.calendar.startOfDay(PlanNight.farthest.date(from: today)) }

    /// For `wake`: the first night on which a verdict on the person can be another one than `notDue`, and zero where one
    /// has to be counted every night. Nil where only a write to the store can make it so.
    package func wake(_ person: PersonFacts) -> Instant? {
        guard !person.conversations.isEmpty else { return .everyNight }
        var earliest = latest(of: person.conversations, leavingInstant)
        for action in Actions.eachOfPerson where !person.done.contains(action) {
            guard let wake = wake(action, person) else { continue }
            earliest = earliest.map { min($0, wake) } ?? wake
        }
        return earliest
    }

    private func wake(_ action: Actions, _ person: PersonFacts) -> Instant? {
        guard verdict(action, of: person) != .undated else { return .everyNight }
        return latest(of: person.conversations) {
            line(action, of: $0)?.dueInstant($0.facts, asOf: asOf.seconds, deadline: deadline)
        }
    }

    /// When a conversation leaves the store by itself, archived or erased: grace, holds and restrictions may make it later.
    private func leavingInstant(_ conversation: PersonFacts.Conversation) -> Instant? {
        guard let terms = terms(conversation.role, conversation.purpose) else { return nil }
        let end = end(conversation.facts, terms)
        var earliest: Instant?
        for line in terms.lines where !line.actions.isDisjoint(with: [.archive, .eraseAll]) {
            guard canEnd(line, end),
                let due = line.dueInstant(conversation.facts, asOf: asOf.seconds, deadline: deadline)
            else { continue }
            earliest = earliest.map { min($0, due) } ?? due
        }
        return earliest
    }

    /// The latest of all, nil where one is missing.
    private func latest(
        of conversations: [PersonFacts.Conversation], _ instant: (PersonFacts.Conversation) -> Instant?
    ) -> Instant? {
        var latest: Instant?
        for conversation in conversations {
            guard let instant = instant(conversation) else { return nil }
            latest = latest.map { max($0, instant) } ?? instant
        }
        return latest
    }
}

extension Instant {
    /// A bound that no night lies before.
    fileprivate static let everyNight = Instant(seconds: 0)
}
