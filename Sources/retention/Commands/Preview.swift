import ArgumentParser
import Archiving
import Conversations
import Foundation
import NightlyRun
import Planning
import Reporting
import SQLiteStore
import StorePort

/// Shows what a night would do. Opens the store read-only and writes nothing into it.
struct Preview: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Shows what is due, without changing anything.",
        discussion: """
            A plan that --out saved is applied by `retention run --plan`, once and within seven days. Examples:
              retention preview --policy Retention.yaml
              retention preview --as-of 2027-03-31 --json
              retention preview --out /var/lib/retention/plan.json
            """)

    @OptionGroup var policyOption: PolicyOption
    @Option(name: .long, help: "The night to look at, such as 2026-12-31. Default: tonight.")
    var asOf: String?
    @Flag(help: "JSON lines, with a summary as the last.")
    var json = false
    @Flag(help: "Also name each record that is due, by its number in the store.")
    var list = false
    @Flag(help: "Exit with 2 where something is due.")
    var detailedExitCode = false
    @Option(help: "Show what another policy would change, rule by rule and when, before it is approved.")
    var diff: String?
    @Option(help: "Save the plan to this file, for `retention run --plan`.")
    var out: String?
    @Flag(help: "Show no progress.")
    var quiet = false

    func validate() throws {
        if diff != nil && (out != nil || list) {
            throw ValidationError(
                "--diff shows what another policy would change; --out and --list are for the plan of this one")
        }
    }

    func run() throws {
        let loaded = try policyOption.load(fallingBack: true)
        if let out { try loaded.requireOutside(out, option: "--out") }
        let night = try loaded.night(asOf: loaded.instant(asOf))
        let progress = ProgressLine(isQuiet: quiet || json)
        defer { progress?.end() }
        progress?.step("opening the store")
        let store = try loaded.open(.reading)
        try store.requireTriggers()
        let identity = try store.read { try $0.identity() }
        try Admission(night: night).checkBinding(identity)
        progress?.step("planning")
        if let diff { return try show(changeTo: diff, loaded, night, store, progress) }
        let (plan, due, obstacles) = try NightlyRun.previewList(night, store)
        let unlinked = try store.read { try $0.unlinkedCount() }
        let change = try store.read { try PolicyChange.recent(night, $0) }
        progress?.end()
        if json {
            try printJSON(plan, due, obstacles, change, unlinked: unlinked)
        } else {
            if unlinked > 0 {
                Output.line("\(unlinked.counted("conversation")) without a person: no rule can act on them")
            }
            try printTable(plan, due, loaded, identity)
            change?.described.forEach(Output.line)
            for obstacle in obstacles {
                Output.line(
                    "a run would \(identity.isRehearsal ? "have stopped on a real store" : "stop"): \(obstacle)")
            }
            Output.line("plan \(try plan.digest())")
        }
        if let out {
            let saved = SavedPlan(plan: plan, savedAt: WallClock.now())
            try requireOwnFile(loaded.fromWorkingFolder(out))
            do {
                try DurableFile.write(
                    saved.readableJSON(), to: loaded.fromWorkingFolder(out), replacing: true, anyFolder: true)
            } catch let error as ArchiveError {
                throw Failure(
                    Failure(error).code, "the plan was not saved: \(error.what)",
                    remedy: "name a file with --out in a folder that is there and yours")
            }
        }
        if detailedExitCode && !plan.isEmpty { throw Code.changesDue.exit }
    }

    private func show(
        changeTo path: String, _ loaded: LoadedPolicy, _ night: Night, _ store: SQLiteStore, _ progress: ProgressLine?
    ) throws {
        let other = try LoadedPolicy(path: path)
        try loaded.requireSameStore(other)
        let change = try PolicyChange(from: night, to: night.under(other.policy, hash: other.hash), store)
        progress?.end()
        if json {
            for line in change.lines { try Output.json(line) }
            try Output.json(ChangeSummary(changes: change.values, graceEnds: change.graceEnds))
        } else {
            change.values.forEach(Output.line)
            ChangeTable(change: change).lines.forEach(Output.line)
        }
        if detailedExitCode && !change.lines.isEmpty { throw Code.changesDue.exit }
    }

    private struct ChangeSummary: Encodable { let changes: [String], graceEnds: CivilDate }

    private func printTable(_ plan: Plan, _ due: [DueRecord], _ loaded: LoadedPolicy, _ identity: StoreIdentity) throws
    {
        let rehearsal = identity.isRehearsal ? "  REHEARSAL" : ""
        Output.line(
            "preview for \(loaded.calendar.date(of: plan.asOf)), \(plan.conversations.counted("conversation")) in the store\(rehearsal)"
        )
        PlanTable(plan: plan, calendar: loaded.calendar).lines.forEach(Output.line)
        if list { due.forEach { Output.line("\($0.subject) \($0.id)  \($0.rule)  \($0.actions)") } }
    }

    /// A plan takes the place of another plan, and of nothing else.
    private func requireOwnFile(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        guard let bytes = FileManager.default.contents(atPath: path),
            (try? SavedPlan(json: Array(bytes), file: path)) != nil
        else {
            throw Failure(
                .cannotCreate, "there is another file where the plan was to go", remedy: "name a new file with --out")
        }
    }

    private struct Summary: Encodable {
        let asOf: Instant, conversations: Int, unlinked: Int, due: Int, digest: String, wouldStop: [String]
        /// What changed in the policy lately, with what each rule asks for when the grace ends; nil where nothing did.
        let policyChange: RunRecord.PolicyChange?
    }

    private func printJSON(
        _ plan: Plan, _ due: [DueRecord], _ obstacles: [String], _ change: RunRecord.PolicyChange?, unlinked: Int
    ) throws {
        for line in plan.lines { try Output.json(line) }
        if list { for record in due { try Output.json(record) } }
        try Output.json(
            Summary(
                asOf: plan.asOf, conversations: plan.conversations, unlinked: unlinked,
                due: plan.lines.reduce(0) { $0 + $1.due.records }, digest: plan.digest(), wouldStop: obstacles,
                policyChange: change))
    }
}

extension LoadedPolicy {
    /// Both plans of `--diff` are made on one store: a policy of another one would seem to change nothing.
    /// - Throws: `Failure` (64) where the other policy belongs to another store.
    fileprivate func requireSameStore(_ other: LoadedPolicy) throws {
        let differing = [
            ("id (`policy`)", policy.id == other.policy.id),
            // A draft in another folder says the same path, and means the store of this policy.
            ("`store.path`", policy.store.path == other.policy.store.path || places.store == other.places.store),
            ("data map (`store.map`)", map == other.map),
        ].filter { !$0.1 }.map(\.0)
        guard let first = differing.first else { return }
        throw Failure(
            .usage, "--diff compares two policies of one store, and the other one has another \(first)",
            remedy: "give it the \(first) of this policy, or preview it by itself: `retention preview --policy FILE`")
    }
}
