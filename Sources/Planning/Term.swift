import Conversations
import Policies

/// One way in which a rule makes actions due: after a period on a clock, perhaps only while events have not happened.
package struct Term: Sendable, Equatable {
    package let actions: Actions
    package let clock: RetentionClock
    /// The events of which none must have happened for the term to count.
    package let unless: [RetentionClock]
    package let period: Period
    /// The version of the notice that the term is of, where it is an earlier one: then it counts for what was
    /// collected under that version only.
    package var notice: CivilDate?

    /// Every term of a rule, its `otherwise` branches written out.
    package static func all(of rule: Rule) -> [Term] {
        let whileNot = rule.otherwise.map { branch in
            branch.steps.flatMap { terms(of: $0, clock: branch.since, unless: [rule.since]) }
        }
        return rule.steps.flatMap { terms(of: $0, clock: rule.since, unless: []) } + (whileNot ?? [])
    }

    private static func terms(of step: Rule.Step, clock: RetentionClock, unless: [RetentionClock]) -> [Term] {
        let clock = step.since ?? clock
        let term = Term(actions: step.actions, clock: clock, unless: unless, period: step.after)
        guard let otherwise = step.otherwise, clock.isEvent else { return [term] }
        return [term, Term(actions: step.actions, clock: otherwise, unless: unless + [clock], period: step.after)]
    }

    /// The lines of a rule on conversations, in the order of its steps: each distinct set of actions that a step asks
    /// for, without what belongs to the person.
    package static func lines(of rule: Rule) -> [Actions] {
        all(of: rule).reduce(into: []) { lines, term in
            let actions = term.actions.contains(.eraseAll) ? .eraseAll : term.actions.subtracting(.ofPerson)
            if !actions.isEmpty && !lines.contains(actions) { lines.append(actions) }
        }
    }

    /// Whether the term counts for a record: its own event has happened, and none of those that rule it out has.
    package func applies(to facts: ConversationFacts) -> Bool {
        (notice == nil || notice == facts.notice) && unless.allSatisfy { facts.value($0) == nil }
            && (!clock.isEvent || facts.value(clock) != nil)
    }
}

/// A term with its period turned into an instant, for one night: due when the clock lies before `before`.
struct DatedTerm: Sendable {
    let term: Term
    let before: Int64

    func isPast(_ facts: ConversationFacts, asOf: Int64) -> Bool {
        guard term.applies(to: facts), let clock = facts.usable(term.clock, asOf: asOf) else { return false }
        return clock < before
    }

    /// Whether the term would count if only the record had a usable date.
    func lacksDate(_ facts: ConversationFacts, asOf: Int64) -> Bool {
        term.applies(to: facts) && facts.usable(term.clock, asOf: asOf) == nil
    }
}
