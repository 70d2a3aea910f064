import Conversations
import Fixtures
import Foundation
import GRDB
import StorePort
import Testing

@testable import SQLiteStore

/// What the file holds after it was rewritten, read as bytes.
struct ScrubTests {
    private static let secret = "aubergine"

    private func holdsSecret(_ desk: Desk) throws -> Bool {
        try !desk.filesHolding(Self.secret).isEmpty
    }

    /// An application's store with a write-ahead log and a search index, whose application overwrites nothing.
    private func applicationStore() throws -> Desk {
        let desk = try Desk(.foreign)
        try desk.database.writeWithoutTransaction { db in
            try db.execute(
                sql: """
                    pragma journal_mode = wal; pragma secure_delete = off;
                    create virtual table finder using fts5(body);
                    """)
            for number in 0..<200 {
                try db.execute(
                    sql: "insert into finder(body) values (?)",
                    arguments: ["\(Self.secret) \(number) encore \(String(repeating: "x", count: number))"])
            }
            try db.execute(sql: "delete from finder where rowid % 2 = 0")
            try db.execute(sql: "delete from finder")
        }
        return desk
    }

    @Test func `a search index and a write-ahead log keep nothing of what was erased`() throws {
        let desk = try applicationStore()
        #expect(try holdsSecret(desk))
        #expect(try desk.open().scrub(at: Desk.instant("2026-01-01")))
        #expect(try !holdsSecret(desk))
        #expect(try desk.open().lastScrub() == Desk.instant("2026-01-01"))
    }

    @Test func `a reader of the application that keeps the log from being emptied leaves it to be done`() throws {
        let desk = try applicationStore()
        let reader = try DatabaseQueue(path: desk.places.store)
        let store = try SQLiteStore(path: desk.places.store, map: desk.map, access: .writing, patience: 0.05)
        try reader.inDatabase { db in
            try db.execute(sql: "begin; select count(*) from chats")
            #expect(try store.scrub(at: Desk.instant("2026-01-01")) == false)
            #expect(try store.lastScrub() == nil)
            try db.execute(sql: "commit")
        }
        #expect(try store.scrub(at: Desk.instant("2026-01-02")))
        #expect(try !holdsSecret(desk))
    }

    /// Rewriting a file may number the rows of a table anew that has no key and no index.
    @Test func `a search index over a table without a key finds the same rows after a rewriting`() throws {
        let desk = try Desk(.foreign)
        try desk.database.write { db in
            try db.execute(
                sql: """
                    create table articles(title text);
                    create virtual table finder using fts5(title, content = 'articles');
                    insert into articles values ('alpha'), ('beta'), ('gamma'), ('delta');
                    insert into finder(finder) values ('rebuild');
                    insert into finder(finder, rowid, title) values ('delete', 1, 'alpha'), ('delete', 3, 'gamma');
                    delete from articles where title in ('alpha', 'gamma');
                    """)
        }
        let schema = "select group_concat(name) from (select name from sqlite_schema order by name)"
        let before = try desk.database.read { try String.fetchOne($0, sql: schema) }
        for day in ["2026-01-01", "2026-01-02"] { #expect(try desk.open().scrub(at: Desk.instant(day))) }
        try desk.database.write { db in
            #expect(try Int64.fetchOne(db, sql: "select rowid from articles where title = 'delta'") == 4)
            #expect(try String.fetchAll(db, sql: "select title from finder where finder match 'delta'") == ["delta"])
            try db.execute(sql: "insert into finder(finder, rank) values ('integrity-check', 1)")
        }
        #expect(try desk.database.read { try String.fetchOne($0, sql: schema) } == before)
    }

    @Test func `an erasure asks for a rewriting, and a rewriting answers it`() throws {
        let desk = try Desk(.foreign)
        let id = try desk.conversation(of: desk.person(), on: "2025-01-10")
        let store = try desk.open()
        let run = try store.beginRun(
            asOf: Desk.instant("2026-01-01"), startedAt: Desk.instant("2026-01-01"), policyHash: "", planDigest: "",
            lines: [])
        let revision = try #require(
            try desk.database.read {
                try Int64.fetchOne($0, sql: "select version from chats where id = ?", arguments: [id])
            })
        #expect(try !store.read { try $0.needsScrub() })
        _ = try store.commitErasure(
            BatchMark(run: run, number: 1, rule: "r", at: Desk.instant("2026-01-01")),
            records: [RecordMark(id: id, revision: revision)], asOf: Desk.instant("2026-01-01"))
        #expect(try store.read { try $0.needsScrub() })
        #expect(try store.scrub(at: Desk.instant("2026-01-01")))
        #expect(try !store.read { try $0.needsScrub() })
    }
}
