import Fixtures
import Foundation
import GRDB
import Glibc
import Seeding
import Testing

/// Random histories of an application that wrote into the store as it liked, then a night: no value that no living row
/// holds is left in a file.
@Suite struct ResidueHistoryTests {
    private struct History: Sendable, CustomStringConvertible {
        let number: Int
        var secureDelete: String { ["off", "on", "fast"][number % 3] }
        var hasIndex: Bool { number / 3 % 2 == 1 }
        /// Whether it is a store of the application's own, with a write-ahead log that it keeps open.
        var hasLog: Bool { number / 6 % 2 == 1 }
        var application: Application { hasLog ? .shop : .native }
        var description: String {
            "history \(number): secure_delete \(secureDelete)\(hasIndex ? ", FTS5" : "")\(hasLog ? ", WAL" : "")"
        }
    }

    /// Where an application keeps texts, and how it writes them.
    private struct Application: Sendable {
        let table: String
        let text: String
        let owners: String
        let remove: String
        let change: String
        let add: String

        static let native = Application(
            table: "message", text: "text", owners: "conversation",
            remove: "delete from message where conversation = ? and n = 3",
            change: "update message set text = ?2 where conversation = ?1 and n = 2",
            add: """
                insert into message(conversation, n, direction, kind, sent_at, text)
                select ?1, max(n) + 1, 0, 'text', max(sent_at), ?2 from message where conversation = ?1 having count(*) > 0
                """)
        static let shop = Application(
            table: "posts", text: "body", owners: "tickets",
            remove: "delete from posts where id = (select min(id) + 3 from posts where ticket = ?)",
            change: "update posts set body = ?2 where id = (select min(id) + 2 from posts where ticket = ?1)",
            add: """
                insert into posts(ticket, sent, way, body) select ?1, max(sent), 0, ?2 from posts where ticket = ?1
                having count(*) > 0
                """)
    }

    @Test func `nothing erased is left, whatever the application's settings were`() {
        Cases.run((0..<(Cases.all ? 48 : 12)).map { History(number: $0) }) { history in
            let desk = try history.hasLog ? ForeignDesk().desk : FaultDesk()
            var dice = SplitMix(seed: 77 &+ UInt64(history.number))
            let database = try DatabaseQueue(path: desk.store)
            try live(history, database, &dice)
            // Who closes a store last takes its log into it: there it is to be full, and the application at work.
            if !history.hasLog { try database.close() }
            guard (logSize(desk) ?? 0 > 0) == history.hasLog else { return ["the log is not as it should be"] }
            let result = try desk.command(FaultDesk.arguments(ofNight: FaultDesk.secondNight))
            guard result.code == 0 else { return ["exit \(result.code): \(result.errors)"] }
            defer { withExtendedLifetime(database) {} }
            // Else the night was the last to close the store, and its log is gone with all that was in it.
            if history.hasLog, logSize(desk) == nil { return ["the application was not there"] }
            return try residue(desk, history.application)
        }
    }

    /// Not by opening it: who closes a file of a store loses the locks that this process has on it.
    private func logSize(_ desk: FaultDesk) -> Int? {
        var status = stat()
        return stat(desk.store + "-wal", &status) == 0 ? Int(status.st_size) : nil
    }

    /// Writes, changes and removes messages, one transaction after the other.
    private func live(_ history: History, _ database: DatabaseQueue, _ dice: inout SplitMix) throws {
        let application = history.application
        try database.writeWithoutTransaction { db in
            try db.execute(sql: "pragma secure_delete = \(history.secureDelete)")
            if history.hasIndex { try makeIndex(of: application, db) }
        }
        for step in 0..<400 {
            let (what, number, length) = (dice.roll(0...5), dice.roll(0...10_000), dice.roll(1...40))
            try database.write { db in
                let ids = try Int64.fetchAll(db, sql: "select id from \(application.owners) order by id")
                guard let id = ids.isEmpty ? nil : ids[number % ids.count] else { return }
                let words = String(repeating: "mot\(step)secret ", count: length)
                let text = "\(words)0479\(100_000 + step)"
                switch what {
                case 0: try db.execute(sql: application.remove, arguments: [id])
                case 1: try db.execute(sql: application.change, arguments: [id, text])
                default: try db.execute(sql: application.add, arguments: [id, text])
                }
            }
        }
    }

    /// A full-text index that the application keeps up to date by triggers.
    private func makeIndex(of application: Application, _ db: Database) throws {
        let (table, text) = (application.table, application.text)
        try db.execute(
            sql: """
                create virtual table search using fts5(text);
                create trigger search_new after insert on \(table) begin
                  insert into search(text) values (new.\(text));
                end;
                create trigger search_gone after delete on \(table) begin
                  delete from search where text = old.\(text);
                end;
                create trigger search_changed after update of \(text) on \(table) begin
                  update search set text = new.\(text) where text = old.\(text);
                end;
                insert into search(text) select \(text) from \(table) where \(text) is not null;
                """)
    }

    private func residue(_ desk: FaultDesk, _ application: Application) throws -> [String] {
        let tree = try Tree(reading: desk.folder)
        let database = try DatabaseQueue(path: desk.store)
        defer { try? database.close() }
        let living = try database.read { db in
            let (table, text) = (application.table, application.text)
            return try String.fetchAll(db, sql: "select \(text) from \(table) where \(text) is not null")
                .joined(separator: "\n")
        }
        let raw = tree.files.filter { $0.key.hasPrefix("/store.db") }.values.map { String(decoding: $0, as: UTF8.self) }
        // Whole numbers: ten digits in a row stand in many a hash.
        let values = /(?:^|[^0-9a-f])(047[0-9]{7}|mot[0-9]+secret)(?![0-9a-f])/
        let found = Set(raw.flatMap { $0.matches(of: values).map { String($0.output.1) } })
        let left = found.filter { !living.contains($0) }
        guard !living.isEmpty, !found.isEmpty else { return ["nothing was looked at"] }
        return left.isEmpty ? [] : ["\(left.count) erased values are left, such as \(left.sorted().prefix(2))"]
    }
}
