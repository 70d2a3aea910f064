import ArgumentParser
import Archiving
import Conversations
import NightlyRun
import SQLiteStore
import StorePort
import Verification

/// Proves that the store, its archives and its logs are as the policy says, without changing anything.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verifies what is stored against the policy; changes nothing.",
        discussion: """
            --sweep reads every column of every table and every line of every segment. Examples:
              retention verify --policy Retention.yaml
              retention verify --sweep
              retention verify --subset 3/30
            """)

    @OptionGroup var policyOption: PolicyOption
    @Flag(help: "Read every column of every table, and the lines of the segments.")
    var sweep = false
    @Option(help: "Which share of the segments to read, as n/t: all are read within t nights.")
    var subset: String?
    @Flag(help: "JSON lines, with a summary as the last.")
    var json = false
    @Flag(help: "Show no progress.")
    var quiet = false

    private typealias Proof = Verification.Check

    private func extent() throws -> Verifier.Extent {
        guard let subset else { return .init(isSweep: sweep) }
        let parts = subset.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let part = parts[0], let all = parts[1], all >= 1, (1...all).contains(part) else {
            throw Failure(.usage, "--subset takes a part such as 3/30", remedy: "count from 1/30 to 30/30")
        }
        return .init(isSweep: sweep, part: part, parts: all)
    }

    func run() throws {
        let extent = try extent()
        let loaded = try policyOption.load(fallingBack: true)
        let night = try loaded.night(asOf: WallClock.now())
        let progress = ProgressLine(isQuiet: quiet || json)
        defer { progress?.end() }
        progress?.step("opening the store")
        let store = try loaded.open(.reading)
        let identity = try store.read { try $0.identity() }
        try Admission(night: night).checkBinding(identity)
        let folder = try ArchiveFolder(path: loaded.places.archive)
        progress?.step(sweep ? "reading every column and every segment" : "verifying store, archives and logs")
        let checks = try Verifier(night, store: store, folder: folder, extent: extent) { path, identity in
            try SQLiteStore.create(path: path, identity: identity)
            let store = try SQLiteStore(path: path, map: NativeSchema.map, access: .writing)
            return Canaries.Stores(night: store, marks: store, imports: store.importStore)
        }.run()
        progress?.end()
        try json ? printJSON(checks, store: identity.storeID, at: night.asOf) : printTable(checks, loaded)
        let failed = checks.filter { $0.outcome == .failed && !$0.isFinding }
        if failed.contains(where: { $0.id != "B1" }) { throw Code.verification.exit }
        if !failed.isEmpty { throw Code.overdue.exit }
        if checks.contains(where: { $0.id == "B6" && $0.outcome == .notProven }) { throw Code.partial.exit }
    }

    private func printTable(_ checks: [Proof], _ loaded: LoadedPolicy) {
        var table = TextTable(["check", "outcome", "what", "examined", "failing", "oldest"], leftColumns: 3)
        for check in checks {
            table.add([
                check.id, word(check), check.title, "\(check.examined)", "\(check.failing)",
                check.oldest.map { loaded.calendar.date(of: $0).description } ?? "-",
            ])
        }
        table.lines.forEach(Output.line)
    }

    private func word(_ check: Proof) -> String {
        switch check.outcome {
        case .proven: "proven"
        case .failed: check.isFinding ? "finding" : "FAILED"
        case .notProven: "not proven"
        }
    }

    private struct Line: Encodable {
        let id: String, title: String, outcome: String, examined: Int, failing: Int, oldest: Instant?, isFinding: Bool
    }

    private func printJSON(_ checks: [Proof], store: String, at: Instant) throws {
        for check in checks {
            try Output.json(
                Line(
                    id: check.id, title: check.title, outcome: check.outcome.rawValue, examined: check.examined,
                    failing: check.failing, oldest: check.oldest, isFinding: check.isFinding))
        }
        try Output.json(ProofFile.Summary(checks, store: store, at: at))
    }
}
