import Archiving
import Conversations
import Foundation
import NightlyRun
import Reporting
import Verification

/// The figures of the last run as a file for node_exporter's textfile collector. It holds counts, times and names of
/// stages, and no person.
///
/// The form: <https://prometheus.io/docs/instrumenting/exposition_formats/>.
struct MetricsFile {
    let path: String

    /// What one run came to.
    struct Run {
        let at: Instant
        let exitCode: Int32
        let heard: NightWatch.Heard
        /// Nil where the run did not come to its end.
        let record: RunRecord?
    }

    private static let success = "retention_last_success_timestamp_seconds"

    /// Takes the place of the last run's file in one step. The collector runs as another user, so others may read it.
    func write(_ run: Run) throws {
        let text = Self.text(run, lastSuccess: run.exitCode == 0 ? run.at : earlierSuccess())
        do {
            try DurableFile.write(Array(text.utf8), to: path, mode: 0o644, replacing: true, anyFolder: true)
        } catch {
            throw Failure(
                Failure(error).code, "the night is over, but its figures are not written: \(error.what)",
                remedy: "make the folder of --metrics-file, for the user of the job, or name another file")
        }
    }

    /// A run that fails leaves the time of the last one that did not as it was.
    private func earlierSuccess() -> Instant? {
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first {
            $0.hasPrefix(Self.success + " ")
        }
        return line?.split(separator: " ").last.flatMap { Int64($0) }.flatMap { $0 > 0 ? Instant(seconds: $0) : nil }
    }

    static func text(_ run: Run, lastSuccess: Instant?) -> String {
        var page = MetricsPage()
        page.add(success, "When a run last ended with exit code 0; 0 where none has.", lastSuccess?.seconds ?? 0)
        page.add("retention_last_run_timestamp_seconds", "When the last run ended.", run.at.seconds)
        page.add("retention_last_exit_code", "The exit code of the last run.", Int64(run.exitCode))
        page.add(
            "retention_limit_tripped", "Whether a safety limit stopped the last run before its first change.",
            run.exitCode == Code.limit.rawValue ? 1 : 0)
        page.add(
            "retention_stage_seconds", "How long each stage of the last run took.", label: "stage",
            NightStage.allCases.compactMap { stage in
                run.heard.seconds[stage].map { (stage.rawValue, "\(($0 * 1000).rounded() / 1000)") }
            })
        if let record = run.record { add(record, run.heard, to: &page) }
        return page.text
    }

    private static func add(_ record: RunRecord, _ heard: NightWatch.Heard, to page: inout MetricsPage) {
        func sum(_ count: (RunRecord.Line) -> Int) -> String { "\(record.lines.reduce(0) { $0 + count($1) })" }
        page.add("retention_run_number", "The number of the last run that came to its end.", Int64(record.run))
        page.add(
            "retention_records",
            "Records past their period in the last run, counted once for each rule and action, by what became of them.",
            label: "state",
            [
                ("due", sum(\.plan.due.records)), ("done", sum(\.done)), ("in_grace", sum(\.plan.inGrace)),
                ("held", sum(\.plan.held)), ("restricted", sum(\.plan.restricted)), ("failed", sum(\.failed)),
            ])
        let late = record.lines.filter { $0.failed > 0 && $0.plan.overdue > 0 }.compactMap(\.plan.due.oldest).min()
        page.add(
            "retention_oldest_overdue_timestamp_seconds",
            "The newest message of the oldest record that is overdue and was not done; 0 where none is.",
            late?.seconds ?? 0)
        let isRewritten = record.checks.contains { $0.id == "B6" && $0.outcome == .proven }
        page.add(
            "retention_scrubbed_bytes", "Bytes of the store that were rewritten so that nothing erased is left.",
            isRewritten ? Int64(heard.bytesBeforeScrub) : 0)
    }
}

/// Metrics in the text form, in the order in which they were added.
struct MetricsPage {
    private(set) var text = ""

    mutating func add(_ name: String, _ help: String, _ value: Int64) {
        head(name, help)
        text += "\(name) \(value)\n"
    }

    mutating func add(_ name: String, _ help: String, label: String, _ values: [(String, String)]) {
        guard !values.isEmpty else { return }
        head(name, help)
        for (word, value) in values { text += "\(name){\(label)=\"\(word)\"} \(value)\n" }
    }

    private mutating func head(_ name: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) gauge\n"
    }
}
