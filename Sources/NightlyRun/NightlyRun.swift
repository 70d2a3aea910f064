import Archiving
import Conversations
import Planning
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
        // Whose store it is comes first: nothing is done to another.
        let identity = try admit()
        night.tell(.began(.recover))
        let logCopy = try Recovery(night: night, store: store, folder: folder).run()
        // The same pass that a preview makes.
        night.tell(.began(.plan))
        var draft = try plan(identity)
        // The last moment at which nothing has changed.
        try checkLimits(draft, identity)
        night.tell(.began(.prepare))
        var work = try prepare(&draft, logCopy)
        let wasStopped = try untilStopped { try change(&draft, &work, identity) }
        // Before verifying: what is verified is what stays.
        night.tell(.began(.scrub))
        let scrubbed = try ScrubStage(night: night, store: store).run(draft.journal)
        night.tell(.began(.verify))
        let checks = try verify(draft, &work, scrubbed)
        night.tell(.began(.report))
        let outcome = try report(
            draft, identity, work, checks, wasStopped: wasStopped, isScrubPending: scrubbed == .pending)
        // Last of all, so that it holds the end of the run.
        try keepAuditLog()
        return outcome
    }
}

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

    /// What the stages hand on to those behind them.
    struct Work {
        /// What is about to go, and is looked for when it is gone.
        var residue: ResidueStage
        let names: KnownNames
        let stopped: StoppedRuns
        /// Records that no stage may change.
        let untouched: UntouchedSample
        /// Checks that were made on the way.
        let checks: [Check]
        var segments: [WrittenSegment] = []
    }

    /// Archives come before any erasure: nothing is destroyed unproved.
    private func change(_ draft: inout Draft, _ work: inout Work, _ identity: StoreIdentity) throws {
        let worklist = draft.worklist
        var archiving = ArchiveStage(night, store, folder: folder, storeID: identity.storeID, names: work.names)
        defer { (work.segments, draft.journal.namesSkipped) = (archiving.segments, work.names.skipped) }
        night.tell(.began(.archive))
        try archiving.run(worklist, &work.residue, &draft.journal) {
            try store.raise(floors: worklist.floors, wakes: worklist.wakes)
        }
        night.tell(.began(.redact))
        try RedactionStage(night: night, store: store, names: work.names).run(worklist, &draft.journal)
        night.tell(.began(.erase))
        try ErasureStage(night: night, store: store, folder: folder).run(worklist, &draft.journal)
    }

    /// Bytes are searched by another process, which opens the segments as well, while the rows are looked at here.
    private func verify(_ draft: Draft, _ work: inout Work, _ scrubbed: ScrubStage.Outcome) throws -> [Check] {
        let search = try work.residue.search(scrubbed, written: work.segments)
        let stage = VerifyStage(night: night, store: store, folder: folder)
        let untouched = work.untouched
        func ofRows() throws -> [Check] {
            try stage.run(plan: draft.plan, worklist: draft.worklist, journal: draft.journal)
                + [untouched.check(draft.worklist)].filter { $0.examined > 0 }
        }
        let rows = try search?.during(ofRows) ?? ofRows()
        let found = try work.residue.answer(of: search)
        return rows + stage.archivesMatch(work.segments, found) + work.checks
            + [ScrubStage.check(scrubbed)].compactMap(\.self) + (try work.residue.checks(scrubbed, found))
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
        _ draft: Draft, _ identity: StoreIdentity, _ work: Work, _ checks: [Check], wasStopped: Bool,
        isScrubPending: Bool
    ) throws -> Outcome {
        let record = try RecordBuilder(night: night, identity: identity).record(draft, work, checks, store)
        // The record itself and not the report of it: later nights and `retention report` read it back.
        try store.saveRecord(String(decoding: SavedPlan.canonical(record), as: UTF8.self), of: draft.journal.run)
        let recordsLeft = !draft.journal.left.isEmpty
        try LiveFiles(folder: night.places.reports).expire(today: night.today, recordsLeft: recordsLeft)
        let files = try ReportFiles.write(record, in: night)
        try store.finishRun(draft.journal.run, at: night.now())
        return Outcome(
            record: record, reports: files, planDigest: draft.digest, wasStopped: wasStopped,
            isScrubPending: isScrubPending, isSearchUnfinished: work.residue.isUnfinished)
    }
}
