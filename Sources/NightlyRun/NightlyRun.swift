import Archiving
import Conversations
import Planning
import Policies
import Reporting
import StorePort
import Verification

/// The night, in order.
package struct NightlyRun {
    let night: Night
    let store: any NightStore
    let folder: ArchiveFolder
    let savedPlan: SavedPlan?

    package init(_ night: Night, store: any NightStore, folder: ArchiveFolder, savedPlan: SavedPlan? = nil) {
        (self.night, self.store, self.folder, self.savedPlan) = (night, store, folder, savedPlan)
    }

    /// What a finished night gives: its record, and where its reports are.
    package struct Outcome: Sendable {
        package let record: RunRecord
        package let reports: [String]
        package let planDigest: String
        /// Whether the run ended before all that was due was looked at: somebody asked it to, or its time was over.
        package let wasStopped: Bool
        /// Whether another program kept the store busy, so that what was erased may still be in its file.
        package let isScrubPending: Bool
        /// Whether the search for what was erased did not come to its end, so that nothing is proven of it.
        package let isSearchUnfinished: Bool
    }

    /// Runs the night. The caller holds the lock: it was taken before the store was opened.
    package func run() throws -> Outcome {
        // Nothing is read for a store that is not ours.
        let identity = try admit()
        // First of all: what a killed run left half done.
        night.tell(.began(.recover))
        let logCopy = try Recovery(night: night, store: store, folder: folder).run()
        // The same pass that a preview makes.
        night.tell(.began(.plan))
        var draft = try plan(identity)
        // The last moment at which nothing has changed.
        try checkLimits(draft, identity)
        night.tell(.began(.prepare))
        // Figures of what leaves are computed, and what is about to go is taken down, to be looked for when it is gone,
        // while it is there.
        var residue = try ResidueStage(night, store)
        let names = KnownNames(store, operators: night.policy.intake.operators)
        let facts = FactStage(night: night, store: store)
        let outlook = try facts.outlook(draft.worklist)
        let figures = try preparing(draft, outlook) {
            try residue.collect(draft.worklist)
            if draft.worklist.isArchiving { _ = try names.names() }
        }
        try begin(&draft)
        let frozen = try facts.run(outlook, figures, run: draft.journal.run)
        try residue.remember()
        try store.applyWithdrawals(asOf: night.asOf, at: night.now())
        // Archives come before any erasure: nothing is destroyed unproved.
        var archiving = ArchiveStage(night, store, folder: folder, storeID: identity.storeID, names: names)
        let worklist = draft.worklist
        let untouched = try UntouchedSample(store, besides: worklist)
        let wasStopped = try untilStopped {
            night.tell(.began(.archive))
            try archiving.run(worklist, &residue, &draft.journal) {
                try store.raise(floors: worklist.floors, wakes: worklist.wakes)
            }
            night.tell(.began(.redact))
            try RedactionStage(night: night, store: store, names: names).run(draft.worklist, &draft.journal)
            night.tell(.began(.erase))
            try ErasureStage(night: night, store: store, folder: folder).run(draft.worklist, &draft.journal)
        }
        draft.journal.namesSkipped = names.skipped
        // Before verifying: what is verified is what stays.
        night.tell(.began(.scrub))
        let scrubbed = try ScrubStage(night: night, store: store).run(draft.journal)
        night.tell(.began(.verify))
        // Bytes are searched by another process, which opens the segments as well, while the rows are looked at here.
        let search = try residue.search(scrubbed, written: archiving.segments)
        let stage = VerifyStage(night: night, store: store, folder: folder)
        func verify() throws -> [Check] {
            try stage.run(plan: draft.plan, worklist: draft.worklist, journal: draft.journal)
                + [untouched.check(worklist)].filter { $0.examined > 0 }
        }
        let checks = try search?.during(verify) ?? verify()
        let found = try residue.answer(of: search)
        let all =
            checks + stage.archivesMatch(archiving.segments, found) + [frozen] + logCopy
            + [ScrubStage.check(scrubbed)].compactMap(\.self) + (try residue.checks(scrubbed, found))
        night.tell(.began(.report))
        let outcome = try report(
            draft, identity, archiving.segments, all, wasStopped: wasStopped, isScrubPending: scrubbed == .pending,
            isSearchUnfinished: residue.isUnfinished)
        // Last of all, so that it holds the end of the run.
        try keepAuditLog()
        return outcome
    }
}

// MARK: Steps

extension NightlyRun {
    /// All that is decided before the first change, and what is done from then on.
    struct Draft {
        let plan: Plan
        let digest: String
        let worklist: Worklist
        let obstacles: Obstacles
        let policyChange: RunRecord.PolicyChange?
        let startedAt: Instant
        var journal: Journal
    }

    /// Whether this policy, these keys and this store belong together, the policy may be run, and what the night says at its
    /// end can be written.
    private func admit() throws -> StoreIdentity {
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

    private func plan(_ identity: StoreIdentity) throws -> Draft {
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

    private func checkLimits(_ draft: Draft, _ identity: StoreIdentity) throws {
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
        throw NightError(
            .limit, "\(first)\(more)",
            remedy:
                "read the plan with `retention preview --out plan.json`; if it is right, `retention run --plan plan.json`"
        )
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
            asOf: night.asOf, startedAt: draft.startedAt, policyHash: night.policyHash, planDigest: draft.digest)
        draft.journal = Journal(run: run, in: night)
        night.tell(.numbered(run: run, due: draft.worklist.count))
    }

    /// Runs `body` until it ends or somebody asked for the end. Returns whether somebody did.
    private func untilStopped(_ body: () throws -> Void) throws -> Bool {
        do {
            try body()
            return false
        } catch is Journal.Stopped {
            night.log.info("stopping at a batch border, as asked")
            return true
        }
    }

    /// Takes from the audit log what its period ended, and brings the copy outside the store up to it.
    private func keepAuditLog() throws {
        let kept = Deadline(calendar: night.calendar).cutoff(asOf: night.now(), after: night.policy.proof.auditLog)
        _ = try store.trimAuditLog(before: kept, at: night.now())
        try AuditMirror(store: night.places.store).follow(store.auditLog())
    }

    private func report(
        _ draft: Draft, _ identity: StoreIdentity, _ segments: [WrittenSegment], _ checks: [Check], wasStopped: Bool,
        isScrubPending: Bool, isSearchUnfinished: Bool
    ) throws -> Outcome {
        let record = try RecordBuilder(night: night, identity: identity).record(draft, segments, checks, store)
        // The record itself and not the report of it: later nights and `retention report` read it back.
        try store.saveRecord(String(decoding: SavedPlan.canonical(record), as: UTF8.self), of: draft.journal.run)
        let recordsLeft = !draft.journal.left.isEmpty
        try LiveFiles(folder: night.places.reports).expire(today: night.today, recordsLeft: recordsLeft)
        let files = try ReportFiles.write(record, in: night)
        try store.finishRun(draft.journal.run, at: night.now())
        return Outcome(
            record: record, reports: files, planDigest: draft.digest, wasStopped: wasStopped,
            isScrubPending: isScrubPending, isSearchUnfinished: isSearchUnfinished)
    }
}
