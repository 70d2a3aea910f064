import Foundation
import Testing

/// What `doctor` finds wrong, what it says to do, and that it changes nothing.
struct DoctorTests {
    private struct Found {
        let code: Int32
        private let lines: [[String: Any]]

        init(_ result: Desk.Result) throws {
            code = result.code
            lines = try result.output.split(separator: "\n").map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
        }

        /// The states under a name, with what is to be done.
        subscript(_ check: String) -> String {
            lines.filter { $0["check"] as? String == check }.map { line in
                [line["state"], line["remedy"]].compactMap { $0 as? String }.joined(separator: ": ")
            }.joined(separator: "; ")
        }
    }

    private func ask(_ desk: Desk) throws -> Found { try Found(desk.run("doctor", "--json")) }

    @Test func `an installation that is well ends with 0, and is not changed`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        try desk.run("run")
        let before = try desk.everything()
        let found = try ask(desk)
        #expect(found.code == 0)
        for check in [
            "policy", "time zone", "owner", "permissions", "space", "store", "archive", "approval", "last night",
        ] { #expect(found[check] == "ok", "\(check): \(found[check])") }
        // The shipped policy keeps the keys beside the store.
        #expect(found["keys"].contains("leave \(desk.folder)/state/keys out of that backup"))
        #expect(try desk.everything() == before)
        #expect(try desk.run("doctor").output.contains("a scrub needs 1 MB"))
    }

    @Test func `each fault is named with its remedy and the code of a run`() throws {
        let desk = try Desk()
        let none = try ask(desk)
        #expect(none.code == 66 && none["store"].contains("retention init"))

        try desk.run("init")
        let unapproved = try ask(desk)
        #expect(unapproved.code == 78 && unapproved["approval"].contains("retention check --approve"))
        #expect(unapproved["last night"].hasPrefix("warning"))
        #expect(try desk.run("check", "--approve", "--by", "A. Peeters").code == 0)
        #expect(try ask(desk).code == 0)
        _ = try desk.shell("sed -i 's/^grace: 14 days/grace: 15 days/' Retention.yaml")
        #expect(try ask(desk).code == 78)
        _ = try desk.shell("sed -i 's/^grace: 15 days/grace: 14 days/' Retention.yaml")

        _ = try desk.shell("chmod 755 state/keys; chmod 777 reports state")
        let open = try ask(desk)
        #expect(open.code == 73)
        #expect(open["permissions"].contains("chmod go= \(desk.folder)/state/keys"))
        #expect(open["permissions"].contains("chmod go-w \(desk.folder)/reports"))
        #expect(open["permissions"].hasSuffix("chmod go-w \(desk.folder)/state"))
        _ = try desk.shell("chmod 700 state state/keys reports; rm state/keys/ledger.key")
        let lost = try ask(desk)
        #expect(lost.code == 66 && lost["store"].contains("restore the key folder"))
    }

    @Test func `what a run would refuse to begin with is found before the night`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        #expect(try desk.run("run").code == 0)
        _ = try desk.shell("touch archive/notes.txt")
        let foreign = try ask(desk)
        #expect(foreign.code == 65 && foreign["archive"].contains("move what does not belong there"))
        #expect(try desk.run("run").code == 65)
        // Also after a run that was killed.
        _ = try desk.shell("sqlite3 state/store.db \"update retention_run set state = 'working'\"")
        #expect(try ask(desk).code == 65)
        _ = try desk.shell("sqlite3 state/store.db \"update retention_run set state = 'done'\"")
        _ = try desk.shell("rm archive/notes.txt; cp state/store.db before.db")
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 1)).code == 0)
        _ = try desk.shell("cp before.db state/store.db")
        let older = try ask(desk)
        #expect(older.code == 65 && older["archive"].contains("bring back the store of the last night"))
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 1)).code == 65)
    }

    @Test func `nights that ceased are told from nights that were never`() throws {
        let desk = try Desk()
        try desk.run("init")
        try desk.run("check", "--approve", "--by", "A. Peeters")
        #expect(try desk.run("run").code == 0)
        #expect(try ask(desk)["last night"] == "ok")
        _ = try desk.shell("sqlite3 state/store.db 'update retention_run set as_of = as_of - 3 * 86400'")
        let ceased = try ask(desk)
        #expect(ceased.code == 3 && ceased["last night"].contains("look at the timer"))
        _ = try desk.shell("sqlite3 state/store.db \"update retention_run set state = 'working'\"")
        #expect(try ask(desk)["last night"].contains("completes it"))
    }
}
