import Archiving
import Conversations
import Glibc
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
        try compare(segments.filter { $0.erasedAt == nil })
        if let last, last.phase != .done && last.phase != .stopped { try store.setPhase(.stopped, of: last.run) }
    }

    /// Names and sizes only: hashes are the work of `verify`, not of each night.
    private func compare(_ segments: [SegmentRow]) throws {
        var wanted: Set<String> = []
        let found = Dictionary(try folder.inventory().map { ($0.text, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        for segment in segments {
            guard let name = SegmentName(segment.name), let bytes = found[name.segmentFile], found[name.manifestFile] != nil
            else {
                throw NightError(
                    .damaged, "the archive folder lacks segment \(segment.name), which the store names",
                    remedy: "restore it from a backup of the archive folder; nothing was changed")
            }
            guard bytes == segment.bytes else {
                throw NightError(
                    .damaged, "segment \(segment.name) has \(bytes) bytes and the store names \(segment.bytes)",
                    remedy: "restore it from a backup of the archive folder; nothing was changed")
            }
            wanted.formUnion([name.segmentFile, name.manifestFile])
        }
        for file in found.keys.sorted() where !wanted.contains(file) {
            throw NightError(
                .damaged, "the archive folder holds a file that this store does not name (\(SegmentFile(file) == nil ? "not ours" : file))",
                remedy: "is this the right archive folder, and the newest store? move the file away if it is")
        }
    }
}

/// The folder of media files. Their names are ours; a name that leads elsewhere is refused.
struct MediaFolder {
    let path: String

    /// Unlinks the files whose rows are gone. A file that is gone already is no error.
    func unlinkPending(of store: any NightStore) throws {
        let files = try store.pendingFiles()
        guard !files.isEmpty else { return }
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 || errno == ENOENT else {
            throw NightError(.inputOutput, "the media folder cannot be opened", remedy: "check its owner and mode")
        }
        defer { if folder >= 0 { close(folder) } }
        for file in files where folder >= 0 && isPlain(file) {
            guard unlinkat(folder, file, 0) == 0 || errno == ENOENT else {
                throw NightError(.inputOutput, "a media file cannot be removed", remedy: "check owner and mode of the media folder")
            }
        }
        if folder >= 0 { fsync(folder) }
        try store.forgetPendingFiles(files)
    }

    private func isPlain(_ name: String) -> Bool {
        !name.isEmpty && !name.contains("/") && !name.utf8.contains(0) && name != "." && name != ".."
    }
}
