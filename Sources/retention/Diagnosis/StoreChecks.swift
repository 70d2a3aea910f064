import Archiving
import Conversations
import Foundation
import NightlyRun
import SQLiteStore
import StorePort

/// What the store says of itself: that policy and keys are its own, whether somebody approved the policy, and when a
/// night last came to its end.
struct StoreChecks {
    let loaded: LoadedPolicy
    let now: Instant
    /// A night a day, and one that was missed.
    private static let longest: Int64 = 2 * 86_400

    /// Nothing where there is no store: that was said before.
    func findings() -> [Finding] {
        guard Sight(of: loaded.places.store) == .there else { return [] }
        return Finding.of("store") {
            let night = try loaded.night(asOf: now)
            let store = try loaded.open(.reading)
            let (identity, approvals, last) = try store.read {
                try ($0.identity(), $0.approvals(), $0.lastRun())
            }
            try Admission(night: night).checkBinding(identity)
            let rehearsal = identity.isRehearsal ? ", made for trying (rehearsal)" : ""
            return [.ok("store", "store, policy and keys belong together\(rehearsal)")] + archive(night, store, last)
                + [approval(approvals, identity), lastNight(last, try store.nights(), identity)]
        }
    }

    /// A run that is at work may go on between two looks, so that they do not agree.
    private func archive(_ night: Night, _ store: SQLiteStore, _ last: RunState?) -> [Finding] {
        Finding.of("archive") {
            do {
                try NightlyRun.requireAgreement(night, store, ArchiveFolder(path: loaded.places.archive))
            } catch {
                guard try loaded.isLocked || store.read({ try $0.lastRun() }) != last else { throw error }
                return [
                    .warning(
                        "archive", "not examined: a run is at work, or was a moment ago",
                        remedy: "ask again when it has ended")
                ]
            }
            return [.ok("archive", "the archive folder and the audit log beside the store are those of this store")]
        }
    }

    private func approval(_ approvals: [Approval], _ identity: StoreIdentity) -> Finding {
        if let last = approvals.last, last.policyHash == loaded.hash {
            return .ok("approval", "this policy was approved on \(loaded.calendar.date(of: last.at))")
        }
        let what =
            approvals.isEmpty ? "the policy has not been approved" : "the policy has changed since it was approved"
        let remedy = "look at it with `retention preview`, then `retention check --approve --by NAME`"
        return identity.isRehearsal
            ? .ok("approval", "\(what); a rehearsal store needs no approval")
            : .failed("approval", .policy, what, remedy: remedy)
    }

    private func lastNight(_ last: RunState?, _ nights: [FinishedNight], _ identity: StoreIdentity) -> Finding {
        guard let last else {
            return .warning(
                "last night", "no night has run yet", remedy: "run one: `retention run`, or wait for the timer")
        }
        if last.phase != .done && last.phase != .stopped {
            return .warning(
                "last night", "run \(last.run) is at work, or did not end",
                remedy: "if nothing is running, the next `retention run` completes it")
        }
        guard let newest = nights.last else {
            return .failed(
                "last night", .partial, "no night has come to its end",
                remedy: "run `retention run` and read what it says")
        }
        let day = loaded.calendar.date(of: newest.asOf)
        let came = "the last night that came to its end was \(day)"
        guard identity.isRehearsal || now - newest.asOf <= Self.longest else {
            return .failed(
                "last night", .partial, came, remedy: "look at the timer, and at what its last run said")
        }
        guard !newest.isGood else {
            return .ok("last night", "\(nights.count(where: \.isGood)) ended well, the last on \(day)")
        }
        return ill(newest, nights.last(where: \.isGood), identity, came)
    }

    /// A night that came to its end, and not to a good one.
    private func ill(_ night: FinishedNight, _ good: FinishedNight?, _ identity: StoreIdentity, _ came: String)
        -> Finding
    {
        let what =
            "\(came), with exit code \(night.exitCode ?? 0); "
            + (good.map { "the last that ended well was \(loaded.calendar.date(of: $0.asOf))" } ?? "none ended well yet")
        let remedy = "read what it said, and `After each exit code` in Operations.md; the next run goes on"
        let isLate = !identity.isRehearsal && now - (good?.asOf ?? identity.createdAt) > Self.longest
        return isLate
            ? .failed("last night", .partial, what, remedy: remedy) : .warning("last night", what, remedy: remedy)
    }
}
