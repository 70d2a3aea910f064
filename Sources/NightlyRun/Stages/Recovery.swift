import Archiving
import Conversations
import StorePort

/// What a run does before anything else: it completes or discards what an interrupted one left, and stops where
/// archives and store disagree. It unlinks nothing but what the one open batch of *this* store made.
struct Recovery {
    let night: Night
    let store: any NightStore
    let folder: ArchiveFolder

    func run() throws {
        let (identity, last, segments) = try store.read { try ($0.identity(), $0.lastRun(), $0.segments()) }
        if let last, last.phase == .working {
            let removed = try folder.discardOpenBatch(storeID: identity.storeID, run: last.run, batch: last.lastBatch + 1)
            night.log.notice("run \(last.run) had stopped; files of its open batch removed: \(removed)")
        }
        for segment in segments where segment.erasedAt != nil {
            if let name = SegmentName(segment.name) { try folder.erase(name) }
        }
        try MediaFolder(path: night.places.media).unlinkPending(of: store)
        let expected = segments.filter { $0.erasedAt == nil }.compactMap { segment in
            SegmentName(segment.name).map {
                ArchiveComparison.Expected(
                    name: $0, segmentBytes: segment.bytes, manifestBytes: segment.manifest.utf8.count)
            }
        }
        if let error = try ArchiveComparison(inventory: folder.inventory(), expected: expected).error { throw error }
        if let last, last.phase != .done && last.phase != .stopped { try store.setPhase(.stopped, of: last.run) }
    }
}
