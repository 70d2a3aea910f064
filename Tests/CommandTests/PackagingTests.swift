import Foundation
import Testing

/// What starts the job at night is a command line that the command takes, and the same in both places.
struct PackagingTests {
    private func text(_ path: String) throws -> String {
        try String(contentsOfFile: Desk.root + "/" + path, encoding: .utf8)
    }

    /// What follows `head` on the one line that begins so.
    private func rest(of path: String, after head: String) throws -> String {
        let lines = try text(path).split(separator: "\n").filter { $0.hasPrefix(head) }
        #expect(lines.count == 1, "\(path): \(head)")
        return String(try #require(lines.first).dropFirst(head.count))
    }

    @Test func `the line of the timer's service and that of cron run a night, in silence`() throws {
        let unit = try rest(of: "Packaging/retention.service", after: "ExecStart=")
        let cron = try rest(of: "Packaging/retention.cron", after: "15 3 * * *  retention  umask 077; ")
        #expect(unit == cron)
        let desk = try Desk()
        try desk.run("init")
        try desk.run("check", "--approve", "--by", "A. Peeters")
        let line = unit.replacing("/usr/local/bin/retention", with: Desk.binary)
            .replacing("/etc/retention/", with: "").replacing("/var/lib/retention-metrics/", with: "")
        #expect(try desk.shell("\(line); echo code $?") == "code 0\n")
        #expect(desk.files(in: "reports").count == 2)
        #expect(try desk.shell("grep -c retention_last_exit_code.0 retention.prom") == "1\n")
    }

    @Test func `the service may write to its state and to nothing else, and reach no network`() throws {
        let unit = try text("Packaging/retention.service").split(separator: "\n")
        for line in [
            "User=retention", "UMask=0077", "NoNewPrivileges=yes", "PrivateNetwork=yes", "ProtectSystem=strict",
            "ReadWritePaths=/var/lib/retention /var/lib/retention-metrics",
            "ReadOnlyPaths=/etc/retention /var/lib/retention-keys",
        ] {
            #expect(unit.contains(Substring(line)), "\(line)")
        }
        #expect(try text("Packaging/retention.timer").contains("\nPersistent=true\n"))
    }

    @Test func `the installer refuses what it does not know, and is sound`() throws {
        let desk = try Desk()
        #expect(try desk.shell("bash -n \(Desk.root)/Scripts/install; echo $?") == "0\n")
        #expect(try desk.shell("\(Desk.root)/Scripts/install --rot x 2>/dev/null; echo $?") == "64\n")
        #expect(try desk.shell("\(Desk.root)/Scripts/install --help").contains("--uninstall"))
    }
}
