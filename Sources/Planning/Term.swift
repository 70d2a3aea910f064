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
}

/// A term with its period turned into an instant, for one night: due when the clock lies before `before`. Plain
/// values only: every record of the store is held against every term of its rule.
struct DatedTerm: Sendable {
    let clock: RetentionClock
    let period: Period
    let before: Int64
    private let isEvent: Bool
    private let unless: Events
    private let notice: CivilDate?

    init(term: Term, before: Int64) {
        (clock, period, self.before) = (term.clock, term.period, before)
        isEvent = term.clock.isEvent
        unless = Events(term.unless)
        notice = term.notice
    }

    /// Whether the term counts for a record: its own event has happened, and none of those that rule it out has.
    func applies(to facts: ConversationFacts) -> Bool {
        (notice == nil || notice == facts.notice) && (unless.isEmpty || unless.isDisjoint(with: Events(of: facts)))
            && (!isEvent || facts.value(clock) != nil)
    }

    /// The term's clock where the term counts and the record has a usable date.
    func clock(of facts: ConversationFacts, asOf: Int64) -> Int64? {
        applies(to: facts) ? facts.usable(clock, asOf: asOf) : nil
    }

    func isPast(_ facts: ConversationFacts, asOf: Int64) -> Bool {
        clock(of: facts, asOf: asOf).map { $0 < before } ?? false
    }
}

/// Clocks that have a value, as a set.
private struct Events: OptionSet {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ clocks: [RetentionClock]) { self.init(clocks.map(Events.bit)) }

    /// The events that have happened to a conversation.
    init(of facts: ConversationFacts) {
        rawValue =
            (facts.closed == nil ? 0 : 1) | (facts.decision == nil ? 0 : 2) | (facts.relationEnded == nil ? 0 : 4)
            | (facts.collected == nil ? 0 : 8) | (facts.lastInbound == nil ? 0 : 16)
            | (facts.personLastInbound == nil ? 0 : 32)
    }

    private static func bit(_ clock: RetentionClock) -> Events {
        switch clock {
        case .closed: Events(rawValue: 1)
        case .decision: Events(rawValue: 2)
        case .relationEnded: Events(rawValue: 4)
        case .collected: Events(rawValue: 8)
        case .lastInbound: Events(rawValue: 16)
        case .personLastInbound: Events(rawValue: 32)
        }
    }
}
