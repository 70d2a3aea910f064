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
        let gone = files.filter { unlink($0, below: folder) }
        guard fsync(folder) == 0 else { throw refused() }
        try store.forgetPendingFiles(gone)
    }

    /// Whether the file is gone now. What a stranger's path names outside of the folder is never touched.
    private func unlink(_ file: String, below folder: Int32) -> Bool {
        let parts = file.split(separator: "/", omittingEmptySubsequences: false)
        guard !file.utf8.contains(0), let name = parts.last, parts.allSatisfy({ !["", ".", ".."].contains($0) }) else {
            return false
        }
        var place = folder
        defer { if place != folder { close(place) } }
        for part in parts.dropLast() {
            let next = openat(place, String(part), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard next >= 0 else { return errno == ENOENT }
            if place != folder { close(place) }
            place = next
        }
        guard unlinkat(place, String(name), 0) == 0 || errno == ENOENT else { return false }
        return place == folder || fsync(place) == 0
    }

    private func refused() -> NightError {
        NightError(.inputOutput, "a media file cannot be removed", remedy: "check owner and mode of the media folder")
    }
}
