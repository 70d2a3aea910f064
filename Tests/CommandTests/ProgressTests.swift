import Foundation
import Testing

/// What a person at a terminal sees of a command that takes longer than two seconds.
struct ProgressTests {
    @Test func `commands that read long show that they are at work, and nothing when told to be quiet`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [400, 20])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 16)).code == 0)
        let commands = ["preview", "verify", "report", "archive verify", "verify --quiet", "preview --json"]
        // Another program keeps the store for itself meanwhile, so that each of them has to wait. `script` is the terminal.
        let starts = commands.enumerated().map { index, command in
            "TERM=xterm script -qec '\(Desk.binary) \(command) --policy Retention.yaml' /dev/null > shown\(index) < /dev/null &"
        }
        _ = try desk.shell(
            """
            { echo 'begin exclusive;'; sleep 6; } | sqlite3 state/store.db &
            sleep 0.5
            \(starts.joined(separator: "\n"))
            wait
            """)
        for (index, command) in commands.enumerated() {
            let shown = try String(contentsOfFile: desk.folder + "/shown\(index)", encoding: .utf8)
            let isQuiet = command.contains("--quiet") || command.contains("--json")
            // Each line of progress begins by taking away the one before.
            #expect(shown.contains("opening the store, ") == !isQuiet, "\(command): \(shown)")
            #expect(shown.contains("\r\u{1B}[K") == !isQuiet, "\(command): \(shown)")
            // What it has to say comes after, on lines of its own.
            #expect(shown.split(whereSeparator: \.isNewline).count > (isQuiet ? 0 : 1), "\(command): \(shown)")
        }
    }
}
