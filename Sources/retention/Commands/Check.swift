import ArgumentParser
import Conversations
import Foundation
import NightlyRun
import Planning
import Policies
import SQLiteStore
import StorePort

/// Reads a policy, says everything that is wrong with it, and shows its rules with what is due tonight.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks a policy and shows its rules; with --approve, records that somebody approves it.",
        discussion: """
            Examples:
              retention check --policy Retention.yaml
              retention check --approve --by "A. Peeters, DPO"
            """)

    @OptionGroup var policyOption: PolicyOption
    @Flag(help: "Record the approval of exactly this policy; a run needs one.")
    var approve = false
    @Option(help: "Who approves.")
    var by: String?
    @Flag(help: "JSON lines, with a summary as the last.")
    var json = false

    func validate() throws {
        if approve != (by != nil) { throw ValidationError("--approve and --by NAME go together") }
        if let by, !by.contains(where: \.isLetter) {
            throw ValidationError("--by names who approves, such as --by \"A. Peeters, DPO\"")
        }
        guard by?.holdsLongNumber != true else {
            throw ValidationError("--by names who approves and may hold no telephone number: the store keeps it")
        }
    }

    func run() throws {
        let loaded = try policyOption.load(fallingBack: !approve)
        // Before anything is read: who may write also ends what a stopped command left.
        let writing = try approve ? Writing(loaded) : nil
        let isThere = Sight(of: loaded.places.store) != .missing
        let store = try writing?.store ?? (isThere ? loaded.open(.reading) : nil)
        // What is due tonight; nil where the policy has no store yet.
        let plan = try store.map { try NightlyRun.preview(loaded.night(asOf: WallClock.now()), $0) }
        let lacks = try store?.lacks() ?? []
        guard lacks.isEmpty else {
            throw Failure(
                .policy, "the store lacks what planning needs: \(lacks.joined(separator: "; "))",
                remedy: "make it ready with `retention init --existing`, or add what is missing as Policy.md says")
        }
        if let writing, let by { try writing.record(by, loaded) }
        let (newest, isRehearsal) =
            try store?.read { try ($0.approvals().last, $0.identity().isRehearsal) } ?? (nil, false)
        // An approval stands until another policy is approved.
        let approval = newest?.policyHash == loaded.hash ? newest : nil
        if json { return try printJSON(loaded, plan, approval) }
        printTable(loaded, plan)
        if store != nil { Output.line(standing(loaded, approval, isRehearsal)) }
    }

    /// Whether the policy may be run as it stands.
    private func standing(_ loaded: LoadedPolicy, _ approval: Approval?, _ isRehearsal: Bool) -> String {
        if let approval {
            return "approved by \(approval.by) on \(loaded.calendar.date(of: approval.at))"
        }
        if isRehearsal { return "a store for trying: no approval is needed" }
        return "not approved as it stands: read `retention preview`, then `retention check --approve --by NAME`"
    }

    /// The store under the lock, for an approval.
    private struct Writing {
        private let lock: RunLock
        let store: SQLiteStore

        init(_ loaded: LoadedPolicy) throws {
            try loaded.requireTrusted()
            lock = try loaded.lock()
            store = try loaded.openToRecord()
            try Admission(night: loaded.night(asOf: WallClock.now())).check(store.read { try $0.identity() })
        }

        func record(_ by: String, _ loaded: LoadedPolicy) throws {
            defer { withExtendedLifetime(lock) {} }
            try store.approve(
                Approval(
                    at: WallClock.now(), by: by, policyHash: loaded.hash,
                    policy: String(decoding: PolicyHash.canonicalJSON(of: loaded.policy), as: UTF8.self)))
        }
    }

    private func printTable(_ loaded: LoadedPolicy, _ plan: Plan?) {
        var table = TextTable(
            ["rule", "applies to", "at", "since", "action", "ceiling", "due tonight"], leftColumns: 6)
        for rule in loaded.policy.rules {
            for (index, row) in rows(rule).enumerated() {
                table.add(
                    [index == 0 ? rule.name : "", index == 0 ? rule.match.description : ""] + row.words
                        + [
                            index == 0 ? rule.ceiling.description : "",
                            plan.map { "\(due($0, rule, row.actions))" } ?? "-",
                        ])
            }
        }
        table.lines.forEach(Output.line)
        Output.line("")
        loaded.policy.rules.filter(\.saysWhoAnswers).forEach { Output.line("\($0.name): \($0.accountability)") }
        let silent = loaded.policy.rules.filter { !$0.saysWhoAnswers }.count
        if silent > 0 { Output.line("\(silent.counted("rule")) without a legal basis, an owner or a review") }
        Output.line("policy \(loaded.policy.id) is valid (\(loaded.path))")
        Output.line("hash   \(loaded.hash)")
        if plan == nil { Output.line("no store yet: make it with `retention init`") }
    }

    private func rows(_ rule: Rule) -> [(words: [String], actions: Actions)] {
        let own = rule.steps.map { ($0, $0.since ?? rule.since, $0.otherwise.map { " or \($0.rawValue)" } ?? "") }
        let other = (rule.otherwise?.steps ?? []).map {
            ($0, $0.since ?? rule.otherwise?.since ?? rule.since, " (no \(rule.since.rawValue))")
        }
        return (own + other).map { step, clock, note in
            ([step.after.description, clock.rawValue + note, step.actions.description], step.actions)
        }
    }

    private func due(_ plan: Plan, _ rule: Rule, _ actions: Actions) -> Int {
        let wanted = actions.contains(.eraseAll) ? .eraseAll : actions.subtracting(.ofPerson)
        return plan.lines.first { $0.rule == rule.name && $0.subject == .conversations && $0.actions == wanted }?.due
            .records ?? 0
    }

    private struct Summary: Encodable {
        let policy: String, hash: String, rules: Int, approvedBy: String?
        /// Conversations, by rule; nil without a store.
        let dueTonight: [String: Int]?
    }

    private func printJSON(_ loaded: LoadedPolicy, _ plan: Plan?, _ approval: Approval?) throws {
        for rule in loaded.policy.rules { try Output.json(rule) }
        try Output.json(
            Summary(
                policy: loaded.policy.id, hash: loaded.hash, rules: loaded.policy.rules.count, approvedBy: approval?.by,
                dueTonight: plan.map { plan in
                    Dictionary(
                        plan.lines.filter { $0.subject == .conversations }.map { ($0.rule, $0.due.records) },
                        uniquingKeysWith: +)
                }))
    }
}

extension Rule {
    fileprivate var saysWhoAnswers: Bool { basis != nil || owner != nil || approved != nil }

    fileprivate var accountability: String {
        "basis \(basis ?? "not stated"); owner \(owner ?? "not stated"); reviewed \(approved?.description ?? "never")"
    }
}
