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
    /// - Parameters:
    ///   - acted: what runs of this night, and runs that did not end, have done already: a stop does not start the
    ///     count anew.
    ///   - forecast: the lines of the plan of 30 nights before, from the 31st night on.
    func exceeded(by plan: Plan, after acted: [BatchSum], forecast: [PlanLine]?) -> [StopReason] {
        let gone = acted.filter { $0.action == .archive || $0.action == .erase }.reduce(0) { $0 + $1.records }
        let conversations = plan.conversations + gone
        let share = conversations * policy.limits.percent / 100
        return plan.lines.compactMap { line in
            let before = acted.filter { $0.rule == line.rule && $0.action == action(of: line) }.reduce(0) {
                $0 + $1.records
            }
            let due = line.due.records + before
            guard line.due.records > 0, due >= policy.limits.atLeast else { return nil }
            let what = StopReason.Line(
                rule: line.rule, subject: line.subject, actions: line.actions, due: due, already: before)
            if line.subject != .segments && due > share {
                return .share(what, percent: policy.limits.percent, conversations: conversations)
            }
            guard let forecast, isForecast(line) else { return nil }
            let expected =
                forecast.first {
                    $0.rule == line.rule && $0.subject == line.subject && $0.actions == line.actions
                }?.forecast.first ?? 0
            return due > 2 * expected ? .forecast(what, expected: expected) : nil
        }
    }

    /// When the last conversation of a person leaves is not forecast, nor are sources: what makes them due is.
    private func isForecast(_ line: PlanLine) -> Bool {
        switch line.subject {
        case .conversations, .segments: true
        case .persons: !line.actions.contains(.eraseAll)
        case .sources: false
        }
    }

    private func action(of line: PlanLine) -> BatchSum.Action {
        switch line.subject {
        case .persons: .persons
        case .segments: .endSegments
        case .sources: .endSources
        case .conversations where line.actions.contains(.archive): .archive
        case .conversations where line.actions.contains(.eraseAll): .erase
        case .conversations: .redact
        }
    }

    /// Why the clock is not believed; nil where it is.
    func clockDisbelieved(asOf: Instant, lastRun: Instant?) -> StopReason? {
        guard let lastRun else { return nil }
        let (night, last) = (calendar.date(of: asOf), calendar.date(of: lastRun))
        if asOf < lastRun { return .clockBack(night: night, last: last) }
        let days = Int(night.daysSince1970 - last.daysSince1970)
        return days > policy.limits.clockDays ? .clockAhead(night: night, last: last, days: days) : nil
    }
}
