import ArgumentParser
import Archiving
import Conversations
import Foundation
import NightlyRun
import Planning
import Reporting
import StorePort

/// Runs the night.
struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Does what the preview shows: archives, redacts, erases, verifies, reports.",
        discussion: """
            Silent where nobody is looking (cron) and all is well. Examples:
              retention run --policy /etc/retention/Retention.yaml
              retention run --plan plan.json
            """)

    @OptionGroup var policyOption: PolicyOption
    @Option(name: .long, help: "The night to run, such as 2026-12-31; one that lies ahead only on a rehearsal store.")
    var asOf: String?
    @Option(help: "Apply exactly this saved plan, or change nothing.")
    var plan: String?
    @Option(help: "End at the next batch border after this time, such as 45m or 2h; what is left is for the next run.")
    var runTime: RunTime?
    @Flag(help: "JSON lines, with a summary as the last.")
    var json = false
    @Flag(help: "Say what was done also where nobody is looking.")
    var verbose = false

    func validate() throws {
        if plan != nil && asOf != nil { throw ValidationError("--plan has its own date; leave --as-of out") }
    }

    func run() throws {
        let loaded = try policyOption.load()
        try loaded.requireTrusted()
        let saved = try plan.map { try SavedPlan(json: loaded.read($0), file: $0) }
        let isAsked = StopSignals.install()
        let isOver = runTime?.ending()
        let night = try loaded.night(
            asOf: saved?.plan.asOf ?? loaded.instant(asOf), shouldStop: { isAsked() || isOver?() ?? false })
        let lock = try loaded.lock()
        defer { withExtendedLifetime(lock) {} }
        let store = try loaded.open(.writing)
        let folder = try ArchiveFolder(path: loaded.places.archive)
        let outcome = try NightlyRun(night, store: store, folder: folder, savedPlan: saved).run()
        try show(outcome, loaded)
        try conclude(outcome)
    }

    private func show(_ outcome: NightlyRun.Outcome, _ loaded: LoadedPolicy) throws {
        if json { return try printJSON(outcome) }
        guard verbose || Output.isTerminal else { return }
        let record = outcome.record
        let rehearsal = record.rehearsal ? "  REHEARSAL" : ""
        Output.line("run \(record.run) for \(loaded.calendar.date(of: record.asOf)), policy \(loaded.path)\(rehearsal)")
        for reason in record.wouldHaveStopped { Output.line("would have stopped: \(reason)") }
        var table = TextTable(
            ["rule", "what", "action", "due", "done", "failed", "in grace", "held", "restricted"], leftColumns: 3)
        for line in record.lines where line.pastPeriod > 0 {
            let plan = line.plan
            table.add(
                [
                    plan.rule == PlanBuilder.everyRule ? "(all rules)" : plan.rule, plan.subject.rawValue,
                    plan.actions.description,
                ]
                    + [plan.due.records, line.done, line.failed, plan.inGrace, plan.held, plan.restricted].map {
                        "\($0)"
                    })
        }
        if table.isEmpty {
            Output.line("Nothing was due; nothing was changed.")
        } else {
            table.lines.forEach(Output.line)
        }
        for segment in record.segmentsWritten {
            Output.line(
                "archived \(segment.conversations) conversations in \(segment.name).jsonl.gz, to be erased on \(segment.endsOn)"
            )
        }
        for report in outcome.reports { Output.line("report \(report)") }
        Output.line("plan \(outcome.planDigest)")
    }

    private struct Summary: Encodable {
        let run: Int, asOf: Instant, rehearsal: Bool, due: Int, done: Int, failed: Int, digest: String,
            reports: [String]
    }

    private func printJSON(_ outcome: NightlyRun.Outcome) throws {
        let record = outcome.record
        for line in record.lines { try Output.json(line) }
        try Output.json(
            Summary(
                run: record.run, asOf: record.asOf, rehearsal: record.rehearsal,
                due: record.lines.reduce(0) { $0 + $1.plan.due.records }, done: record.lines.reduce(0) { $0 + $1.done },
                failed: record.lines.reduce(0) { $0 + $1.failed }, digest: outcome.planDigest, reports: outcome.reports)
        )
    }

    /// Several may apply: verification first, then overdue records, then a part that was not done.
    private func conclude(_ outcome: NightlyRun.Outcome) throws {
        let record = outcome.record
        if let signal = StopSignals.received, outcome.wasStopped { throw ExitCode(128 + signal) }
        // What a run that ended early left is told by line, and is no failure of what it did.
        let told = outcome.wasStopped ? ["B1", "C2"] : ["B1"]
        let failed = record.checks.filter { $0.outcome == .failed && !told.contains($0.id) }
        for check in failed where !check.isFinding {
            Output.error("retention: check \(check.id) failed (\(check.title)): \(check.failing) of \(check.examined)")
        }
        if failed.contains(where: { !$0.isFinding }) { throw Code.verification.exit }
        let undone = record.lines.reduce(0) { $0 + $1.failed }
        if undone > 0 {
            Output.error("retention: \(undone) records that were due were not done")
            for line in record.lines where line.failed > 0 {
                Output.error(
                    "  \(line.plan.rule), \(line.plan.subject.rawValue): \(line.plan.actions): \(line.failed) left")
            }
        }
        // A run that was told to end early is not late by that.
        let isLate = !outcome.wasStopped && record.lines.contains { $0.failed > 0 && $0.plan.overdue > 0 }
        if isLate { throw Code.overdue.exit }
        if outcome.isScrubPending {
            Output.error(
                "retention: what was erased may still be in the file of the store, which another program kept busy\n"
                    + "  the next run goes on with it")
        }
        if outcome.wasStopped {
            Output.error("retention: the run ended before its work did, as asked; the next one goes on")
        }
        if undone > 0 || outcome.wasStopped || outcome.isScrubPending { throw Code.partial.exit }
    }
}
