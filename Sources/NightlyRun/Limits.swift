import Conversations
import Planning
import Policies
import StorePort

/// What stops a run before its first change: an approval that is missing, a clock that is not believed, a share of the
/// store that is unusual. Pure: facts in, reasons out.
struct Limits {
    let policy: Policy
    let calendar: LocalCalendar

    /// How many conversations the archive holds, with those that left it tonight, and how many of these left, by rule.
    struct Archived {
        var all = 0
        var ended: [String: Int] = [:]
    }

    /// The lines of a plan that would act on an unusual share of the store, or of store and archive where segments end.
    /// Sources are copies of what is in the store: they lose nothing, and come in heaps.
    /// - Parameters:
    ///   - acted: what runs of this night, and runs that did not end, have done already: a stop does not start the
    ///     count anew.
    ///   - forecast: the lines of the plan of 30 nights before, from the 31st night on.
    func exceeded(
        by plan: Plan, after acted: [BatchSum], archived: Archived = Archived(), forecast: [PlanLine]?
    ) -> [StopReason] {
        let gone = acted.filter { $0.action == .archive || $0.action == .erase }.reduce(0) { $0 + $1.records }
        return plan.lines.compactMap { line in
            guard line.due.records > 0, line.subject != .sources else { return nil }
            let (due, before) = amount(line, acted, archived)
            guard due >= policy.limits.atLeast else { return nil }
            let what = StopReason.Line(
                rule: line.rule, subject: line.subject, actions: line.actions, due: due, already: before)
            let all = plan.conversations + gone + (line.subject == .segments ? archived.all : 0)
            if due > all * policy.limits.percent / 100 {
                return .share(what, percent: policy.limits.percent, conversations: all)
            }
            let earlier = forecast.flatMap { expected(line, $0) }
            return earlier.flatMap { due > 2 * $0 ? .forecast(what, expected: $0) : nil }
        }
    }

    /// Whether many conversations came to have no usable date: such a store was imported or described wrongly, and
    /// nothing that the policy says of it can be done. Who let that through once is not asked again.
    /// - Parameter earlier: the lines of a plan from before: the last run's, or one that a person read.
    func undated(_ plan: Plan, earlier: [PlanLine]) -> StopReason? {
        let new = Self.undated(plan.lines) - Self.undated(earlier)
        guard new >= policy.limits.atLeast, new > plan.conversations * policy.limits.percent / 100 else { return nil }
        return .undated(new, percent: policy.limits.percent, conversations: plan.conversations)
    }

    /// A conversation counts under each line of its rule.
    private static func undated(_ lines: [PlanLine]) -> Int {
        Dictionary(lines.filter { $0.subject == .conversations }.map { ($0.rule, $0.undated) }, uniquingKeysWith: max)
            .values.reduce(0, +)
    }

    /// What a line is about to act on, with what was done of it before. Files of an archive are of any size: what counts
    /// is what is in them.
    private func amount(_ line: PlanLine, _ acted: [BatchSum], _ archived: Archived) -> (all: Int, before: Int) {
        if line.subject == .segments {
            let before = archived.ended[line.rule] ?? 0
            return ((line.archived?.due ?? 0) + before, before)
        }
        let before = acted.filter { $0.rule == line.rule && $0.action == action(of: line) }.reduce(0) {
            $0 + $1.records
        }
        return (line.due.records + before, before)
    }

    /// What was forecast of a line; nil where that cannot be known. When the last conversation of a person leaves is not
    /// forecast: what makes it leave is. A segment falls due as a whole on one day, and the night of 30 days before may
    /// have been missed: the next horizon holds.
    private func expected(_ line: PlanLine, _ forecast: [PlanLine]) -> Int? {
        guard line.subject != .persons || !line.actions.contains(.eraseAll) else { return nil }
        let earlier = forecast.first {
            $0.rule == line.rule && $0.subject == line.subject && $0.actions == line.actions
        }
        guard line.subject == .segments else { return earlier?.forecast.first ?? 0 }
        // A record of an earlier version does not tell how many conversations were in them.
        return earlier?.archived?.within60 ?? (earlier?.forecast[1] ?? 0 > 0 ? nil : 0)
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

    /// Why the clock of a first night is not believed; nil where it is. No night was before it, but somebody approved the
    /// policy and imported what there is.
    func firstNightDisbelieved(asOf: Instant, known: Instant?) -> String? {
        guard let known else { return nil }
        let (night, last) = (calendar.date(of: asOf), calendar.date(of: known))
        let days = Int(night.daysSince1970 - last.daysSince1970)
        guard days > policy.limits.clockDays else { return nil }
        return "the first night is for \(night), \(days) days after the last approval or import (\(last))"
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
