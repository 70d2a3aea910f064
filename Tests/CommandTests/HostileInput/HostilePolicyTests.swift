import Foundation
import Testing

/// Policies that say what no policy may, or say it in a way that a parser may take for something else.
@Suite struct HostilePolicyTests {
    /// The shipped policy changed by `edit` is refused with its place, and nothing is run under it.
    private func expectRefused(_ name: String, _ edit: (String) -> String) throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let text = try String(contentsOfFile: desk.policy, encoding: .utf8)
        let edited = edit(text)
        #expect(edited != text, "\(name) changes nothing")
        try Data(edited.utf8).write(to: URL(fileURLWithPath: desk.policy))
        for arguments in [["check"], ["preview"], ["run"]] {
            let result = try desk.runAll(arguments + ["--policy", desk.policy])
            #expect(result.code == 78, "\(name), \(arguments): \(result.code) \(result.errors)")
            #expect(result.errors.contains(/Retention\.yaml(:[0-9]+)?/) && result.errors.utf8.count < 32_000, "\(name)")
        }
    }

    @Test func `A11 YAML that means more than it shows is refused at its line`() throws {
        let bomb = (1...9).map {
            "l\($0): &l\($0) [\(Array(repeating: $0 == 1 ? "x" : "*l\($0 - 1)", count: 9).joined(separator: ", "))]\n"
        }
        let edits: [(String, (String) -> String)] = [
            ("aliases that grow", { bomb.joined() + $0 }),
            ("an anchor", { $0.replacing("controller:", with: "controller: &who") }),
            ("a second document", { $0 + "\n---\npolicy: other\n" }),
            ("a key twice", { $0 + "\ntime-zone: Europe/Paris\n" }),
            ("an unknown key", { $0 + "\nrulez: []\n" }),
            ("a tag", { $0.replacing("time-zone: ", with: "time-zone: !!str ") }),
            ("a merge key", { $0 + "\n<<: { policy: other }\n" }),
            ("an octal period", { $0.replacing("after: 12 months, since", with: "after: 014, since") }),
            ("a sexagesimal period", { $0.replacing("after: 12 months, since", with: "after: 12:00, since") }),
            ("a word for no", { $0.replacing("archive: true", with: "archive: on") }),
            ("a tab", { $0.replacing("\nrules:", with: "\nrules:\n\t- x") }),
            ("a byte order mark", { "\u{FEFF}" + $0 }),
            ("ten megabytes", { $0 + String(repeating: "# x\n", count: 2_500_000) }),
            ("a thousand brackets", { $0 + "\nx: " + String(repeating: "[", count: 1_000) }),
        ]
        for (name, edit) in edits { try expectRefused(name, edit) }
    }

    @Test func `A12 a policy that would erase everything, nothing, or in no order is refused`() throws {
        let edits: [(String, (String) -> String)] = [
            ("a negative period", { $0.replacing("after: 12 months, since", with: "after: -12 months, since") }),
            ("no period", { $0.replacing("after: 12 months, since", with: "after: 0 days, since") }),
            ("a period without a unit", { $0.replacing("after: 12 months, since", with: "after: 12, since") }),
            (
                "a period beyond time",
                { $0.replacing("after: 36 months, erase", with: "after: 99999999999999999999 months, erase") }
            ),
            ("an archive after the end", { $0.replacing("after: 12 months, since", with: "after: 48 months, since") }),
            ("an unknown zone", { $0.replacing("time-zone: Europe/Brussels", with: "time-zone: Mars/Olympus") }),
            ("no rules", { String($0[..<($0.range(of: "\nrules:")?.lowerBound ?? $0.endIndex)]) + "\nrules: []\n" }),
            (
                "a rule that can never apply",
                { text in
                    text.replacing(
                        "\nrules:\n",
                        with:
                            "\nrules:\n  - name: all-of-it\n    match: any\n    since: last-inbound\n    steps: [ { after: 1 days, erase: all } ]\n    ceiling: 12 months\n    reason: none\n    source: none\n"
                    )
                }
            ),
        ]
        for (name, edit) in edits { try expectRefused(name, edit) }
    }
}
