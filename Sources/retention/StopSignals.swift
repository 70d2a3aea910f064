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
        return { received != nil }
    }
}
