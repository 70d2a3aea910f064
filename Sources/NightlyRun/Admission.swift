import Conversations
import Planning
import StorePort

/// Whether a night's policy and keys belong to a store, and whether its date is one that may be run.
package struct Admission {
    let night: Night

    package init(night: Night) { self.night = night }

    /// - Throws: `NightError`: `foreign` where policy or keys belong to another store, `usage` for a date ahead.
    package func check(_ identity: StoreIdentity) throws {
        try checkBinding(identity)
        guard identity.isRehearsal || night.asOf <= night.now() else {
            throw NightError(
                .usage, "a night that lies ahead cannot be run (\(night.calendar.date(of: night.asOf)))",
                remedy: "use `retention preview --as-of`, or a store made with `retention init --rehearsal`")
        }
    }

    /// - Throws: `NightError` of kind `foreign` where policy or keys belong to another store.
    package func checkBinding(_ identity: StoreIdentity) throws {
        try Self.checkPolicy(night.policy.id, identity)
        guard identity.keysFingerprint == night.keys.fingerprint else {
            throw NightError(
                .foreign, "the keys at \(night.keys.path) are not those of this store",
                remedy: "restore the key folder that was made with the store")
        }
    }

    /// The same of the policy alone, for commands that need no key.
    /// - Throws: `NightError` of kind `foreign` where the policy belongs to another store.
    package static func checkPolicy(_ id: String, _ identity: StoreIdentity) throws {
        guard identity.policyID == id else {
            throw NightError(
                .foreign, "the store is bound to policy \(identity.policyID), this one is \(id)",
                remedy: "use the policy that belongs to this store, or correct `store.path`")
        }
    }
}

extension Admission {
    /// Whether a decision may be recorded in a store now. What is written down is counted from: an approval and a release
    /// begin a time of grace or notice, which a clock that was set back would end before it began; and a decision that is
    /// written into an older copy of the store is lost with it.
    /// - Parameter path: where the store is.
    /// - Throws: `NightError`: `damaged` where the store is older than the log beside it, `limit` for a clock that is not
    ///   believed.
    package static func checkHistory(of store: any NightStore, at path: String, now: Instant) throws {
        _ = try AuditMirror(store: path).read(against: store.auditLog())
        try checkClock(now, store, store.read { try $0.identity() })
    }

    /// Of the same, the clock alone.
    static func checkClock(_ now: Instant, _ store: any NightStore, _ identity: StoreIdentity) throws {
        let last = max(try store.lastClockedEvent() ?? identity.createdAt, identity.createdAt)
        guard last - now > AuditLog.clockCorrection else { return }
        throw NightError(
            .limit, "the clock says \(now), before what was last done to this store (\(last)): nothing was recorded",
            remedy: "set the clock right, and do it again")
    }
}

/// Whether a saved plan may be applied: unused, young enough, and exactly what is due now.
struct SavedPlanCheck {
    let night: Night

    func check(_ saved: SavedPlan, against plan: Plan, _ store: any NightStore) throws {
        let age = night.now() - saved.savedAt
        guard age >= 0, age <= Int64(SavedPlan.daysValid) * 86_400 else {
            throw stale("it was made at \(saved.savedAt) and is valid for \(SavedPlan.daysValid) days")
        }
        if try store.read({ try $0.wasPlanUsed(saved.plan.digest()) }) { throw stale("it was applied before") }
        let differences = saved.differences(from: plan)
        guard differences.isEmpty else { throw stale(differences.joined(separator: "; ")) }
        // They are due nowhere, so that nothing above tells of them.
        let limits = Limits(policy: night.policy, calendar: night.calendar)
        if case .undated(let count, _, _) = limits.undated(plan, earlier: saved.plan.lines) {
            throw stale("\(count) conversations more than then have no usable date")
        }
    }

    func stale(_ what: String) -> NightError {
        NightError(
            .stalePlan, "the saved plan no longer holds: \(what)",
            remedy: "make a new one with `retention preview --out plan.json` and read it")
    }
}
