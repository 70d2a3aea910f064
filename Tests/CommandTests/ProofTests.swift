import Foundation
import Testing

/// That what was erased is gone from the bytes on the disk, as the built command proves it.
struct ProofTests {
    private func desk(edit: (String) -> String = { $0 }) throws -> Desk {
        let desk = try Desk(edit: edit)
        try desk.run("init", "--rehearsal")
        let export = try desk.export(
            "a.txt", phone: "+32 470 00 00 01", daysAgo: [400],
            text: "Rappelez-moi au 0470 00 00 99 svp, je serai chez moi toute la journée")
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        _ = try desk.shell("rm \(export)")
        return desk
    }

    private func checks(_ desk: Desk) throws -> [String: (examined: Int, failing: Int)] {
        let report = try #require(desk.files(in: "reports").last { $0.hasSuffix(".json") })
        let bytes = try #require(FileManager.default.contents(atPath: desk.folder + "/reports/" + report))
        let json = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let record = try #require(json["record"] as? [String: Any])
        let checks = try #require(record["checks"] as? [[String: Any]])
        return Dictionary(
            checks.map {
                ($0["id"] as? String ?? "", ($0["examined"] as? Int ?? 0, $0["failing"] as? Int ?? 0))
            }, uniquingKeysWith: { first, _ in first })
    }

    @Test func `a night proves by another process that no byte is left, and verify agrees`() throws {
        let desk = try desk()
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 16)).code == 0)
        let told = try self.checks(desk)
        #expect(told["B6"]?.examined == 1)
        // The author's number at home and abroad, and the one in the text, at least.
        #expect((told["B5"]?.examined ?? 0) >= 3 && told["B5"]?.failing == 0)
        #expect(try desk.shell("sqlite3 state/store.db 'select count(*) from retention_erased'") == "0\n")
        #expect(try desk.shell("stat -c %a state/store.db.audit.jsonl state/store.db.tmp") == "600\n700\n")
        #expect(try desk.shell("grep -c '\"event\":' state/store.db.audit.jsonl") != "0\n")
        let verify = try desk.run("verify", "--sweep")
        #expect(verify.code == 0, "\(verify.output)")
        #expect(verify.output.contains("C3") && !verify.output.contains("FAILED"))
        let json = try desk.run("verify", "--json", "--subset", "1/1")
        #expect(json.output.split(separator: "\n").last?.contains("\"failed\":0") == true)
        let checks = try json.output.split(separator: "\n").dropLast().map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        let made = Set(checks.compactMap { $0["id"] as? String })
        let proven = Set(
            checks.filter { $0["outcome"] as? String == "proven" }.compactMap { $0["id"] as? String })
        #expect(
            proven.isSuperset(of: [
                "B2-tables", "B4", "B6", "C1", "C2", "archive-folder", "H2", "H2-times", "H2-copy", "H2-reports", "H5",
                "intake", "store-sound", "store-triggers", "temporary-empty",
            ]), "\(proven)")
        // Of what is not on this desk nothing is proven.
        let others = ["B1", "plan-definition", "B2", "B2-persons", "B7", "B8", "H2-decisions"]
        #expect(made.isSuperset(of: others + ["H2-nights", "holds-reviewed"]), "\(made)")
        #expect(try desk.run("verify", "--subset", "4/3").code == 64)
    }

    @Test func `a number that redaction keeps in an archive is no residue`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export(
            "a.txt", phone: "+32 470 00 00 01", daysAgo: [400],
            text: "Notre numéro d'entreprise est BE 0123.456.789, mon gsm 0470 00 00 99")
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        _ = try desk.shell("rm \(export)")
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 16)).code == 0)
        let text = try desk.shell("zcat archive/*.gz")
        #expect(text.contains("0123.456.789") && !text.contains("0470 00 00 99"))
        #expect((try checks(desk)["B5"]?.examined ?? 0) >= 3)
    }

    @Test(arguments: ["0470 00 00 99", "+32470000001", "je serai chez moi"])
    func `an erased value that is left in a file is found, and the exit code says so`(left: String) throws {
        let desk = try desk()
        let value = left.contains("chez") ? "Rappelez-moi au 0470 00 00 99 svp, je serai" : left
        _ = try desk.shell("umask 077; echo 'note: \(value)' > reports/notes.txt")
        let run = try desk.run("run", "--as-of", desk.date(inDays: 16))
        #expect(run.code == 22)
        #expect(run.errors.contains("check B5 failed") && !run.errors.contains("0470"))
        // It is looked for again by the next run, and by `verify`, until it is gone.
        #expect(try desk.shell("sqlite3 state/store.db 'select count(*) > 0 from retention_erased'") == "1\n")
        #expect(try desk.run("verify").code == 22)
        _ = try desk.shell("rm reports/notes.txt")
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 16)).code == 0)
        #expect(try checks(desk)["B5-earlier"]?.examined == 0)
        #expect(try desk.shell("sqlite3 state/store.db 'select count(*) from retention_erased'") == "0\n")
        #expect(try desk.run("verify").code == 0)
    }

    /// A table that nobody told us of is nothing that we erase from.
    @Test(arguments: [
        ("Karim Vandenbroucke", 1), ("+32470000001", 1), ("0470 00 00 99", 0),
        ("Rappelez-moi au 0470 00 00 99 svp, je serai chez moi", 0),
    ])
    func `a person who was erased and is named in another table is found`(value: String, failing: Int) throws {
        let desk = try desk()
        _ = try desk.shell(
            """
            sqlite3 state/store.db "update person set display_name = 'Karim Vandenbroucke';
              create table orders(id integer primary key, buyer text); insert into orders(buyer) values ('\(value)')"
            """)
        let run = try desk.run("run", "--as-of", desk.date(inDays: 16))
        #expect(run.code == 0 && !run.output.contains("Karim") && !run.errors.contains("Karim"))
        let checks = try checks(desk)
        #expect((checks["B5"]?.examined ?? 0) >= 3 && checks["B5"]?.failing == 0)
        #expect((checks["B5-unlisted"]?.examined ?? 0) >= 3 && checks["B5-unlisted"]?.failing == failing)
    }

    @Test func `a weekly scrub is not proven before its day, and then is`() throws {
        let desk = try desk { $0.replacing("scrub: nightly", with: "scrub: weekly") }
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 16)).code == 0)
        #expect(try checks(desk)["B6"]?.examined == 1)
        let again = try desk.export("b.txt", phone: "+32 470 00 00 02", daysAgo: [500])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", again)
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 17)).code == 0)
        #expect(try checks(desk)["B6"]?.examined == 0)
        #expect(try checks(desk)["B5"]?.examined == 0)
        // The numbers of that night wait for the day, and the verification says that it is still to come.
        #expect(try desk.run("verify").code == 3)
        _ = try desk.shell("sqlite3 state/store.db 'update retention_scrubbed set at = at - 700000'")
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 18)).code == 0)
        #expect(try checks(desk)["B6"]?.examined == 1)
        #expect((try checks(desk)["B5"]?.examined ?? 0) >= 2)
        #expect(try desk.run("verify").code == 0)
    }

    @Test func `the search is no command of its own for anybody else`() throws {
        let desk = try Desk()
        #expect(try desk.runAll(["scan-residue"], input: "{}").code == 64)
        #expect(try !desk.runAll(["--help"]).output.contains("scan-residue"))
    }

    @Test func `a folder for temporary files that others may enter is refused`() throws {
        let desk = try desk()
        _ = try desk.shell("mkdir -p state/store.db.tmp; chmod 755 state/store.db.tmp")
        let run = try desk.run("run", "--as-of", desk.date(inDays: 16))
        #expect(run.code == 73 && run.errors.contains("may be entered by others"))
    }
}
