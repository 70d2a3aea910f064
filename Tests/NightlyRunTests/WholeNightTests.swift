import Conversations
import Fixtures
import Foundation
import NightlyRun
import Planning
import Testing

/// Whole nights over real files, on each form of store.
@Suite struct WholeNightTests {
    @Test(arguments: StoreForm.allCases)
    func `an aged conversation moves to an archive that gzip opens, redacted, and its person goes`(form: StoreForm)
        throws
    {
        let desk = try Desk(form)
        let person = try desk.person(photo: "face.jpg", status: "au travail")
        let id = try desk.conversation(of: person, on: "2025-01-10", media: ["receipt.jpg"])
        let outcome = try desk.run("2026-02-01")

        #expect(try desk.count(.conversation) == 0 && desk.count(.message) == 0 && desk.count(.media) == 0)
        #expect(try desk.count(.person) == 0 && desk.count(.address) == 0)
        #expect(try desk.files("media").isEmpty)
        let segments = try desk.segments()
        #expect(segments.count == 1)
        let segment = try #require(segments.first)
        let lines = try desk.archivedLines(segment)
        let line = try #require(lines.first)
        #expect(lines.count == 1)
        #expect(line.contains("\"conversation\":\(id)") && line.contains("[phone]") && line.contains("merci"))
        #expect(line.contains("2028-01-11"))
        #expect(!line.contains("0470 00 00 01") && !line.contains("Lambert"))
        #expect(outcome.record.segmentsWritten.map(\.conversations) == [1])
        expectBalanced(outcome)
        #expect(try desk.filesHolding("0470 00 00 01").isEmpty && desk.filesHolding("+32470000001").isEmpty)
        #expect(try desk.filesHolding("Lambert").isEmpty && desk.filesHolding("au travail").isEmpty)
    }

    @Test(arguments: StoreForm.allCases)
    func `a conversation of six months is redacted in place, and only the texts that hold something change`(
        form: StoreForm
    ) throws {
        let desk = try Desk(form)
        let person = try desk.person()
        let id = try desk.conversation(
            of: person, on: "2025-01-10", texts: ["Appelez le 0470 00 00 01", "merci", nil, ""])
        let before = try desk.texts(of: id)
        let outcome = try desk.run("2025-08-01")

        let after = try desk.texts(of: id)
        #expect(after[0] == "Appelez le [phone]")
        #expect(Array(after.dropFirst()) == Array(before.dropFirst()))
        #expect(try desk.done(.conversation, id)?.isSuperset(of: .redactAll) == true)
        #expect(try desk.segments().isEmpty)
        expectBalanced(outcome)
        #expect(try desk.filesHolding("0470 00 00 01").isEmpty)
    }

    @Test(arguments: StoreForm.allCases)
    func `media go after their time, rows and files, and the texts stay`(form: StoreForm) throws {
        let desk = try Desk(form)
        let person = try desk.person(photo: "face.jpg", status: "au travail")
        let id = try desk.conversation(of: person, on: "2025-01-10", media: ["receipt.jpg"])
        let texts = try desk.texts(of: id)
        try desk.file("other.jpg", "of nobody")
        let outcome = try desk.run("2025-03-01")

        #expect(try desk.count(.media) == 0 && desk.texts(of: id) == texts)
        #expect(try desk.files("media") == ["other.jpg"])
        #expect(try !desk.rows(ofPerson: person).joined().contains("au travail"))
        #expect(try desk.rows(ofPerson: person).joined().contains("Lambert"))
        expectBalanced(outcome)
    }

    @Test(arguments: StoreForm.allCases)
    func `a person gives way to a pseudonym while a conversation still needs one`(form: StoreForm) throws {
        let desk = try Desk(form)
        let person = try desk.person()
        let id = try desk.conversation(of: person, "unknown", "unknown", on: "2025-01-10")
        let outcome = try desk.run("2025-05-01")

        let rows = try desk.rows(ofPerson: person).joined()
        #expect(!rows.contains("Lambert") && !rows.contains("470000001"))
        #expect(try desk.count(.address) == 0 && desk.count(.conversation) == 1)
        #expect(try desk.done(.person, person) == .pseudonymise)
        #expect(try desk.texts(of: id).first == "Bonjour, mon numéro est le [phone]")
        #expect(try desk.filesHolding("Lambert").isEmpty && desk.filesHolding("470000001").isEmpty)
        expectBalanced(outcome)
    }

    @Test(arguments: StoreForm.allCases)
    func `a person's own data go at the latest due date of all conversations`(form: StoreForm) throws {
        let desk = try Desk(form)
        let person = try desk.person(photo: "face.jpg")
        try desk.conversation(of: person, on: "2025-01-10", media: ["first.jpg"])
        try desk.conversation(of: person, on: "2025-06-10", media: ["second.jpg"])
        try desk.run("2025-07-10")
        #expect(try desk.files("media") == ["face.jpg", "second.jpg"])
        try desk.run("2025-07-11")
        #expect(try desk.files("media").isEmpty)
        #expect(try desk.rows(ofPerson: person).joined().contains("Lambert"))
    }

    @Test(arguments: StoreForm.allCases)
    func `erase all leaves no row and no byte`(form: StoreForm) throws {
        let desk = try Desk(form)
        let person = try desk.person("Zoé Peeters", phone: "+32470000002", photo: "zoe.jpg")
        try desk.conversation(
            of: person, "operator", "technical", on: "2025-01-10", texts: ["le serveur rougeoie"], media: ["disk.jpg"])
        try desk.run("2025-03-11")
        #expect(try desk.count(.conversation) == 1)
        let outcome = try desk.run("2025-03-12")
        #expect(try desk.count(.conversation) == 0 && desk.count(.message) == 0 && desk.count(.person) == 0)
        #expect(try desk.files("media").isEmpty && desk.segments().isEmpty)
        for value in ["rougeoie", "Peeters", "+32470000002"] { #expect(try desk.filesHolding(value).isEmpty) }
        expectBalanced(outcome)
    }

    @Test(arguments: StoreForm.allCases)
    func `a decided application goes after the decision, an undecided one after the last message`(form: StoreForm)
        throws
    {
        let desk = try Desk(form)
        let first = try desk.person("Ann Smit", phone: "+32470000003")
        let second = try desk.person("Ben Maes", phone: "+32470000004")
        let decided = try desk.conversation(
            of: first, "candidate", "application", on: "2025-01-10", decision: "2025-02-10")
        let undecided = try desk.conversation(of: second, "candidate", "application", on: "2025-01-10")
        try desk.run("2025-05-10")
        #expect(try !desk.rows(of: decided).isEmpty && !desk.rows(of: undecided).isEmpty)
        try desk.run("2025-05-11")
        #expect(try desk.rows(of: decided).isEmpty && !desk.rows(of: undecided).isEmpty)
        try desk.run("2025-07-11")
        #expect(try desk.rows(of: undecided).isEmpty && desk.count(.person) == 0)
    }

    @Test(arguments: StoreForm.allCases)
    func `an archive ends on its date, files and all`(form: StoreForm) throws {
        let desk = try Desk(form)
        try desk.conversation(of: desk.person(), on: "2025-01-10")
        try desk.run("2026-02-01")
        try desk.run("2028-01-10")
        #expect(try desk.files("archive").count == 2)
        let outcome = try desk.run("2028-01-11")
        #expect(try desk.files("archive").isEmpty)
        #expect(outcome.record.segmentsErased == 1)
        expectBalanced(outcome)
        #expect(try desk.run("2028-01-12").done == 0)
    }

    @Test(arguments: StoreForm.allCases)
    func `a group goes by the latest clock of its persons, and each of them with it`(form: StoreForm) throws {
        let desk = try Desk(form)
        let persons = try (1...3).map { try desk.person("Person Number\($0)", phone: "+3247000001\($0)") }
        let group = try desk.conversation(
            of: persons[0], "prospect", "question", on: "2025-01-10", texts: ["un", "deux", "trois"],
            group: Array(persons[1...]))
        let later = try desk.conversation(of: persons[2], "prospect", "question", on: "2025-04-10")
        try desk.run("2026-02-01")
        #expect(try !desk.rows(of: group).isEmpty)
        let outcome = try desk.run("2026-04-11")
        #expect(try desk.rows(of: group).isEmpty && desk.rows(of: later).isEmpty)
        #expect(try desk.count(.person) == 0 && desk.count(.participant) == 0)
        let line = try #require(desk.segments().flatMap { try desk.archivedLines($0) }.first { $0.contains("deux") })
        #expect(line.contains("\"author\"") && !line.contains("Number"))
        expectBalanced(outcome)
    }

    @Test func `columns beside the messages are emptied of what is redacted`() throws {
        let desk = try Desk(.foreign)
        let aged = try desk.conversation(of: desk.person(), on: "2025-01-10")
        let unknown = try desk.conversation(of: desk.person("Other One", phone: nil), "unknown", on: "2025-04-10")
        let young = try desk.conversation(of: desk.person("Third One", phone: nil), on: "2025-07-10")
        try desk.database.write { db in
            for id in [aged, unknown, young] {
                try db.execute(
                    sql: """
                        update lines set sender = '3247000000\(id)@s.whatsapp.net' where chat_ref = 'conversation-\(id)';
                        insert into notes(chat_ref, note) values ('conversation-\(id)', 'rappeler Zéphirin\(id)')
                        """)
            }
        }
        let rows = try desk.rows(of: young)
        expectBalanced(try desk.run("2025-08-01"))
        #expect(try desk.filesHolding("3247000000\(aged)@").isEmpty && desk.filesHolding("Zéphirin\(aged)").isEmpty)
        // There only numbers and addresses are redacted: the note stays until its conversation goes.
        #expect(
            try desk.filesHolding("3247000000\(unknown)@").isEmpty && !desk.filesHolding("Zéphirin\(unknown)").isEmpty)
        #expect(try desk.rows(of: young) == rows)
        #expect(try desk.run("2025-08-01").done == 0)
    }
}
