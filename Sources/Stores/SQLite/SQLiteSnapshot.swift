import Conversations
import Foundation
import GRDB
import Planning
import StorePort

/// Reads of one transaction.
struct SQLiteSnapshot: StoreSnapshot {
    let db: Database
    let schema: MappedSchema

    func identity() throws -> StoreIdentity {
        guard let row = try Row.fetchOne(db, sql: "select * from retention_store where id = 1") else {
            throw StoreError(.foreign, "the store has no identity", remedy: "make a store with `retention init`")
        }
        return try StoreIdentity(
            storeID: row.get("store_id"), policyID: row.get("policy_id"), keysFingerprint: row.get("keys_fingerprint"),
            isRehearsal: row.get("rehearsal"), createdAt: Instant(seconds: row.get("created_at")))
    }

    func approvals() throws -> [Approval] {
        try Row.fetchAll(db, sql: "select at, by, policy_hash, policy from retention_approval order by seq").map {
            try Approval(
                at: Instant(seconds: $0.get("at")), by: $0.get("by"), policyHash: $0.get("policy_hash"),
                policy: $0.get("policy"))
        }
    }

    func lastRun() throws -> RunState? {
        let row = try Row.fetchOne(
            db,
            sql: """
                select id, state, as_of, started_at,
                  coalesce((select max(no) from retention_batch where run = retention_run.id), 0) last_batch
                from retention_run order by id desc limit 1
                """)
        return try row.flatMap { row in
            try RunState.Phase(rawValue: row.get("state")).map {
                try RunState(
                    run: row.get("id"), phase: $0, asOf: Instant(seconds: row.get("as_of")),
                    startedAt: Instant(seconds: row.get("started_at")), lastBatch: row.get("last_batch"))
            }
        }
    }

    func boundsBasis() throws -> BoundsBasis? {
        try Row.fetchOne(db, sql: "select since_by_pair, wake_hash from retention_planning where id = 1").map {
            try BoundsBasis(clocks: $0.get("since_by_pair"), wakes: $0.get("wake_hash"))
        }
    }

    func present(conversations ids: [Int64]) throws -> Set<Int64> { try present(schema.conversation, ids) }
    func present(persons ids: [Int64]) throws -> Set<Int64> { try present(schema.person, ids) }

    private func present(_ table: DataMap.Table, _ ids: [Int64]) throws -> Set<Int64> {
        let key = try schema.key(table, "")
        let statement = try RawStatement(db, "select \(key) from \(schema.name(table)) where \(key) = ?1")
        var found: Set<Int64> = []
        for id in ids.sorted() { try statement.each(id) { found.insert($0.int(0)) } }
        return found
    }

    func conversationCount() throws -> Int {
        try Int.fetchOne(db, sql: "select count(*) from \(schema.name(schema.conversation))") ?? 0
    }

    func unlinkedCount() throws -> Int {
        let (c, p) = (schema.conversation, schema.person)
        guard let link = schema.link(c, to: p) else { return try conversationCount() }
        // One look for each person that conversations lead to, in the order of the index.
        return try Int.fetchOne(
            db,
            sql: """
                select coalesce(sum(c.n), 0) from
                  (select \(MappedSchema.quoted(link.column)), count(*) n from \(schema.name(c)) group by 1) c
                where not exists(select 1 from \(schema.name(p)) p where \(schema.join(c, "c", to: p, "p")))
                """) ?? 0
    }

    func runRecord(_ run: Int?) throws -> String? {
        if let run {
            return try String.fetchOne(db, sql: "select record from retention_run where id = ?", arguments: [run])
        }
        return try String.fetchOne(
            db, sql: "select record from retention_run where record is not null order by id desc limit 1")
    }

    func record(asOfAtMost instant: Instant) throws -> String? {
        try String.fetchOne(
            db,
            sql: """
                select record from retention_run where as_of <= ? and record is not null and state = 'done'
                order by as_of desc, id desc limit 1
                """,
            arguments: [instant.seconds])
    }

    func batches(ofRunsFor instant: Instant) throws -> [BatchSum] {
        try Row.fetchAll(
            db,
            sql: """
                select coalesce(b.rule, ''), b.action, sum(b.records) from retention_batch b
                join retention_run r on r.id = b.run
                where r.as_of >= ?
                  or r.id > (select coalesce(max(id), 0) from retention_run where state = 'done')
                group by 1, 2
                """,
            arguments: [instant.seconds]
        ).compactMap { row in
            try BatchSum.Action(rawValue: row.get(1)).map {
                try BatchSum(rule: row.get(0), action: $0, records: row.get(2))
            }
        }
    }

    func doneByInterruptedRuns(before run: Int) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                select coalesce(sum(records), 0) from retention_batch where run < ?
                  and run > (select coalesce(max(id), 0) from retention_run where state = 'done' and id < ?)
                """,
            arguments: [run, run]) ?? 0
    }

    func linesOfInterruptedRuns() throws -> [RunLine] {
        try Row.fetchAll(db, sql: "select run, planned, done from retention_run_line order by run, place").map { row in
            let planned: String = try row.get("planned")
            guard let line = try? JSONDecoder().decode(PlanLine.self, from: Data(planned.utf8)) else {
                throw StoreError(
                    .damaged, "what a stopped run had planned cannot be read",
                    remedy: "restore the store from a backup, or use the version that wrote it")
            }
            return try RunLine(run: row.get("run"), planned: line, done: row.get("done"))
        }
    }

    func wasPlanUsed(_ digest: String) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "select exists(select 1 from retention_run where plan_digest = ?)", arguments: [digest]) ?? false
    }

    func auditHead() throws -> String {
        try AuditChain.head(db)
    }

    func segments() throws -> [SegmentRow] {
        try Row.fetchAll(
            db,
            sql: """
                select name, rule, ends_on, bytes, sha256, conversations, messages, manifest_bytes, erased_at, clock,
                  counted_from
                from retention_segment order by name
                """
        ).compactMap { row in
            try CivilDate(row.get("ends_on") as String).map { endsOn in
                try SegmentRow(
                    name: row.get("name"), rule: row.get("rule"), endsOn: endsOn, bytes: row.get("bytes"),
                    sha256: row.get("sha256"),
                    conversations: row.get("conversations"), messages: row.get("messages"),
                    manifestBytes: row.get("manifest_bytes"),
                    erasedAt: (row.get("erased_at") as Int64?).map(Instant.init(seconds:)), end: archiveEnd(row, endsOn)
                )
            }
        }
    }

    func manifest(ofSegment name: String) throws -> [UInt8]? {
        try String.fetchOne(db, sql: "select manifest from retention_segment where name = ?", arguments: [name])
            .map { Array($0.utf8) }
    }

    private func archiveEnd(_ row: Row, _ date: CivilDate) throws -> ArchiveEnd? {
        guard let clock = try (row.get("clock") as String?).flatMap(RetentionClock.init(rawValue:)),
            let from = try (row.get("counted_from") as String?).flatMap({ CivilDate($0) })
        else { return nil }
        return ArchiveEnd(date: date, clock: clock, countedFrom: from)
    }

    func holds() throws -> [Hold] {
        try Row.fetchAll(db, sql: "select * from retention_hold order by id").compactMap { row in
            guard let kind = try Hold.Kind(rawValue: row.get("kind")),
                let review = try CivilDate(row.get("review_on") as String)
            else { return nil }
            let person: Int64? = try row.get("person")
            let conversation: Int64? = try row.get("conversation")
            var target = person.map(Hold.Target.person) ?? conversation.map(Hold.Target.conversation) ?? .archived
            if let from = try row.get("span_from") as Int64?, let until = try row.get("span_until") as Int64? {
                target = .span(from: Instant(seconds: from), until: Instant(seconds: until))
            }
            return try Hold(
                id: row.get("id"), kind: kind, target: target, reason: row.get("reason"), author: row.get("author"),
                placedAt: Instant(seconds: row.get("placed_at")), reviewOn: review,
                releasedAt: (row.get("released_at") as Int64?).map(Instant.init(seconds:)))
        }
    }

    func needsScrub() throws -> Bool {
        try Bool.fetchOne(db, sql: "select exists(select 1 from retention_scrub)") ?? false
    }

    func hasLeft(conversation id: Int64) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "select exists(select 1 from retention_gone where conversation = ?)", arguments: [id]) ?? false
    }

    func heldPersons(asOf: Instant) throws -> [PersonContent] {
        let (c, p) = (schema.conversation, schema.person)
        let persons = try Int64.fetchAll(
            db,
            sql: """
                select h.person from retention_hold h
                where h.person is not null and \(HoldConditions.counts(asOf: asOf))
                union select \(schema.key(p, "p")) from retention_hold h
                  join \(schema.name(c)) c on \(schema.key(c, "c")) = h.conversation
                  join \(schema.name(p)) p on \(schema.join(c, "c", to: p, "p"))
                where \(HoldConditions.counts(asOf: asOf))
                \(try participants(asOf))
                \(try restricted())
                """)
        let reader = try ProfileReader(db, schema)
        return try persons.compactMap(reader.profile)
    }

    func kept(by kind: Hold.Kind, asOf: Instant) throws -> KeptRecords {
        let holds = try HoldConditions(schema: schema, asOf: asOf, db)
        return try KeptRecords(
            conversations: Int64.fetchSet(db, sql: holds.kept(kind)),
            persons: Int64.fetchSet(db, sql: holds.keptPersons(kind)))
    }

    /// The persons whose own row says that they are under a restriction.
    private func restricted() throws -> String {
        let p = schema.person
        guard let mark = p.fields[.restricted] else { return "" }
        return try "union select \(schema.key(p, "")) from \(schema.name(p)) where \(MappedSchema.quoted(mark)) <> 0"
    }

    /// The further persons of groups that are under a hold.
    private func participants(_ asOf: Instant) throws -> String {
        let (c, p) = (schema.conversation, schema.person)
        guard let group = schema.map.tables(.participant).first else { return "" }
        let counts = HoldConditions.counts(asOf: asOf)
        return try """
        union select \(schema.key(p, "p")) from retention_hold h
          join \(schema.name(c)) c on \(schema.key(c, "c")) = h.conversation
          join \(schema.name(group)) g on \(schema.join(group, "g", to: c, "c"))
          join \(schema.name(p)) p on \(schema.join(group, "g", to: p, "p"))
        where \(counts)
        """
    }

    func heldSegments(asOf: Instant) throws -> Set<String> {
        try String.fetchSet(
            db,
            sql: """
                select s.segment from retention_hold_segment s join retention_hold h on h.id = s.hold
                where \(HoldConditions.counts(asOf: asOf))
                """)
    }

    func sources(holding addresses: [[UInt8]], asOf: Instant) throws -> Set<[UInt8]> {
        let ofHolds = try Data.fetchAll(
            db,
            sql: """
                select a.hash from retention_hold_address a join retention_hold h on h.id = a.hold
                where \(HoldConditions.counts(asOf: asOf))
                """)
        var sources: Set<[UInt8]> = []
        for hash in Set(addresses.map { Data($0) } + ofHolds) {
            let found = try Data.fetchAll(
                db, sql: "select source from retention_source_person where person = ?", arguments: [hash])
            sources.formUnion(found.map { Array($0) })
        }
        return sources
    }

    func sources() throws -> [SourceRow] {
        try Row.fetchAll(db, sql: "select hash, imported_at, refused, erased_at from retention_source").map { row in
            try SourceRow(
                hash: Array(row.get("hash") as Data), importedAt: Instant(seconds: row.get("imported_at")),
                refused: row.get("refused"), erasedAt: (row.get("erased_at") as Int64?).map(Instant.init(seconds:)))
        }
    }

    func unlistedTables() throws -> [String] {
        let listed = Set(schema.map.tables.map(\.name))
        return try String.fetchAll(db, sql: "select name from sqlite_schema where type = 'table' order by name").filter
        {
            !listed.contains($0) && !$0.hasPrefix("retention_") && !$0.hasPrefix("sqlite_") && $0 != "grdb_migrations"
        }
    }
}
