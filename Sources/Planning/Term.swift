import Conversations
import Policies

/// One way in which a rule makes actions due: after a period on a clock, perhaps only while an event has not happened.
package struct Term: Sendable, Equatable {
    package let actions: Actions
    package let clock: RetentionClock
    /// The event that must not have happened for the term to count.
    package let unless: RetentionClock?
    package let period: Period

    /// Every term of a rule, its `otherwise` branches written out.
    package static func all(of rule: Rule) -> [Term] {
        rule.steps.flatMap { step -> [Term] in
            let clock = step.since ?? rule.since
            let term = Term(actions: step.actions, clock: clock, unless: nil, period: step.after)
            guard let otherwise = step.otherwise, step.since?.isEvent == true else { return [term] }
            return [term, Term(actions: step.actions, clock: otherwise, unless: clock, period: step.after)]
        }
            + (rule.otherwise.map { branch in
                branch.steps.map { step in
                    Term(actions: step.actions, clock: step.since ?? branch.since, unless: rule.since, period: step.after)
                }
            } ?? [])
    }
}

/// A term with its period turned into an instant, for one night: due when the clock lies before `before`.
struct DatedTerm: Sendable {
    let term: Term
    let before: Int64

    func isPast(_ facts: ConversationFacts, asOf: Int64) -> Bool {
        if let event = term.unless, facts.value(event) != nil { return false }
        guard let clock = facts.usable(term.clock, asOf: asOf) else { return false }
        return clock < before
    }

    /// Whether the term would count if only the record had a usable date.
    func lacksDate(_ facts: ConversationFacts, asOf: Int64) -> Bool {
        if let event = term.unless, facts.value(event) != nil { return false }
        if term.clock.isEvent && facts.value(term.clock) == nil { return false }
        return facts.usable(term.clock, asOf: asOf) == nil
    }
}
