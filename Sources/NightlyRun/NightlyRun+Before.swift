import Archiving
import Conversations
import Planning
import StorePort
import Verification

/// The night up to its first change.
extension NightlyRun {
    /// Whether this policy, these keys and this store belong together, the policy may be run, and what the night says at its
    /// end can be written.
    func admit() throws -> StoreIdentity {
        let (identity, approvals) = try store.read { try ($0.identity(), $0.approvals()) }
        try Admission(night: night).check(identity)
        guard identity.isRehearsal || approvals.last?.policyHash == night.policyHash else {
            throw NightError(
                .policy,
                approvals.isEmpty ? "the policy has not been approved" : "the policy has changed since it was approved",
                remedy: "look at it with `retention preview`, then `retention check --approve --by NAME`")
        }
        // Its own events would go back in time, and prove nothing from then on.
        if !identity.isRehearsal { try Admission.checkClock(night.now(), store, identity) }
        // Reports are written and files unlinked when the rows are gone: what would fail then must show now.
        for folder in [night.places.reports, night.places.media] { try DurableFile.requireFolder(folder) }
        return identity
    }

    func plan(_ identity: StoreIdentity) throws -> Draft {
        let startedAt = night.now()
        return try store.read { snapshot in
            var stage = try PlanStage(night, snapshot, isRaising: true)
            let plan = try stage.plan()
            let obstacles = try Obstacles(night, plan, snapshot)
            return Draft(
                plan: plan, digest: try (savedPlan?.plan ?? plan).digest(), worklist: stage.worklist,
                obstacles: obstacles,
                policyChange: try PolicyChange.recent(night, snapshot),
                startedAt: startedAt,
                journal: Journal(run: 0, in: night))
        }
    }

    func checkLimits(_ draft: Draft, _ identity: StoreIdentity) throws {
        if let clock = draft.obstacles.clock, !identity.isRehearsal {
            if case .clockBack(_, let last) = clock, savedPlan != nil {
                throw SavedPlanCheck(night: night).stale("a run was made since, for \(last)")
            }
            throw NightError(.limit, "\(clock)", remedy: clock.remedyOfClock(days: night.policy.limits.clockDays))
        }
        if let firstNight = draft.obstacles.firstNight, !identity.isRehearsal {
            throw NightError(
                .limit, firstNight,
                remedy: "set the clock right; if it is right, approve again: `retention check --approve --by NAME`")
        }
        if let savedPlan { return try SavedPlanCheck(night: night).check(savedPlan, against: draft.plan, store) }
        guard !identity.isRehearsal, let first = draft.obstacles.reasons.first else { return }
        let more = draft.obstacles.reasons.count > 1 ? " (and \(draft.obstacles.reasons.count - 1) more)" : ""
        throw NightError(.limit, "\(first)\(more)", remedy: first.remedyOfShare)
    }

    /// The last of what only reads, and then the number of the run: figures of what leaves are computed, and what is about to
    /// go is taken down, while it is there.
    /// - Parameter checks: those that were made before.
    func prepare(_ draft: inout Draft, _ checks: [Check]) throws -> Work {
        let worklist = draft.worklist
        var residue = try ResidueStage(night, store)
        let names = KnownNames(store, operators: night.policy.intake.operators)
        let facts = FactStage(night: night, store: store)
        let outlook = try facts.outlook(worklist)
        let figures = try preparing(draft, outlook) {
            try residue.collect(worklist)
            if worklist.isArchiving { _ = try names.names() }
        }
        let stopped = try store.read(StoppedRuns.init)
        try begin(&draft)
        let counted = try facts.run(outlook, figures, run: draft.journal.run)
        try residue.remember()
        try store.applyWithdrawals(asOf: night.asOf, at: night.now())
        return Work(
            residue: residue, names: names, stopped: stopped,
            untouched: try UntouchedSample(store, besides: worklist),
            checks: [counted] + checks)
    }

    /// Looks, before the first change, whether all that the night needs is there and sound, and computes figures, on two
    /// cores where the store can be read by two. All of it is over when this ends.
    /// - Parameter collect: what else is read meanwhile.
    private func preparing(
        _ draft: Draft, _ outlook: FactStage.Outlook, _ collect: () throws -> Void
    ) throws -> [FrozenSpan] {
        let isRewritten = try !draft.plan.isEmpty || ScrubStage(night: night, store: store).isAskedFor()
        try requireRoom(draft, isRewritten: isRewritten)
        guard let reader = try store.secondReader() else {
            if isRewritten { try Self.requireSound(store) }
            try collect()
            return try FactStage(night: night, store: store).figures(outlook)
        }
        let night = night
        // On most nights there is no figure to compute.
        let other = Alongside { () throws -> [FrozenSpan] in
            if !outlook.isEmpty { return try FactStage(night: night, store: reader).figures(outlook) }
            if isRewritten { try Self.requireSound(reader) }
            return []
        }
        try other.during {
            if isRewritten, !outlook.isEmpty { try Self.requireSound(store) }
            try collect()
        }
        return try other.value() ?? []
    }

    private func requireRoom(_ draft: Draft, isRewritten: Bool) throws {
        try SpaceCheck(places: night.places).require(
            for: draft.plan, storeBytes: isRewritten ? store.fileBytes() : nil)
        // A key that is missing must show now, not half-way.
        for year in draft.worklist.endYears.union([night.today.year]) {
            _ = try night.keys.id(of: .archive(endYear: year))
        }
    }

    private static func requireSound(_ store: any NightStore) throws {
        guard try store.quickCheck() else {
            throw NightError(.damaged, "the store is damaged", remedy: "restore it from a backup; nothing was changed")
        }
    }

    private func begin(_ draft: inout Draft) throws {
        let (basis, believed) = try store.read { snapshot in
            let judge = try night.judge(snapshot.approvals(), rehearsal: snapshot.identity().isRehearsal)
            return (PlanStage.basis(night, judge), try snapshot.boundsBasis())
        }
        if believed != basis {
            try store.resetBounds(
                basis, floors: believed?.clocks != basis.clocks, wakes: believed?.wakes != basis.wakes)
        }
        let run = try store.beginRun(
            asOf: night.asOf, startedAt: draft.startedAt, policyHash: night.policyHash, planDigest: draft.digest,
            lines: draft.plan.lines)
        draft.journal = Journal(run: run, in: night)
        night.tell(.numbered(run: run, due: draft.worklist.count))
    }
}
