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

    @Test func `check says whether the policy is approved as it stands`() throws {
        let desk = try desk()
        #expect(try desk.run("check").output.hasSuffix("\napproved by A. Peeters on \(approval(desk))\n"))
        _ = try desk.shell("sed -i 's/after: 12 months, since/after: 11 months, since/' Retention.yaml")
        #expect(try desk.run("check").output.contains("\nnot approved as it stands: read `retention preview`"))
        try desk.run("check", "--approve", "--by", "B. Maes")
        #expect(try desk.run("check", "--json").output.contains(#""approvedBy":"B. Maes""#))
    }

    /// The day of the first, in Brussels.
    private func approval(_ desk: Desk) throws -> String {
        try desk.shell(
            "TZ=Europe/Brussels date -d @$(sqlite3 state/store.db 'select at from retention_approval limit 1') +%F"
        ).trimmingCharacters(in: .newlines)
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
        // The report says what the change will make due, and when.
        let graceEnds = desk.date(inDays: 15)
        let preview = try desk.run("preview").output
        #expect(preview.contains(#/by it, client-assistance, conversations: .*archive: 0 due, 1 in grace, 1 due on /#))
        #expect(preview.contains("due on \(graceEnds)"))
        let summary = try #require(try desk.run("preview", "--json").output.split(separator: "\n").last)
        #expect(
            summary.contains(#/"policyChange":\{.*"dueThen":1/#) && summary.contains("\"graceEnds\":\"\(graceEnds)"))
        let report = try desk.shell("cat reports/run-1-*.json")
        #expect(report.contains(#/"policyChange" ?: ?\{/#) && report.contains(#/"dueThen" ?: ?1/#))
        #expect(try desk.shell("cat reports/run-1-*.html").contains("La politique a changé"))
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
        #expect(try desk.run("preview").output.contains("policy change: rule client-assistance: removed"))
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

    /// A proxy that hands payloads on may write times in its own unit.
    @Test func `times of a payload in milliseconds are no dates, which the import says`() throws {
        let desk = try desk(days: [20])
        let at = Int(Date().timeIntervalSince1970) - 500 * 86_400
        func payload(_ id: String, _ time: String) throws -> String {
            let path = "\(desk.folder)/\(id).json"
            let payload =
                #"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"3225550000","phone_number_id":"99"},"contacts":[{"profile":{"name":"Lena"},"wa_id":"32470000077"}],"messages":[{"from":"32470000077","id":"wamid.\#(id)","timestamp":"\#(time)","type":"text","text":{"body":"bonjour"}}]}}]}]}"#
            try payload.write(toFile: path, atomically: false, encoding: .utf8)
            return path
        }
        let wrong = try desk.run(
            "import", "--role", "client", "--purpose", "assistance", payload("A", "\(at)000"))
        #expect(wrong.code == 3 && wrong.output.contains("1 without a usable date"))
        let right = try desk.run("import", "--role", "client", "--purpose", "assistance", payload("B", "\(at)"))
        #expect(right.code == 0)
        let before = try rows(desk)
        #expect(try desk.run("run").code == 0)
        #expect(try rows(desk) == before)
    }

    @Test func `a run that was killed because the policy was wrong, which was then put right`() throws {
        let desk = try desk(days: [200, 20])
        // The wrong policy is in force and its grace is over; somebody sees it while the run is at work.
        _ = try desk.shell(
            "cp Retention.yaml right.yaml; sed -i 's/after: 12 months, since/after: 2 months, since/' Retention.yaml")
        try desk.run("check", "--approve", "--by", "A. Peeters")
        _ = try desk.shell("sqlite3 state/store.db 'update retention_approval set at = at - 5000000'")
        let before = try rows(desk)
        // Killed at the first name that a segment gets: its archive is whole, and the store knows nothing of it yet.
        let shim = (Desk.binary as NSString).deletingLastPathComponent + "/libFaultShim.so"
        let log = desk.folder + "/.operations"
        let preload = "LD_PRELOAD=\(shim) FAULT_ROOT=\(desk.folder)"
        var killedWithArchive = false
        for at in stride(from: 5, to: 200, by: 5) where !killedWithArchive {
            let code = try desk.shell(
                "\(preload) FAULT_LOG=\(log) FAULT_AT=\(at) FAULT_MODE=kill \(Desk.binary) run --policy \(desk.policy) 2>/dev/null; echo $?"
            )
            guard code.hasSuffix("137\n") else { break }
            killedWithArchive = desk.files(in: "archive").contains { $0.hasSuffix(".jsonl.gz") }
        }
        #expect(killedWithArchive)
        #expect(try rows(desk) == before)
        _ = try desk.shell("cp right.yaml Retention.yaml; rm -f .operations")
        #expect(try desk.run("check", "--approve", "--by", "A. Peeters").code == 0)
        let run = try desk.run("run")
        #expect(run.code == 0, "\(run.errors)")
        // Planned afresh: what the wrong policy was about to erase is there, and what it had written is gone.
        #expect(try rows(desk) == before)
        #expect(desk.files(in: "archive") == [])
    }

    /// Redaction that did not know a country's numbers left one in an archive; `verify` knows them.
    @Test(arguments: [false, true])
    func `an archive of a redacting rule that holds a number is found`(isLeft: Bool) throws {
        let desk = try Desk { $0.replacing(/regions: \[[^\]]*\]/, with: "regions: [BE\(isLeft ? "" : ", GB")]") }
        try desk.run("init", "--rehearsal")
        let export = try desk.export(
            "a.txt", phone: "+32 470 00 00 01", daysAgo: [400], text: "Rappelez-moi au 07700 900123 svp")
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        let run = try desk.run("run", "--as-of", desk.date(inDays: 16))
        #expect(run.code == 0, "\(run.errors)")
        #expect(try desk.shell("zcat archive/*.gz").contains("07700 900123") == isLeft)
        _ = try desk.shell("sed -i 's/regions: .*/regions: [BE, GB]/' Retention.yaml")
        let verify = try desk.run("verify", "--sweep", "--json")
        #expect(verify.code == (isLeft ? 22 : 0))
        #expect(
            verify.output.contains(#""examined":1,"failing":\#(isLeft ? 1 : 0),"id":"C3""#), "\(verify.output)")
    }

    @Test func `a night without a run is a finding`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [20])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        for day in [1, 2, 3] { #expect(try desk.run("run", "--as-of", desk.date(inDays: day)).code == 0) }
        func nights() throws -> String {
            let name = try #require(
                desk.files(in: "reports").filter { $0.hasSuffix(".json") }.max {
                    $0.count == $1.count ? $0 < $1 : $0.count < $1.count
                })
            return try String(contentsOfFile: "\(desk.folder)/reports/\(name)", encoding: .utf8)
        }
        #expect(try nights().contains(/"failing" ?: ?0,\s*"id" ?: ?"H2-nights"/))
        // Two nights are missed.
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 6)).code == 0)
        #expect(try nights().contains(/"failing" ?: ?2,\s*"id" ?: ?"H2-nights"/))
    }

    @Test func `the log's own retention leaves its chain whole, in both places and for every report`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        _ = try desk.shell(
            "grep -q audit-log Retention.yaml || printf '\\nproof: { audit-log: 12 months }\\n' >> Retention.yaml")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [400, 20])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 16)).code == 0)
        let first = try desk.shell("sqlite3 state/store.db 'select count(*), min(seq) from retention_audit'")
        // Years later, by the clock on the wall.
        let later =
            "LD_PRELOAD=\((Desk.binary as NSString).deletingLastPathComponent)/libFaultShim.so FAULT_CLOCK=\(86_400 * 365 * 12)"
        for _ in 0..<2 {
            let run = try desk.shell("\(later) \(Desk.binary) run --policy \(desk.policy) 2>&1; echo $?")
            #expect(run.hasSuffix("0\n"), "\(run)")
        }
        let left = try desk.shell("sqlite3 state/store.db 'select count(*), min(seq) from retention_audit'")
        #expect(left != first && !left.hasSuffix("|1\n"))
        let verify = try desk.shell("\(later) \(Desk.binary) verify --json --policy \(desk.policy)")
        for check in ["H2", "H2-copy", "H2-reports"] {
            #expect(verify.contains("\"failing\":0,\"id\":\"\(check)\""), "\(verify)")
        }
        // Taken from the middle it is still seen.
        _ = try desk.shell(
            "sqlite3 state/store.db 'delete from retention_audit where seq = (select min(seq) + 1 from retention_audit)'"
        )
        let cut = try desk.shell("\(later) \(Desk.binary) verify --json --policy \(desk.policy)")
        #expect(!cut.contains("\"failing\":0,\"id\":\"H2\""))
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
