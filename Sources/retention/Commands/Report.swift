import ArgumentParser
import Archiving
import Conversations
import Foundation
import NightlyRun
import Reporting
import StorePort

/// Writes the report of a night again, from its record.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the report of a finished run from its record: the same record gives the same bytes.")

    @OptionGroup var policyOption: PolicyOption
    @Option(name: .customLong("run"), help: "The run's number. Default: the last one.")
    var number: Int?
    @Option(help: "fr, nl or en. Default: the policy's language.")
    var language: String?
    @Option(help: "The folder to write to. Default: the policy's report folder.")
    var output: String?
    @Flag(help: "JSON lines, with a summary as the last.")
    var json = false

    private struct Summary: Encodable { let run: Int, reports: [String] }

    func run() throws {
        let loaded = try policyOption.load(fallingBack: true)
        let chosen = language ?? loaded.policy.reports.language.rawValue
        guard let language = ReportLanguage(rawValue: chosen) else {
            throw Failure(.usage, "there is no report in \(chosen)", remedy: "choose fr, nl or en")
        }
        let store = try loaded.open(.reading)
        guard let stored = try store.read({ try $0.runRecord(number) }) else {
            throw Failure(.missing, "there is no record of that run", remedy: "run a night first, or name another run")
        }
        let record = try JSONDecoder().decode(RunRecord.self, from: Data(stored.utf8))
        let night = try loaded.night(asOf: record.asOf)
        let folder = output.map(loaded.fromWorkingFolder) ?? loaded.places.reports
        let paths = try ReportFiles.write(
            record, language: language, to: folder, calendar: night.calendar, anyFolder: output != nil)
        if json { return try Output.json(Summary(run: record.run, reports: paths)) }
        paths.forEach(Output.line)
    }
}
