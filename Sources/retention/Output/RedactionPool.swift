import Dispatch
import Foundation
import Redaction
import Synchronization

/// Redacts blocks of whole lines on every core at once, and writes each when all before it are written: reading, work and
/// writing go on side by side. So many blocks are held as there are cores, and two.
final class RedactionPool: Sendable {
    private struct State: ~Copyable {
        /// Those that have worked before, with their memory.
        var idle: [LineRedactor] = []
        /// Outcomes that wait for those before them, by the block's number.
        var done: [Int: LineRedactor.Outcome] = [:]
        var handedIn = 0
        var written = 0
        var isWriting = false
        /// Lines that were written.
        var lines = 0
        var failure: (any Error)?
    }

    private let state = Mutex(State())
    private let room = DispatchSemaphore(value: 0)
    private let fresh: LineRedactor
    private let group = DispatchGroup()
    private let write: @Sendable ([UInt8]) throws -> Void

    /// - Parameter write: writes what became of a block; it is never called twice at once.
    init(_ redactor: LineRedactor, write: @escaping @Sendable ([UInt8]) throws -> Void) {
        (fresh, self.write) = (redactor, write)
        for _ in 0..<(ProcessInfo.processInfo.activeProcessorCount + 2) { room.signal() }
    }

    /// Takes a block of whole lines, when there is room for it.
    ///
    /// - Throws: what writing an earlier block threw.
    func add(_ block: [UInt8]) throws {
        room.wait()
        let number = try state.withLock { state in
            if let failure = state.failure {
                room.signal()
                throw failure
            }
            state.handedIn += 1
            return state.handedIn - 1
        }
        DispatchQueue.global().async(group: group) { self.work(block, number) }
    }

    /// Waits until everything is written; answers how many lines that were since the last time.
    func finish() throws -> Int {
        group.wait()
        return try state.withLock { state in
            if let failure = state.failure { throw failure }
            defer { state.lines = 0 }
            return state.lines
        }
    }

    private func work(_ block: [UInt8], _ number: Int) {
        var worker = state.withLock { $0.idle.popLast() } ?? fresh
        let outcome = block.withUnsafeBufferPointer { worker.read($0, firstLine: 1, isLast: true) }
        state.withLock { state in
            state.idle.append(worker)
            state.done[number] = outcome
        }
        writeInOrder()
    }

    /// Writes the outcomes whose turn it is, unless somebody does already.
    private func writeInOrder() {
        var next = state.withLock { state in state.isWriting ? nil : Self.take(&state) }
        while let outcome = next {
            let hasFailed = state.withLock { $0.failure != nil }
            let result = Result { if !hasFailed { try write(outcome.output) } }
            room.signal()
            next = state.withLock { state in
                state.isWriting = false
                state.lines += outcome.lines
                if case .failure(let error) = result { state.failure = error }
                return Self.take(&state)
            }
        }
    }

    private static func take(_ state: inout State) -> LineRedactor.Outcome? {
        guard let outcome = state.done.removeValue(forKey: state.written) else { return nil }
        state.written += 1
        state.isWriting = true
        return outcome
    }
}
