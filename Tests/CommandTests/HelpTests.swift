import Foundation
import Testing

/// What a mistyped command is answered with, and what the help of each shows.
struct HelpTests {
    @Test(arguments: [
        (["prevew"], "preview"), (["hold", "relase", "1"], "release"), (["runn", "--policy", "P"], "run"),
        (["hold", "relese", "3", "--by", "x"], "release"), (["help", "perview"], "preview"),
        (["help", "hold", "relese"], "release"), (["hold", "help", "relese"], "release"), (["runn", "--help"], "run"),
        (["archive", "verfy", "--json"], "verify"), (["importt", "--role", "client", "exports"], "import"),
    ])
    func `a mistyped command is answered with the one that was meant`(typed: [String], meant: String) throws {
        let answer = try Desk().runAll(typed)
        #expect(answer.code == 64 && answer.errors.contains("Did you mean '\(meant)'?"), "\(answer)")
        #expect(answer.output == "")
    }

    @Test func `what is no command is not answered with the help of all, and is told without a number`() throws {
        let desk = try Desk()
        for typed in [["help", "xyzzy"], ["xyzzy", "--policy", "P"], ["hold", "xyzzy", "--by", "x"]] {
            let answer = try desk.runAll(typed)
            #expect(answer.code == 64 && answer.errors.contains("There is no command 'xyzzy'"), "\(answer)")
        }
        #expect(try !desk.runAll(["+32470000001"]).errors.contains("470"))
        // An option of a command that is one is the parser's to answer.
        let option = try desk.runAll(["preview", "--as-off", "2026-12-31"])
        #expect(option.code == 64 && option.errors.contains("--as-of"), "\(option)")
        for asked in [
            ["help"], ["help", "run"], ["help", "hold"], ["--help"], ["run", "-h"],
        ] {
            let help = try desk.runAll(asked)
            #expect(help.code == 0 && help.output.contains("USAGE: retention"), "\(asked): \(help)")
        }
    }

    @Test func `the help of import names the orders of dates that it takes`() throws {
        let help = try Desk().runAll(["help", "import"]).output
        #expect(help.contains("dmy") && help.contains("mdy") && !help.contains("ymd"), "\(help)")
    }

    @Test func `the help of every command shows an example of it that can be pasted`() throws {
        let desk = try Desk()
        let dump = try desk.runAll(["--experimental-dump-help"])
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(dump.output.utf8)) as? [String: Any])
        var checked = 0
        func look(_ command: [String: Any], _ path: [String]) throws {
            let name = path + [try #require(command["commandName"] as? String)]
            let subcommands = (command["subcommands"] as? [[String: Any]] ?? []).filter {
                $0["shouldDisplay"] as? Bool == true && $0["commandName"] as? String != "help"
            }
            for subcommand in subcommands { try look(subcommand, name) }
            checked += 1
            let discussion = command["discussion"] as? String ?? ""
            let path = name.joined(separator: " ")
            let examples = discussion.split(separator: "\n").filter { $0.hasPrefix("  ") }.map(String.init)
            let sample = discussion.split(separator: "\n").filter { $0.contains("Example: ") }.map(String.init)
            let shown = examples + sample
            let asked = "retention help \(path.dropFirst(10))"
            #expect(shown.contains { $0.contains(path) || $0.contains(asked) }, "\(path)")
            // As it stands, not broken by the width of a terminal.
            let help = try desk.runAll(["help"] + name.dropFirst()).output
            for line in shown { #expect(help.contains(line), "\(path): \(line)") }
        }
        try look(try #require(root["command"] as? [String: Any]), [])
        #expect(checked > 15)
    }
}
