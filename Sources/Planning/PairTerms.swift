import Conversations
import Policies

/// The terms of the rule that applies to one role and purpose, dated for the nights that a plan looks at.
struct PairTerms: Sendable {
    let rule: Rule
    /// One line for each distinct set of conversation actions, in the order of the rule's steps.
    let lines: [LineTerms]
    /// The terms that erase the conversation as a whole: past them, nothing else is done.
    let eraseAll: LineTerms?
    /// For each action on the person, the terms that make it due here; erasing all makes every one due.
    let person: [Actions: LineTerms]

    /// - Parameter recent: for each policy that was in force lately, the terms of its rule for this pair.
    init(_ rule: Rule, recent: [[Term]], nights: Nights, deadline: Deadline) {
        self.rule = rule
        let terms = Term.all(of: rule)
        var sets: [Actions] = []
        for term in terms {
            let actions = term.actions.contains(.eraseAll) ? .eraseAll : term.actions.subtracting(.ofPerson)
            if !actions.isEmpty && !sets.contains(actions) { sets.append(actions) }
        }
        func line(_ actions: Actions, includingErasure: Bool = false) -> LineTerms {
            func chosen(_ terms: [Term]) -> [Term] {
                terms.filter { actions.isSubset(of: $0.actions) || (includingErasure && $0.actions.contains(.eraseAll)) }
            }
            // Under an earlier policy an action may have been due by its own step, or by one that erased all.
            func was(_ terms: [Term]) -> [[Term]] {
                actions.each.map { single in
                    terms.filter { $0.actions.isSuperset(of: single) || $0.actions.contains(.eraseAll) }
                }
            }
            return LineTerms(
                actions: actions, terms: chosen(terms), recent: recent.flatMap(was), nights: nights, deadline: deadline)
        }
        lines = sets.map { line($0) }
        eraseAll = lines.first { $0.actions == .eraseAll }
        person = Dictionary(uniqueKeysWithValues: Actions.ofPerson.each.map { ($0, line($0, includingErasure: true)) })
    }
}

/// The terms of one line: past one of them, its actions are due.
struct LineTerms: Sendable {
    let actions: Actions
    let cutoffs: [Nights.Night: [DatedTerm]]
    let tonight: [DatedTerm]
    private let yesterday: [DatedTerm]
    /// Each must have one that is past, or a change of policy made the line due.
    private let recent: [[DatedTerm]]

    init(actions: Actions, terms: [Term], recent: [[Term]], nights: Nights, deadline: Deadline) {
        func dated(_ terms: [Term], _ night: Nights.Night) -> [DatedTerm] {
            terms.map { term in
                DatedTerm(
                    term: term, before: deadline.cutoff(asOf: nights.instant(night), after: term.period).seconds)
            }
        }
        self.actions = actions
        cutoffs = Dictionary(uniqueKeysWithValues: Nights.all.map { ($0, dated(terms, $0)) })
        tonight = dated(terms, .tonight)
        yesterday = dated(terms, .yesterday)
        self.recent = recent.map { dated($0, .tonight) }
    }

    func isPast(_ facts: ConversationFacts, at night: Nights.Night, asOf: Int64) -> Bool {
        let terms =
            switch night {
            case .tonight: tonight
            case .yesterday: yesterday
            default: cutoffs[night] ?? []
            }
        return terms.contains { $0.isPast(facts, asOf: asOf) }
    }

    func lacksDate(_ facts: ConversationFacts, asOf: Int64) -> Bool {
        tonight.contains { $0.lacksDate(facts, asOf: asOf) }
    }

    func wasPastBefore(_ facts: ConversationFacts, asOf: Int64) -> Bool {
        recent.allSatisfy { terms in terms.contains { $0.isPast(facts, asOf: asOf) } }
    }

    /// The instant at which the line falls due for a conversation, by the earliest of its terms; nil where that
    /// cannot be known or will not happen by itself.
    func dueInstant(_ facts: ConversationFacts, asOf: Int64, deadline: Deadline) -> Instant? {
        tonight.compactMap { dated in
            if let event = dated.term.unless, facts.value(event) != nil { return nil }
            return facts.usable(dated.term.clock, asOf: asOf).map {
                deadline.due(Instant(seconds: $0), after: dated.term.period)
            }
        }.min()
    }
}
