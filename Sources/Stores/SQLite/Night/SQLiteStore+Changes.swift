import Conversations
import Foundation
import GRDB
import StorePort

/// What a night does to the store. Each function is one transaction with its batch and audit rows inside.
extension SQLiteStore {
    package func commitArchive(
        _ batch: BatchMark, records: [RecordMark], segment: SegmentRow, manifest: [UInt8], asOf: Instant
    ) throws -> CommitOutcome {
        try writeRemoval { db in
            let table = try BatchTable(records, db)
            // The segment is durable already and must hold exactly what leaves: all or none.
            let left = try table.changed(schema, asOf: asOf)
            guard left.isEmpty else { return CommitOutcome(done: [], left: left) }
            // Until its segment ends a conversation is not gone: no source may bring it back meanwhile.
            let rows = try remove(at: max(asOf, Instant(seconds: segment.endsOn.daysSince1970 * 86_400)), db)
            try db.execute(
                sql: """
                    insert into retention_segment(name, run, batch, rule, ends_on, bytes, sha256, conversations, messages,
                      clock, counted_from, manifest_bytes, manifest)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    segment.name, batch.run, batch.number, segment.rule, segment.endsOn.description, segment.bytes,
                    segment.sha256, segment.conversations, segment.messages, segment.end?.clock.rawValue,
                    segment.end?.countedFrom.description, segment.manifestBytes,
                    String(decoding: manifest, as: UTF8.self),
                ])
            try mark(batch, .archive, parts(records.map(\.id), of: batch), rows: rows, segment: segment.name, db)
            return CommitOutcome(done: records.map(\.id), left: [])
        }
    }

    package func commitErasure(_ batch: BatchMark, records: [RecordMark], asOf: Instant) throws
        -> CommitOutcome
    {
        try writeRemoval { db in
            let table = try BatchTable(records, db)
            let left = try table.changed(schema, asOf: asOf)
            try table.leave(left)
            let rows = try remove(at: asOf, db)
            let done = leftover(records.map(\.id), left)
            try mark(batch, .erase, parts(done, of: batch), rows: rows, db)
            return CommitOutcome(done: done, left: left)
        }
    }

    package func commitRedaction(_ batch: BatchMark, records: [RedactedRecord], asOf: Instant) throws
        -> CommitOutcome
    {
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
            let columns = try ColumnRedaction(schema, db)
            let changing = try records.compactMap { item in try stands.unchanged(item.record).map { (item, $0) } }
            let withMedia = changing.filter { $0.0.actions.contains(.eraseMedia) }.map(\.0.record)
            var rows = 0
            if !withMedia.isEmpty {
                _ = try BatchTable(withMedia, db)
                rows += try ConversationErasure(schema, db).removeMedia()
            }
            for (item, before) in changing {
                for (order, text) in item.texts { try write.run(text: text[...], item.record.id, order) }
                rows += try columns.apply(item.actions, to: item.record.id) + item.texts.count
                try remember.run(before.union(item.actions).rawValue, item.record.id)
            }
            let done = changing.map(\.0.record.id)
            try mark(batch, .redact, parts(done, of: batch), rows: rows, db)
            return CommitOutcome(done: done, left: leftover(records.map(\.record.id), done))
        }
    }

    package func commitSegmentEnds(
        _ batch: BatchMark, asOf: Instant, choosing: (any StoreSnapshot) throws -> [String]
    ) throws -> [String] {
        try write { db in
            let names = try choosing(SQLiteSnapshot(db: db, schema: schema))
            var ended: [RunLines.Part: Int] = [:]
            for name in names {
                let rule = try String.fetchOne(
                    db,
                    sql: """
                        update retention_segment set erased_at = ? where name = ? and erased_at is null returning rule
                        """,
                    arguments: [asOf.seconds, name])
                if let rule { ended[.init(rule: rule, actions: .eraseAll), default: 0] += 1 }
            }
            try mark(batch, .endSegments, ended, rows: 0, db)
            return names
        }
    }

    package func announceSourceEnds(hashes: [[UInt8]]) throws {
        try write { db in
            for hash in hashes {
                try db.execute(
                    sql: "update retention_source set ending = 1 where hash = ?", arguments: [Data(hash)])
            }
        }
    }

    package func announcedSourceEnds() throws -> [[UInt8]] {
        try Self.translated {
            try queue.read {
                try Data.fetchAll($0, sql: "select hash from retention_source where ending <> 0 order by hash")
            }
        }.map { Array($0) }
    }

    package func commitSourceEnds(_ batch: BatchMark, hashes: [[UInt8]], asOf: Instant) throws {
        try write { db in
            for hash in hashes {
                try db.execute(
                    sql: "update retention_source set erased_at = ? where hash = ?",
                    arguments: [asOf.seconds, Data(hash)])
                try db.execute(
                    sql: "delete from retention_source_person where source = ?", arguments: [Data(hash)])
            }
            try db.execute(sql: "update retention_source set ending = 0 where ending <> 0")
            let ended = [RunLines.Part(rule: batch.rule, actions: .eraseAll): hashes.count]
            try mark(batch, .endSources, ended, rows: 0, db)
        }
    }

    package func hasFingerprints(goneBefore instant: Instant) throws -> Bool {
        try has(Self.fingerprintsToForget, instant)
    }

    /// What is no row of a conversation keeps the time of its import below zero.
    private static let fingerprintsToForget = """
        select 1 from retention_seen where (conversation = 0 and n > -?1)
          or conversation in (select conversation from retention_gone where gone_at < ?1)
        """

    private func has(_ rows: String, _ instant: Instant) throws -> Bool {
        try Self.translated {
            try queue.read {
                try Bool.fetchOne($0, sql: "select exists(\(rows))", arguments: [instant.seconds]) == true
            }
        }
    }

    package func forgetFingerprints(goneBefore instant: Instant) throws {
        let rows = ["select 1 from retention_gone where gone_at < ?1", Self.fingerprintsToForget]
        guard try rows.contains(where: { try has($0, instant) }) else { return }
        try write { db in
            try db.execute(
                sql: Self.fingerprintsToForget.replacing("select 1 from", with: "delete from"),
                arguments: [instant.seconds])
            try db.execute(sql: "delete from retention_gone where gone_at < ?", arguments: [instant.seconds])
        }
    }

    /// Removes the conversations of the batch table with all that belongs to them. Returns the rows removed.
    private func remove(at gone: Instant, _ db: Database) throws -> Int {
        let rows = try ConversationErasure(schema, db).remove()
        try db.execute(
            sql:
                "insert or ignore into retention_gone(conversation, gone_at) select id, ? from temp.retention_batch_record",
            arguments: [gone.seconds])
        return rows
    }

    func leftover(_ all: [Int64], _ done: [Int64]) -> [Int64] {
        let done = Set(done)
        return all.filter { !done.contains($0) }
    }

    /// Of records of a batch, how many had the same done to them.
    func parts(_ records: [Int64], of batch: BatchMark) -> [RunLines.Part: Int] {
        records.reduce(into: [:]) { parts, id in
            parts[.init(rule: batch.rule, actions: batch.actions[id] ?? []), default: 0] += 1
        }
    }

    /// Records a batch: its row, its event of the audit log, and what it did of the lines of its run.
    func mark(
        _ batch: BatchMark, _ action: BatchSum.Action, _ done: [RunLines.Part: Int], rows: Int, segment: String? = nil,
        _ db: Database
    ) throws {
        let records = done.values.reduce(0, +)
        try RunLines(db).count(done, action.subject, of: batch.run)
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
