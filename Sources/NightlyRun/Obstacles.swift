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
    /// Lines of the plan that would act on an unusual share of the store, and a share without a date.
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
        let archived =
            try plan.lines.contains { $0.subject == .segments }
            ? Obstacles.archived(since: today, snapshot) : Limits.Archived()
        // What must be mended comes before what may be right.
        shares =
            try Obstacles.undated(limits, plan, snapshot)
            + limits.exceeded(
                by: plan, after: snapshot.batches(ofRunsFor: today), archived: archived,
                forecast: Obstacles.lines(asOfAtMost: night.asOf + -30 * 86_400, snapshot))
    }

    private static func undated(_ limits: Limits, _ plan: Plan, _ snapshot: any StoreSnapshot) throws -> [StopReason] {
        // On most nights there are too few for it to matter what was before.
        guard limits.undated(plan, earlier: []) != nil else { return [] }
        return try limits.undated(plan, earlier: lines(asOfAtMost: plan.asOf, snapshot) ?? []).map { [$0] } ?? []
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

    /// The lines of the newest finished run for an instant or before; nil where there is none.
    private static func lines(asOfAtMost instant: Instant, _ snapshot: any StoreSnapshot) throws -> [PlanLine]? {
        try snapshot.record(asOfAtMost: instant).map { try RecordReader.record($0).lines.map(\.plan) }
    }
}

extension StopReason {
    /// What to do about a share that is unusual. A person lets it through, who has read the plan.
    var remedyOfShare: String {
        let letting =
            "read the plan with `retention preview --out plan.json`; if it is right, `retention run --plan plan.json`"
        guard case .undated = self else { return letting }
        return "correct the data map's `clock`, or import what was read wrongly into a new store (see Operations.md, "
            + "`A limit`); or \(letting)"
    }

    /// What to do about a clock that is not believed. No saved plan lets that through; but a store may have had no run
    /// for a long time.
    func remedyOfClock(days: Int) -> String {
        guard case .clockAhead(_, let last, _) = self else { return "set the clock right" }
        return "set the clock right; if it is right, catch up first: `retention run --as-of \(last.adding(days: days))`"
    }
}
