import Foundation
import Testing

/// Mistakes that people make, each made on a real store with the built command: nothing is lost by one.
struct MistakeTests {
    /// A desk under approval whose one old conversation is past its grace.
    private func desk(days: [Int] = [400, 20]) throws -> Desk {
        let desk = try Desk()
        try desk.run("init")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: days)
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        try desk.run("check", "--approve", "--by", "A. Peeters")
        // As it stands weeks later.
        _ = try desk.shell(
            """
            sqlite3 state/store.db "update conversation set first_seen_at = first_seen_at - 5000000;
              update person set first_seen_at = first_seen_at - 5000000;
              update retention_approval set at = at - 5000000;"
            """)
        return desk
    }

    private func rows(_ desk: Desk) throws -> String {
        try desk.shell(
            "sqlite3 state/store.db 'select id, person from conversation; select * from message; select * from address'"
        )
    }

    @Test func `a run for a date that lies ahead`() throws {
        let desk = try desk()
        let before = try rows(desk)
        let run = try desk.run("run", "--as-of", desk.date(inDays: 400))
        #expect(run.code == 64 && run.errors.contains("lies ahead"))
        #expect(try rows(desk) == before)
    }

    @Test func `a plan of last week`() throws {
        let desk = try desk()
        #expect(try desk.run("preview", "--out", "plan.json").code == 0)
        let plan = try String(contentsOfFile: desk.folder + "/plan.json", encoding: .utf8)
        let savedAt = try #require(plan.firstMatch(of: #/"savedAt" ?: ?"([^"]+)"/#)?.1)
        let old = plan.replacing(savedAt, with: "\(desk.date(inDays: -8))T03:00:00Z")
        try old.write(toFile: desk.folder + "/plan.json", atomically: false, encoding: .utf8)
        let before = try rows(desk)
        let run = try desk.run("run", "--plan", "plan.json")
        #expect(run.code == 21 && run.errors.contains("valid for 7 days"))
        #expect(try rows(desk) == before)
    }

    @Test func `the keys of another store`() throws {
        let (desk, other) = (try desk(), try self.desk())
        let before = try rows(desk)
        _ = try desk.shell("rm -r state/keys && cp -a \(other.folder)/state/keys state/keys")
        let run = try desk.run("run")
        #expect(run.code == 66 && run.errors.contains("are not those of this store"))
        #expect(try rows(desk) == before)
    }

    @Test func `an empty store beside full archives`() throws {
        let desk = try desk()
        #expect(try desk.run("run").code == 0)
        let archives = try desk.shell("cd archive && sha256sum *")
        #expect(archives.contains(".jsonl.gz"))
        _ = try desk.shell(
            """
            sqlite3 state/store.db "pragma foreign_keys = off; delete from retention_batch; delete from retention_run;
              delete from retention_segment; delete from retention_audit; delete from conversation; delete from person"
            rm state/store.db.audit.jsonl
            """)
        let run = try desk.run("run")
        #expect(run.code == 65 && run.errors.contains("the archive folder and the store do not agree"))
        #expect(try desk.shell("cd archive && sha256sum *") == archives)
    }

    @Test(arguments: [true, false])
    func `last week's store beside this week's archives`(withItsLog: Bool) throws {
        let desk = try desk()
        _ = try desk.shell("cp -a state/store.db before.db")
        #expect(try desk.run("run").code == 0)
        let archives = try desk.shell("cd archive && sha256sum *")
        _ = try desk.shell("cp -a before.db state/store.db")
        if withItsLog { _ = try desk.shell("rm state/store.db.audit.jsonl") }
        let before = try rows(desk)
        let run = try desk.run("run")
        #expect(run.code == 65)
        #expect(run.errors.contains(withItsLog ? "do not agree" : "the store is older than its log"))
        #expect(try rows(desk) == before)
        #expect(try desk.shell("cd archive && sha256sum *") == archives)
    }

    @Test func `a period edited from 36 to 3 months`() throws {
        let desk = try desk()
        let before = try rows(desk)
        _ = try desk.shell("sed -i 's/after: 36 months, erase/after: 3 months, erase/' Retention.yaml")
        let run = try desk.run("run")
        #expect(run.code == 78 && run.errors.contains("3 months is not longer than the 12 months"))
        #expect(try rows(desk) == before)
    }

    @Test func `a period edited from 12 to 2 months`() throws {
        let desk = try desk(days: [200, 20])
        let before = try rows(desk)
        _ = try desk.shell(
            "cp Retention.yaml right.yaml; sed -i 's/after: 12 months, since/after: 2 months, since/' Retention.yaml")
        let run = try desk.run("run")
        #expect(run.code == 78 && run.errors.contains("changed since it was approved"))
        // What it would do is shown before anybody approves it, rule by rule, and when.
        let diff = try desk.runAll(["preview", "--policy", desk.folder + "/right.yaml", "--diff", desk.policy])
        #expect(diff.output.contains("rule client-assistance: steps 2 after: was 12 months, is 2 months"))
        let line = diff.output.split(separator: "\n").first { $0.contains("redact all, archive") }
        // None due now or then, one kept by its grace, none due by the old policy when that ends and one by the new.
        #expect(line?.split(separator: " ").suffix(5) == ["0", "0", "1", "0", "1"])
        #expect(diff.code == 0)
        // And by the preview of the policy itself.
        #expect(try desk.run("preview").output.contains("steps 2 after: was 12 months, is 2 months"))
        #expect(try desk.run("check", "--approve", "--by", "A. Peeters").code == 0)
        // Approved all the same: nothing goes before its grace.
        #expect(try desk.run("run").code == 0)
        #expect(try rows(desk) == before)
    }

    @Test func `a rule that was deleted`() throws {
        let desk = try desk(days: [250, 20])
        let before = try rows(desk)
        let text = try String(contentsOfFile: desk.policy, encoding: .utf8)
        let start = try #require(text.range(of: "  - name: client-assistance"))
        let end = try #require(text.range(of: "  - name: client-technical"))
        try text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: "")
            .write(toFile: desk.policy, atomically: false, encoding: .utf8)
        #expect(try desk.run("run").code == 78)
        #expect(try desk.run("preview").output.contains("rule client-assistance: removed"))
        try desk.run("check", "--approve", "--by", "A. Peeters")
        #expect(try desk.run("run").code == 0)
        #expect(try rows(desk) == before)
    }

    @Test(arguments: ["/ 1000", "* 1000"])
    func `seconds and milliseconds taken for one another`(mistake: String) throws {
        let desk = try desk()
        _ = try desk.shell(
            """
            sqlite3 state/store.db "update conversation set opened_at = opened_at \(mistake),
              collected_at = collected_at \(mistake), last_inbound_at = last_inbound_at \(mistake),
              closed_at = closed_at \(mistake); update message set sent_at = sent_at \(mistake);
              update person set last_inbound_at = last_inbound_at \(mistake)"
            """)
        let before = try desk.shell("sqlite3 state/store.db 'select * from message'")
        #expect(try desk.run("run").code == 0)
        // A date that cannot be is no date: nothing goes, and each is counted.
        #expect(try desk.shell("sqlite3 state/store.db 'select * from message'") == before)
        #expect(try desk.run("preview", "--json").output.contains(#""undated":2"#))
    }

    @Test func `a run that was stopped because the policy was wrong, which was then put right`() throws {
        let desk = try desk(days: [200, 20])
        // The wrong policy is in force, and its run dies at its first batch.
        _ = try desk.shell(
            "cp Retention.yaml right.yaml; sed -i 's/after: 12 months, since/after: 2 months, since/' Retention.yaml")
        try desk.run("check", "--approve", "--by", "A. Peeters")
        _ = try desk.shell(
            """
            sqlite3 state/store.db "update retention_approval set at = at - 5000000;
              insert into retention_run(state, as_of, started_at, policy_hash, plan_digest)
              select 'working', unixepoch(), unixepoch(), policy_hash, 'x' from retention_approval order by seq desc limit 1"
            cp right.yaml Retention.yaml
            """)
        try desk.run("check", "--approve", "--by", "A. Peeters")
        let before = try rows(desk)
        let run = try desk.run("run")
        #expect(run.code == 0, "\(run.errors)")
        // Planned afresh: what the wrong policy had been about to erase is there.
        #expect(try rows(desk) == before)
    }

    @Test func `a run ends when its time is over, and says what is left`() throws {
        let desk = try desk()
        let run = try desk.run("run", "--run-time", "0s")
        #expect(run.code == 3)
        #expect(run.errors.contains("client-assistance, conversations: redact all, archive: 1 left"))
        #expect(desk.files(in: "archive") == [])
        #expect(try desk.run("run", "--run-time", "45m").code == 0)
        #expect(desk.files(in: "archive").count == 2)
        #expect(try desk.run("run", "--run-time", "45").code == 64)
    }
}
