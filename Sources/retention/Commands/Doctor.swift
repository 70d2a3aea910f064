import ArgumentParser
import Conversations
import Foundation

/// Looks at the machine as the job finds it, and says what to do about what is not right.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Examines the installation; changes nothing, and says what to do.",
        discussion: """
            Permissions, free space for a scrub, time zone data, keys apart from the store, the schedule, the approval \
            and the last night. Ends with 0 where a run can begin; else with the code that a run would end with, and \
            with 3 where the nights have ceased. Run it as the user of the job. Examples:
              retention doctor --policy /etc/retention/Retention.yaml
              sudo -u retention retention doctor --json
            """)

    @OptionGroup var policyOption: PolicyOption
    @Flag(help: "JSON lines, with a summary as the last.")
    var json = false

    func run() throws {
        let loaded = try policyOption.load(fallingBack: true)
        let now = WallClock.now()
        let findings =
            Finding.of("policy") {
                try loaded.requireTrusted()
                return [.ok("policy", "\(loaded.path) is valid, and its owner's or root's")]
            }
            + [zone(loaded, now)] + PlaceChecks(loaded: loaded).findings()
            + StoreChecks(loaded: loaded, now: now).findings() + [ScheduleCheck(root: "/").finding()]
        try json ? printJSON(findings) : printTable(findings)
        if let first = findings.first(where: { $0.state == .failed }) { throw ExitCode(first.code) }
    }

    /// A policy whose zone is not known here was refused before.
    private func zone(_ loaded: LoadedPolicy, _ now: Instant) -> Finding {
        let day = loaded.calendar.date(of: now)
        let offset = loaded.calendar.offset(at: now)
        let hours = "\(offset < 0 ? "-" : "+")\(abs(offset) / 3600) h \(abs(offset) / 60 % 60) min"
        return .ok("time zone", "it is \(day) in \(loaded.policy.timeZone), \(hours) from UTC")
    }

    private func printTable(_ findings: [Finding]) {
        var table = TextTable(["check", "state", "what"], leftColumns: 3)
        for finding in findings {
            table.add([finding.check, finding.state.rawValue, finding.what])
            if let remedy = finding.remedy { table.add(["", "", "  \(remedy)"]) }
        }
        table.lines.forEach(Output.line)
    }

    private struct Summary: Encodable { let checks: Int, ok: Int, warnings: Int, failed: Int }

    private func printJSON(_ findings: [Finding]) throws {
        for finding in findings { try Output.json(finding) }
        try Output.json(
            Summary(
                checks: findings.count, ok: findings.count { $0.state == .ok },
                warnings: findings.count { $0.state == .warning }, failed: findings.count { $0.state == .failed }))
    }
}
