import Foundation
import Testing

/// What the command refuses, with which exit code, and that nothing changed.
struct RefusalTests {
    @Test func `init makes a store once, for its owner alone`() throws {
        let desk = try Desk()
        #expect(try desk.run("init").code == 0)
        #expect(
            try desk.shell("stat -c %a state/store.db state/keys state/keys/ledger.key archive reports")
                == "600\n700\n600\n700\n700\n")
        let before = try desk.everything()
        let again = try desk.run("init")
        #expect(again.code == 73)
        #expect(again.errors.contains("is there already"))
        #expect(try desk.everything() == before)
    }

    @Test(arguments: ["run", "preview", "import", "report"])
    func `nothing but init makes a store`(command: String) throws {
        let desk = try Desk()
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [20])
        let before = try desk.everything()
        let result = try command == "import" ? desk.run(command, export) : desk.run(command)
        #expect(result.code == 66)
        #expect(try desk.everything() == before)
    }

    @Test func `a missing key, and the keys of another store, stop a run`() throws {
        let (desk, other) = (try Desk(), try Desk())
        try desk.run("init", "--rehearsal")
        try other.run("init", "--rehearsal")
        _ = try desk.shell("mv state/keys kept && cp -a \(other.folder)/state/keys state/keys")
        let foreign = try desk.run("run")
        #expect(foreign.code == 66)
        #expect(foreign.errors.contains("are not those of this store"))
        _ = try desk.shell("rm -r state/keys && mv kept state/keys && rm state/keys/ledger.key")
        #expect(try desk.run("run").code == 66)
    }

    @Test func `another policy id, and a night that lies ahead, are refused`() throws {
        let desk = try Desk()
        try desk.run("init")
        #expect(try desk.run("check", "--approve", "--by", "A. Peeters").code == 0)
        let ahead = try desk.run("run", "--as-of", desk.date(inDays: 2))
        #expect(ahead.code == 64)
        _ = try desk.shell("sed -i 's/^policy: .*/policy: another-desk/' Retention.yaml")
        #expect(try desk.run("run").code == 66)
        #expect(try desk.run("preview").code == 66)
    }

    @Test(arguments: [
        ["hold", "list"], ["hold", "review", "1", "--by", "A. Peeters", "--review-on", "in 100 days"],
        ["hold", "release", "1", "--by", "A. Peeters"], ["mark", "closed", "1", "none"], ["explain", "1"], ["report"],
        ["archive", "list"], ["archive", "verify"],
    ])
    func `a policy that belongs to another store is refused by every command`(written: [String]) throws {
        let desk = try Desk()
        let arguments = written.map { $0 == "in 100 days" ? desk.date(inDays: 100) : $0 }
        try desk.run("init", "--rehearsal")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [20])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        try desk.run(
            "hold", "add", "1", "--reason", "claim 12", "--by", "A. Peeters", "--review-on", desk.date(inDays: 90))
        try desk.run("run")
        #expect(try [0, 22].contains(desk.runAll(arguments + ["--policy", desk.policy]).code))
        let before = try desk.shell("sqlite3 state/store.db .dump | sha256sum")
        _ = try desk.shell("sed -i 's/^policy: .*/policy: another-desk/' Retention.yaml")
        let refused = try desk.runAll(arguments + ["--policy", desk.policy])
        #expect(refused.code == 66 && refused.errors.contains("bound to policy"), "\(refused.code) \(refused.errors)")
        #expect(try desk.shell("sqlite3 state/store.db .dump | sha256sum") == before)
    }

    @Test func `preview writes nothing at all`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [400, 20])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        let before = try desk.everything()
        #expect(try desk.run("preview", "--as-of", desk.date(inDays: 40), "--list", "--json").code == 0)
        #expect(try desk.run("check").code == 0)
        #expect(try desk.run("explain", "1").code == 0)
        #expect(try desk.everything() == before)
    }

    @Test func `a tripped limit is let through by the plan that a person read, once`() throws {
        let desk = try Desk {
            $0.replacing("grace: 14 days", with: "grace: 1 day").replacing("at-least: 50", with: "at-least: 1")
        }
        try desk.run("init", "--rehearsal")
        // A real store whose records were seen long ago: the rehearsal mark and the times are set by hand.
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [420, 400, 20])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        #expect(try desk.run("check", "--approve", "--by", "A. Peeters").code == 0)
        _ = try desk.shell(
            """
            sqlite3 state/store.db "update retention_store set rehearsal = 0;
              update retention_approval set at = at - 864000; update person set first_seen_at = first_seen_at - 864000;
              update conversation set first_seen_at = first_seen_at - 864000"
            """)
        let stopped = try desk.run("run")
        #expect(stopped.code == 20)
        #expect(stopped.errors.contains("more than 20 %"))
        #expect(desk.files(in: "archive") == [])
        #expect(try desk.run("preview", "--out", "plan.json").code == 0)
        #expect(try desk.run("run", "--plan", "plan.json").code == 0)
        #expect(desk.files(in: "archive").isEmpty == false)
        let twice = try desk.run("run", "--plan", "plan.json")
        #expect(twice.code == 21)
        #expect(twice.errors.contains("it was applied before"))
    }

    @Test func `a saved plan whose run was ended early is used up, and the message says so`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [400, 20])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        #expect(try desk.run("preview", "--as-of", desk.date(inDays: 16), "--out", "plan.json").code == 0)
        let ended = try desk.run("run", "--plan", "plan.json", "--run-time", "0s")
        #expect(ended.code == 3)
        #expect(ended.errors.contains("the saved plan is used up"), "\(ended.errors)")
        #expect(ended.errors.contains("save a new plan") && !ended.errors.contains("the next run goes on"))
        #expect(try desk.run("run", "--plan", "plan.json").code == 21)
    }

    @Test func `while another run holds the lock, this one tries later`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        try desk.run("run")
        let result = try desk.shell("flock state/store.db.lock \(Desk.binary) run --policy Retention.yaml; echo $?")
        #expect(result.contains("another run holds the lock"))
        #expect(result.hasSuffix("75\n"))
    }

    @Test func `wrong usage is one message and 64`() throws {
        let desk = try Desk()
        #expect(try desk.run("preview", "--as-off", "2026-12-31").code == 64)
        #expect(try desk.run("preview", "--as-of", "tomorrow").code == 64)
        #expect(try desk.run("check", "--approve").code == 64)
        for nobody in ["", " ", "12"] {
            let approval = try desk.run("check", "--approve", "--by", nobody)
            #expect(approval.code == 64 && approval.errors.contains("--by names who approves"), "\(approval.errors)")
        }
        let both = try desk.run("preview", "--diff", desk.policy, "--out", "plan.json")
        #expect(both.code == 64 && both.errors.contains("--out"), "\(both.errors)")
        for format in ["docx", "html"] {
            #expect(try desk.run("report", "--format", format).code == 64)
            #expect(try desk.run("report", "--dataset", "--format", format).code == 64)
        }
        #expect(try desk.runAll(["prevue"]).code == 64)
        #expect(try desk.runAll(["--help"]).code == 0)
    }

    @Test func `an export is refused with a question where nobody can know, and no name or number is told`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let text = "03/04/2025, 10:00 - +32 470 00 00 09: Bonjour\n03/04/2025, 10:05 - Assistance: Merci\n"
        let path = desk.folder + "/Discussion WhatsApp avec +32 470 00 00 09.txt"
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        let order = try desk.run("import", "--ours", "Assistance", path)
        #expect(order.code == 65)
        #expect(order.errors.contains("--date-order"))
        let nobody = try desk.run("import", "--date-order", "dmy", path)
        #expect(nobody.code == 65)
        #expect(nobody.errors.contains("which author of this chat are we?"))
        for result in [order, nobody] { #expect(!(result.errors + result.output).contains("470 00")) }
        // What nobody classified is taken as unknown, and said.
        let taken = try desk.run("import", "--date-order", "dmy", "--ours", "Assistance", path)
        #expect(taken.code == 3)
        #expect(taken.output.contains("1 unclassified"))
    }

    @Test func `every author as a person is for rehearsals only`() throws {
        let desk = try Desk()
        try desk.run("init")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [20])
        #expect(try desk.run("import", "--ours-unknown", export).code == 64)
    }

    @Test func `a wrong policy is 78 with its place, and a run leaves the store alone`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        _ = try desk.shell("sed -i 's/^grace: .*/grace: 14/' Retention.yaml")
        let before = try desk.everything()
        for command in ["check", "preview", "run"] {
            let result = try desk.run(command)
            #expect(result.code == 78)
            #expect(result.errors.contains("Retention.yaml:"))
            #expect(result.errors.contains("^"))
        }
        #expect(try desk.everything() == before)
    }

    @Test func `a saved plan takes the place of another plan and of nothing else`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        #expect(try desk.run("preview", "--out", "plan.json").code == 0)
        #expect(try desk.run("preview", "--out", "plan.json").code == 0)
        let before = try desk.everything()
        for (path, code) in [("Retention.yaml", 73), ("state/keys/ledger.key", 64), ("state/store.db", 73)] {
            #expect(try desk.run("preview", "--out", path).code == Int32(code))
        }
        #expect(try desk.everything() == before)
    }

    @Test func `holds and marks need what they stand on, and no number stands in them or in a message`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [20])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        func place(_ reason: String, _ by: String, _ review: String) throws -> Int32 {
            try desk.run("hold", "add", "1", "--reason", reason, "--by", by, "--review-on", review).code
        }
        let soon = desk.date(inDays: 90)
        #expect(try place("", "A. Peeters", soon) == 64)
        #expect(try place("claim", " ", soon) == 64)
        #expect(try place("claim", "A. Peeters", "2020-05-01") == 64)
        #expect(try place("call +32 470 00 00 01", "A. Peeters", soon) == 64)
        #expect(try place("claim 12", "A. Peeters", soon) == 0)
        #expect(try desk.run("mark", "decided", "1", "2001-01-01").code == 65)
        #expect(try desk.run("mark", "decided", input: "").code == 65)
        let typed = try desk.run("explain", "+32 470 00 00 01")
        #expect(typed.code == 64)
        #expect(!typed.errors.contains("470"))
    }

    @Test func `without a store no lock is left behind`() throws {
        let desk = try Desk()
        for arguments in [["mark", "closed", "1", "2024-01-01"], ["hold", "release", "1", "--by", "A. Peeters"]] {
            #expect(try desk.runAll(arguments + ["--policy", desk.policy]).code == 66)
        }
        #expect(try desk.shell("ls") == "Retention.yaml\n")
    }
}
