import Testing

@testable import Importing

struct ZipArchiveTests {
    private let chat = ExportImportTests.chat

    private func importing(_ members: [ZipFixture.Member], cut: Int? = nil) throws -> (ImportSummary, ImportFixture) {
        let fixture = try ImportFixture()
        var bytes = ZipFixture.archive(members)
        if let cut { bytes.removeLast(cut) }
        let summary = try #require(fixture.importing(fixture.write("WhatsApp Chat - Lena Vos.zip", bytes: bytes)).first)
        return (summary, fixture)
    }

    @Test(arguments: [
        "_chat.txt", "WhatsApp Chat with Lena Vos.txt", "Discussion WhatsApp avec Lena Vos.txt", "Chat/_chat.txt",
    ])
    func `the chat in a zip is imported, whatever it is called`(name: String) throws {
        let (summary, fixture) = try importing([
            .init("IMG-20251120-WA0001.jpg", "no image"), .init(name, chat), .init("notes.txt", "mine"),
        ])
        #expect(summary.fault == nil)
        #expect(summary.messages == 3)
        #expect(
            try fixture.integer("select count(*) from retention_source where kind = 'export' and refused = 2") == 1,
            "what the zip holds beside the chat was not taken, so the zip is not a source that may go")
    }

    @Test func `a chat in a zip and beside it is one chat`() throws {
        let (_, fixture) = try importing([.init("_chat.txt", chat)])
        #expect(try fixture.importing(text: chat).duplicates == 3)
    }

    @Test(arguments: [
        "../_chat.txt", "/etc/_chat.txt", "a/../../_chat.txt", "C:_chat.txt", "a\\b.txt", "a\nb.txt", "./_chat.txt",
        "a/b/c/d/e.txt",
    ])
    func `a name that leads elsewhere refuses the zip`(name: String) throws {
        let (summary, fixture) = try importing([.init("_chat.txt", chat), .init(name, "x")])
        #expect(summary.fault?.exitCode == 65)
        #expect(summary.fault?.what.contains("member 2 has a name") == true)
        #expect(try fixture.integer("select count(*) from message") == 0)
    }

    @Test func `a link, an encrypted member and a lie about the size are refused`() throws {
        var link = ZipFixture.Member("_chat.txt", "/etc/passwd")
        link.mode = 0o120777
        #expect(try importing([link]).0.fault?.what.contains("link") == true)
        var locked = ZipFixture.Member("_chat.txt", chat)
        locked.isEncrypted = true
        #expect(try importing([locked]).0.fault?.what.contains("encrypted") == true)
        var endless = ZipFixture.Member("_chat.txt", chat)
        endless.claimedSize = 4_000_000_000
        #expect(try importing([endless]).0.fault?.what.contains("inflates beyond") == true)
        var short = ZipFixture.Member("_chat.txt", chat)
        short.claimedSize = 10
        #expect(try importing([short]).0.fault?.exitCode == 65)
    }

    @Test func `a damaged chat and a zip that is cut off are refused`() throws {
        var damaged = ZipFixture.Member("_chat.txt", chat)
        damaged.checksum = 1
        let (summary, fixture) = try importing([damaged])
        #expect(summary.fault?.exitCode == 65)
        #expect(try fixture.integer("select count(*) from message") == 0)
        for cut in [1, 30, 120, 400] {
            #expect(try importing([.init("_chat.txt", chat)], cut: cut).0.fault?.exitCode == 65)
        }
    }

    @Test func `a zip without a chat, or with two, is refused`() throws {
        #expect(try importing([.init("IMG.jpg", "x")]).0.fault?.what.contains("no member") == true)
        #expect(try importing([]).0.fault?.exitCode == 65)
        let two: [ZipFixture.Member] = [
            .init("WhatsApp Chat with A.txt", chat), .init("WhatsApp Chat with B.txt", chat),
        ]
        #expect(try importing(two).0.fault?.what.contains("2 chats") == true)
    }

    @Test func `more members than a limit are refused`() throws {
        let fixture = try ImportFixture()
        let path = try fixture.write("x.zip", bytes: ZipFixture.archive((0..<5).map { .init("\($0).jpg", "") }))
        var limits = ZipArchive.Limits()
        limits.members = 4
        #expect(throws: ImportFault.self) { try ZipArchive(path: path, limits: limits) }
        limits.members = 5
        #expect(throws: Never.self) { try ZipArchive(path: path, limits: limits) }
    }
}
