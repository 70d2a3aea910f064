import Archiving
import Foundation

/// The files and folders that `init` makes: looked at before the first is made, and taken back where it cannot end.
final class InitPlaces {
    private let store: String
    /// Whether the store is one that another program made: then it must be there, and stays whatever happens.
    private let storeIsThere: Bool
    private let keys: String
    private let archive: String
    let folders: [String]
    /// In the order in which they were made.
    private var new: [String] = []

    init(store: String, isThere: Bool, keys: String, archive: String, folders: [String]) {
        storeIsThere = isThere
        (self.store, self.keys, self.archive, self.folders) = (store, keys, archive, folders)
    }

    /// - Throws: `Failure` or `ArchiveError` (73) for whatever would stop `init` half-way.
    func requireFree() throws {
        if storeIsThere && !isThere(store) {
            throw Failure(.missing, "there is no store at \(store)", remedy: "correct `store.path` in the policy")
        }
        let ownStore = storeIsThere ? [] : [store, store + "-journal", store + "-wal"]
        for path in ownStore + [keys, KeyFolder.draftPath(of: keys)] where isThere(path) {
            throw Failure(
                .cannotCreate, "\(path) is there already",
                remedy: "a store and its keys are made once; nothing was changed")
        }
        for folder in folders { try requireFolder(folder) }
        if isThere(archive), try !ArchiveFolder(path: archive).inventory().isEmpty {
            throw Failure(
                .cannotCreate, "the archive folder \(archive) is not empty",
                remedy: "name another one in the policy: a new store does not know these archives")
        }
    }

    /// Runs `body`; where it fails, what it made is removed, the last first.
    func undoingOnFailure(_ body: (InitPlaces) throws -> Void) throws {
        do {
            try body(self)
        } catch {
            for path in new.reversed() {
                if folders.contains(path) || !isOurs(path) {
                    // A folder goes only while it is empty: what somebody put there stays.
                    rmdir(path)
                } else {
                    for file in [path, path + "-journal"] { try? FileManager.default.removeItem(atPath: file) }
                }
            }
            throw error
        }
    }

    private func isOurs(_ path: String) -> Bool {
        [StoppedInit.draft(of: store), keys, KeyFolder.draftPath(of: keys)].contains(path)
    }

    /// Says that `init` is about to make, or has made, this path.
    func made(_ path: String) { new.append(path) }

    func makeFolder(_ path: String) throws {
        guard !isThere(path) else { return }
        let parent = (path as NSString).deletingLastPathComponent
        if !parent.isEmpty { try makeFolder(parent) }
        guard mkdir(path, 0o700) == 0 else { throw refused(path) }
        made(path)
    }

    private func isThere(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// One that is there must be a folder; the nearest one above one that is not must take it. It must not be another
    /// user's: what root makes in the folder of the job's user is closed to the job.
    private func requireFolder(_ path: String) throws {
        if let status = Sight.status(path) {
            let owner = FileOwner(status.st_uid)
            guard status.st_uid == geteuid() || status.st_uid == 0 else {
                throw Failure(
                    .cannotCreate, "the folder \(path) \(owner.isAnother)",
                    remedy: "\(owner.toRun("retention init")); nothing was made")
            }
            guard status.st_mode & S_IFMT == S_IFDIR, access(path, W_OK | X_OK) == 0 else { throw refused(path) }
            return
        }
        let parent = (path as NSString).deletingLastPathComponent
        guard !isThere(path), parent != path else { throw refused(path) }
        try requireFolder(parent)
    }

    private func refused(_ path: String) -> Failure {
        Failure(
            .cannotCreate, "the folder \(path) cannot be made or written to",
            remedy: "check owner and mode of it and of the folder above it; nothing was left behind")
    }
}
