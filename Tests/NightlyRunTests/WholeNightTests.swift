import Conversations
import Fixtures
import Foundation
import NightlyRun
import Planning
import Testing

/// Whole nights over real files, on each form of store.
@Suite struct WholeNightTests {
    @Test(arguments: StoreForm.allCases)
    func `an aged conversation moves to an archive that gzip opens, redacted, and its person goes`(form: StoreForm) throws {
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
        let id = try desk.conversation(of: person, on: "2025-01-10", texts: ["Appelez le 0470 00 00 01", "merci", nil, ""])
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

    /// Each line adds up, and what was done is what was due.
    private func expectBalanced(_ outcome: NightlyRun.Outcome, sourceLocation: SourceLocation = #_sourceLocation) {
        for line in outcome.record.lines {
            #expect(line.isBalanced && line.failed == 0, "\(line)", sourceLocation: sourceLocation)
        }
        let failed = outcome.record.checks.filter { $0.outcome == .failed }
        #expect(failed.isEmpty, sourceLocation: sourceLocation)
    }
}
