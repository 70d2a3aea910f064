import Foundation
import Testing

/// Output that does not arrive is an error, and a stream that the caller closed becomes no file of ours.
struct StreamTests {
    @Test func `output that is lost ends with 74, whatever the command`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [400, 20])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        let commands = [
            "check", "preview", "preview --json", "explain 1", "hold list", "archive list", "archive verify",
            "mark closed 1 none", "run --verbose", "report",
        ]
        for command in commands {
            for sink in [">/dev/full", ">&-"] {
                let result = try desk.shell("\(Desk.binary) \(command) --policy Retention.yaml \(sink); echo code $?")
                #expect(result.contains("code 74"), "\(command) \(sink): \(result)")
            }
        }
        #expect(try desk.shell("sqlite3 state/store.db 'pragma integrity_check'") == "ok\n")
    }

    @Test func `a quiet run needs no standard output, and a reader that goes away stops no run`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let quiet = try desk.shell("\(Desk.binary) run --policy Retention.yaml >&- 2>&- <&-; echo code $?")
        #expect(quiet == "code 0\n")
        let gone = try desk.shell("\(Desk.binary) run --verbose --policy Retention.yaml 2>err | true; cat err; true")
        #expect(!gone.contains("unforeseen"))
        #expect(try desk.shell("sqlite3 state/store.db \"select state from retention_run\"") == "done\ndone\n")
    }
}
