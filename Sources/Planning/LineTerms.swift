import Conversations

/// The terms of one line: past one of them, its actions are due. A class, so that asking costs no copy.
final class LineTerms: Sendable {
    let actions: Actions
    /// The terms dated for tonight, which every record is asked about.
    let tonight: [DatedTerm]
    /// By the place of each night.
    private let nights: [[DatedTerm]]
    /// The terms with their cut-offs of all nights.
    private let spread: [(term: DatedTerm, cutoffs: NightCutoffs)]
    /// For the night before and tonight, what policies that were in force lately made due: of each list one term
    /// must be past, or a change of policy made the line due.
    private let former: [[[DatedTerm]]]

    init(actions: Actions, terms: [Term], former: [PlanNight: [[Term]]], _ cutoffs: inout Cutoffs) {
        func dated(_ terms: [Term], _ night: PlanNight) -> [DatedTerm] {
            terms.map { DatedTerm(term: $0, before: cutoffs.before(night, $0.period)) }
        }
        self.actions = actions
        nights = PlanNight.allCases.map { dated(terms, $0) }
        tonight = nights[PlanNight.tonight.place]
        spread = nights[PlanNight.tonight.place].indices.map { [nights] index in
            (nights[PlanNight.tonight.place][index], NightCutoffs(nights.map { $0[index].before }))
        }
        self.former = PlanNight.allCases.map { night in (former[night] ?? []).map { dated($0, night) } }
    }

    func terms(_ night: PlanNight) -> [DatedTerm] { nights[night.place] }

    /// Where a conversation stands with the line.
    struct Standing {
        /// The place of the first of the nights at which the line is past its period; beyond the last where it is at none.
        fileprivate(set) var first = PlanNight.count
        /// Whether one of the terms would count if only the record had a usable date.
        fileprivate(set) var lacksDate = false
        /// Whether it can be known when the line falls due.
        fileprivate(set) var hasDate = false

        func isPast(_ night: PlanNight) -> Bool { first <= night.place }
    }

    /// Asks each term once for all nights: a later night never has an earlier cut-off.
    func standing(_ facts: ConversationFacts, asOf: Int64) -> Standing {
        var standing = Standing()
        for (term, cutoffs) in spread where term.applies(to: facts) {
            guard let clock = facts.usable(term.clock, asOf: asOf) else {
                standing.lacksDate = true
                continue
            }
            standing.hasDate = true
            standing.first = min(standing.first, cutoffs.place(of: clock))
        }
        return standing
    }

    func isPast(_ facts: ConversationFacts, at night: PlanNight, asOf: Int64) -> Bool {
        standing(facts, asOf: asOf).isPast(night)
    }

    /// Whether every policy that was in force lately made the line due as well.
    func wasPastBefore(_ facts: ConversationFacts, at night: PlanNight, asOf: Int64) -> Bool {
        former[night.place].allSatisfy { terms in terms.contains { $0.isPast(facts, asOf: asOf) } }
    }

    /// The instant at which the line falls due for a conversation, by the earliest of its terms; nil where that
    /// cannot be known or will not happen by itself.
    func dueInstant(_ facts: ConversationFacts, asOf: Int64, deadline: Deadline) -> Instant? {
        var earliest: Instant?
        for term in tonight {
            guard let clock = term.clock(of: facts, asOf: asOf) else { continue }
            let due = deadline.due(Instant(seconds: clock), after: term.period)
            earliest = earliest.map { min($0, due) } ?? due
        }
        return earliest
    }
}

/// The cut-offs of one term, in the order of the nights.
private struct NightCutoffs: Sendable {
    private let yesterday, tonight, in30, in60, in90: Int64

    init(_ cutoffs: [Int64]) {
        (yesterday, tonight) = (cutoffs[PlanNight.yesterday.place], cutoffs[PlanNight.tonight.place])
        (in30, in60) = (cutoffs[PlanNight.in30.place], cutoffs[PlanNight.in60.place])
        in90 = cutoffs[PlanNight.in90.place]
    }

    /// The place of the first night whose cut-off lies after a clock.
    func place(of clock: Int64) -> Int {
        (yesterday <= clock ? 1 : 0) + (tonight <= clock ? 1 : 0) + (in30 <= clock ? 1 : 0) + (in60 <= clock ? 1 : 0)
            + (in90 <= clock ? 1 : 0)
    }
}
