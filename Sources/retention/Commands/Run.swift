import ArgumentParser
import Archiving
import Conversations
import Foundation
import Logging
import NightlyRun
import Planning
import Reporting
import StorePort

/// Runs the night.
struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Does what the preview shows: archives, redacts, erases, verifies, reports.",
        discussion: """
            Silent where nobody is looking (cron) and all is well, but for one line a week that says that it ran. \
            Ctrl-C ends it at the next batch border. Examples:
              retention run --policy /etc/retention/Retention.yaml
              retention run --plan plan.json
              retention run --log-format json --metrics-file retention.prom
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
    @Flag(help: "Say nothing but what went wrong, wherever it runs.")
    var quiet = false
    @Option(help: "Log each stage on standard error, as text or json, with the id of the run in each line.")
    var logFormat: LogFormat?
    @Option(help: "Write the figures of the run to this .prom file, for node_exporter's textfile collector.")
    var metricsFile: String?

    func validate() throws {
        if plan != nil && asOf != nil { throw ValidationError("--plan has its own date; leave --as-of out") }
        if verbose && quiet { throw ValidationError("--verbose and --quiet exclude each other") }
        guard metricsFile?.hasSuffix(".prom") ?? true else {
            throw ValidationError("--metrics-file takes a name that ends in .prom: the collector reads no other")
        }
    }

    func run() throws {
        let log = LineLog.logger(logFormat)
        let words = RunWords(log: logFormat == nil ? nil : log, isOfSavedPlan: plan != nil)
        let isLive = logFormat == nil && !json
        let watch = NightWatch(log, ProgressLine(isQuiet: quiet || !isLive))
        var outcome: NightlyRun.Outcome?
        var mayWriteMetrics = true
        do {
            defer { watch.end() }
            // The policy as well: one that cannot be read is a night that did not run, which the figures must show.
            try words.loggingFailure {
                let loaded = try policyOption.load()
                if let metricsFile {
                    mayWriteMetrics = false
                    try loaded.requireOutside(metricsFile, option: "--metrics-file")
                    mayWriteMetrics = true
                }
                let (ended, nights) = try night(loaded, log, watch)
                outcome = ended
                watch.end()
                try show(ended, loaded, nights)
                try words.conclude(ended, watch.heard)
            }
        } catch {
            // It says why it failed, and not that its figures could not be written.
            if mayWriteMetrics { try? writeMetrics(Failure.exitCode(of: error), outcome, watch) }
            throw error
        }
        try words.loggingFailure { try writeMetrics(0, outcome, watch) }
    }

    private func writeMetrics(_ code: Int32, _ outcome: NightlyRun.Outcome?, _ watch: NightWatch) throws {
        guard let metricsFile else { return }
        try MetricsFile(path: WorkingFolder.path(metricsFile)).write(
            .init(at: WallClock.now(), exitCode: code, heard: watch.heard, record: outcome?.record))
    }

    /// The night, and the nights that were finished before it.
    private func night(_ loaded: LoadedPolicy, _ log: Logger, _ watch: NightWatch) throws -> (
        NightlyRun.Outcome, before: [FinishedNight]
    ) {
        try loaded.requireTrusted()
        let saved = try plan.map { try SavedPlan(json: loaded.read($0), file: $0.maskingNumbersInName) }
        let isAsked = StopSignals.install()
        let isOver = runTime?.ending()
        let night = try loaded.night(
            asOf: saved?.plan.asOf ?? loaded.instant(asOf), log: log, shouldStop: { isAsked() || isOver?() ?? false },
            tell: { watch.hear($0, of: loaded.places.store) })
        let lock = try loaded.lock()
        defer { withExtendedLifetime(lock) {} }
        let store = try loaded.open(.writing)
        try store.requireTriggers()
        let before = try store.nights()
        let folder = try ArchiveFolder(path: loaded.places.archive)
        let outcome = try NightlyRun(night, store: store, folder: folder, savedPlan: saved).run()
        // By it the next nights, and `doctor`, know whether all went well.
        try store.keep(exitCode: RunWords.exitCode(outcome), of: outcome.record.run)
        return (outcome, before)
    }

    private func show(_ outcome: NightlyRun.Outcome, _ loaded: LoadedPolicy, _ nights: [FinishedNight]) throws {
        if json { return try printJSON(outcome) }
        if quiet { return }
        if verbose || Output.isTerminal { return showTable(outcome, loaded) }
        let weekly = WeeklyWord(
            nights: nights.map { .init(day: loaded.calendar.date(of: $0.asOf), isGood: $0.isGood) },
            tonight: loaded.calendar.date(of: outcome.record.asOf))
        if RunWords.exitCode(outcome) == 0, let line = weekly.line { Output.line(line) }
    }

    private func showTable(_ outcome: NightlyRun.Outcome, _ loaded: LoadedPolicy) {
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
                "archived \(segment.conversations.counted("conversation")) in \(segment.name).jsonl.gz, to be erased on \(segment.endsOn)"
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
}
