import Conversations
import Planning
import Verification

/// What the nights of a period and its frozen figures prove by themselves: checks B9, E2, E5, F6, G1, H3 and H7. Pure.
enum PeriodChecks {
    /// - Parameter practice: what was counted over the period.
    static func checks(_ input: ComplianceInput, _ practice: RunRecord.Practice, calendar: LocalCalendar) -> [Check] {
        let stored = input.seen.stock.reduce(0) { $0 + $1.conversations }
        let told = input.facts.filter { $0.figures != nil }
        let rules = Anonymity.standard
        return [
            check("B9", stored, input.seen.unclassified, isFinding: true),
            check("E2", told.count, told.count { ($0.figures?.persons ?? 0) < rules.leastPersons }),
            check("E5", told.count, told.count { !isRounded($0, rules) }),
            check("F6", practice.afterRefusal == nil ? 0 : practice.informed, practice.afterRefusal ?? 0),
            check("G1", practice.informed, practice.outOfHours - practice.outOfHoursAsked), lastNight(input, calendar),
            check("H7", input.holdsActive, input.holdsOverdue, isFinding: true),
        ]
    }

    /// Counts to the nearest five, times to the minute, and in a block none of too few cases; in a rollup the number of
    /// cases is a sum of rounded ones.
    private static func isRounded(_ fact: Fact, _ rules: Anonymity) -> Bool {
        guard let figures = fact.figures else { return true }
        return Figures.counts.allSatisfy { figures[keyPath: $0].isMultiple(of: rules.base) }
            && Figures.durations.allSatisfy { key in
                let times = figures[keyPath: key]
                // Rounding takes less than half of the base.
                let taken = fact.kind == .block ? rules.base / 2 : Int.max
                let (median, p90) = (max(0, rules.leastForMedian - taken), max(0, rules.leastForP90 - taken))
                return (times.median.map { $0.isMultiple(of: 60) && times.n >= median } ?? true)
                    && (times.p90.map { $0.isMultiple(of: 60) && times.n >= p90 } ?? true)
            }
    }

    /// A night at the end of the period, or on the day before it. A store for trying is not held to it.
    private static func lastNight(_ input: ComplianceInput, _ calendar: LocalCalendar) -> Check {
        guard let last = input.records.last, !last.rehearsal else { return check("H3", 0, 0) }
        return check("H3", 1, calendar.date(of: last.asOf) < input.last.adding(days: -1) ? 1 : 0)
    }

    private static func check(_ id: String, _ examined: Int, _ failing: Int, isFinding: Bool = false) -> Check {
        Check(
            id: id, title: CheckTitles.english[id] ?? id, examined: examined, failing: failing, isFinding: isFinding)
    }
}
