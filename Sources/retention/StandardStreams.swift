import Foundation
import Synchronization

/// Standard input, output and error as a command needs them: what was printed and lost is an error, and no file of
/// ours ever takes the place of a stream that the caller closed.
enum StandardStreams {
    private struct Printed {
        var waiting: [UInt8] = []
        var isLost = false
    }

    private static let printed = Mutex(Printed())

    /// Before anything is opened.
    static func prepare() {
        // A reader that went away is an error of the write, and not the end of a run half-way.
        signal(SIGPIPE, SIG_IGN)
        // The same for a file that may not grow further.
        signal(SIGXFSZ, SIG_IGN)
        // The lowest free number is given to the next file: without this a store could become standard output.
        // Open for reading alone, so that printing to it still fails.
        for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) == -1 {
            _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    /// Prints a line: at once on a terminal, else when enough of them wait.
    static func line(_ text: String) { print(Array(text.utf8) + [UInt8(ascii: "\n")]) }

    /// The same of bytes as they are.
    static func print(_ bytes: [UInt8]) {
        let atOnce = isatty(STDOUT_FILENO) != 0
        printed.withLock { printed in
            printed.waiting += bytes
            if atOnce || printed.waiting.count > 64 << 10 { flush(&printed) }
        }
    }

    /// - Throws: `Failure` (74) where not all that was printed arrived.
    static func finish() throws {
        let isLost = printed.withLock { printed in
            flush(&printed)
            return printed.isLost
        }
        guard isLost else { return }
        throw Failure(
            .inputOutput, "what this command printed did not all arrive on standard output",
            remedy: "what it did is done; check where its output goes")
    }

    private static func flush(_ printed: inout Printed) {
        var rest = printed.waiting[...]
        while !rest.isEmpty && !printed.isLost {
            let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { printed.isLost = true } else { rest = rest.dropFirst(count) }
        }
        printed.waiting = []
    }
}
