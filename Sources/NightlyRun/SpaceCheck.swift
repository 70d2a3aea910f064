import Archiving
import Glibc
import Planning

/// Whether what the night will write has room, asked before the first change: archives, and the store once more as a
/// copy and once as its journal or log while it is rewritten.
struct SpaceCheck {
    let places: Night.Places

    /// - Parameter storeBytes: of the database; nil where it will not be rewritten.
    /// - Throws: `ArchiveError` of kind `cannotCreate` (73), which names the bytes wanted.
    func require(for plan: Plan, storeBytes: Int?) throws {
        // An archived text takes less than its own bytes, and for a moment lies there twice.
        let archives = 2 * plan.lines.filter { $0.actions.contains(.archive) }.reduce(0) { $0 + $1.due.bytes }
        let store = 2 * (storeBytes ?? 0)
        guard archives + store > 0 else { return }
        if isSameDisk {
            try FreeSpace(at: places.store).require(archives + store, for: "archiving and rewriting the store")
        } else {
            try FreeSpace(at: places.archive).require(archives, for: "archiving")
            try FreeSpace(at: places.store).require(store, for: "rewriting the store")
        }
    }

    private var isSameDisk: Bool {
        var (archive, store) = (stat(), stat())
        return stat(places.archive, &archive) == 0 && stat(places.store, &store) == 0 && archive.st_dev == store.st_dev
    }
}
