import Conversations

/// The rules of a policy as people read them.
enum RuleTable {
    static func table(_ terms: [RuleTerm]) -> Document.Table {
        Document.Table(
            id: "rules",
            columns: [.rule, .appliesTo, .countedFrom, .keptFor, .whatIsDone, .ceiling].map {
                .init(title: $0)
            },
            rows: terms.map { term in
                .init(cells: [
                    .text(term.rule), subject(term), clock(term), period(term.after), .actions(term.actions),
                    period(term.ceiling),
                ])
            })
    }

    /// Why each rule is as it is, and who answers for it.
    static func accountability(_ terms: [RuleTerm]) -> Document.Table {
        var seen: Set<String> = []
        let rules = terms.filter { seen.insert($0.rule).inserted }
        return Document.Table(
            id: "rules-basis", caption: .annexBasis,
            columns: [.rule, .ruleBasis, .ruleOwner, .ruleReviewed, .reason, .source].map { .init(title: $0) },
            rows: rules.map { rule in
                .init(cells: [
                    .text(rule.rule), rule.basis.map(Value.text) ?? .none, rule.owner.map(Value.text) ?? .none,
                    rule.reviewed.map(Value.day) ?? .none, .text(rule.reason), .text(rule.source),
                ])
            })
    }

    static func subject(_ term: RuleTerm) -> Value {
        let words = (term.roles ?? []).map(\.text) + (term.purposes ?? []).map(\.text)
        return words.isEmpty ? .word(.everybody) : .words(words)
    }

    /// - Parameter isAddressed: whether the words are for the person whose data these are.
    static func clock(_ term: RuleTerm, isAddressed: Bool = false) -> Value {
        let clock = term.clock.text(isAddressed: isAddressed)
        if let pending = term.unless?.pending {
            return .sentence(Sentence(.unlessEvent, ["clock": clock, "pending": .word(pending)]))
        }
        guard let otherwise = term.otherwise, let pending = term.clock.pending else { return clock }
        return .sentence(
            Sentence(
                .whileNot,
                ["clock": clock, "pending": .word(pending), "other": otherwise.text(isAddressed: isAddressed)]))
    }

    static func period(_ period: Period) -> Value {
        let text: Text =
            switch period.unit {
            case .days: .unitDays
            case .weeks: .unitWeeks
            case .months: .unitMonths
            case .years: .unitYears
            }
        return .sentence(Sentence(text, count: period.count))
    }
}

extension RetentionClock {
    func text(isAddressed: Bool) -> Value { .word(isAddressed ? addressed : text) }

    /// That the event of the clock has not happened; nil where the clock is that of a message.
    var pending: Text? {
        switch self {
        case .collected, .lastInbound, .personLastInbound: nil
        case .closed: .untilClosed
        case .decision: .untilDecision
        case .relationEnded: .untilRelationEnded
        }
    }

    private var addressed: Text {
        switch self {
        case .lastInbound: .noticeLastInbound
        case .personLastInbound: .noticePersonLastInbound
        default: text
        }
    }

    private var text: Text {
        switch self {
        case .collected: .clockCollected
        case .lastInbound: .clockLastInbound
        case .personLastInbound: .clockPersonLastInbound
        case .closed: .clockClosed
        case .decision: .clockDecision
        case .relationEnded: .clockRelationEnded
        }
    }
}
