import Foundation
import GRDB
import SQLiteStore
import StorePort
import Testing

@testable import Importing

/// Files out of zips: taken once, under neutral names, rows and files in agreement.
struct MediaExtractionTests {
    private static let chat = """
        25/12/2025, 10:00 - Lena Vos: IMG-20251225-WA0001.jpg (file attached)
        25/12/2025, 10:01 - Lena Vos: CV Lena Vos.pdf (file attached)
        Voici mon CV
        25/12/2025, 10:05 - Helpdesk: Merci
        25/12/2025, 10:06 - Lena Vos: Lena Vos.vcf (file attached)

        """

    private func zip(_ fixture: ImportFixture, chat: String = Self.chat, _ more: [ZipFixture.Member] = []) throws
        -> String
    {
        let members: [ZipFixture.Member] = [
            .init("WhatsApp Chat with Lena Vos.txt", chat), .init("IMG-20251225-WA0001.jpg", "a picture"),
            .init("CV Lena Vos.pdf", "a document"), .init("Lena Vos.vcf", "a card"),
        ]
        return try fixture.write("export.zip", bytes: ZipFixture.archive(members + more))
    }

    private func files(_ fixture: ImportFixture) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: fixture.settings.media).sorted()
    }

    private func contents(_ fixture: ImportFixture) throws -> [String] {
        try fixture.strings("select file from media order by n").map { file in
            try String(contentsOfFile: fixture.settings.media + "/" + (file ?? ""), encoding: .utf8)
        }
    }

    @Test func `each file that a message names is in the media folder, private and under a neutral name`() throws {
        let fixture = try ImportFixture()
        let summary = try #require(fixture.importing(zip(fixture)).first)
        #expect(summary.fault == nil && summary.files == 3 && summary.messages == 4)
        #expect(try contents(fixture) == ["a picture", "a document", "a card"])
        #expect(try fixture.integers("select bytes from media order by n") == [9, 10, 6])
        #expect(try files(fixture) == fixture.strings("select file from media order by file"))
        for name in try files(fixture) {
            #expect(name.utf8.count == 32 && name.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) })
            let mode = try FileManager.default.attributesOfItem(atPath: fixture.settings.media + "/" + name)[
                .posixPermissions]
            #expect(mode as? Int == 0o600)
        }
        // All of the zip is in the store, so the night may erase it.
        #expect(try fixture.integer("select refused from retention_source") == 0)
        #expect(try fixture.integer("select count(*) from retention_pending_file") == 0)
    }

    @Test func `importing again takes no file twice, nor one whose message has left`() throws {
        let fixture = try ImportFixture()
        let path = try zip(fixture)
        _ = try fixture.importing(path)
        let before = try files(fixture)
        let again = try #require(fixture.importing(path).first)
        #expect(try again.files == 0 && files(fixture) == before)
        try fixture.queue.write { try $0.execute(sql: "delete from media; delete from message") }
        for name in before { try FileManager.default.removeItem(atPath: fixture.settings.media + "/" + name) }
        _ = try fixture.importing(path)
        #expect(try files(fixture).isEmpty && fixture.integer("select count(*) from media") == 0)
        #expect(try fixture.integer("select refused from retention_source") == 0)
    }

    @Test func `a chat that came without its files gets them from a later zip`() throws {
        let fixture = try ImportFixture()
        try fixture.importing(text: Self.chat)
        #expect(try fixture.integer("select count(*) from media where file is null") == 2)
        let summary = try #require(fixture.importing(zip(fixture)).first)
        // The card had no row without its file: it was a text of its own.
        #expect(summary.added == 0 && summary.files == 2)
        #expect(try contents(fixture) == ["a picture", "a document"])
        #expect(try fixture.integer("select count(*) from retention_pending_file") == 0)
    }

    @Test func `a zip with a file that no message names, or one that is damaged, is kept`() throws {
        let stray = try ImportFixture()
        _ = try stray.importing(zip(stray, [.init("other.jpg", "of nobody")]))
        #expect(try stray.integer("select refused from retention_source") == 1)

        let damaged = try ImportFixture()
        var broken = ZipFixture.Member("IMG-20251225-WA0002.jpg", "a broken picture")
        broken.checksum = 7
        let chat = Self.chat + "25/12/2025, 10:07 - Lena Vos: IMG-20251225-WA0002.jpg (file attached)\n"
        let summary = try #require(damaged.importing(zip(damaged, chat: chat, [broken])).first)
        #expect(summary.fault?.what.contains("member 5") == true)
        #expect(try damaged.integer("select refused from retention_source") == 1)
        #expect(try files(damaged).count == 3)
        #expect(try damaged.integer("select count(*) from message") == 5)
        // Its name waits to be unlinked, should anything of it have been left.
        #expect(try damaged.integer("select count(*) from retention_pending_file") == 1)
    }

    @Test func `without a media folder nothing of the batch is imported, and the disk is named`() throws {
        let fixture = try ImportFixture()
        fixture.settings.media = fixture.folder + "/nowhere"
        let summary = try #require(fixture.importing(zip(fixture)).first)
        #expect(summary.fault?.kind == .inputOutput)
        #expect(try fixture.integer("select count(*) from message") == 0)
        #expect(try fixture.integer("select count(*) from retention_source") == 0)
    }

    @Test func `a message that is taken back gives up its file`() throws {
        let fixture = try ImportFixture()
        _ = try fixture.importing(zip(fixture))
        let file = try fixture.strings("select file from media where n = 1").first ?? nil
        _ = try SQLiteImportStore(fixture.queue).importing { transaction in
            try transaction.withdraw(.init(conversation: 1, number: 1), now: fixture.settings.now)
        }
        #expect(try fixture.strings("select path from retention_pending_file") == [file])
        #expect(try fixture.integer("select count(*) from media where n = 1") == 0)
    }
}
