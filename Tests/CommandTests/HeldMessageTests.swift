import Foundation
import Testing

/// What the writer of a message does to it later, while a hold keeps the conversation.
struct HeldMessageTests {
    private let desk: Desk
    private let sent = Int(Date().timeIntervalSince1970) - 3 * 86_400

    init() throws {
        desk = try Desk()
        try desk.run("init", "--rehearsal")
    }

    private func importing(_ type: String, _ part: String, id: String, after seconds: Int = 0, name: String? = nil)
        throws
    {
        let message =
            #"{"from":"32470000009","id":"wamid.\#(id)","timestamp":"\#(sent + seconds)","type":"\#(type)",\#(part)}"#
        let contacts = name.map { #""contacts":[{"profile":{"name":"\#($0)"},"wa_id":"32470000009"}],"# } ?? ""
        let payload =
            #"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"3225550000","phone_number_id":"99"},\#(contacts)"messages":[\#(message)]}}]}]}"#
        let path = desk.folder + "/\(id).json"
        try payload.write(toFile: path, atomically: false, encoding: .utf8)
        let result = try desk.run("import", "--role", "client", "--purpose", "assistance", path)
        #expect(result.code == 0, "\(result.errors)")
    }

    private func text(_ body: String, id: String) throws {
        try importing("text", #""text":{"body":"\#(body)"}"#, id: id)
    }

    private func edit(_ target: String, _ body: String, id: String) throws {
        let part =
            #""edit":{"original_message_id":"wamid.\#(target)","message":{"type":"text","text":{"body":"\#(body)"}}}"#
        try importing("edit", part, id: id, after: 60)
    }

    private func revoke(_ target: String, id: String) throws {
        try importing("revoke", #""revoke":{"original_message_id":"wamid.\#(target)"}"#, id: id, after: 120)
    }

    private func messages() throws -> String {
        try desk.shell("sqlite3 state/store.db \"select kind || ':' || coalesce(text, '-') from message order by n\"")
    }

    private func hold() throws {
        let placed = try desk.run(
            "hold", "add", "1", "--reason", "claim 12", "--by", "A. Peeters", "--review-on", "2100-01-01")
        #expect(placed.code == 0)
    }

    @Test func `what is taken back stays until the hold's notice is over, and then goes from the file`() throws {
        try text("Le numero de la facture brillante", id: "A")
        try text("Deuxieme", id: "B")
        try hold()
        try revoke("A", id: "R")
        #expect(try messages() == "text:Le numero de la facture brillante\ntext:Deuxieme\n")
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 1)).code == 0)
        #expect(try desk.run("hold", "release", "1", "--by", "A. Peeters").code == 0)
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 12)).code == 0)
        #expect(try messages().hasPrefix("text:Le numero"))
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 15)).code == 0)
        #expect(try messages() == "deleted:-\ntext:Deuxieme\n")
        #expect(try desk.shell("grep -rac brillante state/store.db").hasPrefix("0"))
        #expect(try desk.shell("sqlite3 state/store.db 'select count(*) from retention_withdrawal'") == "0\n")
        #expect(
            try desk.shell(
                "sqlite3 state/store.db \"select detail from retention_audit where event = 'messages-withdrawn'\"")
                == "1 messages\n")
    }

    @Test func `an edit stands beside what it changes, and taking it back takes back both`() throws {
        try text("Rue 1", id: "A")
        try hold()
        try edit("A", "Rue 22", id: "E")
        #expect(try messages() == "text:Rue 1\ntext:Rue 22\n")
        #expect(
            try desk.shell("sqlite3 state/store.db 'select messages, inbound, bytes from conversation'") == "2|2|11\n")
        try revoke("A", id: "R")
        #expect(try messages() == "text:Rue 1\ntext:Rue 22\n")
        #expect(try desk.run("hold", "release", "1", "--by", "A. Peeters").code == 0)
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 15)).code == 0)
        #expect(try messages() == "deleted:-\ndeleted:-\n")
        #expect(try desk.run("verify").code == 0)
    }

    @Test func `a held person keeps the name, and takes a new one after the hold`() throws {
        func named(_ name: String, id: String, after seconds: Int) throws -> String {
            try importing("text", #""text":{"body":"Bonjour"}"#, id: id, after: seconds, name: name)
            return try desk.shell("sqlite3 state/store.db 'select display_name from person'")
        }
        #expect(try named("Marie", id: "A", after: 0) == "Marie\n")
        #expect(try named("Marie L", id: "B", after: 60) == "Marie L\n")
        try hold()
        #expect(try named("Somebody Else", id: "C", after: 120) == "Marie L\n")
        _ = try desk.shell("sqlite3 state/store.db 'delete from retention_hold'")
        #expect(try named("Somebody Else", id: "D", after: 180) == "Somebody Else\n")
    }

    @Test func `without a hold the same news takes effect at once`() throws {
        try text("Rue 1", id: "A")
        try edit("A", "Rue 22", id: "E")
        #expect(try messages() == "text:Rue 22\n")
        try revoke("A", id: "R")
        #expect(try messages() == "deleted:-\n")
    }

    @Test func `a store of before gets the table that it lacks, and one of a newer version is refused`() throws {
        _ = try desk.shell(
            """
            sqlite3 state/store.db "drop table retention_withdrawal;
              delete from grdb_migrations where identifier = 'control 2'"
            """)
        #expect(try desk.run("preview").code == 0)
        #expect(try desk.run("run").code == 0)
        #expect(try desk.shell("sqlite3 state/store.db 'select count(*) from retention_withdrawal'") == "0\n")
        _ = try desk.shell("sqlite3 state/store.db \"insert into grdb_migrations values ('control 99')\"")
        let newer = try desk.run("preview")
        #expect(newer.code == 66 && newer.errors.contains("newer version"), "\(newer.code) \(newer.errors)")
    }
}
