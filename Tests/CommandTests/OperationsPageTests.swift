import Foundation
import Testing

/// The page on operations: its commands do what it says they do, and it knows every exit code.
struct OperationsPageTests {
    private func page() throws -> String {
        try String(contentsOfFile: Desk.root + "/Documentation/Operations.md", encoding: .utf8)
    }

    /// The commands of the page, in order.
    private func commands() throws -> [String] {
        let blocks = try page().components(separatedBy: "```sh\n").dropFirst()
        return blocks.flatMap { block in
            (block.components(separatedBy: "```").first ?? "").split(separator: "\n").map(String.init)
        }
    }

    @Test func `every command of the page runs, in its order, and ends well`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [400, 20])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        let commands = try commands()
        #expect(commands.count >= 20)
        for command in commands {
            if command.contains("--out plan.json") {
                // A plan that differs from that of the night before, which was applied already.
                let next = try desk.export("b.txt", phone: "+32 470 00 00 02", daysAgo: [300])
                try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", next)
            }
            let result = try desk.shell(
                "PATH=\((Desk.binary as NSString).deletingLastPathComponent):$PATH; { \(command); } 2>&1; echo code $?")
            #expect(result.hasSuffix("code 0\n"), "\(command): \(result)")
        }
        // What the page restored is the store that it began with.
        #expect(try desk.shell("sqlite3 moved/state/store.db 'select count(*) from message'") == "6\n")
    }

    @Test func `the five minutes of the README, command by command, as far as they are the command's`() throws {
        let readme = try String(contentsOfFile: Desk.root + "/README.md", encoding: .utf8)
        let section = try #require(readme.components(separatedBy: "### Five minutes on a bare machine\n").last)
        let block = try #require(section.components(separatedBy: "```console\n").dropFirst().first)
        let lines = (block.components(separatedBy: "```").first ?? "").split(separator: "\n")
        let commands = lines.map { $0.replacing(#/^[#$] (runuser -u retention -- )?/#, with: "") }
            .filter { $0.hasPrefix("retention ") }
        #expect(commands.count == 8 && lines.contains { $0.contains("Scripts/install --binary") })
        let desk = try Desk()
        _ = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [400, 20])
        for command in commands {
            if command.contains(" import --role") { _ = try desk.shell("mv a.txt intake/") }
            let own = command.replacing("'OUR NAME'", with: "Assistance") + " --policy Retention.yaml"
            let result = try desk.shell(
                "PATH=\((Desk.binary as NSString).deletingLastPathComponent):$PATH; { \(own); } 2>&1; echo code $?")
            #expect(result.hasSuffix("code 0\n"), "\(own): \(result)")
        }
        #expect(desk.files(in: "reports").count == 2)
    }

    @Test func `what the page says of systemd names what is installed, and how to hear it`() throws {
        let blocks = try page().components(separatedBy: "```console\n").dropFirst()
        let commands = blocks.flatMap { ($0.components(separatedBy: "```").first ?? "").split(separator: "\n") }
        #expect(commands.count >= 8 && commands.allSatisfy { $0.hasPrefix("# ") })
        let packaged = try FileManager.default.contentsOfDirectory(atPath: Desk.root + "/Packaging")
        for name in commands.flatMap({ $0.matches(of: #/retention[a-z-]*\.(service|timer)/#).map { String($0.0) } }) {
            #expect(packaged.contains(name), "\(name)")
        }
        for program in ["systemctl disable --now", "systemctl start", "journalctl --unit", "runuser -u retention"] {
            #expect(commands.contains { $0.contains(program) }, "\(program)")
        }
        #expect(try !page().contains("sudo"))
    }

    @Test func `the page has a row for every exit code that the command knows`() throws {
        let rows = try page().split(separator: "\n").filter { $0.hasPrefix("| ") }
        let manual = try Desk().runAll(["manual"]).output
        let codes = manual.split(separator: "\n").drop { $0 != ".SH EXIT STATUS" }.filter { $0.hasPrefix(".B ") }
            .flatMap { $0.dropFirst(3).components(separatedBy: ", ") }
        #expect(codes.count >= 16)
        for code in codes {
            #expect(
                rows.contains { row in
                    (row.split(separator: "|").first ?? "").components(separatedBy: CharacterSet(charactersIn: " ,"))
                        .contains(code)
                }, "exit \(code)")
        }
    }

    @Test func `the manual names every command and option, and is a page of man`() throws {
        let desk = try Desk()
        let manual = try desk.runAll(["manual"]).output
        for word in [".TH RETENTION 1", ".SS retention doctor", ".SS retention hold release", "metrics\\-file"] {
            #expect(manual.contains(word), "\(word)")
        }
        #expect(!manual.contains(".SS retention scan"))
        for shell in ["bash", "zsh", "fish"] {
            #expect(try desk.runAll(["--generate-completion-script", shell]).output.contains("doctor"))
        }
    }
}
