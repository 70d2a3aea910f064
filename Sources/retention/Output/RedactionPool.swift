import Dispatch
import Foundation
import Redaction
import Synchronization

/// Redacts blocks of whole lines on every core at once, and writes each when all before it are written: reading, work and
/// writing go on side by side. So many blocks are held as there are cores, and two; their memory is used again.
final class RedactionPool: Sendable {
    /// Bytes that are handed on whole: one holds them at a time.
    private final class Block: @unchecked Sendable {
        var bytes: [UInt8] = []
    }

    private struct State: ~Copyable {
        /// Those that have worked before, with their memory.
        var idle: [LineRedactor] = []
        /// Blocks and outputs that are done with.
        var blocks: [Block] = []
        var outputs: [[UInt8]] = []
        /// Outcomes that wait for those before them, by the block's number.
        var done: [Int: LineRedactor.Outcome] = [:]
        var handedIn = 0
        var written = 0
        var isWriting = false
        /// Lines that were written.
        var lines = 0
        var failure: (any Error)?
    }

    /// Memory that had to be larger, for one long line, is given back.
    private static let mostKept = 1 << 20

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

    /// Takes the first bytes of a buffer, whole lines, when there is room for them: the rest is left.
    ///
    /// - Throws: what writing an earlier block threw.
    func add(_ buffer: inout [UInt8], _ count: Int) throws {
        room.wait()
        let number = try state.withLock { state in
            if let failure = state.failure {
                room.signal()
                throw failure
            }
            state.handedIn += 1
            return state.handedIn - 1
        }
        let block = state.withLock { $0.blocks.popLast() } ?? Block()
        block.bytes.removeAll(keepingCapacity: true)
        block.bytes.append(contentsOf: buffer[count...])
        swap(&block.bytes, &buffer)
        block.bytes.removeSubrange(count...)
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

    private func work(_ block: Block, _ number: Int) {
        var (worker, memory) = state.withLock { ($0.idle.popLast() ?? fresh, $0.outputs.popLast() ?? []) }
        let outcome = block.bytes.withUnsafeBufferPointer {
            worker.read($0, firstLine: 1, isLast: true, reusing: memory)
        }
        memory = []
        state.withLock { state in
            state.idle.append(worker)
            if block.bytes.capacity <= Self.mostKept { state.blocks.append(block) }
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
                if outcome.output.capacity <= Self.mostKept { state.outputs.append(outcome.output) }
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
