import Archiving
import Foundation
import GRDB
import StorePort

/// What a desk holds, read without its command: rows, archives, logs.
struct Contents {
    /// A conversation with its messages and media, as one text; by id.
    let conversations: [Int64: String]
    /// Every other row that nights must leave alike, whatever happened on the way.
    let rows: [String]
    /// Segments that the store lists as not ended, and their lines; by name.
    let segments: [String: [String]]
    /// What the reports of all nights tell together: of each line of a plan how many records were done, of each rule and
    /// end how many conversations were archived.
    let told: [String: Int]
    /// What disagrees within the desk itself.
    let violations: [String]

    /// Reads a copy, so that an unfinished transaction is rolled back there and not in the desk.
    init(copyOf desk: FaultDesk) throws {
        let copy = try FaultDesk(Tree(reading: desk.folder))
        try self.init(of: copy)
    }

    private init(of desk: FaultDesk) throws {
        told = try Told.sums(of: desk.folder + "/reports")
        let database = try DatabaseQueue(path: desk.store)
        defer { try? database.close() }
        (conversations, rows, segments, violations) = try database.read { db in
            var violations: [String] = []
            let sound = try String.fetchOne(db, sql: "pragma integrity_check") ?? ""
            // Rows of a database that is not sound may be anything: they are not read.
            guard sound == "ok" else { return ([:], [], [:], ["I6 integrity_check: \(sound.prefix(200))"]) }
            if try Row.fetchOne(db, sql: "pragma foreign_key_check") != nil { violations.append("I6 foreign keys") }
            let segments = try Contents.segments(db, desk, &violations)
            try Contents.checkLog(db, &violations)
            try Contents.checkReports(db, desk, &violations)
            return (try Contents.conversations(db), try Contents.rows(db), segments, violations)
        }
    }

    /// The rows of each person and of its addresses.
    var persons: [String: [String]] {
        let own = rows.compactMap { row -> (String, String)? in
            let fields = row.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
            if row.hasPrefix("person: ") { return (String(fields[0].dropFirst("person: ".count)), row) }
            return row.hasPrefix("address: ") && fields.count > 1 ? (String(fields[1]), row) : nil
        }
        return Dictionary(grouping: own, by: \.0).mapValues { $0.map(\.1).sorted() }
    }

    var archived: [String] { segments.values.flatMap(\.self).sorted() }

    // MARK: Rows

    private static func lines(_ db: Database, _ sql: String) throws -> [String] {
        try Row.fetchAll(db, sql: sql).map { row in row.map { "\($0.1)" }.joined(separator: "|") }
    }

    private static func conversations(_ db: Database) throws -> [Int64: String] {
        var all: [Int64: String] = [:]
        for id in try Int64.fetchAll(db, sql: "select id from conversation") {
            let own = try lines(
                db,
                """
                select person, role, purpose, operator, opened_at, collected_at, last_inbound_at, closed_at,
                  decision_at, messages, bytes, notice, first_seen_at, last_seen_at, done
                from conversation where id = \(id)
                """)
            let messages = try lines(
                db,
                "select n, direction, kind, sent_at, author, text from message where conversation = \(id) order by n")
            let media = try lines(db, "select n, kind, file from media where conversation = \(id) order by id")
            all[id] = (own + messages + media).joined(separator: "\n")
        }
        return all
    }

    private static func rows(_ db: Database) throws -> [String] {
        let queries = [
            "person": """
            select id, last_inbound_at, restricted, display_name, photo_file, status_text, pseudonym, first_seen_at, done
            from person order by id
            """,
            "address": "select id, person, kind, value from address order by id",
            "thread": "select id, person from thread order by id",
            // A thread goes with its person, which is a batch of its own.
            "threads": "select id, thread from conversation order by id",
            "operator": "select name from operator order by name",
            "participant": "select * from participant order by 1, 2",
            "preference": "select * from preference order by id",
            "segment": """
            select rule, ends_on, conversations, messages, clock, counted_from, erased_at is null
            from retention_segment order by rule, ends_on, conversations, messages, erased_at is null
            """,
            "seen": "select hex(hash), conversation, n from retention_seen order by hash",
            "gone": "select * from retention_gone order by conversation",
            "pending": "select * from retention_pending_file",
            "scrub": "select * from retention_scrub",
            "erased": "select * from retention_erased",
            "source": "select hex(hash), kind, messages, refused, erased_at from retention_source order by hash",
            "source-person": "select hex(person), hex(source) from retention_source_person order by 1, 2",
            "fact": """
            select s.level, s.name, f.n, f.body from retention_fact f join retention_fact_span s on s.seq = f.span
            order by 1, 2, 3
            """,
            "fact-gone": "select * from retention_fact_gone order by 1, 2, 3",
        ]
        return try queries.sorted { $0.key < $1.key }.flatMap { name, sql in
            try lines(db, sql).map { "\(name): \($0)" }
        }
    }

    // MARK: Archives, log, reports

    static func segments(
        _ db: Database, _ desk: FaultDesk, _ violations: inout [String]
    ) throws -> [String: [String]] {
        let folder = try ArchiveFolder(path: desk.archive)
        var segments: [String: [String]] = [:]
        for text in try String.fetchAll(db, sql: "select name from retention_segment where erased_at is null") {
            guard let name = SegmentName(text) else {
                violations.append("I3 a segment of no name of ours")
                continue
            }
            do {
                let manifest = try folder.manifest(of: name)
                _ = try folder.verify(manifest)
                var lines: [String] = []
                try folder.lines(of: manifest) { lines.append(String(decoding: $0, as: UTF8.self)) }
                segments[text] = lines
            } catch {
                violations.append("I3 segment \(text): \(error)")
            }
        }
        return segments
    }

    static func checkLog(_ db: Database, _ violations: inout [String]) throws {
        let events = try Row.fetchAll(db, sql: "select * from retention_audit order by seq").map {
            AuditEvent(
                seq: $0["seq"], at: .init(seconds: $0["at"]), event: $0["event"], detail: $0["detail"],
                previous: $0["previous"], hash: $0["hash"])
        }
        let broken = AuditLog(anchor: nil, events: events).broken
        if broken > 0 { violations.append("I8 \(broken) events of the audit log do not follow") }
        let batches = try Int.fetchOne(db, sql: "select count(*) from retention_batch")
        let told = events.count { $0.detail.contains(" batch ") }
        if batches != told { violations.append("I8 \(batches ?? 0) batches and \(told) events of them") }
    }

    static func checkReports(_ db: Database, _ desk: FaultDesk, _ violations: inout [String]) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder + "/reports")
        let told = Set(try Int.fetchAll(db, sql: "select id from retention_run where state in ('report', 'done')"))
        for name in names where name.hasPrefix("run-") && !name.hasSuffix(".tmp") {
            guard let run = name.split(separator: "-").dropFirst().first.flatMap({ Int($0) }), told.contains(run) else {
                violations.append("I5 report \(name) of a run that has no record")
                continue
            }
        }
    }
}
