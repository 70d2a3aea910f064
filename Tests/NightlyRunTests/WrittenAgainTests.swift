import Archiving
import Conversations
import Fixtures
import GRDB
import NightlyRun
import Testing

/// A store that another program keeps, which writes into the columns beside the texts after they were emptied.
@Suite struct WrittenAgainTests {
    private static let number = "+32 470 00 00 77"

    /// What the program writes, and where it stands then.
    enum Place: String, CaseIterable {
        case senderOfMessage = "update lines set sender = ?1"
        case newNote = "insert into notes(chat_ref, note) select ref, ?1 from chats"
        case changedNote = "update notes set note = ?1"

        var find: String {
            self == .senderOfMessage
                ? "select count(*) from lines where sender <> ''" : "select count(*) from notes where note <> ''"
        }
    }

    @Test(arguments: Place.allCases)
    func `what is written into an emptied column is found, and gone after the next night`(place: Place) throws {
        let desk = try Desk(.foreign)
        try desk.conversation(of: desk.person(), on: "2025-01-10")
        try desk.database.write { db in
            try db.execute(sql: "insert into notes(chat_ref, note) select ref, 'rappeler le 0470 00 00 77' from chats")
            try db.execute(sql: "update lines set sender = '32470000077@s.whatsapp.net'")
        }
        try desk.run("2025-08-01")
        func left() throws -> Int { try desk.database.read { try Int.fetchOne($0, sql: place.find) ?? -1 } }
        #expect(try left() == 0)

        func failing() throws -> [String] {
            try Verifier(
                desk.night("2025-08-01"), store: desk.open(.reading), folder: ArchiveFolder(path: desk.places.archive),
                extent: .init(isSweep: true)
            ).run().filter { $0.outcome == .failed }.map(\.id)
        }
        #expect(try failing() == [])
        try desk.database.write { try $0.execute(sql: place.rawValue, arguments: [Self.number]) }
        #expect(try left() > 0)
        #expect(try desk.preview("2025-08-02").lines.reduce(0) { $0 + $1.due.records } > 0)
        expectBalanced(try desk.run("2025-08-02"))
        #expect(try left() == 0 && failing() == [])

        // A trigger that was lost tells nothing: then the check does.
        try desk.database.write { db in
            for name in try String.fetchAll(db, sql: "select name from sqlite_schema where type = 'trigger'") {
                try db.execute(sql: "drop trigger \(name)")
            }
            try db.execute(sql: place.rawValue, arguments: [Self.number])
        }
        #expect(try failing().contains("B2-emptied"))
    }
}
