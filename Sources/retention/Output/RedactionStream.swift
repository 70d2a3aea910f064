import Foundation
import Redaction

/// Lines from standard input to standard output, in blocks: a block and a line are held, however long the input is.
struct RedactionStream {
    private static let block = 1 << 20
    /// No message is as long. A line that is longer is left out, and named.
    private static let longestLine = 64 << 20
    /// Less is not worth sharing.
    private static let leastShare = 128 << 10
    /// Lines that are named one by one where they cannot be read.
    private static let mostNamed = 20

    private var workers: [LineRedactor]
    private var input = [UInt8](repeating: 0, count: block)
    private var buffer: [UInt8] = []
    /// Bytes of `buffer` that are whole lines.
    private var whole = 0
    private var lines = 0
    private var refused = 0

    init(_ redactor: Redactor, form: LineRedactor.Form, answer: LineRedactor.Answer) {
        // Findings are numbered by the lines before them, and a conversation may lie anywhere in a block: one worker.
        let count = form == .text && answer == .lines ? max(1, ProcessInfo.processInfo.activeProcessorCount) : 1
        workers = (0..<count).map { _ in LineRedactor(redactor, form: form, answer: answer) }
    }

    /// Reads to the end of the input.
    ///
    /// - Throws: `Failure`: 3, or 65 where no line could be read, when everything else is done; 74 for an input or output
    ///   that fails.
    mutating func run() throws {
        var isSkipping = false
        while try fill() {
            if isSkipping {
                guard let end = buffer.firstIndex(of: 0x0A) else {
                    buffer.removeAll(keepingCapacity: true)
                    continue
                }
                discard(end + 1)
                isSkipping = false
            }
            try work(whole, isLast: false)
            guard buffer.count > Self.longestLine else { continue }
            try work(whole, isLast: true)
            guard buffer.count > Self.longestLine else { continue }
            lines += 1
            refuse(lines, "is longer than \(Self.longestLine >> 20) MiB")
            discard(buffer.count)
            isSkipping = true
        }
        try work(isSkipping ? 0 : buffer.count, isLast: true)
        guard refused > 0 else { return }
        throw Failure(
            refused < lines ? .partial : .unreadable, "\(refused) of \(lines) lines could not be read",
            remedy: "nothing of them was written: mend them and hand them in again")
    }

    /// Appends what the input has, a block at most; waits for something. False at its end.
    private mutating func fill() throws -> Bool {
        var got = 0
        repeat {
            let count = input.withUnsafeMutableBytes { Glibc.read(STDIN_FILENO, $0.baseAddress, Self.block - got) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Failure(.inputOutput, "the input cannot be read", remedy: "try again") }
            if count == 0 { return got > 0 }
            let start = buffer.count
            buffer.append(contentsOf: input[..<count])
            if let last = buffer[start...].lastIndex(of: 0x0A) { whole = last + 1 }
            got += count
        } while got < Self.block && hasMore()
        return true
    }

    /// Whether reading would not wait.
    private func hasMore() -> Bool {
        var question = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&question, 1, 0) == 1 && question.revents & Int16(POLLIN) != 0
    }

    private mutating func discard(_ count: Int) {
        buffer.removeFirst(count)
        whole = max(0, whole - count)
    }

    /// Redacts the first bytes of the buffer, writes what became of them, and drops what was read.
    private mutating func work(_ count: Int, isLast: Bool) throws {
        guard count > 0 else { return }
        var read = 0
        for outcome in outcomes(count, isLast: isLast) {
            for refusal in outcome.refusals { refuse(lines + refusal.line, refusal.fault.description) }
            try write(outcome.output)
            lines += outcome.lines
            read += outcome.bytes
        }
        discard(read)
    }

    private mutating func outcomes(_ count: Int, isLast: Bool) -> [LineRedactor.Outcome] {
        let first = lines + 1
        return buffer.withUnsafeBufferPointer { bytes in
            let shares = shares(bytes, count)
            var outcomes = [LineRedactor.Outcome](repeating: .init(), count: shares.count)
            workers.withUnsafeMutableBufferPointer { workers in
                outcomes.withUnsafeMutableBufferPointer { outcomes in
                    // Each share has a worker and a place of its own.
                    nonisolated(unsafe) let (workers, outcomes, bytes) = (workers, outcomes, bytes)
                    DispatchQueue.concurrentPerform(iterations: shares.count) { index in
                        outcomes[index] = workers[index].read(
                            UnsafeBufferPointer(rebasing: bytes[shares[index]]), firstLine: first, isLast: isLast)
                    }
                }
            }
            return outcomes
        }
    }

    /// Parts of whole lines, about as long as each other: at most one a worker.
    private func shares(_ bytes: UnsafeBufferPointer<UInt8>, _ count: Int) -> [Range<Int>] {
        let size = max(Self.leastShare, count / workers.count + 1)
        var shares: [Range<Int>] = []
        var start = 0
        while start < count {
            let border = start + size
            let end = border >= count ? count : bytes[border..<count].firstIndex(of: 0x0A).map { $0 + 1 } ?? count
            shares.append(start..<end)
            start = end
        }
        return shares
    }

    private mutating func refuse(_ line: Int, _ why: String) {
        refused += 1
        if refused <= Self.mostNamed { Output.error("retention: line \(line) \(why); it was left out") }
    }

    private func write(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(STDOUT_FILENO, $0.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                throw Failure(.inputOutput, "the output cannot be written", remedy: "make room, and run it again")
            }
            written += count
        }
    }
}
