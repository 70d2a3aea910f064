import Archiving
import Glibc

/// One run at a time: a lock on a file beside the store, held by the kernel until the process ends, however it ends.
/// The file is never unlinked, so that two processes can never hold two files of that name.
package final class RunLock {
    private let descriptor: Int32

    /// - Throws: `NightError` of kind `busy` while another run holds it, and of kind `space` (73) for another user than
    ///   the store's: the lock and all else that it made would be closed to the job.
    package init(store path: String) throws {
        try Self.requireOwn(path)
        let lock = path + ".lock"
        descriptor = open(lock, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw NightError(
                .space, "the lock \(lock) cannot be opened: \(String(cString: strerror(errno)))",
                remedy: "check owner and mode of it and of the store's folder: `retention doctor` says which")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw NightError(.busy, "another run holds the lock of this store", remedy: "wait until it has ended")
        }
    }

    /// A store that is not there is for others to tell.
    private static func requireOwn(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0, status.st_uid != geteuid() else { return }
        let owner = FileOwner(status.st_uid)
        throw NightError(
            .space, "the store \(owner.isAnother)", remedy: owner.toRun())
    }

    deinit { close(descriptor) }
}
