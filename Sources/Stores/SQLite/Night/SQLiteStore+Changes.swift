import Conversations
import Foundation
import GRDB
import StorePort

/// What a night does to the store. Each function is one transaction with its batch and audit rows inside.
extension SQLiteStore {
    package func commitArchive(_ batch: BatchMark, records: [RecordMark], segment: SegmentRow, asOf: Instant) throws
        -> CommitOutcome
    {
        try write { db in
            let stands = try RecordGuard(conversations: schema, asOf: asOf, db)
            let left = try records.filter { try stands.unchanged($0) == nil }.map(\.id)
            // The segment is durable already and must hold exactly what leaves: all or none.
            guard left.isEmpty else { return CommitOutcome(done: [], left: left) }
            // Until its segment ends a conversation is not gone: no source may bring it back meanwhile.
            let rows = try remove(records, at: max(asOf, Instant(seconds: segment.endsOn.daysSince1970 * 86_400)), db)
            try db.execute(
                sql: """
                    insert into retention_segment(name, run, batch, rule, ends_on, bytes, sha256, conversations, messages, manifest,
                      clock, counted_from)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    segment.name, batch.run, batch.number, segment.rule, segment.endsOn.description, segment.bytes,
                    segment.sha256, segment.conversations, segment.messages, segment.manifest,
                    segment.end?.clock.rawValue,
                    segment.end?.countedFrom.description,
                ])
            try mark(batch, .archive, records: records.count, rows: rows, segment: segment.name, db)
            return CommitOutcome(done: records.map(\.id), left: [])
        }
    }

    package func commitErasure(_ batch: BatchMark, records: [RecordMark], asOf: Instant) throws -> CommitOutcome {
        try write { db in
            let stands = try RecordGuard(conversations: schema, asOf: asOf, db)
            let done = try records.filter { try stands.unchanged($0) != nil }
            let rows = try remove(done, at: asOf, db)
            try mark(batch, .erase, records: done.count, rows: rows, db)
            return CommitOutcome(done: done.map(\.id), left: leftover(records.map(\.id), done.map(\.id)))
        }
    }

    package func commitRedaction(_ batch: BatchMark, records: [RedactedRecord], asOf: Instant) throws -> CommitOutcome {
        try write { db in
            let stands = try RecordGuard(conversations: schema, asOf: asOf, db)
            let m = schema.message
            let c = schema.conversation
            let write = try RawStatement(
                db,
                """
                update \(schema.name(m)) set \(schema.column(m, .text, "")) = ?1
                where \(schema.belongs(m, to: c, key: "?2")) and \(schema.column(m, .order, "")) = ?3
                """)
            // Set after the texts: a trigger takes the actions back when a text changes.
            let remember = try RawStatement(
                db,
                """
                update \(schema.name(c)) set \(schema.column(c, .done, "")) = ?1, \(schema.column(c, .floor, "")) = 0
                where \(schema.key(c, "")) = ?2
                """)
            let erasure = try ConversationErasure(schema, db)
            let columns = try ColumnRedaction(schema, db)
            var done: [Int64] = []
            var rows = 0
            for item in records {
                guard let before = try stands.unchanged(item.record) else { continue }
                for (order, text) in item.texts { try write.run(text: text[...], item.record.id, order) }
                rows += try columns.apply(item.actions, to: item.record.id)
                if item.actions.contains(.eraseMedia) { rows += try erasure.removeMedia(of: item.record.id) }
                try remember.run(before.union(item.actions).rawValue, item.record.id)
                rows += item.texts.count
                done.append(item.record.id)
            }
            try mark(batch, .redact, records: done.count, rows: rows, db)
            return CommitOutcome(done: done, left: leftover(records.map(\.record.id), done))
        }
    }

    package func commitSegmentEnds(_ batch: BatchMark, names: [String], at: Instant) throws {
        try write { db in
            for name in names {
                try db.execute(
                    sql: "update retention_segment set erased_at = ? where name = ? and erased_at is null",
                    arguments: [at.seconds, name])
            }
            try mark(batch, .endSegments, records: names.count, rows: 0, db)
        }
    }

    package func commitSourceEnds(_ batch: BatchMark, hashes: [[UInt8]], at: Instant) throws {
        try write { db in
            for hash in hashes {
                try db.execute(
                    sql: "update retention_source set erased_at = ? where hash = ?",
                    arguments: [at.seconds, Data(hash)])
            }
            try mark(batch, .endSources, records: hashes.count, rows: 0, db)
        }
    }

    package func forgetFingerprints(goneBefore instant: Instant) throws -> Int {
        let some = try Self.translated {
            try queue.read {
                try Bool.fetchOne(
                    $0, sql: "select exists(select 1 from retention_gone where gone_at < ?)",
                    arguments: [instant.seconds])
            }
        }
        guard some == true else { return 0 }
        return try write { db in
            try db.execute(
                sql:
                    "delete from retention_seen where conversation in (select conversation from retention_gone where gone_at < ?)",
                arguments: [instant.seconds])
            let forgotten = db.changesCount
            try db.execute(sql: "delete from retention_gone where gone_at < ?", arguments: [instant.seconds])
            return forgotten
        }
    }

    /// Removes conversations with all that belongs to them, in primary-key order. Returns the rows removed.
    private func remove(_ records: [RecordMark], at: Instant, _ db: Database) throws -> Int {
        let erasure = try ConversationErasure(schema, db)
        let gone = try RawStatement(db, "insert or ignore into retention_gone(conversation, gone_at) values (?1, ?2)")
        var rows = 0
        for record in records.sorted(by: { $0.id < $1.id }) {
            rows += try erasure.remove(record.id)
            try gone.run(record.id, at.seconds)
        }
        return rows
    }

    func leftover(_ all: [Int64], _ done: [Int64]) -> [Int64] {
        let done = Set(done)
        return all.filter { !done.contains($0) }
    }

    func mark(
        _ batch: BatchMark, _ action: BatchSum.Action, records: Int, rows: Int, segment: String? = nil,
        _ db: Database
    ) throws {
        try db.execute(
            sql:
                "insert into retention_batch(run, no, action, rule, records, rows, segment) values (?, ?, ?, ?, ?, ?, ?)",
            arguments: [batch.run, batch.number, action.rawValue, batch.rule, records, rows, segment])
        let detail =
            "run \(batch.run) batch \(batch.number) rule \(batch.rule) records \(records) segment \(segment ?? "-")"
        try AuditChain.append(action.rawValue, detail: detail, at: batch.at, db)
        // Not a trigger's work alone: a foreign store has none.
        if rows > 0 { try db.execute(sql: "insert or ignore into retention_scrub(pending) values (1)") }
    }
}
