import Foundation
import Redaction

/// Lines from standard input to standard output, in blocks: a few blocks and a line are held, however long the input is.
struct RedactionStream {
    /// Of lines of conversations, which wait for what follows them, and of lines that stand alone.
    private static let (longBlock, shortBlock) = (1 << 20, 256 << 10)
    /// No message is as long. A line that is longer is left out, and named.
    private static let longestLine = 64 << 20
    /// Lines that are named one by one where they cannot be read.
    private static let mostNamed = 20

    private var worker: LineRedactor
    /// Where lines stand alone: they are redacted on every core.
    private let pool: RedactionPool?
    private let block: Int
    private var input: [UInt8]
    private var buffer: [UInt8] = []
    /// Bytes of `buffer` that are whole lines.
    private var whole = 0
    private var lines = 0
    private var refused = 0

    init(_ redactor: Redactor, form: LineRedactor.Form, answer: LineRedactor.Answer) {
        worker = LineRedactor(redactor, form: form, answer: answer)
        // Findings are numbered by the lines before them, and a conversation may lie anywhere in a block: one worker.
        pool = form == .text && answer == .lines ? RedactionPool(worker, write: Self.write) : nil
        block = pool == nil ? Self.longBlock : Self.shortBlock
        input = [UInt8](repeating: 0, count: block)
    }

    /// Reads to the end of the input.
    ///
    /// - Throws: `Failure`: 3, or 65 where no line could be read, when everything else is done; 74 for an input or output
    ///   that fails.
    mutating func run() throws {
        // Where reading fails, what was read is written whole all the same.
        defer { _ = try? pool?.finish() }
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
            lines += try pool?.finish() ?? 0
            lines += 1
            refuse(lines, "is longer than \(Self.longestLine >> 20) MiB")
            discard(buffer.count)
            isSkipping = true
        }
        try work(isSkipping ? 0 : buffer.count, isLast: true)
        lines += try pool?.finish() ?? 0
        guard refused > 0 else { return }
        throw Failure(
            refused < lines ? .partial : .unreadable, "\(refused) of \(lines) lines could not be read",
            remedy: "nothing of them was written: mend them and hand them in again")
    }

    /// Appends what the input has, a block at most; waits for something. False at its end.
    private mutating func fill() throws -> Bool {
        var got = 0
        repeat {
            let count = input.withUnsafeMutableBytes { Glibc.read(STDIN_FILENO, $0.baseAddress, block - got) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Failure(.inputOutput, "the input cannot be read", remedy: "try again") }
            if count == 0 { return got > 0 }
            let start = buffer.count
            buffer.append(contentsOf: input[..<count])
            if let last = buffer[start...].lastIndex(of: 0x0A) { whole = last + 1 }
            got += count
        } while got < block && hasMore()
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
        if let pool {
            try pool.add(&buffer, count)
            whole = max(0, whole - count)
            return
        }
        let first = lines + 1
        let outcome = buffer.withUnsafeBufferPointer {
            worker.read(UnsafeBufferPointer(rebasing: $0[..<count]), firstLine: first, isLast: isLast)
        }
        for refusal in outcome.refusals { refuse(lines + refusal.line, refusal.fault.description) }
        try Self.write(outcome.output)
        lines += outcome.lines
        discard(outcome.bytes)
    }

    private mutating func refuse(_ line: Int, _ why: String) {
        refused += 1
        if refused <= Self.mostNamed { Output.error("retention: line \(line) \(why); it was left out") }
    }

    private static func write(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(STDOUT_FILENO, $0.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                let isGone = errno == EPIPE
                throw Failure(
                    .inputOutput, isGone ? "nobody reads the output any more" : "the output cannot be written",
                    remedy: isGone ? "read it to its end" : "make room, and run it again")
            }
            written += count
        }
    }
}
