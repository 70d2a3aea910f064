import Archiving
import Fixtures
import Foundation
import GRDB
import NightlyRun
import Testing

/// Files that go with their rows.
@Suite struct MediaFolderTests {
    @Test(arguments: StoreForm.allCases)
    func `a file in a folder below the media folder goes with its row`(form: StoreForm) throws {
        let desk = try Desk(form)
        try FileManager.default.createDirectory(
            atPath: desk.places.media + "/2025/01", withIntermediateDirectories: true)
        try desk.conversation(of: desk.person(), on: "2025-01-10", media: ["2025/01/a.jpg", "b.jpg"])
        try desk.file("2025/01/stays.jpg", "of nobody")
        expectBalanced(try desk.run("2025-03-01"))
        #expect(try desk.files("media/2025/01") == ["stays.jpg"])
        #expect(try desk.open().pendingFiles().isEmpty)
    }

    /// A program that keeps what was sent twice once, or a forwarded picture.
    @Test(arguments: StoreForm.allCases)
    func `a file of two conversations goes with the last of them`(form: StoreForm) throws {
        let desk = try Desk(form)
        let person = try desk.person(photo: "shared.jpg")
        for (day, names) in [("2025-01-10", ["shared.jpg", "old.jpg"]), ("2025-02-20", ["shared.jpg"])] {
            try desk.conversation(of: person, on: day, media: names)
        }
        expectBalanced(try desk.run("2025-03-01"))
        #expect(try desk.files("media") == ["shared.jpg"])
        #expect(try desk.open().pendingFiles().isEmpty)
        expectBalanced(try desk.run("2025-04-01"))
        #expect(try desk.files("media").isEmpty)
    }

    @Test(arguments: ["../precious.txt", "/etc/hostname", "link/precious.txt", "a//b", ".", "2025/../../precious.txt"])
    func `a path that leads elsewhere is not followed, and not forgotten`(path: String) throws {
        let desk = try Desk()
        let precious = desk.folder + "/precious.txt"
        try Data("precious".utf8).write(to: URL(fileURLWithPath: precious))
        try FileManager.default.createSymbolicLink(
            atPath: desk.places.media + "/link", withDestinationPath: desk.folder)
        try desk.database.write {
            try $0.execute(sql: "insert into retention_pending_file values (?)", arguments: [path])
        }
        try desk.conversation(of: desk.person(), on: "2025-01-10", media: ["b.jpg"])
        let night = try desk.run("2025-03-01")
        #expect(night.record.checks.contains { $0.id == "B8" && $0.failing == 1 })
        #expect(try !desk.files("media").contains("b.jpg"), "one bad path must not keep the others")
        // Nor is the next night lost for it.
        #expect(try desk.run("2025-03-02").record.run == night.record.run + 1)
        #expect(FileManager.default.fileExists(atPath: precious))
        #expect(try desk.open().pendingFiles() == [path])
    }

    @Test func `a media folder that is not there, or is a link, stops the night before its first change`() throws {
        let desk = try Desk()
        try desk.conversation(of: desk.person(), on: "2024-01-10", media: ["a.jpg"])
        let media = desk.places.media
        try FileManager.default.moveItem(atPath: media, toPath: media + ".away")
        #expect(throws: ArchiveError.self) { try desk.run("2026-02-01") }
        try FileManager.default.createSymbolicLink(atPath: media, withDestinationPath: media + ".away")
        #expect(throws: ArchiveError.self) { try desk.run("2026-02-01") }
        #expect(try desk.count(.conversation) == 1 && desk.open().auditLog().events.isEmpty)
        try FileManager.default.removeItem(atPath: media)
        try FileManager.default.moveItem(atPath: media + ".away", toPath: media)
        try desk.run("2026-02-01")
        #expect(try desk.count(.conversation) == 0 && desk.files("media").isEmpty)
    }

    @Test func `files are not forgotten where the media folder is not there`() throws {
        let desk = try Desk()
        try desk.database.write { try $0.execute(sql: "insert into retention_pending_file values ('a.jpg')") }
        try FileManager.default.removeItem(atPath: desk.places.media)
        #expect(throws: ArchiveError.self) { try desk.run("2025-03-01") }
        #expect(try desk.open().pendingFiles() == ["a.jpg"])
        try FileManager.default.createDirectory(atPath: desk.places.media, withIntermediateDirectories: true)
        try desk.run("2025-03-01")
        #expect(try desk.open().pendingFiles().isEmpty)
    }
}
