import Conversations
import Planning
import Policies
import StorePort

/// What stops a run before its first change: an approval that is missing, a clock that is not believed, a share of the
/// store that is unusual. Pure: facts in, reasons out.
struct Limits {
    let policy: Policy
    let calendar: LocalCalendar

    /// The lines of a plan that would act on an unusual share of the store.
    /// - Parameter forecast: the lines of the plan of 30 nights before, from the 31st night on.
    func exceeded(by plan: Plan, forecast: [PlanLine]?) -> [String] {
        plan.lines.compactMap { line in
            let share = plan.conversations * policy.limits.percent / 100
            let due = line.due.records
            guard due >= policy.limits.atLeast else { return nil }
            let what = "rule \(line.rule), \(line.subject.rawValue): \(line.actions): \(due) due"
            if line.subject != .segments && due > share {
                return "\(what), more than \(policy.limits.percent) % of \(plan.conversations) conversations"
            }
            guard let forecast else { return nil }
            let before = forecast.first {
                $0.rule == line.rule && $0.subject == line.subject && $0.actions == line.actions
            }
            let expected = before?.forecast.first ?? 0
            return due > 2 * expected ? "\(what), more than twice the \(expected) that were forecast 30 nights before" : nil
        }
    }

    /// Why the clock is not believed; nil where it is.
    func clockDisbelieved(asOf: Instant, lastRun: Instant?) -> String? {
        guard let lastRun else { return nil }
        if asOf < lastRun { return "the night is for \(asOf), before the last run, which was for \(lastRun)" }
        let days = calendar.date(of: asOf).daysSince1970 - calendar.date(of: lastRun).daysSince1970
        return days > policy.limits.clockDays
            ? "the night is for \(asOf), \(days) days after the last run (\(lastRun))" : nil
    }
}
