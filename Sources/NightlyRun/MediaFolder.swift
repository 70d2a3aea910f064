import Glibc
import StorePort

/// The folder of media files. What the store says of them are paths below it, which may come from outside: none that
/// leads elsewhere, over a link or over `..`, is followed.
struct MediaFolder {
    let path: String

    /// Unlinks the files whose rows are gone. A file that is gone already is no error; a path that leads elsewhere, and
    /// a folder that is not there, are: what cannot be erased is not forgotten.
    func unlinkPending(of store: any NightStore) throws {
        let files = try store.pendingFiles()
        guard !files.isEmpty else { return }
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else {
            throw NightError(
                .inputOutput, "the media folder cannot be opened, and \(files.count) files in it are to be erased",
                remedy: "mount it, or check its owner and mode; the next run goes on")
        }
        defer { close(folder) }
        for file in files { try unlink(file, below: folder) }
        fsync(folder)
        try store.forgetPendingFiles(files)
    }

    private func unlink(_ file: String, below folder: Int32) throws {
        let parts = file.split(separator: "/", omittingEmptySubsequences: false)
        guard !file.utf8.contains(0), let name = parts.last, parts.allSatisfy({ !["", ".", ".."].contains($0) }) else {
            throw NightError(
                .inputOutput, "the path of a media file that is to be erased leads out of the media folder",
                remedy: "erase the file by hand, then its row in retention_pending_file")
        }
        var place = folder
        defer { if place != folder { close(place) } }
        for part in parts.dropLast() {
            let next = openat(place, String(part), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            if next < 0 && errno == ENOENT { return }
            guard next >= 0 else { throw refused() }
            if place != folder { close(place) }
            place = next
        }
        guard unlinkat(place, String(name), 0) == 0 || errno == ENOENT else { throw refused() }
        if place != folder { fsync(place) }
    }

    private func refused() -> NightError {
        NightError(.inputOutput, "a media file cannot be removed", remedy: "check owner and mode of the media folder")
    }
}
