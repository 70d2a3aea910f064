import ArgumentParser
import Logging
import NightlyRun
import Reporting
import Verification

/// What a run says of what went wrong, on standard error: in the log where there is one, else plainly. It names checks,
/// rules and counts, never a person.
struct RunWords {
    /// Nil where nobody asked for a log.
    let log: Logger?
    /// Whether the run applied a plan that somebody saved and read, which is good for one run.
    let isOfSavedPlan: Bool

    func complain(_ text: String) { if let log { log.error("\(text)") } else { Output.error(text) } }

    /// A failure goes into the log as well, where there is one, and its exit code stays.
    func loggingFailure<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch  where log != nil && !(error is ExitCode) {
            let failure = Failure(error)
            complain(failure.text)
            throw failure.code.exit
        }
    }

    /// What the process ends with for a night that came to its end, if nothing else goes wrong.
    static func exitCode(_ outcome: NightlyRun.Outcome) -> Int32 {
        if outcome.wasStopped, let signal = StopSignals.received { return 128 + signal }
        return code(outcome).rawValue
    }

    /// Several may apply: verification first, then overdue records, then a part that was not done.
    static func code(_ outcome: NightlyRun.Outcome) -> Code {
        let record = outcome.record
        if !faults(outcome).isEmpty { return .verification }
        // A run that was told to end early is not late by that.
        let isLate = !outcome.wasStopped && record.lines.contains { $0.failed > 0 && $0.plan.overdue > 0 }
        if isLate { return .overdue }
        let isWhole = !outcome.wasStopped && !outcome.isScrubPending && !outcome.isSearchUnfinished
        return isWhole && !record.lines.contains { $0.failed > 0 } ? .done : .partial
    }

    /// Checks that failed. What a run that ended early left is told by line, and is no failure of what it did.
    private static func faults(_ outcome: NightlyRun.Outcome) -> [Verification.Check] {
        let told = outcome.wasStopped ? ["B1", "C2"] : ["B1"]
        return outcome.record.checks.filter { $0.outcome == .failed && !$0.isFinding && !told.contains($0.id) }
    }

    /// Says what is wrong with a night that came to its end.
    /// - Throws: the exit code, where it is not 0.
    func conclude(_ outcome: NightlyRun.Outcome, _ heard: NightWatch.Heard) throws {
        let record = outcome.record
        if outcome.wasStopped {
            let why = StopSignals.received == nil ? "its time was over" : "as asked"
            complain(
                ([
                    "retention: the run ended before its work did, \(why): \(heard.done) of \(heard.due) records are done"
                ]
                    + Self.left(record) + ["  \(next("goes on"))"]).joined(separator: "\n"))
            if StopSignals.received != nil { throw ExitCode(Self.exitCode(outcome)) }
        }
        for check in Self.faults(outcome) {
            complain(
                "retention: check \(check.id) failed (\(check.title)): \(check.failing) of \(check.examined)\n"
                    + "  see the report, then `retention verify`")
        }
        if record.checks.contains(where: { $0.id == "intake" && $0.outcome == .failed }) {
            complain(
                "retention: the intake folder is not there or cannot be read: sources in it that are due stay\n"
                    + "  `retention doctor` says what to do; the night went on without it")
        }
        if Self.faults(outcome).isEmpty { complainOfUndone(record, outcome) }
        if Self.code(outcome) != .done { throw Self.code(outcome).exit }
    }

    private func complainOfUndone(_ record: RunRecord, _ outcome: NightlyRun.Outcome) {
        let undone = record.lines.reduce(0) { $0 + $1.failed }
        if undone > 0 && !outcome.wasStopped {
            complain(
                (["retention: \(undone) records that were due were not done"] + Self.left(record)
                    + ["  \(next("tries them again"))"]).joined(separator: "\n"))
        }
        if outcome.isSearchUnfinished {
            complain(
                "retention: what was erased is not proven to be gone: the search for it did not come to its end\n"
                    + "  the next run searches again, for numbers; see above what stopped it")
        }
        guard outcome.isScrubPending else { return }
        complain(
            "retention: what was erased may still be in the file of the store, which another program kept busy\n"
                + "  the next run goes on with it")
    }

    /// What becomes of what is left. A plan that was let through by a person is not let through again.
    private func next(_ does: String) -> String {
        guard isOfSavedPlan else { return "the next run \(does)" }
        return "the saved plan is used up, and limits count what it did: where the next run ends with 20, "
            + "save a new plan with `retention preview --out plan.json`, read it, and apply that"
    }

    /// What is left of each line of the plan.
    private static func left(_ record: RunRecord) -> [String] {
        record.lines.filter { $0.failed > 0 }.map { line in
            "  \(line.plan.rule), \(line.plan.subject.rawValue): \(line.plan.actions): \(line.failed) left"
        }
    }
}
