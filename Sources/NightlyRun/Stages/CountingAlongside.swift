import Dispatch
import Synchronization

/// Counts items on another thread while this one goes on reading the next. What is read and not yet counted is some
/// thousands of items at most; fewer than that are counted where they are read, and no thread is begun for them.
final class CountingAlongside<Item: Sendable, Counts: Sendable> {
    /// Of what is handed over together, by its weight.
    private static var portion: Int { 1 << 12 }

    private let queue = DispatchQueue(label: "counting")
    private let room = DispatchSemaphore(value: 2)
    private let counted: Counted
    private var waiting: [Item] = []
    private var weight = 0

    private final class Counted: Sendable {
        let counts: Mutex<Counts>
        let count: @Sendable (Item, inout Counts) -> Void

        init(_ counts: Counts, _ count: @escaping @Sendable (Item, inout Counts) -> Void) {
            self.counts = Mutex(counts)
            self.count = count
        }

        func add(_ items: [Item]) { counts.withLock { counts in for item in items { count(item, &counts) } } }
    }

    init(_ counts: Counts, _ count: @escaping @Sendable (Item, inout Counts) -> Void) {
        counted = Counted(counts, count)
    }

    /// - Parameter weight: how much there is to count and to hold of it.
    func add(_ item: Item, weight: Int = 1) {
        waiting.append(item)
        self.weight += weight + 1
        if self.weight >= Self.portion { handOver() }
    }

    /// Waits until all is counted.
    func finish() -> Counts {
        queue.sync {}
        counted.add(waiting)
        waiting = []
        return counted.counts.withLock { $0 }
    }

    private func handOver() {
        let (portion, counted, room) = (waiting, counted, room)
        (waiting, weight) = ([], 0)
        waiting.reserveCapacity(portion.count)
        room.wait()
        queue.async {
            counted.add(portion)
            room.signal()
        }
    }
}
