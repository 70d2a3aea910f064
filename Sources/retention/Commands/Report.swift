import ArgumentParser
import Archiving
import Conversations
import Foundation
import NightlyRun
import Reporting
import StorePort

/// Writes reports: of a run from its record, or the compliance and quality reports of a period.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Writes the compliance and quality reports of a period, or the report of one run.",
        discussion: """
            A period is a run's number, a month, a quarter or a year: 12, 2026-07, 2026-Q3, 2026. Without one, the \
            report of a run is written again from its record: the same record gives the same bytes. Examples:
              retention report compliance --period 2026-Q3 --format html,pdf
              retention report --period 2026-07 --language nl --output handover
              retention report --dataset > facts.csv
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable { case compliance, quality }

    @OptionGroup var policyOption: PolicyOption
    @Argument(help: "compliance or quality. Default: both.")
    var kind: Kind?
    @Option(help: "A run's number, a month, a quarter or a year: 12, 2026-07, 2026-Q3, 2026.")
    var period: String?
    @Option(name: .customLong("run"), help: "The number of the run whose own report to write. Default: the last one.")
    var number: Int?
    @Option(help: "fr, nl or en, or several with commas. Default: the policy's language.")
    var language: String?
    @Option(help: "html, pdf, csv and json, with commas. Default: html,json.")
    var format: String?
    @Option(help: "The folder to write to. Default: the policy's report folder.")
    var output: String?
    @Option(help: "The text of the published notice, to be read for what it lacks.")
    var notice: String?
    @Option(help: "What `retention verify --json` printed, for the checks that no night makes.")
    var proof: String?
    @Option(help: "See the live view as on this day, such as 2026-10-12. Rehearsal stores only.")
    var asOf: String?
    @Flag(help: "Print the frozen figures, one line each, as CSV for analysts.")
    var dataset = false
    @Flag(help: "JSON lines, with a summary as the last.")
    var json = false
    @Flag(help: "Show no progress.")
    var quiet = false

    private struct Summary: Encodable { let run: Int?, period: String?, reports: [String] }

    func validate() throws {
        if number != nil && (period != nil || kind != nil || dataset) {
            throw ValidationError("--run writes the report of one run; for a period use --period")
        }
        if let period, ReportPeriod(period) == nil {
            throw ValidationError("--period is a run's number, or such as 2026-07, 2026-Q3 or 2026")
        }
        if (notice != nil || proof != nil) && kind == .quality {
            throw ValidationError("--notice and --proof are for the compliance report")
        }
        if kind == nil, period == nil, notice != nil || proof != nil || asOf != nil {
            throw ValidationError(
                "--notice, --proof and --as-of are for the reports of a period: say which, or --period")
        }
        if format != nil && (dataset || (kind == nil && period == nil)) {
            throw ValidationError(
                "--format is for the reports of a period: say which, or --period; the report of a run is html and json")
        }
    }

    func run() throws {
        let loaded = try policyOption.load(fallingBack: true)
        if let output { try loaded.requireOutside(output, option: "--output") }
        let progress = ProgressLine(isQuiet: quiet || json)
        defer { progress?.end() }
        progress?.step("opening the store")
        let store = try loaded.openBound(.reading)
        guard dataset || kind != nil || period != nil else { return try writeRun(loaded, store) }
        if asOf != nil, try !store.read({ try $0.identity().isRehearsal }) {
            throw Failure(
                .usage, "report --as-of is for rehearsal stores only",
                remedy: "leave it out: the live view is of now, and all else of the period")
        }
        let reports = PeriodReports(
            try loaded.night(asOf: loaded.instant(asOf)), store: store,
            program: "retention \(Retention.configuration.version)")
        if dataset {
            progress?.step("computing the figures")
            let bytes = try reports.dataset(period.flatMap(ReportPeriod.init))
            progress?.end()
            return StandardStreams.print(bytes)
        }
        try writePeriod(reports, loaded, store, progress)
    }

    // MARK: A period

    private func writePeriod(
        _ reports: PeriodReports, _ loaded: LoadedPolicy, _ store: some NightStore, _ progress: ProgressLine?
    ) throws {
        let period = try chosenPeriod(loaded, store)
        guard try reports.isKnown(period) else {
            throw Failure(
                .missing, "there is nothing of \(period.name): no such run, or a time that lies ahead",
                remedy: "name a run that came to its end, or a period that has begun")
        }
        let writer = ReportWriter(
            formats: try formats(), languages: try languages(loaded), folder: try folder(loaded),
            anyFolder: output != nil, tell: { progress?.step("writing \($0)") })
        progress?.step("computing the figures")
        var paths: [String] = []
        if kind != .quality {
            let text = try notice.map { String(decoding: try loaded.read($0), as: UTF8.self) }
            let verification = try proof.map { Data(try loaded.read($0)) }
            guard let input = try reports.compliance(period, notice: text, proof: verification) else {
                throw Failure(.missing, "no run was ever finished", remedy: "run a night first")
            }
            paths += try writer.write(ComplianceReport(input).document, stem: "compliance-\(period.name)")
        }
        if kind != .compliance {
            progress?.step("computing the figures")
            paths += try writer.write(reports.quality(period).document, stem: "quality-\(period.name)")
            let live = try reports.live(period)
            paths += try writer.write(
                live.document, stem: LiveFiles.stem(period.name, until: live.eraseBy))
        }
        progress?.end()
        try tell(paths, run: nil, period: period.name)
    }

    private func tell(_ paths: [String], run: Int?, period: String?) throws {
        if json { return try Output.json(Summary(run: run, period: period, reports: paths)) }
        paths.forEach(Output.line)
    }

    /// Without a period, the quarter of the last finished run.
    private func chosenPeriod(_ loaded: LoadedPolicy, _ store: some NightStore) throws -> ReportPeriod {
        if let chosen = period.flatMap(ReportPeriod.init) { return chosen }
        let json = try store.read { try $0.runRecord(nil) }
        let day = loaded.calendar.date(of: try json.map(RecordReader.record)?.asOf ?? WallClock.now())
        let name = "\(day.year)-Q\((day.month + 2) / 3)"
        guard let period = ReportPeriod(name) else {
            throw Failure(.usage, "no period was named", remedy: "name one, such as --period 2026-Q3")
        }
        return period
    }

    private func formats() throws -> [ReportWriter.Format] {
        try (format ?? "html,json").split(separator: ",").map { name in
            guard let format = ReportWriter.Format(rawValue: String(name)) else {
                throw Failure(
                    .usage, "there is no report in the format \(name)", remedy: "choose html, pdf, csv or json")
            }
            return format
        }
    }

    private func languages(_ loaded: LoadedPolicy) throws -> [ReportLanguage] {
        let chosen = language ?? loaded.policy.reports.language.rawValue
        return try chosen.split(separator: ",").map { name in
            guard let language = ReportLanguage(rawValue: String(name)) else {
                throw Failure(.usage, "there is no report in \(name)", remedy: "choose fr, nl or en")
            }
            return language
        }
    }

    /// A folder that is named and not there is made, for its owner alone.
    private func folder(_ loaded: LoadedPolicy) throws -> String {
        guard let output else { return loaded.places.reports }
        let path = loaded.fromWorkingFolder(output)
        if !FileManager.default.fileExists(atPath: path) {
            do {
                try FileManager.default.createDirectory(
                    atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch {
                throw Failure(
                    .cannotCreate, "the folder of --output cannot be made", remedy: "name a folder in one of yours")
            }
        }
        return path
    }

    // MARK: One run

    private func writeRun(_ loaded: LoadedPolicy, _ store: some NightStore) throws {
        guard let json = try store.read({ try $0.runRecord(number) }) else {
            throw Failure(.missing, "there is no record of that run", remedy: "run a night first, or name another run")
        }
        let record = try RecordReader.record(json)
        let night = try loaded.night(asOf: record.asOf)
        let languages = try languages(loaded)
        guard let language = languages.first, languages.count == 1 else {
            throw Failure(
                .usage, "the report of a run is written in one language",
                remedy: "name one with --language, or a period with --period")
        }
        let paths = try ReportFiles.write(
            record, language: language, to: folder(loaded), calendar: night.calendar, anyFolder: output != nil)
        try tell(paths, run: record.run, period: nil)
    }
}
