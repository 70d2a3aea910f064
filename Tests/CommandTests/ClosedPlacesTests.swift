import Foundation
import Testing

/// What somebody asks to be written somewhere must not stop the nights, and what is refused repeats no number.
struct ClosedPlacesTests {
    @Test(arguments: [
        "archive", "state/keys", "state/media", "intake", "state/store.db.tmp", "linked", "./archive/../archive",
    ])
    func `no file that was asked for goes into a folder that nights look through`(folder: String) throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        #expect(try desk.run("run").code == 0)
        _ = try desk.shell("mkdir -p intake; ln -s archive linked; ln -s archive/new.prom new.prom")
        let before = try desk.everything()
        for command in [
            ["preview", "--out", "\(folder)/plan.json"], ["run", "--metrics-file", "\(folder)/night.prom"],
            ["report", "--output", folder], ["report", "--period", "1", "--output", "\(folder)/new"],
        ] {
            let refused = try desk.runAll(command + ["--policy", desk.policy])
            #expect(refused.code == 64 && refused.errors.contains("where every later run would stop"), "\(refused)")
        }
        #expect(try desk.everything() == before)
        #expect(try desk.run("preview", "--out", "archives.json").code == 0)
        #expect(try desk.run("run", "--metrics-file", "night.prom").code == 0)
        #expect(desk.files(in: ".").contains("night.prom"))
    }

    @Test func `a file that is no plan is answered with advice that can be followed`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let refused = try desk.run("run", "--plan", "Retention.yaml")
        #expect(refused.code == 65 && refused.errors.contains("`retention preview --out plan.json`"), "\(refused)")
        #expect(try desk.run("preview", "--out", "plan.json").code == 0)
    }

    @Test func `a number in the name of a file is not repeated`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        _ = try desk.shell("cp Retention.yaml 'Lena 0470000158.json'")
        for command in [
            ["run", "--plan", "plan 0470000158.json"], ["run", "--plan", "Lena 0470000158.json"],
            ["notice", "--check", "0470 00 01 58.txt"], ["preview", "--diff", "Jean 0470000158.yaml"],
        ] {
            let refused = try desk.runAll(command + ["--policy", desk.policy])
            #expect([65, 66].contains(refused.code) && refused.errors.contains("(a number)"), "\(refused)")
            #expect(!refused.errors.contains("0470"), "\(refused)")
        }
        let policy = try desk.runAll(["check", "--policy", desk.folder + "/Jean 0470000158.yaml"])
        #expect(policy.code == 66 && policy.errors.contains("\(desk.folder)/Jean (a number).yaml"), "\(policy)")
    }

    @Test func `an approval by a telephone number is refused, and not kept`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let refused = try desk.run("check", "--approve", "--by", "Jean 0470/00.01.58")
        #expect(refused.code == 64 && refused.errors.contains("no telephone number"), "\(refused)")
        #expect(!refused.errors.contains("0470"), "\(refused)")
        #expect(try desk.shell("sqlite3 state/store.db 'select count(*) from retention_approval'") == "0\n")
    }

    @Test func `a pipe is no policy, and is not waited for`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        _ = try desk.shell("mkfifo pipe")
        for command in [["check", "--policy", "pipe"], ["preview", "--diff", "pipe", "--policy", desk.policy]] {
            let refused = try desk.shell("timeout 60 \(Desk.binary) \(command.joined(separator: " ")) 2>&1; echo $?")
            #expect(refused.contains("is a pipe") && refused.hasSuffix("66\n"), "\(refused)")
        }
    }
}
