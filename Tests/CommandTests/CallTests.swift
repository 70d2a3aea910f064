import Foundation
import Testing

/// A person of whom only calls are known.
struct CallTests {
    private func call(_ desk: Desk) throws -> String {
        let at = Int(Date().timeIntervalSince1970) - 86_400
        let payload =
            #"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"calls","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"3225550000","phone_number_id":"99"},"calls":[{"id":"wacid.A","from":"32470000009","to":"3225550000","event":"terminate","timestamp":"\#(at)","direction":"USER_INITIATED","duration":0}]}}]}]}"#
        let path = desk.folder + "/calls.json"
        try payload.write(toFile: path, atomically: false, encoding: .utf8)
        return path
    }

    private func count(_ desk: Desk, _ table: String) throws -> String {
        try desk.shell("sqlite3 state/store.db 'select count(*) from \(table)'").trimmingCharacters(in: .newlines)
    }

    @Test func `goes after the grace with the calls, and a call that is known is not told twice`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let path = try call(desk)
        #expect(try desk.run("import", path).code == 0)
        #expect(try count(desk, "event") == "1" && count(desk, "person") == "1")
        // Even where its fingerprint was forgotten.
        _ = try desk.shell("sqlite3 state/store.db 'delete from retention_seen'")
        try desk.run("import", path)
        #expect(try count(desk, "event") == "1")
        try desk.run("run", "--as-of", desk.date(inDays: 10))
        #expect(try count(desk, "person") == "1" && count(desk, "retention_seen") == "1")
        let run = try desk.run("run", "--as-of", desk.date(inDays: 16), "--verbose")
        #expect(run.code == 0)
        #expect(try count(desk, "event") == "0" && count(desk, "person") == "0" && count(desk, "address") == "0")
        // The fingerprint keeps the call from coming back, for as long as the policy says.
        #expect(try count(desk, "retention_seen") == "1")
        try desk.run("run", "--as-of", desk.date(inDays: 440))
        #expect(try count(desk, "retention_seen") == "0")
    }

    @Test func `a damaged store is refused with 65 before the first change`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [400])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        // The page of an index that planning does not read.
        let page = try desk.shell(
            "sqlite3 state/store.db \"select rootpage from sqlite_schema where name = 'address_value'\""
        )
        .trimmingCharacters(in: .newlines)
        _ = try desk.shell(
            "printf '\\377\\377\\377\\377\\377\\377\\377\\377' | dd of=state/store.db bs=1 seek=$(( (\(page) - 1) * 4096 )) conv=notrunc"
        )
        let run = try desk.run("run", "--as-of", desk.date(inDays: 16))
        #expect(run.code == 65, "\(run.code) \(run.errors)")
        #expect(desk.files(in: "archive") == [])
    }

    /// On a night without figures to compute another core makes the check.
    @Test func `a store that was damaged after a night is refused with 65 before the first change`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        try desk.run("run")
        _ = try desk.shell("sqlite3 state/store.db 'insert or ignore into retention_scrub(pending) values (1)'")
        let page = try desk.shell(
            "sqlite3 state/store.db \"select rootpage from sqlite_schema where name = 'address_value'\""
        ).trimmingCharacters(in: .newlines)
        _ = try desk.shell(
            "printf '\\377\\377\\377\\377\\377\\377\\377\\377' | dd of=state/store.db bs=1 seek=$(( (\(page) - 1) * 4096 )) conv=notrunc"
        )
        let run = try desk.run("run", "--as-of", desk.date(inDays: 16))
        #expect(run.code == 65, "\(run.code) \(run.errors)")
        let runs = try desk.shell("sqlite3 state/store.db 'select count(*) from retention_run'")
        #expect(runs.trimmingCharacters(in: .newlines) == "1")
    }
}
