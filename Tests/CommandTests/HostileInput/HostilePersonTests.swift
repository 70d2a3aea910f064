import Foundation
import Testing

/// Who asks for what is not theirs, changes what was done, or looks for who was there.
@Suite struct HostilePersonTests {
    @Test func `A18 a number is taken from standard input, and one on the command line is refused and not repeated`()
        throws
    {
        let desk = try Desk(hearing: ["bonjour"])
        let hold = ["--reason", "claim", "--by", "DPO", "--review-on", desk.date(inDays: 90)]
        for arguments in [
            ["hold", "add", "+32470000001"] + hold, ["hold", "add", "32470000001"] + hold,
            ["explain", "0470000001"], ["mark", "closed", "32470000001", "none"],
            ["hold", "add", "+32 470 00 00 01"] + hold,
        ] {
            let result = try desk.runAll(arguments + ["--policy", desk.policy])
            #expect(result.code == 64, "\(arguments): \(result.code)")
            #expect(result.errors.contains("standard input"), "\(result.errors)")
            #expect(!(result.errors + result.output).contains("470"), "\(result.errors)")
        }
        let held = try desk.runAll(
            ["hold", "add", "--numbers", "--policy", desk.policy] + hold, input: "+32 470 00 00 01\n")
        #expect(held.code == 0, "\(held.errors)")
        // Our own number is nobody's secret.
        let ours = try desk.run("import", "--ours", "+32 470 99 99 99", desk.folder + "/none.txt")
        #expect(!ours.errors.contains("standard input"))
        // Nor are the ids of another program, and paths, numbers.
        for arguments in [
            ["explain", "713822904512093184"], ["import", "/2026/11/24/001122"], ["import", "./20261124/0310"],
        ] {
            let result = try desk.runAll(arguments + ["--policy", desk.policy])
            #expect(!result.errors.contains("standard input"), "\(arguments): \(result.errors)")
        }
    }

    @Test func `A19 an event that was changed, taken out, moved or set back with its store is seen`() throws {
        let desk = try Desk(hearing: ["bonjour"])
        #expect(try desk.night().code == 0)
        #expect(try desk.run("verify").code == 0)
        _ = try desk.shell("cp -a state/store.db kept.db; cp -a state/store.db.audit.jsonl kept.jsonl")
        for change in [
            "delete from retention_audit where seq = 2", "update retention_audit set detail = 'nothing' where seq = 2",
            "update retention_audit set seq = seq + 100 where seq = 2",
            "delete from retention_audit where seq = (select max(seq) from retention_audit)",
            "update retention_audit set at = at - 86400 where seq = 1",
        ] {
            _ = try desk.sqlite(change)
            let verify = try desk.run("verify")
            #expect([22, 65].contains(verify.code), "\(change): \(verify.code)")
            _ = try desk.shell("cp -a kept.db state/store.db; cp -a kept.jsonl state/store.db.audit.jsonl")
        }
        // Both set back together to before the night: the report that was handed over tells a head that is not there.
        #expect(try desk.night(inDays: 17).code == 0)
        let later = try desk.run("verify")
        #expect(later.code == 0)
        _ = try desk.shell("cp -a kept.db state/store.db; cp -a kept.jsonl state/store.db.audit.jsonl")
        #expect(try desk.run("verify").code == 22)
    }

    @Test func `A20 no plain hash of a number stands anywhere`() throws {
        let desk = try Desk(hearing: ["rappelez le 0470 12 34 99"])
        #expect(try desk.night().code == 0)
        let forms = ["+32470000001", "32470000001", "0470000001", "+32470123499", "32470123499", "0470123499"]
        let everything = try desk.bytes()
        #expect(everything.count > 50)
        for form in forms {
            for sum in ["md5sum", "sha1sum", "sha224sum", "sha256sum", "sha512sum"] {
                let hex = String(try desk.shell("printf %s '\(form)' | \(sum)").prefix { $0 != " " })
                // Sixteen digits: a hash that was cut is none the safer.
                let bytes = Data(
                    stride(from: 0, to: 16, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) })
                for (name, data) in everything {
                    #expect(data.range(of: Data(hex.prefix(16).utf8)) == nil && data.range(of: bytes) == nil, "\(name)")
                }
            }
        }
    }

    @Test func `A21 who asks for another's number gets nothing past a hold, and an erasure is the plan that was read`()
        throws
    {
        let desk = try Desk(hearing: ["bonjour"])
        // The number has a new owner: what she writes is a person of her own time, and goes by its own dates.
        try desk.hear(["je suis nouvelle ici"], phone: "+32 470 00 00 01", daysAgo: 5)
        #expect(try desk.sqlite("select count(distinct person), count(distinct value) from address") == "2|1\n")
        let night = desk.date(inDays: 16)
        #expect(try desk.run("preview", "--as-of", night, "--out", "plan.json").code == 0)
        let held = try desk.runAll(
            [
                "hold", "add", "--numbers", "--reason", "claim", "--by", "DPO", "--review-on", desk.date(inDays: 90),
                "--policy", desk.policy,
            ], input: "+32 470 00 00 01\n")
        // Both are held: nobody knows yet which of them it is about.
        #expect(held.code == 0)
        #expect(try desk.sqlite("select count(distinct person) from retention_hold") == "2\n")
        // What was previewed is not what is due now: nothing of it is done.
        let stale = try desk.run("run", "--plan", "plan.json")
        #expect(stale.code == 21, "\(stale.errors)")
        let run = try desk.night()
        #expect(run.code == 0 && desk.files(in: "archive") == [])
        #expect(try desk.sqlite("select count(*) from conversation") == "2\n")
        let json = try desk.run("preview", "--as-of", desk.date(inDays: 17), "--json").output
        #expect(json.contains(#""held":1"#))
        // A number that nobody here has places nothing, and is not told.
        let nobody = try desk.runAll(
            [
                "hold", "add", "--numbers", "--reason", "claim", "--by", "DPO", "--review-on", desk.date(inDays: 90),
                "--policy", desk.policy,
            ], input: "+32 470 00 00 77\n")
        #expect(nobody.code != 0 && !nobody.errors.contains("77"))
    }

    @Test func `a person who is called what a rule or a table is called does not make the proof fail`() throws {
        for name in ["client-assistance", "retention_audit", "0000000000000000"] {
            let desk = try Desk(hearing: ["bonjour"])
            _ = try desk.sqlite("update person set display_name = '\(name)'")
            let night = try desk.night(inDays: 1_000)
            #expect(night.code == 0, "\(name): \(night.errors)")
            #expect(try desk.sqlite("select count(*) from person where display_name is not null") == "0\n")
        }
    }

    @Test func `a person who is called a word of our reports does not make the proof fail`() throws {
        for name in ["Conversations", "segmentsWritten", "border-collapse", "assistance"] {
            let desk = try Desk(hearing: ["bonjour"])
            _ = try desk.sqlite("update person set display_name = '\(name)'")
            #expect(try desk.night(inDays: 1).code == 0)
            #expect(try !desk.files(holding: name).filter { $0.hasPrefix("reports") }.isEmpty, "\(name)")
            let night = try desk.night(inDays: 1_000)
            #expect(night.code == 0, "\(name): \(night.errors)")
            #expect(try desk.sqlite("select count(*) from person where display_name is not null") == "0\n")
        }
    }

    @Test func `A22 of who wants no information a keyed hash is left, and no number`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        try desk.hear(["plus jamais svp, 0470 12 34 99"], phone: "+32 470 12 34 99", daysAgo: 1_200, role: "prospect")
        _ = try desk.sqlite(
            "insert into preference(person, kind, given, at, evidence) select id, 'information-opt-out', 1, unixepoch() - 1000, 'message' from person"
        )
        #expect(try desk.sqlite("select count(*) from preference") == "1\n")
        let night = try desk.night()
        #expect(night.code == 0, "\(night.errors)")
        #expect(try desk.sqlite("select count(*) from person") == "0\n")
        #expect(try desk.sqlite("select min(length(hash)) from retention_suppression") == "16\n")
        for form in ["470123499", "470 12 34 99"] { #expect(try desk.files(holding: form) == []) }
        let key = try desk.shell("cat state/keys/suppression.key")
        let places = try desk.files(holding: String(key.prefix(64)))
        #expect(key.count == 65 && places == ["state/keys/suppression.key"])
    }
}
