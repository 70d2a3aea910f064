import Archiving
import Foundation
import Glibc
import SQLiteStore
import StorePort

/// What an `init` that was stopped left. Keys and store are made under the names of drafts; the keys get theirs first,
/// the store its own last. So a store under its name is whole, and drafts beside no store belong to none.
struct StoppedInit {
    let store: String
    /// Whether the store is one that another program made.
    let isThere: Bool
    let keys: String

    /// A name that nobody gives a file of theirs: what has it is removed.
    static func draft(of store: String) -> String { store + ".retention-init" }
    var draft: String { Self.draft(of: store) }
    private var keyDraft: String { KeyFolder.draftPath(of: keys) }

    /// Removes drafts to which no store is bound, or ends what only lacks its names: then `init` finds all of it there.
    func finish() throws {
        if isThere { return try finishExisting() }
        guard !exists(store) else { return }
        if exists(keyDraft) || !exists(keys) {
            for path in [keyDraft, draft, draft + "-journal"] where exists(path) { try remove(path) }
        } else if exists(draft) {
            try nameStore()
        }
    }

    /// A database that was made ready cannot be made unready: its keys only lack their name.
    private func finishExisting() throws {
        guard exists(keyDraft), !exists(keys) else { return }
        let made = try? KeyFolder.open(at: keyDraft)
        if let made, try SQLiteStore.keysFingerprint(path: store) == made.fingerprint {
            try KeyFolder.publish(at: keys)
        } else {
            try remove(keyDraft)
        }
    }

    private func remove(_ path: String) throws {
        do { try FileManager.default.removeItem(atPath: path) } catch {
            throw Failure(
                .cannotCreate, "\(path), which an `init` that was stopped left, cannot be removed",
                remedy: "check owner and mode of it and of its folder, or remove it: no store is bound to it")
        }
    }

    /// Gives the draft of the store its name, durably.
    func nameStore() throws {
        guard !isThere else { return }
        let folder = open((store as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if folder >= 0 { close(folder) } }
        guard folder >= 0, rename(draft, store) == 0, fsync(folder) == 0 else {
            throw Failure(
                .inputOutput, "the store cannot be given its name: \(String(cString: strerror(errno)))",
                remedy: "check the disk, then call `retention init` again")
        }
    }

    private func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}
