import Foundation
import Testing

/// Holds through the built binary: on a person by number, on what is archived, on a span of time; and what they keep.
struct HoldTests {
    private func add(_ desk: Desk, _ arguments: [String], input: String? = nil) throws -> Desk.Result {
        let decision = ["--reason", "claim 12", "--by", "A. Peeters", "--review-on", desk.date(inDays: 90)]
        return try desk.runAll(["hold", "add"] + arguments + decision + ["--policy", desk.policy], input: input)
    }

    private func desk(_ phones: [String], daysAgo: [Int]) throws -> Desk {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        for (index, phone) in phones.enumerated() {
            let export = try desk.export("\(index).txt", phone: phone, daysAgo: daysAgo)
            try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        }
        return desk
    }

    @Test func `a person is held by number, from standard input, however the number is written`() throws {
        let desk = try desk(["+32 470 00 00 01", "+32 470 00 00 02"], daysAgo: [400])
        let held = try add(desk, ["--numbers"], input: "\u{FEFF}0032 (470) 00.00-01\r\n\r\n")
        #expect(held.code == 0 && held.output.contains("hold 1 placed on person 1"))
        #expect(!(held.output + held.errors).contains("470"))
        try desk.run("run", "--as-of", desk.date(inDays: 16))
        #expect(try desk.run("explain", "1").output.contains("under a legal hold"))
        #expect(try desk.run("explain", "2").output.contains("was archived"))
    }

    @Test func `one number that nobody has places no hold at all, and is not told`() throws {
        let desk = try desk(["+32 470 00 00 01"], daysAgo: [400])
        let unknown = try add(desk, ["--numbers"], input: "+32 470 00 00 01\n+32 470 00 00 99\n")
        #expect(unknown.code == 65 && unknown.errors.contains("line 2"))
        #expect(!unknown.errors.contains("470"))
        let words = try add(desk, ["--numbers"], input: "Jean Dupont\n")
        #expect(words.code == 65 && words.errors.contains("line 1") && !words.errors.contains("Dupont"))
        #expect(try add(desk, ["--numbers"], input: "").code == 65)
        #expect(try desk.run("hold", "list", "--json").output == "{\"holds\":0,\"inForce\":0,\"overdue\":0}\n")
    }

    @Test func `a person who is wholly archived is held by number, and the segment outlives its end`() throws {
        let desk = try desk(["+32 470 00 00 01"], daysAgo: [400])
        try desk.run("run", "--as-of", desk.date(inDays: 16))
        #expect(try desk.shell("sqlite3 state/store.db 'select count(*) from conversation'") == "0\n")
        let archives = desk.files(in: "archive")
        #expect(archives.count == 2)
        let held = try add(desk, ["--numbers"], input: "+32 470 00 00 01\n")
        #expect(held.output.contains("1 archive segments"))
        let late = desk.date(inDays: 800)
        let run = try desk.run("run", "--as-of", late, "--verbose")
        #expect(run.code == 0)
        #expect(desk.files(in: "archive") == archives)
        #expect(try desk.run("hold", "release", "1", "--by", "A. Peeters").code == 0)
        try desk.run("run", "--as-of", desk.date(inDays: 801))
        #expect(desk.files(in: "archive") == [])
    }

    @Test func `an archived conversation and a span of time keep their segments`() throws {
        let desk = try desk(["+32 470 00 00 01"], daysAgo: [500, 400])
        try desk.run("run", "--as-of", desk.date(inDays: 16))
        let archives = desk.files(in: "archive")
        #expect(archives.count == 2)
        func isExplainedAsKept(_ id: String) throws -> Bool {
            let lines = try desk.run("explain", id).output
            #expect(lines.contains("to be erased on"))
            return lines.contains("kept beyond that day by a hold")
        }
        #expect(try !isExplainedAsKept("1"))
        #expect(try add(desk, ["1"]).output.contains("archived conversations and 1 archive segments"))
        #expect(try isExplainedAsKept("1"))
        #expect(try add(desk, ["1", "--whole-person"]).code == 65)
        #expect(try add(desk, ["9"]).code == 65)
        let span = try add(desk, ["--from", desk.date(inDays: -401), "--until", desk.date(inDays: -399)])
        #expect(span.output.contains("1 archive segments"))
        let elsewhere = try add(desk, ["--from", desk.date(inDays: -450), "--until", desk.date(inDays: -449)])
        #expect(elsewhere.output.contains("archive segments") == false)
        try desk.run("run", "--as-of", desk.date(inDays: 800))
        #expect(desk.files(in: "archive") == archives)
    }

    @Test func `a span of time keeps every conversation with a message in it, and no other`() throws {
        let desk = try desk(["+32 470 00 00 01", "+32 470 00 00 02"], daysAgo: [500, 400])
        let span = ["--from", desk.date(inDays: -400), "--until", desk.date(inDays: -400)]
        #expect(try add(desk, span).code == 0)
        #expect(try add(desk, ["--from", "2024-02-01", "--until", "2024-01-01"]).code == 64)
        #expect(try add(desk, ["--from", "2024-02-01"]).code == 64)
        #expect(try add(desk, ["1", "--numbers"]).code == 64)
        try desk.run("run", "--as-of", desk.date(inDays: 16))
        #expect(try desk.shell("sqlite3 state/store.db 'select count(*) from conversation'") == "2\n")
        #expect(try desk.shell("sqlite3 state/store.db 'select count(*) from address where kind = \"phone\"'") == "2\n")
    }

    @Test func `a hold placed after the preview stops a saved plan, and a review moves its date`() throws {
        let desk = try desk(["+32 470 00 00 01"], daysAgo: [400])
        let night = desk.date(inDays: 16)
        #expect(try desk.run("preview", "--as-of", night, "--out", "plan.json").code == 0)
        #expect(try desk.shell("grep -c 'redact all' plan.json") != "0\n")
        #expect(try add(desk, ["1"]).code == 0)
        #expect(try desk.run("run", "--plan", "plan.json").code == 21)
        func review(_ id: String, on day: String) throws -> Desk.Result {
            try desk.run("hold", "review", id, "--by", "A. Peeters", "--review-on", day)
        }
        let later = desk.date(inDays: 120)
        #expect(try review("1", on: later).code == 0)
        #expect(try desk.run("hold", "list").output.contains(later))
        #expect(try review("2", on: later).code == 65)
        #expect(try review("1", on: "2001-01-01").code == 64)
        // Six months at the most, for a review as for a new hold.
        let far = try review("1", on: desk.date(inDays: 190))
        #expect(far.code == 64 && far.errors.contains("more than 6 months ahead"), "\(far.errors)")
        #expect(
            try desk.run(
                "hold", "add", "1", "--reason", "claim", "--by", "DPO", "--review-on", desk.date(inDays: 190)
            ).code == 64)
        #expect(try desk.run("hold", "list").output.contains(later))
    }

    @Test func `a hold that comes while a run is at work says how to end that`() throws {
        let desk = try desk(["+32 470 00 00 01"], daysAgo: [20])
        let decision = "--reason claim --by DPO --review-on \(desk.date(inDays: 90)) --policy \(desk.policy)"
        let busy = try desk.shell("flock state/store.db.lock \(Desk.binary) hold add 1 \(decision) 2>&1; echo $?")
        #expect(busy.hasSuffix("75\n"))
        for words in ["another run holds the lock", "nothing is held yet", "SIGTERM", "place the hold, and run again"] {
            #expect(busy.contains(words), "\(busy)")
        }
    }

    @Test func `a hold keeps the sources of its person and no others`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        for (name, phone) in [("a.txt", "+32 470 00 00 01"), ("b.txt", "+32 470 00 00 02")] {
            _ = try desk.export("intake/" + name, phone: phone, daysAgo: [20])
        }
        _ = try desk.shell("cp intake/b.txt intake/copy.txt")
        try desk.run(
            "import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", desk.folder + "/intake")
        #expect(try add(desk, ["1"]).code == 0)
        let run = try desk.run("run", "--as-of", desk.date(inDays: 16), "--json")
        #expect(run.code == 0)
        #expect(desk.files(in: "intake") == ["a.txt"])
        // Two files of the same bytes are one source.
        let line = try #require(run.output.split(separator: "\n").first { $0.contains("\"subject\":\"sources\"") })
        #expect(line.contains("\"records\":1") && line.contains("\"held\":1"))
    }
}
