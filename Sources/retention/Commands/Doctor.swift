import ArgumentParser
import Conversations
import Foundation

/// Looks at the machine as the job finds it, and says what to do about what is not right.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Examines the installation; changes nothing, and says what to do.",
        discussion: """
            Owners and permissions, free space for a scrub, time zone data, keys apart from the store, archives that are \
            the store's, the schedule, the approval and the last night. Ends with 0 where a run can begin; else with the \
            code that a run would end with, and with 3 where no night has ended well lately. Run it as the user of the \
            job. Examples:
              retention doctor --policy /etc/retention/Retention.yaml
              runuser -u retention -- retention doctor --json
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
                return [.ok("policy", "\(loaded.path) is valid, and nobody but its owner and root can change it")]
            }
            + [ZoneCheck(calendar: loaded.calendar, now: now).finding()] + PlaceChecks(loaded: loaded).findings()
            + StoreChecks(loaded: loaded, now: now).findings() + [ScheduleCheck(root: "/").finding()]
        try json ? printJSON(findings) : printTable(findings)
        if let first = findings.first(where: { $0.state == .failed }) { throw ExitCode(first.code) }
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
