import Conversations
import Fixtures
import Foundation
import GRDB
import StorePort
import Testing

@testable import SQLiteStore

/// Opening a store: what is refused, how it is set, what a reader leaves behind.
@Suite struct SQLiteStoreTests {
    private func refusal(_ path: String, _ access: SQLiteStore.Access = .reading, map: DataMap = NativeSchema.map)
        -> StoreError?
    {
        do {
            _ = try SQLiteStore(path: path, map: map, access: access)
            return nil
        } catch {
            return error as? StoreError
        }
    }

    @Test(arguments: [SQLiteStore.Access.reading, .writing])
    func `a store that is not there is missing, and none is made`(access: SQLiteStore.Access) throws {
        let desk = try Desk()
        let path = desk.folder + "/none.db"
        #expect(refusal(path, access)?.kind == .missing)
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(refusal(desk.folder + "/reports", access)?.kind == .missing)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: desk.places.store)
        #expect(refusal(path, access)?.kind == .missing)
    }

    @Test(arguments: [SQLiteStore.Access.reading, .writing])
    func `a file that is no store is refused and stays as it is`(access: SQLiteStore.Access) throws {
        let desk = try Desk()
        let text = desk.folder + "/notes.txt"
        let bytes = Data(String(repeating: "call +32470000009 tomorrow\n", count: 200).utf8)
        try bytes.write(to: URL(fileURLWithPath: text))
        let error = try #require(refusal(text, access))
        #expect(error.kind == .damaged && !"\(error)".contains("32470"))
        #expect(FileManager.default.contents(atPath: text) == bytes)

        let other = desk.folder + "/other.db"
        let queue = try DatabaseQueue(path: other)
        try queue.write { try $0.execute(sql: "create table things(id integer primary key)") }
        try queue.close()
        #expect(refusal(other, access)?.kind == .foreign)
        try Data().write(to: URL(fileURLWithPath: text))
        #expect(refusal(text, access)?.kind == .foreign)
    }

    @Test func `a damaged store is called damaged, by a reader as by a writer`() throws {
        let desk = try Desk()
        for number in 0..<30 {
            try desk.conversation(of: desk.person("P \(number)", phone: "+32470000\(100 + number)"), on: "2024-01-10")
        }
        try desk.database.close()
        let sound = try #require(FileManager.default.contents(atPath: desk.places.store))
        func damage(_ range: Range<Int>) throws {
            var bytes = sound
            for index in range { bytes[index] = UInt8(truncatingIfNeeded: index &* 31) }
            try bytes.write(to: URL(fileURLWithPath: desk.places.store))
        }
        for access in [SQLiteStore.Access.reading, .writing] {
            // The page that holds the schema, then all the others.
            try damage(100..<4096)
            let error = try #require(refusal(desk.places.store, access))
            #expect(error.kind == .damaged && !"\(error)".contains("32470"))
            try damage(4096..<sound.count)
            let later = try #require(throws: StoreError.self) {
                _ = try SQLiteStore(path: desk.places.store, map: desk.map, access: access).read { try $0.groups() }
            }
            #expect(later.kind == .damaged && !"\(later)".contains("32470"))
        }
    }

    @Test func `a store whose write was cut short is reported to a reader, and recovered by a writer`() throws {
        let desk = try Desk()
        try desk.person()
        try desk.database.close()
        try Data("journal".utf8).write(to: URL(fileURLWithPath: desk.places.store + "-journal"))
        let before = try desk.snapshotOfFolder()
        let error = try #require(refusal(desk.places.store))
        #expect(error.kind == .damaged && error.what.contains("unfinished transaction"))
        #expect(try desk.snapshotOfFolder() == before)
        #expect(refusal(desk.places.store, .writing) == nil)
    }

    @Test(arguments: [SQLiteStore.Access.reading, .writing])
    func `our own store with a write-ahead log is refused, and nothing is written beside it`(access: SQLiteStore.Access)
        throws
    {
        let desk = try Desk()
        try desk.database.writeWithoutTransaction { try $0.execute(sql: "pragma journal_mode = wal") }
        try desk.database.close()
        let before = try desk.snapshotOfFolder()
        let error = try #require(refusal(desk.places.store, access, map: desk.map))
        #expect(error.kind == .map && error.remedy.contains("journal_mode = delete"))
        #expect(try desk.snapshotOfFolder() == before)
    }

    @Test func `an application's store may have a write-ahead log, and a writer of it is durable`() throws {
        let desk = try Desk(.foreign)
        try desk.database.writeWithoutTransaction { try $0.execute(sql: "pragma journal_mode = wal") }
        try desk.database.close()
        let settings = try desk.open().settings()
        #expect(settings["secure_delete"] == 1 && settings["synchronous"] == 2 && settings["temp_store"] == 1)
    }

    @Test func `a writer is durable, overwrites what it deletes, and spills to files only`() throws {
        let desk = try Desk()
        let store = try desk.open()
        let settings = try store.settings()
        #expect(settings["secure_delete"] == 1 && settings["synchronous"] == 3)
        #expect(settings["foreign_keys"] == 1 && settings["trusted_schema"] == 0 && settings["temp_store"] == 1)
    }

    @Test func `a new store is its owner's alone, and none is made over a file`() throws {
        let desk = try Desk()
        let attributes = try FileManager.default.attributesOfItem(atPath: desk.places.store)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        let before = try desk.snapshotOfFolder()
        let error = #expect(throws: StoreError.self) {
            try SQLiteStore.create(path: desk.places.store, identity: desk.identity)
        }
        #expect(error?.kind == .cannotCreate)
        #expect(throws: StoreError.self) {
            try SQLiteStore.create(path: desk.folder + "/none/store.db", identity: desk.identity)
        }
        #expect(try desk.snapshotOfFolder() == before)
    }

    @Test func `an error of the database names no value`() throws {
        let desk = try Desk(.foreign)
        let person = try desk.person()
        try desk.conversation(of: person, on: "2024-01-10", texts: ["mon code est 4711"])
        try desk.database.write {
            try $0.execute(
                sql: """
                    create trigger spiteful before update of body on lines begin
                      select raise(abort, 'the text was: mon code est 4711'); end
                    """)
        }
        let error = #expect(throws: StoreError.self) {
            let store = try desk.open()
            let asOf = try Desk.instant("2026-02-01")
            let run = try store.beginRun(asOf: asOf, startedAt: asOf, policyHash: "", planDigest: "", lines: [])
            let mark = try #require(
                store.read { try $0.conversation(1, asOf: asOf) }.map { RecordMark(id: 1, revision: $0.facts.revision) }
            )
            _ = try store.commitRedaction(
                BatchMark(run: run, number: 1, rule: "", at: Instant(seconds: 0)),
                records: [RedactedRecord(record: mark, actions: .redactAll, texts: [(0, Array("x".utf8))])], asOf: asOf)
        }
        #expect(error != nil && !"\(String(describing: error))".contains("4711"))
        #expect(try desk.texts(of: 1).first == "mon code est 4711")
    }

    @Test(arguments: StoreForm.allCases)
    func `a store that another writer holds stays busy and is left alone`(form: StoreForm) throws {
        let desk = try Desk(form)
        let id = try desk.conversation(of: desk.person(), on: "2024-01-10")
        let rows = try desk.rows(of: id)
        let store = try SQLiteStore(path: desk.places.store, map: desk.map, access: .writing, patience: 0.1)
        try desk.database.writeWithoutTransaction { db in
            try db.execute(sql: "begin immediate")
            let error = #expect(throws: StoreError.self) { try store.setPhase(.working, of: 1) }
            #expect(error?.kind == .busy)
            try db.execute(sql: "rollback")
        }
        #expect(try desk.rows(of: id) == rows)
    }
}

extension SQLiteStore {
    /// What the store's own connection answers of its settings.
    fileprivate func settings() throws -> [String: Int] {
        try queue.inDatabase { db in
            let names = ["secure_delete", "synchronous", "foreign_keys", "trusted_schema", "temp_store"]
            return try Dictionary(
                uniqueKeysWithValues: names.map { ($0, try Int.fetchOne(db, sql: "pragma \($0)") ?? -1) })
        }
    }
}
