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
    /// Why the clock of the first night of all is not believed, in words.
    let firstNight: String?
    /// Lines of the plan that would act on an unusual share of the store.
    let shares: [StopReason]

    var reasons: [StopReason] { (clock.map { [$0] } ?? []) + shares }

    /// All of it as a preview says it.
    var words: [String] { (firstNight.map { [$0] } ?? []) + reasons.map(\.description) }

    init(_ night: Night, _ plan: Plan, _ snapshot: any StoreSnapshot) throws {
        let limits = Limits(policy: night.policy, calendar: night.calendar)
        let lastRun = try snapshot.lastRun()?.asOf
        clock = limits.clockDisbelieved(asOf: night.asOf, lastRun: lastRun)
        let known = try lastRun == nil ? Obstacles.lastDeed(snapshot) : nil
        firstNight = limits.firstNightDisbelieved(asOf: night.asOf, known: known)
        let today = night.calendar.startOfDay(night.today)
        shares = try limits.exceeded(
            by: plan, after: snapshot.batches(ofRunsFor: today),
            archived: plan.lines.contains { $0.subject == .segments }
                ? Obstacles.archived(since: today, snapshot) : .init(),
            forecast: Obstacles.earlierForecast(night, snapshot))
    }

    /// When somebody last approved a policy or imported something.
    private static func lastDeed(_ snapshot: any StoreSnapshot) throws -> Instant? {
        try (snapshot.sources().map(\.importedAt) + snapshot.approvals().map(\.at)).max()
    }

    private static func archived(since today: Instant, _ snapshot: any StoreSnapshot) throws -> Limits.Archived {
        var archived = Limits.Archived()
        for segment in try snapshot.segments() where segment.erasedAt.map({ $0 >= today }) ?? true {
            archived.all += segment.conversations
            if segment.erasedAt != nil { archived.ended[segment.rule, default: 0] += segment.conversations }
        }
        return archived
    }

    /// The forecast lines of the newest finished run that lies 30 nights back or more; nil before the 31st night.
    private static func earlierForecast(_ night: Night, _ snapshot: any StoreSnapshot) throws -> [PlanLine]? {
        try snapshot.record(asOfAtMost: night.asOf + -30 * 86_400).map { json in
            try RecordReader.record(json).lines.map(\.plan)
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
