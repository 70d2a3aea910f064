import Conversations
import Foundation
import Logging
import NightlyRun
import Synchronization

/// Hears what a night tells, and keeps what the terminal, the log and the metrics file say of it.
final class NightWatch: Sendable {
    /// What was heard until now.
    struct Heard: Sendable {
        var run: Int?
        var due = 0
        var done = 0
        /// Seconds of each stage that has ended.
        var seconds: [NightStage: Double] = [:]
        /// Bytes of the store's file before it was rewritten.
        var bytesBeforeScrub = 0
        fileprivate var stage: (name: NightStage, began: ContinuousClock.Instant)?
    }

    private let state = Mutex(Heard())
    private let log: Logger
    private let progress: ProgressLine?

    init(_ log: Logger, _ progress: ProgressLine?) { (self.log, self.progress) = (log, progress) }

    var heard: Heard { state.withLock { $0 } }

    /// - Parameter store: the path of the store that the night is of.
    func hear(_ event: NightEvent, of store: String) {
        switch event {
        case .began(let stage): begin(stage, store)
        case .numbered(let run, let due):
            state.withLock { ($0.run, $0.due) = (run, due) }
            progress?.begin(due, .records)
            log.info("the run has begun", metadata: ["number": "\(run)", "due": "\(due)"])
        case .did(let count):
            state.withLock { $0.done += count }
            progress?.add(count)
        }
    }

    /// The night is over, however it ended.
    func end() {
        endStage()
        progress?.end()
    }

    private func begin(_ stage: NightStage, _ store: String) {
        endStage()
        let bytes = stage == .scrub ? size(of: store) : nil
        state.withLock {
            $0.stage = (stage, .now)
            $0.bytesBeforeScrub = bytes ?? $0.bytesBeforeScrub
        }
        progress?.step(Self.words(stage), isCounted: [.archive, .redact, .erase, .prepare].contains(stage))
    }

    private func endStage() {
        let ended: (NightStage, Double)? = state.withLock { heard in
            guard let stage = heard.stage else { return nil }
            let seconds = (.now - stage.began) / .seconds(1)
            heard.seconds[stage.name, default: 0] += seconds
            heard.stage = nil
            return (stage.name, seconds)
        }
        guard let ended else { return }
        log.info("\(Self.words(ended.0)): done", metadata: ["seconds": "\((ended.1 * 1000).rounded() / 1000)"])
    }

    private func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    private static func words(_ stage: NightStage) -> String {
        switch stage {
        case .recover: "looking for what an earlier run left"
        case .plan: "planning"
        case .prepare: "preparing"
        case .archive: "archiving"
        case .redact: "redacting"
        case .erase: "erasing"
        case .scrub: "rewriting the store"
        case .verify: "verifying"
        case .report: "reporting"
        }
    }
}
