import Foundation
import Synchronization

/// Shows on a terminal how far a command is, once it has taken two seconds: one line, drawn over again, gone at the end.
final class ProgressLine: Sendable {
    private struct State {
        var text = ProgressText()
        var began = ContinuousClock.now
        var isShown = false
        var isOver = false
    }

    private static let patience = Duration.seconds(2)
    private let state = Mutex(State())
    private let start = ContinuousClock.now
    private let isPlain: Bool

    /// Nil where nobody looks: standard error is no terminal, or one that cannot draw a line over again.
    init?(isQuiet: Bool) {
        let environment = ProcessInfo.processInfo.environment
        guard !isQuiet, isatty(STDERR_FILENO) != 0, environment["TERM"] != "dumb" else { return nil }
        isPlain = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        // A stage that tells nothing for a while is shown to go on all the same.
        Thread.detachNewThread { [self] in
            while draw() { Thread.sleep(forTimeInterval: 0.25) }
        }
    }

    /// What is done from now on counts towards `total`.
    func begin(_ total: Int, _ unit: ProgressText.Unit) {
        state.withLock {
            ($0.text.total, $0.text.done, $0.text.unit, $0.began) = (total, 0, unit, .now)
        }
    }

    /// - Parameter isCounted: whether what this step does counts towards the total.
    func step(_ name: String, isCounted: Bool = true) {
        state.withLock {
            $0.text.step = name
            if !isCounted { ($0.text.total, $0.began) = (nil, .now) }
        }
    }

    func add(_ count: Int) { state.withLock { $0.text.done += count } }

    /// Takes the line away, so that another can be printed; the next drawing brings it back.
    func clear() { state.withLock { hide(&$0) } }

    func end() {
        state.withLock {
            $0.isOver = true
            hide(&$0)
        }
    }

    /// False once it is over.
    private func draw() -> Bool {
        state.withLock { state in
            guard !state.isOver else { return false }
            guard .now - start >= Self.patience else { return true }
            let seconds = (.now - state.began) / .seconds(1)
            let text =
                StopSignals.received == nil ? state.text.line(after: seconds) : "stopping at the next batch border"
            write("\r\u{1B}[K" + (isPlain ? text : "\u{1B}[2m\(text)\u{1B}[0m"))
            state.isShown = true
            return true
        }
    }

    private func hide(_ state: inout State) {
        if state.isShown { write("\r\u{1B}[K") }
        state.isShown = false
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
