import Foundation
import Glibc

/// One `init` at a time: a lock on the policy's own folder, the one place that is there before anything is made. The
/// kernel holds it until the process ends, and no file is left of it.
final class InitLock {
    private let folder: Int32

    /// - Throws: `Failure` (75) while another `init` works beside the same policy.
    init(policy path: String) throws {
        let place = (path as NSString).deletingLastPathComponent
        folder = open(place.isEmpty ? "." : place, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else {
            throw Failure(
                .inputOutput, "the policy's folder cannot be opened: \(String(cString: strerror(errno)))",
                remedy: "check its owner and mode")
        }
        guard flock(folder, LOCK_EX | LOCK_NB) == 0 else {
            close(folder)
            throw Failure(.busy, "another `retention init` is at work here", remedy: "wait until it has ended")
        }
    }

    deinit { close(folder) }
}
