import Glibc

/// The folder that holds the segments of one or more stores, each with its manifest beside it.
///
/// Both files are written under temporary names, made durable, read back and compared; then the *manifest* gets its
/// final name, then the segment: so a segment that bears its final name always has its manifest beside it, and can be
/// read with nothing but this folder. Erasing goes the other way round, for the same reason. Recovery does not depend
/// on the order: whatever a batch left that the store has not committed is removed by the store, run and batch in its name.
package struct ArchiveFolder: Sendable {
    let folder: Folder

    package var path: String { folder.path }

    /// Opens the folder. One that is not there (66), is a symbolic link, belongs to another user or may be written by
    /// others (73) is refused. It is never made here.
    package init(path: String) throws(ArchiveError) {
        do throws(ArchiveError) { folder = try Folder(path: path) } catch {
            throw error.whereMissing(
                "mount the volume of the archives, or restore them from a backup; where nothing was archived yet, "
                    + "mkdir -m 700 \(path)")
        }
    }

    /// Makes the folder with mode 0700, for `retention init`. One that is there must pass the checks of `init(path:)`.
    package static func create(path: String) throws(ArchiveError) -> ArchiveFolder {
        var status = stat()
        if lstat(path, &status) != 0, errno == ENOENT { try Folder.make(path) }
        return try ArchiveFolder(path: path)
    }

    /// Writes both files of a segment durably. After an error nothing of it counts: `discardOpenBatch` removes what is
    /// left.
    package func write(_ segment: Segment) throws(ArchiveError) {
        let manifest = SegmentFile(segment.name, .manifest, isTemporary: true)
        let lines = SegmentFile(segment.name, .segment, isTemporary: true)
        var made: [String] = []
        do throws(ArchiveError) {
            try writeTemporary(manifest, segment.manifestJSON, &made)
            try writeTemporary(lines, segment.bytes, &made)
            try readBack(segment.manifest, segment.manifestJSON)
            try folder.rename(manifest.description, to: segment.name.manifestFile)
            try folder.rename(lines.description, to: segment.name.segmentFile)
        } catch {
            // Makes room at once; what cannot be removed now is removed by the next recovery.
            for file in made { _ = unlinkat(folder.descriptor, file, 0) }
            throw error
        }
        try folder.synchronize()
    }

    private func writeTemporary(_ file: SegmentFile, _ bytes: [UInt8], _ made: inout [String]) throws(ArchiveError) {
        let open = try OpenFile(creating: file.description, in: folder)
        made.append(file.description)
        try open.write(bytes)
        try open.synchronize()
    }

    /// What is on the disk, opened anew, against what was meant.
    private func readBack(_ manifest: SegmentManifest, _ json: [UInt8]) throws(ArchiveError) {
        let segment = try OpenFile(reading: "\(SegmentFile(manifest.name, .segment, isTemporary: true))", in: folder)
        _ = try segment.check(manifest)
        let beside = try OpenFile(reading: "\(SegmentFile(manifest.name, .manifest, isTemporary: true))", in: folder)
        guard try beside.size() == json.count, try beside.read(json.count, at: 0) == json else {
            throw .damaged("\(beside.name) does not read back as it was written")
        }
    }

    /// Removes both files of a segment, durably. One that is gone already is no error.
    package func erase(_ name: SegmentName) throws(ArchiveError) {
        try folder.remove(name.segmentFile)
        try folder.remove(name.manifestFile)
        try folder.synchronize()
    }

    /// Removes what the open batch of a store left, final or temporary, and nothing else. Gives the number of files.
    package func discardOpenBatch(storeID: String, run: Int, batch: Int) throws(ArchiveError) -> Int {
        let store = String(storeID.prefix(8))
        var removed = 0
        for text in try folder.names() {
            guard let file = SegmentFile(text), file.name.store == store, file.name.run == run, file.name.batch == batch
            else { continue }
            guard let status = try folder.status(of: text), status.st_mode & S_IFMT == S_IFREG else {
                throw ArchiveError(
                    .cannotCreate, "\(text) is not a plain file",
                    remedy: "find out who put it there; it was not removed")
            }
            if try folder.remove(text) { removed += 1 }
        }
        try folder.synchronize()
        return removed
    }
}
