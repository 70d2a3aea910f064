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

    @Test func `whoever reads root's mail hears of a night, by cron and by systemd, and of a policy that is gone`()
        throws
    {
        #expect(try text("Packaging/retention.cron").split(separator: "\n").contains("MAILTO=root"))
        let unit = try text("Packaging/retention.service")
        for line in ["\nOnFailure=retention-tell.service\n", "\nOnSuccess=retention-tell.service\n"] {
            #expect(unit.contains(line), "\(line)")
        }
        // Where a condition fails the unit is skipped and nobody is told.
        #expect(!unit.contains("Condition"))
        #expect(
            try rest(of: "Packaging/retention-tell.service", after: "ExecStart=") == "/usr/local/lib/retention/tell")
        let installer = try text("Scripts/install")
        for part in ["retention-tell.service", "$TELL", "retention.timer"] {
            let before = try #require(installer.components(separatedBy: "made_binary=").first)
            #expect(before.contains(part), "it is not taken away: \(part)")
        }
    }

    @Test(arguments: [
        (0, "", "", ""), (0, "all is well; 7 nights", "ended with 0", ""),
        (22, "check B5 failed", "ended with 22", "<4>the night ended with 22"),
        (66, "", "the night ended with 66: journalctl", "<4>"),
    ])
    func `what a night said is mailed, and one that did not end well is a warning`(
        code: Int, said: String, mail: String, logged: String
    ) throws {
        let desk = try Desk()
        _ = try desk.shell(
            """
            mkdir programs; cd programs
            printf '#!/bin/sh\necho 3f2a\n' > systemctl
            printf '#!/bin/sh\ncase "$*" in *_SYSTEMD_INVOCATION_ID=3f2a) echo "\(said)";; esac\n' > journalctl
            printf '#!/bin/sh\ncat > mail\n' > sendmail
            chmod 755 *
            """)
        let tell = "MONITOR_EXIT_STATUS=\(code) PATH=\(desk.folder)/programs:$PATH \(Desk.root)/Packaging/tell"
        let printed = try desk.shell(tell)
        #expect(logged.isEmpty ? printed == "" : printed.contains(logged), "\(printed)")
        let mailed = try desk.shell("cat mail 2>/dev/null; true")
        #expect(mail.isEmpty ? mailed == "" : mailed.hasPrefix("To: root\nSubject: retention on "), "\(mailed)")
        for words in [mail, said] where !mail.isEmpty && !words.isEmpty { #expect(mailed.contains(words), "\(mailed)") }
        // Where nothing takes mail the warning is all there is.
        _ = try desk.shell("rm programs/sendmail")
        #expect(try desk.shell("\(tell); echo code $?").hasSuffix("code 0\n"))
    }

    @Test func `a binary that is not there is told before anything is done`() throws {
        let desk = try Desk()
        _ = try desk.shell("mkdir root")
        let install = try desk.shell(
            "\(Desk.root)/Scripts/install --root root --binary nowhere/retention 2>&1; echo code $?")
        let expected = geteuid() == 0 ? (66, "--build FILE") : (73, "run it as root")
        #expect(install.hasSuffix("code \(expected.0)\n") && install.contains(expected.1), "\(install)")
        #expect(desk.files(in: "root") == [])
        if geteuid() == 0 {
            #expect(try desk.shell("\(Desk.root)/Scripts/install --root missing 2>&1; echo $?").hasSuffix("66\n"))
        }
    }

    @Test func `the installer refuses what it does not know, and is sound`() throws {
        let desk = try Desk()
        #expect(
            try desk.shell("bash -n \(Desk.root)/Scripts/install && sh -n \(Desk.root)/Packaging/tell; echo $?")
                == "0\n")
        #expect(try desk.shell("\(Desk.root)/Scripts/install --rot x 2>/dev/null; echo $?") == "64\n")
        #expect(try desk.shell("\(Desk.root)/Scripts/install --help").contains("--uninstall"))
    }
}
