import Conversations
import GRDB
import StorePort

/// What a store that another program keeps must have before nights can be planned over it: the engine's own columns,
/// the indexes that make a night cost what is due, and the triggers that keep its bounds true.
struct StorePreparation {
    private let schema: MappedSchema
    private let db: Database
    private var isOwn: Bool { schema.map == NativeSchema.map }

    init(_ schema: MappedSchema, _ db: Database) { (self.schema, self.db) = (schema, db) }

    /// In words, what is not there; empty where all is. Triggers count where they are those that `prepare` makes.
    func lacks() throws -> [String] {
        try missingIndexes().map { "an index on \($0.table)(\($0.columns.joined(separator: ", ")))" }
            + missingTriggers().map { "the trigger \($0.name)" }
    }

    /// The names of triggers that are not there, or not as they were made.
    func lostTriggers() throws -> [String] { try missingTriggers().map(\.name) }

    private func wantedTriggers() throws -> [(name: String, sql: String)] {
        try isOwn ? NativeSchema.namedTriggers : PlanningTriggers(schema).all()
    }

    /// How many triggers there must be.
    func triggerCount() throws -> Int { try wantedTriggers().count }

    /// Adds what was lost. Nobody saw what was written meanwhile, so every record is looked at anew, and what was done
    /// to it is done again.
    func mend() throws {
        for table in [schema.conversation, schema.person] {
            let (done, floor) = try (schema.column(table, .done, ""), schema.column(table, .floor, ""))
            try db.execute(
                sql: """
                    update \(schema.name(table)) set \(done) = 0, \(floor) = 0,
                      \(schema.column(table, .revision, "")) = \(schema.column(table, .revision, "")) + 1
                    """)
        }
        try db.execute(
            sql: "delete from retention_planning; insert or ignore into retention_scrub(pending) values (1)")
        try addIndexesAndTriggers()
    }

    /// Adds what is not there. Nothing that is there is changed.
    /// - Parameter now: what is in the store was first seen then, where nothing says otherwise.
    func prepare(now: Instant) throws {
        for table in [schema.conversation, schema.person] { try addColumns(to: table, now: now) }
        try addIndexesAndTriggers()
    }

    private func addIndexesAndTriggers() throws {
        for index in try missingIndexes() {
            let name = MappedSchema.quoted("retention_" + ([index.table] + index.columns).joined(separator: "_"))
            let columns = index.columns.map(MappedSchema.quoted).joined(separator: ", ")
            try db.execute(sql: "create index \(name) on \(MappedSchema.quoted(index.table))(\(columns))")
        }
        for trigger in try missingTriggers() {
            try db.execute(sql: "drop trigger if exists \(MappedSchema.quoted(trigger.name))")
            try db.execute(sql: trigger.sql)
        }
    }

    /// The columns that only the engine writes, and those that say when a record was seen.
    private func addColumns(to table: DataMap.Table, now: Instant) throws {
        let there = Set(
            try String.fetchAll(db, sql: "select name from pragma_table_xinfo(?)", arguments: [table.name]))
        for field in [DataMap.Field.done, .floor, .revision] {
            guard let column = table.fields[field], !there.contains(column) else { continue }
            let name = MappedSchema.quoted(column)
            try db.execute(sql: "alter table \(schema.name(table)) add column \(name) integer not null default 0")
        }
        for field in [DataMap.Field.firstSeen, .lastSeen] {
            guard let column = table.fields[field], !there.contains(column) else { continue }
            let name = MappedSchema.quoted(column)
            try db.execute(sql: "alter table \(schema.name(table)) add column \(name) integer")
            guard field == .firstSeen else { continue }
            try db.execute(
                sql: "update \(schema.name(table)) set \(name) = ?", arguments: [schema.units(now)])
        }
    }

    private struct Index {
        let table: String
        let columns: [String]
    }

    private func missingIndexes() throws -> [Index] {
        // The product's own schema is made whole; whoever takes an index from it makes nights slow and not wrong.
        if isOwn { return [] }
        let (c, p) = (schema.conversation, schema.person)
        let due = [DataMap.Field.role, .purpose, .done, .floor].compactMap { c.fields[$0] }
        var needed = [Index(table: c.name, columns: due)]
        needed += p.fields[.floor].map { [Index(table: p.name, columns: [$0])] } ?? []
        for table in schema.map.tables {
            for link in table.links { needed.append(Index(table: table.name, columns: [link.column])) }
        }
        return try needed.filter { try !isThere($0) }
    }

    /// Whether an index, or the primary key, begins with the columns.
    private func isThere(_ index: Index) throws -> Bool {
        let names = try String.fetchAll(db, sql: "select name from pragma_index_list(?)", arguments: [index.table])
        return try names.contains { name in
            let columns = try Optional<String>.fetchAll(
                db, sql: "select name from pragma_index_info(?) order by seqno", arguments: [name])
            return columns.prefix(index.columns.count).elementsEqual(index.columns.map(Optional.some))
        }
    }

    /// Of our own schema another version may have made them: that they are there is enough.
    private func missingTriggers() throws -> [(name: String, sql: String)] {
        let rows = try Row.fetchAll(db, sql: "select name, sql from sqlite_schema where type = 'trigger'")
        let there = try Dictionary(
            rows.map { (try $0.get("name") as String, try $0.get("sql") as String) },
            uniquingKeysWith: { first, _ in first })
        return try wantedTriggers().filter { wanted in
            guard let sql = there[wanted.name] else { return true }
            return !isOwn && sql.lowercased() != wanted.sql.lowercased()
        }
    }
}

extension SQLiteStore {
    /// Makes a database that another program keeps ready for nights: our control tables, our columns, indexes and
    /// triggers. Only `retention init --existing` calls this.
    /// - Throws: `StoreError`: `missing`, `cannotCreate` where it was made ready before, `map` where the map does not
    ///   describe it.
    package static func prepare(path: String, map: DataMap, identity: StoreIdentity) throws {
        let schema = try MappedSchema(map)
        try requireFile(path, access: .writing, isOwn: map == NativeSchema.map)
        let queue = try translated { try open(path, access: .writing, patience: 10, isOwn: map == NativeSchema.map) }
        try translated {
            let isReady = try queue.read { db in
                try db.tableExists("retention_store")
                    && Bool.fetchOne(db, sql: "select exists(select 1 from retention_store)") == true
            }
            guard !isReady else {
                throw StoreError(
                    .cannotCreate, "the store \(path) was made ready before", remedy: "go on with `retention check`")
            }
            try ControlSchema.migrator().migrate(queue)
            try queue.inTransaction(.immediate) { db in
                try StorePreparation(schema, db).prepare(now: identity.createdAt)
                try SchemaDrift(map: map).check(db)
                try insert(identity, db)
                return .commit
            }
            try queue.close()
        }
    }

    /// The keys that a database was made ready for; nil where it never was.
    package static func keysFingerprint(path: String) throws -> String? {
        let queue = try translated { try open(path, access: .writing, patience: 10, isOwn: false) }
        return try translated {
            try queue.read { db in
                guard try db.tableExists("retention_store") else { return nil }
                return try String.fetchOne(db, sql: "select keys_fingerprint from retention_store")
            }
        }
    }

    /// What planning needs and the store lacks, in words.
    package func lacks() throws -> [String] {
        try Self.translated { try queue.read { try StorePreparation(schema, $0).lacks() } }
    }

    /// Without its triggers a store does not tell that a record was written to: what comes in between the plan and the
    /// transaction would be lost with the rest.
    /// - Throws: `StoreError` of kind `map` where one is not there.
    package func requireTriggers() throws {
        let lost = try Self.translated { try queue.read { try StorePreparation(schema, $0).lostTriggers() } }
        guard lost.isEmpty else {
            throw StoreError(
                .map,
                "the store has lost triggers that say when a record was written to: \(lost.joined(separator: ", "))",
                remedy: "find out what dropped them; `retention init --existing` adds them again")
        }
    }

    package func triggers() throws -> (examined: Int, failing: Int) {
        try Self.translated {
            try queue.read { db in
                let preparation = StorePreparation(schema, db)
                return try (preparation.triggerCount(), preparation.lostTriggers().count)
            }
        }
    }

    /// Adds what planning needs and the store has lost since it was made ready.
    package func mend(at now: Instant) throws {
        try write { db in
            let lost = try StorePreparation(schema, db).lacks().count
            try StorePreparation(schema, db).mend()
            try AuditChain.append("store-mended", detail: "\(lost) triggers and indexes", at: now, db)
        }
    }
}
