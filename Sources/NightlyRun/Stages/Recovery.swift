import Archiving
import Conversations
import Foundation
import Reporting
import StorePort
import Verification

/// What a run does before anything else: it completes or discards what an interrupted one left. Where archives and
/// store disagree it stops before the first byte is touched, and it unlinks nothing but what the one open batch of
/// *this* store made and what the store says has ended.
struct Recovery {
    let night: Night
    let store: any NightStore
    let folder: ArchiveFolder

    /// What there is before a byte is touched.
    struct Found {
        let identity: StoreIdentity
        let last: RunState?
        /// The last run, where it left a batch open.
        let interrupted: RunState?
        let ended: Set<SegmentName>
        let inventory: [ArchiveEntry]
        let log: AuditLog
        /// What the copy tells; nil where there is none yet.
        let known: AuditLog?
    }

    /// Reads alone.
    /// - Throws: `ArchiveError` or `NightError`, both of kind `damaged` (65), where the archives, the store and the copy of its
    ///   audit log do not agree.
    func look() throws -> Found {
        let (identity, last, segments) = try store.read { try ($0.identity(), $0.lastRun(), $0.segments()) }
        let interrupted = last?.phase == .working ? last : nil
        let ended = Set(segments.filter { $0.erasedAt != nil }.compactMap { SegmentName($0.name) })
        let inventory = try folder.inventory()
        func isOfOpenBatch(_ name: SegmentName) -> Bool {
            guard let interrupted else { return false }
            return name.store == identity.storeID.prefix(8) && name.run == interrupted.run
                && name.batch == interrupted.lastBatch + 1
        }
        let rest = inventory.filter { entry in
            entry.file.map { !ended.contains($0.name) && !isOfOpenBatch($0.name) } ?? true
        }
        // A store that was set back lacks what its own log goes on to tell.
        let log = try store.auditLog()
        let known = try AuditMirror(store: night.places.store).read(against: log)
        if let error = ArchiveComparison(inventory: rest, expected: try expected(segments)).error { throw error }
        return Found(
            identity: identity, last: last, interrupted: interrupted, ended: ended, inventory: inventory, log: log,
            known: known)
    }

    /// - Returns: what the copy of the audit log lacked before it was made whole; nothing before the second night.
    func run() throws -> [Check] {
        let found = try look()
        try AuditMirror(store: night.places.store).follow(found.log, after: found.known)
        if let interrupted = found.interrupted {
            let removed = try folder.discardOpenBatch(
                storeID: found.identity.storeID, run: interrupted.run, batch: interrupted.lastBatch + 1)
            night.log.notice("run \(interrupted.run) had stopped; files of its open batch removed: \(removed)")
        }
        for name in Set(found.inventory.compactMap { $0.file?.name }).intersection(found.ended) {
            try folder.erase(name)
        }
        if let last = found.last { try endSources(of: last) }
        try MediaFolder(path: night.places.media).unlinkPending(of: store)
        TemporaryFolder(path: night.places.temporary).sweep()
        try conclude(found.last)
        return check(AuditMirror.completeness(of: found.known, against: found.log, isBeforeRun: true))
    }

    /// A finding, and no reason to end a night.
    private func check(_ copy: (examined: Int, failing: Int)) -> [Check] {
        guard copy.examined > 0 else { return [] }
        return [
            Check(
                id: "H2-copy", title: AuditMirror.title, examined: copy.examined, failing: copy.failing, isFinding: true
            )
        ]
    }

    /// Of the sources that the run was about to unlink, those are over whose files are gone.
    private func endSources(of run: RunState) throws {
        let announced = try store.announcedSourceEnds()
        guard !announced.isEmpty, let intake = night.intake else { return }
        let listing = intake.listing()
        guard listing.isComplete else {
            return night.log.notice("some sources cannot be read: which of them went is found out by the next run")
        }
        let left = Set(listing.files.map(\.hash))
        let mark = BatchMark(run: run.run, number: run.lastBatch + 1, rule: "intake", at: night.now())
        try store.commitSourceEnds(mark, hashes: announced.filter { !left.contains($0) }, asOf: run.asOf)
    }

    /// A run that had its record only lacks the files of its report; another one is over.
    private func conclude(_ last: RunState?) throws {
        guard let last, last.phase != .done, last.phase != .stopped else { return }
        // It may have taken records away that a view of the living ones counts.
        try LiveFiles(folder: night.places.reports).expire(today: night.today, recordsLeft: true)
        if last.phase == .report, let json = try store.read({ try $0.runRecord(last.run) }) {
            _ = try ReportFiles.write(RecordReader.record(json), in: night)
            return try store.finishRun(last.run, at: night.now())
        }
        try store.setPhase(.stopped, of: last.run)
    }

    private func expected(_ segments: [SegmentRow]) throws -> [ArchiveComparison.Expected] {
        try segments.filter { $0.erasedAt == nil }.map { segment in
            guard let name = SegmentName(segment.name) else {
                throw NightError(
                    .damaged, "the store lists a segment under a name that no run of ours gives",
                    remedy: "restore the store from a backup; nothing was touched")
            }
            return ArchiveComparison.Expected(
                name: name, segmentBytes: segment.bytes, manifestBytes: segment.manifestBytes)
        }
    }
}
