import Foundation
import Synchronization

/// SIGINT and SIGTERM ask the run to end at the next batch border.
enum StopSignals {
    private static let number = Atomic<Int32>(0)

    /// The signal that came, if one did.
    static var received: Int32? {
        let number = number.load(ordering: .relaxed)
        return number == 0 ? nil : number
    }

    /// Installs the handlers and returns the question that the run asks between batches.
    static func install() -> @Sendable () -> Bool {
        for number in [SIGINT, SIGTERM] {
            signal(number) { received in StopSignals.number.store(received, ordering: .relaxed) }
        }
        unblock()
        return { received != nil }
    }

    /// Whoever started the process may have blocked them, as a thread of a program's pool does: then they would never come.
    static func unblock() {
        var both = sigset_t()
        sigemptyset(&both)
        for number in [SIGINT, SIGTERM] { sigaddset(&both, number) }
        pthread_sigmask(SIG_UNBLOCK, &both, nil)
    }
}
