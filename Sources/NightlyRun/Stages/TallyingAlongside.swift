import Conversations
import Dispatch
import Reporting
import Synchronization

/// Counts conversations on another thread while this one goes on reading the next. What is read and not yet counted is
/// some thousands of messages at most.
final class TallyingAlongside {
    /// Messages that are handed over together.
    private static let portion = 1 << 13

    private let queue = DispatchQueue(label: "figures")
    private let room = DispatchSemaphore(value: 2)
    private let tallies: Counted
    private var waiting: [ConversationTrace] = []
    private var messages = 0

    private final class Counted: Sendable {
        let tallies: Mutex<WeeklyTallies>
        init(_ tallies: WeeklyTallies) { self.tallies = Mutex(tallies) }
    }

    init(_ tallies: WeeklyTallies) { self.tallies = Counted(tallies) }

    func add(_ trace: ConversationTrace) {
        waiting.append(trace)
        messages += trace.messages.count
        if messages >= Self.portion || waiting.count >= Self.portion { handOver() }
    }

    /// Waits until all is counted.
    func finish() -> WeeklyTallies {
        handOver()
        return queue.sync { tallies.tallies.withLock { $0 } }
    }

    private func handOver() {
        let (portion, tallies, room) = (waiting, tallies, room)
        (waiting, messages) = ([], 0)
        room.wait()
        queue.async {
            tallies.tallies.withLock { tallies in for trace in portion { tallies.add(trace) } }
            room.signal()
        }
    }
}
