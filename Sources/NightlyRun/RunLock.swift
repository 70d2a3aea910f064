import Glibc

/// One run at a time: a lock on a file beside the store, held by the kernel until the process ends, however it ends.
/// The file is never unlinked, so that two processes can never hold two files of that name.
package final class RunLock {
    private let descriptor: Int32

    /// - Throws: `NightError` of kind `busy` while another run holds it.
    package init(store path: String) throws {
        let lock = path + ".lock"
        descriptor = open(lock, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw NightError(
                .space, "the lock \(lock) cannot be made: \(String(cString: strerror(errno)))",
                remedy: "check owner and mode of the store's folder")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw NightError(.busy, "another run holds the lock of this store", remedy: "wait until it has ended")
        }
    }

    deinit { close(descriptor) }
}
