import Foundation
import Testing

/// The way of a desk from its first day on, on a store that is not a rehearsal: real clock, approval, limits and grace.
struct JourneyTests {
    @Test func `a new desk imports, previews and is stopped until somebody approves`() throws {
        let desk = try Desk()
        #expect(try desk.run("init").code == 0)
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [400, 20])
        let imported = try desk.run(
            "import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        #expect(imported.code == 0)
        #expect(imported.output.contains("4 messages"))

        let unapproved = try desk.run("run")
        #expect(unapproved.code == 78)
        #expect(unapproved.errors.contains("the policy has not been approved"))
        #expect(unapproved.errors.contains("retention check --approve"))

        #expect(try desk.run("check", "--approve", "--by", "A. Peeters").code == 0)
        // The conversation of 400 days ago is past its period and was first seen today: announced, not touched.
        let preview = try desk.run("preview", "--json")
        #expect(preview.output.contains(#""inGrace":1"#))
        let quiet = try desk.run("run")
        #expect(quiet.code == 0)
        #expect(quiet.output == "" && quiet.errors == "")
        #expect(desk.files(in: "archive") == [])
        #expect(desk.files(in: "reports").count == 2)
    }

    @Test func `a rehearsal archives what is due, says so, and does nothing twice`() throws {
        let desk = try Desk()
        #expect(try desk.run("init", "--rehearsal").output.contains("(rehearsal)"))
        let export = try desk.export(
            "a.txt", phone: "+32 470 00 00 01", daysAgo: [400, 20], text: "Rappelez-moi au 0470 00 00 01 svp")
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        let night = desk.date(inDays: 16)
        let preview = try desk.run("preview", "--as-of", night, "--detailed-exit-code")
        #expect(preview.code == 2)
        let run = try desk.run("run", "--as-of", night, "--verbose")
        #expect(run.code == 0)
        #expect(run.output.contains("REHEARSAL"))
        #expect(run.output.contains("archived 1 conversation in"))
        // The plan that was previewed is the plan that was run.
        #expect(preview.output.split(separator: "\n").last == run.output.split(separator: "\n").last)

        let again = try desk.run("run", "--as-of", night, "--verbose")
        #expect(again.code == 0)
        #expect(again.output.contains("Nothing was due; nothing was changed."))
        #expect(try desk.run("preview", "--as-of", night, "--detailed-exit-code").code == 0)
    }

    @Test func `archives open with gzip, hold no number, and are found damaged by one byte`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export(
            "a.txt", phone: "+32 470 00 00 01", daysAgo: [400], text: "Rappelez-moi au 0470 00 00 01 svp")
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        try desk.run("run", "--as-of", desk.date(inDays: 16))
        #expect(try desk.shell("gzip -t archive/*.gz && echo sound") == "sound\n")
        let lines = try desk.shell("zcat archive/*.gz")
        #expect(lines.contains("[téléphone]"))
        #expect(!lines.contains("0470"))
        #expect(
            try desk.shell("grep -r -a -E '0470.?00.?00.?01|32470.?00.?00.?01' state/store.db archive reports; true")
                == "")

        let explained = try desk.run("explain", "1")
        #expect(explained.output.contains("was archived by rule client-assistance"))
        #expect(try desk.run("explain", "2").code == 66)
        let list = try desk.run("archive", "list")
        #expect(list.output.contains("client-assistance"))
        #expect(try desk.run("archive", "verify").code == 0)
        let name = try #require(desk.files(in: "archive").first { $0.hasSuffix(".gz") })
        #expect(try desk.run("archive", "show", String(name.dropLast(9))).output.contains("[téléphone]"))

        _ = try desk.shell("printf 'x' | dd of=archive/\(name) bs=1 seek=40 conv=notrunc")
        let verify = try desk.run("archive", "verify")
        #expect(verify.code == 22)
        #expect(verify.output.contains("failing 1"))
    }

    @Test func `importing again after a night brings nothing back`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [400, 20])
        func bring() throws -> String {
            try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export).output
        }
        #expect(try bring().contains("4 messages in 2 conversations"))
        let night = desk.date(inDays: 16)
        try desk.run("run", "--as-of", night)
        let archives = desk.files(in: "archive")
        #expect(archives.count == 2)
        #expect(try bring().contains("0 messages in 0 conversations, 4 known already"))
        let run = try desk.run("run", "--as-of", night, "--verbose")
        #expect(run.output.contains("Nothing was due"))
        #expect(desk.files(in: "archive") == archives)
    }

    @Test func `a source that is safely in the store leaves the intake folder, and no other does`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        try FileManager.default.createDirectory(atPath: desk.folder + "/intake", withIntermediateDirectories: true)
        let inside = try desk.export("intake/a.txt", phone: "+32 470 00 00 01", daysAgo: [20])
        let outside = try desk.export("b.txt", phone: "+32 470 00 00 02", daysAgo: [20])
        try "not a chat".write(toFile: desk.folder + "/intake/c.txt", atomically: false, encoding: .utf8)
        let imported = try desk.run(
            "import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", desk.folder + "/intake",
            outside)
        #expect(imported.code == 3)
        try desk.run("run", "--as-of", desk.date(inDays: 10))
        #expect(desk.files(in: "intake") == ["a.txt", "c.txt"])
        let run = try desk.run("run", "--as-of", desk.date(inDays: 16), "--verbose")
        #expect(run.output.contains("sources"))
        #expect(desk.files(in: "intake") == ["c.txt"])
        #expect(FileManager.default.fileExists(atPath: outside))
        _ = inside
    }

    @Test func `a hold keeps a conversation, and its release takes effect after its notice`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [400])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        let placed = try desk.run(
            "hold", "add", "1", "--reason", "claim 12", "--by", "A. Peeters", "--review-on", desk.date(inDays: 90))
        #expect(placed.code == 0)
        let night = desk.date(inDays: 16)
        #expect(try desk.run("run", "--as-of", night, "--verbose").output.contains("client-assistance"))
        #expect(desk.files(in: "archive") == [])
        #expect(try desk.run("explain", "1", "--as-of", night).output.contains("under a legal hold"))
        #expect(try desk.run("hold", "release", "1", "--by", "A. Peeters").code == 0)
        try desk.run("run", "--as-of", desk.date(inDays: 13))
        #expect(desk.files(in: "archive") == [])
        try desk.run("run", "--as-of", night)
        #expect(desk.files(in: "archive").count == 2)
    }

    @Test func `marks come one by one or as lines, and all or none are taken`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [120])
        try desk.run("import", "--role", "candidate", "--purpose", "application", "--ours", "Assistance", export)
        #expect(try desk.run("explain", "1").output.contains("decision: has not happened"))
        let day = desk.date(inDays: -100)
        let wrong = try desk.run("mark", "decided", input: "1,\(day)\n99,\(day)\n")
        #expect(wrong.code == 65)
        #expect(try desk.run("explain", "1").output.contains("decision: has not happened"))
        #expect(try desk.run("mark", "decided", input: "1,\(day)\n").code == 0)
        #expect(try desk.run("explain", "1").output.contains("decision: \(day)"))
        #expect(try desk.run("mark", "role", "1", "client").code == 0)
        #expect(try desk.run("explain", "1").output.contains("role client"))
        #expect(try desk.run("mark", "role", "1", "klant").code == 65)
    }

    @Test func `a refusal of information outlives its person as a keyed hash`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [1200])
        let other = try desk.export("b.txt", phone: "+32 470 00 00 02", daysAgo: [1200])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export, other)
        _ = try desk.shell(
            """
            sqlite3 state/store.db "insert into preference(person, kind, given, evidence)
              values (1, 'information-opt-out', 1, 'message'), (2, 'information-opt-out', 1, 'message'),
                     (2, 'information-opt-out', 0, 'message')"
            """)
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 16)).code == 0)
        let left = try desk.shell(
            "sqlite3 state/store.db 'select count(*) from person; select length(hash), reason from retention_suppression'"
        )
        #expect(left == "0\n16|information-opt-out\n")
        #expect(try desk.shell("grep -c -a 32470000001 state/store.db; true") == "0\n")
    }

    @Test func `a report is written again from its record, byte for byte, in three languages`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [400, 20])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        try desk.run("run", "--as-of", desk.date(inDays: 16))
        _ = try desk.shell("mkdir -m 755 again")
        let again = try desk.run("report", "--output", "again")
        #expect(again.code == 0)
        #expect(desk.files(in: "again") == desk.files(in: "reports"))
        #expect(try desk.shell("diff -r again reports") == "")
        #expect(try desk.shell("grep -c 'Rapport de conservation' again/*.html") == "3\n")
        for (language, word) in [("nl", "lang=\"nl\""), ("en", "lang=\"en\"")] {
            #expect(try desk.run("report", "--output", "again", "--language", language).code == 0)
            #expect(try desk.shell("cat again/*.html").contains(word))
        }
        #expect(try desk.run("report", "--language", "de").code == 64)
        #expect(try desk.run("report", "--run", "9").code == 66)
    }

    @Test func `the author's name of an export leaves its texts`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export(
            "a.txt", phone: "Sander Lejeunehomme", daysAgo: [400],
            text: "Bonjour, ici Sander, Monsieur Lejeunehomme pour vous")
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 16)).code == 0)
        let lines = try desk.shell("zcat archive/*.gz")
        #expect(lines.contains("[nom]"))
        #expect(!lines.contains("Sander") && !lines.contains("Lejeunehomme"))
    }

    @Test func `what an import overwrites is not left in the file by a night that has nothing to do`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export(
            "a.txt", phone: "+32 470 00 00 01", daysAgo: [3],
            text: String(repeating: "un secret bien gardé ", count: 500))
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        try desk.run("run")
        _ = try desk.shell("sqlite3 state/store.db \"pragma secure_delete=0; update message set text = 'x'\"")
        #expect(try desk.shell("grep -c -a 'secret bien' state/store.db; true") != "0\n")
        #expect(try desk.run("run", "--verbose").output.contains("Nothing was due"))
        #expect(try desk.shell("grep -c -a 'secret bien' state/store.db; true") == "0\n")
    }
}
