import Conversations
import Foundation
import StorePort
import Testing

@testable import Importing

struct ImporterTests {
    @Test func `a folder is walked in the order of names, and a file that fails loses nothing of the others`() throws {
        let fixture = try ImportFixture()
        try fixture.write("in/b.txt", ExportImportTests.chat)
        try fixture.write("in/a.txt", "This is a shopping list.\nMilk\n")
        try fixture.write("in/c/d.txt", bytes: [0x32, 0x30, 0xFF, 0xFE, 0x0A])
        try fixture.write("in/e.json", WebhookFixture.payload("messages", WebhookFixture.text("x", id: "wamid.A")))
        try fixture.write("in/.hidden.txt", ExportImportTests.chat)
        try FileManager.default.createSymbolicLink(atPath: fixture.folder + "/in/f.txt", withDestinationPath: "b.txt")
        let summaries = try fixture.importing(fixture.folder + "/in")
        #expect(summaries.map(\.file) == [1, 2, 3, 4, 5])
        #expect(summaries.allSatisfy { $0.count == 5 && $0.shortHash.utf8.count == 8 })
        #expect(summaries.map { $0.fault?.exitCode } == [65, nil, 65, nil, 65])
        #expect(summaries.map(\.messages) == [0, 3, 0, 1, 0])
        #expect(summaries[0].fault == .notAChat)
        #expect(summaries[2].fault == .notUTF8(line: 1))
        #expect(summaries[4].fault == .notRegular)
    }

    @Test func `nothing that a summary says names the person or the file`() throws {
        let fixture = try ImportFixture()
        let paths = try [
            fixture.write("WhatsApp Chat with Lena Vos.txt", ExportImportTests.chat),
            fixture.write("32470123456.txt", "no chat"),
            fixture.write("x.json", "{\"32470123456\": }"), fixture.folder + "/missing Lena.txt",
        ]
        for path in paths {
            let said = try "\(fixture.importing(path))"
            for secret in ["Lena", "32470123456", fixture.folder] { #expect(!said.contains(secret), "\(said)") }
        }
    }

    @Test func `not UTF-8 in the middle imports nothing of the file`() throws {
        let fixture = try ImportFixture()
        let path = try fixture.write(
            "x.txt",
            bytes: Array(ExportImportTests.chat.utf8) + Array("20/11/2025, 09:09 - Lena: ".utf8) + [0xC3, 0x28])
        let summary = try #require(fixture.importing(path).first)
        #expect(summary.fault == .notUTF8(line: 7))
        #expect(try fixture.dump() == [])
    }

    @Test func `a chat of ours alone, and one without us, is a question`() throws {
        let fixture = try ImportFixture(ours: ["helpdesk"])
        #expect(try fixture.importing(text: "20/11/2025, 09:01 - Helpdesk: a\n").fault == .everyAuthorIsOurs)
        #expect(
            try fixture.importing(text: "20/11/2025, 09:01 - Lena: a\n20/11/2025, 09:02 - Tom: b\n").fault
                == .noAuthorIsOurs)
        #expect(try fixture.dump() == [])
        fixture.settings.oursUnknown = true
        #expect(
            try fixture.importing(text: "20/11/2025, 09:01 - Lena: a\n20/11/2025, 09:02 - Helpdesk: b\n").fault == nil)
        #expect(try fixture.integers("select direction from message") == [0, 0])
    }

    @Test func `dates that cannot be decided are a question, and --date-order answers it`() throws {
        let fixture = try ImportFixture()
        let text = "05/06/2025, 09:01 - Lena: a\n05/06/2025, 09:02 - Helpdesk: b\n"
        let refused = try fixture.importing(text: text)
        #expect(refused.fault == .undecidableDates)
        #expect(refused.fault?.exitCode == 65)
        #expect(try fixture.dump() == [])
        fixture.settings.dateOrder = .mdy
        #expect(try fixture.importing(text: text).dateOrderEvidence == .given)
        #expect(try fixture.instants("select opened_at from conversation") == ["2025-05-06T07:01:00Z"])
    }

    @Test func `a verified source is known by a keyed hash of its bytes`() throws {
        let fixture = try ImportFixture()
        let path = try fixture.write("x.txt", ExportImportTests.chat)
        _ = try fixture.importing(path)
        let hash = fixture.settings.hash.of(.source, Array(ExportImportTests.chat.utf8)).bytes
        let hex = hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
        #expect(
            try fixture.strings("select hex(hash) || kind || messages || refused from retention_source") == [
                hex + "export30"
            ])
    }

    @Test func `lines before the first message are unplaced, and the source is not verified`() throws {
        let fixture = try ImportFixture()
        #expect(try fixture.importing(text: "\nsomething\n" + ExportImportTests.chat).unplaced == 1)
        #expect(try fixture.integers("select refused from retention_source") == [1])
    }

    @Test func `lines end with a line feed or with two characters, and a byte-order mark may stand in front`() throws {
        let fixture = try ImportFixture()
        try fixture.importing(text: ExportImportTests.chat)
        let windows =
            "\u{FEFF}"
            + ExportImportTests.chat.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        #expect(try fixture.importing(text: windows).duplicates == 3)
    }

    @Test func `a pipe is not waited on`() throws {
        let fixture = try ImportFixture()
        #expect(mkfifo(fixture.folder + "/pipe.txt", 0o600) == 0)
        #expect(try fixture.importing(fixture.folder + "/pipe.txt").first?.fault == .notRegular)
        #expect(throws: ImportFault.notRegular) { try FileBytes(path: fixture.folder + "/pipe.txt") }
    }

    @Test func `an export in batches is the same as one in a piece`() throws {
        let lines = (0..<45_000).map { index in
            let (day, minute) = (index / 1440, index % 1440)
            let date = CivilDate(daysSince1970: 20_000 + Int64(day))
            let parts = [date.day, date.month, minute / 60, minute % 60].map { ($0 < 10 ? "0" : "") + String($0) }
            return
                "\(parts[0])/\(parts[1])/\(date.year), \(parts[2]):\(parts[3]) - \(index % 3 == 0 ? "Helpdesk" : "Lena"): message \(index % 7)"
        }
        let fixture = try ImportFixture()
        let summary = try fixture.importing(text: lines.joined(separator: "\n"))
        #expect((summary.messages, summary.added, summary.conversations) == (45_000, 45_000, 1))
        #expect(try fixture.integers("select messages from conversation") == [45_000])
        #expect(try fixture.integer("select max(n) from message") == 45_000)
    }
}
