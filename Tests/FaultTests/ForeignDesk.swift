import Archiving
import Conversations
import Fixtures
import Foundation
import GRDB

/// A database of another program, with its write-ahead log, that a data map describes; and what nights make of it.
struct ForeignDesk {
    let desk: FaultDesk

    /// - Parameter tree: what is in the folder; the desk before its night where it is left out.
    init(_ tree: Tree? = nil) throws { desk = try FaultDesk(tree ?? ForeignDesk.template.get()) }

    static let template = Result { try makeTemplate() }

    /// Twelve buyers with a ticket each, of ages that are archived, redacted, erased and left alone.
    private static func makeTemplate() throws -> Tree {
        let native = String(decoding: try FaultDesk.template.get().files["/Retention.yaml"] ?? [], as: UTF8.self)
        var tree = Tree()
        let policy = native.replacing("media: media }", with: "media: media, map: shop.yaml }")
        tree.files = ["/Retention.yaml": Array(policy.utf8), "/shop.yaml": Array(ShopStore.map.utf8)]
        let desk = try FaultDesk(tree)
        let now = Int64(Date().timeIntervalSince1970) * 1000
        let ages: [(Int, String)] = [
            (1200, "client"), (700, "client"), (500, "client"), (420, "client"), (250, "client"), (100, "client"),
            (5, "client"), (500, "prospect"), (20, "prospect"), (300, "candidate"), (150, "unknown"), (10, "unknown"),
        ]
        let database = try DatabaseQueue(path: desk.store)
        try database.writeWithoutTransaction { db in
            try db.execute(sql: "pragma journal_mode = wal;" + ShopStore.tables)
            for (index, (days, role)) in ages.enumerated() {
                let (id, at) = (index + 1, now - Int64(days) * 86_400_000)
                try db.execute(
                    sql: "insert into buyers(id, label, heard) values (?, ?, ?)",
                    arguments: [id, "Noor Bos \(id)", at])
                try db.execute(
                    sql: "insert into numbers(buyer, number) values (?, ?)", arguments: [id, "+3247099990\(10 + id)"])
                try db.execute(
                    sql: "insert into tickets values (?, ?, ?, 'assistance', ?, ?, 8, 400)",
                    arguments: [id, id, role, at, at])
                for turn in 0..<8 {
                    try db.execute(
                        sql: "insert into posts(ticket, sent, way, body) values (?, ?, ?, ?)",
                        arguments: [id, at, turn % 2, "Rappelez le 0470 \(10 + id) 00 1\(turn) svp, question \(turn)"])
                }
            }
        }
        try database.close()
        let made = try desk.command(["init", "--existing", "--rehearsal"])
        guard made.code == 0 else { throw Violation("no foreign desk: \(made.errors)") }
        return try Tree(reading: desk.folder)
    }

    // MARK: What is left

    /// What a night must leave alike, whatever happened on the way; and what disagrees within the desk.
    struct Contents: Equatable {
        var tickets: [Int64: String] = [:]
        var others: [String] = []
        var archived: [String] = []
        /// Names of segments that the store lists as not ended: another run gives others.
        var segments: Set<String> = []
        var violations: [String] = []

        static func == (one: Contents, other: Contents) -> Bool {
            one.tickets == other.tickets && one.others == other.others && one.archived == other.archived
                && one.violations == other.violations
        }
    }

    /// Read from a copy, so that what is unfinished is rolled back there.
    func contents() throws -> Contents {
        let copy = try ForeignDesk(Tree(reading: desk.folder)).desk
        let database = try DatabaseQueue(path: copy.store)
        defer { try? database.close() }
        return try database.read { db in
            var contents = Contents()
            let sound = try String.fetchOne(db, sql: "pragma integrity_check") ?? ""
            guard sound == "ok" else { return Contents(violations: ["I6 \(sound.prefix(200))"]) }
            func lines(_ sql: String) throws -> [String] {
                try Row.fetchAll(db, sql: sql).map { row in row.map { "\($0.1)" }.joined(separator: "|") }
            }
            for id in try Int64.fetchAll(db, sql: "select id from tickets") {
                contents.tickets[id] =
                    try lines(
                        "select id, buyer, kind, acts from tickets where id = \(id)"
                    ).joined() + lines("select sent, way, body from posts where ticket = \(id) order by id").joined()
            }
            contents.others =
                try lines("select id, label, acts from buyers order by id")
                + lines("select buyer, number from numbers order by id")
                + lines("select rule, ends_on, conversations, messages from retention_segment order by 1, 2, 3")
            let segments = try FaultTests.Contents.segments(db, copy, &contents.violations)
            (contents.segments, contents.archived) = (Set(segments.keys), segments.values.flatMap(\.self).sorted())
            try FaultTests.Contents.checkLog(db, &contents.violations)
            try FaultTests.Contents.checkReports(db, copy, &contents.violations)
            return contents
        }
    }
}
