import Glibc
import StorePort

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
