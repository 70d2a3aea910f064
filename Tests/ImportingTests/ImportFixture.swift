import Conversations
import Foundation
import GRDB
import Policies
import SQLiteStore
import StorePort
import Testing

@testable import Importing

/// A real store in a folder of its own, and files to import into it.
final class ImportFixture {
    let folder: String
    let queue: DatabaseQueue
    var settings: ImportSettings

    init(now: String = "2026-01-15T12:00:00Z", ours: [String] = ["Helpdesk"]) throws {
        folder = NSTemporaryDirectory() + "importing-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        queue = try DatabaseQueue(path: folder + "/store.sqlite")
        try NativeSchema.migrator().migrate(queue)
        try ControlSchema.migrator().migrate(queue)
        settings = try ImportFixture.settings(now: now, ours: ours)
        settings.media = folder + "/media"
        try FileManager.default.createDirectory(atPath: settings.media, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    static func settings(now: String, ours: [String]) throws -> ImportSettings {
        let brussels = try #require(LocalCalendar(zone: "Europe/Brussels"))
        return ImportSettings(
            ours: ours, intakeCalendar: brussels, policyCalendar: brussels,
            cutting: .init(afterAnswer: try #require(Period(7, .days)), unanswered: try #require(Period(30, .days))),
            now: try #require(Instant(now)), notice: try #require(CivilDate("2025-11-01")),
            hash: KeyedHash(key: Array("a key that only tests know".utf8)), media: "")
    }

    @discardableResult func write(_ name: String, _ text: String) throws -> String {
        try write(name, bytes: Array(text.utf8))
    }

    @discardableResult func write(_ name: String, bytes: [UInt8]) throws -> String {
        let path = folder + "/" + name
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    func importing(_ paths: String...) throws -> [ImportSummary] {
        try Importer(settings: settings, store: SQLiteImportStore(queue)).importFiles(paths)
    }

    /// Imports one text as a file.
    @discardableResult func importing(text: String, name: String = "chat.txt") throws -> ImportSummary {
        try #require(importing(write(name, text)).first)
    }

    func integers(_ sql: String) throws -> [Int64?] { try queue.read { try Optional<Int64>.fetchAll($0, sql: sql) } }
    func integer(_ sql: String) throws -> Int64? { try integers(sql).first ?? nil }
    func strings(_ sql: String) throws -> [String?] { try queue.read { try Optional<String>.fetchAll($0, sql: sql) } }
    func instants(_ sql: String) throws -> [String?] {
        try integers(sql).map { $0.map { Instant(seconds: $0).description } }
    }

    /// Every row of every table, for comparing stores.
    func dump(
        _ tables: [String] = [
            "person", "address", "thread", "conversation", "participant", "message", "media", "event", "preference",
            "retention_seen",
        ]
    ) throws -> [String] {
        try queue.read { db in
            try tables.flatMap { table in
                try Row.fetchAll(db, sql: "select * from \(table)").map { "\(table) \($0.description)" }
            }
        }
    }
}
