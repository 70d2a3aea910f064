import Conversations

/// The cut-offs of the nights that a plan looks at, each computed once: rules share periods, and a zone's offsets are
/// slow to ask for.
struct Cutoffs {
    let deadline: Deadline
    /// The local day of the night that the plan is for.
    let today: CivilDate
    private var known: [Key: Int64] = [:]

    private struct Key: Hashable {
        let night: PlanNight
        let period: Period
    }

    init(deadline: Deadline, today: CivilDate) { (self.deadline, self.today) = (deadline, today) }

    /// The second before which a clock lies that is due on that night.
    mutating func before(_ night: PlanNight, _ period: Period) -> Int64 {
        let key = Key(night: night, period: period)
        if let before = known[key] { return before }
        let before = deadline.cutoff(on: night.date(from: today), after: period).seconds
        known[key] = before
        return before
    }
}
