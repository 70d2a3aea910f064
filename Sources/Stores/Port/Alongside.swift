import Dispatch
import Synchronization

/// Work that was begun on another thread while this one goes on: a transaction is written while the next batch is made,
/// or a batch is made while the last one is written.
package struct Alongside<Value: Sendable>: Sendable {
    private let group = DispatchGroup()
    private let result = ResultBox<Value>()

    package init(_ work: @escaping @Sendable () throws -> Value) {
        let (group, result) = (group, result)
        DispatchQueue.global().async(group: group) { result.set(Result(catching: work)) }
    }

    /// Waits for the end of the work and gives what it gave.
    package func value() throws -> Value? {
        group.wait()
        return try result.take()?.get()
    }

    /// Does other work meanwhile, and waits for the end of both: whatever comes of it, nothing is left running.
    package func during<Other>(_ body: () throws -> Other) throws -> Other {
        defer { group.wait() }
        return try body()
    }
}

private final class ResultBox<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)

    func set(_ value: Result<Value, any Error>) { result.withLock { $0 = value } }

    func take() -> Result<Value, any Error>? {
        result.withLock { result in
            defer { result = nil }
            return result
        }
    }
}
