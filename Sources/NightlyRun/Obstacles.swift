import Conversations
import Foundation
import Planning
import Reporting
import StorePort

/// What would stop a night before its first change, from the snapshot that its plan was made of: a preview says it, a
/// run obeys it.
struct Obstacles {
    /// Why the clock is not believed. No saved plan lets that through.
    let clock: StopReason?
    /// Lines of the plan that would act on an unusual share of the store.
    let shares: [StopReason]

    var reasons: [StopReason] { (clock.map { [$0] } ?? []) + shares }

    init(_ night: Night, _ plan: Plan, _ snapshot: any StoreSnapshot) throws {
        let limits = Limits(policy: night.policy, calendar: night.calendar)
        clock = try limits.clockDisbelieved(asOf: night.asOf, lastRun: snapshot.lastRun()?.asOf)
        shares = try limits.exceeded(
            by: plan, after: snapshot.batches(ofRunsFor: night.calendar.startOfDay(night.today)),
            forecast: Obstacles.earlierForecast(night, snapshot))
    }

    /// The forecast lines of the newest finished run that lies 30 nights back or more; nil before the 31st night.
    private static func earlierForecast(_ night: Night, _ snapshot: any StoreSnapshot) throws -> [PlanLine]? {
        try snapshot.record(asOfAtMost: night.asOf + -30 * 86_400).map { json in
            try JSONDecoder().decode(RunRecord.self, from: Data(json.utf8)).lines.map(\.plan)
        }
    }
}

extension StopReason {
    /// What to do about a clock that is not believed. No saved plan lets that through; but a store may have had no run
    /// for a long time.
    func remedyOfClock(days: Int) -> String {
        guard case .clockAhead(_, let last, _) = self else { return "set the clock right" }
        return "set the clock right; if it is right, catch up first: `retention run --as-of \(last.adding(days: days))`"
    }
}
