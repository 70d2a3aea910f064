import Conversations
import GRDB
import GRDBSQLite
import Glibc
import Planning
import StorePort

/// A store in a SQLite file: the product's own schema, or one that a data map describes.
///
/// Our own store keeps SQLite's rollback journal with `synchronous = EXTRA`, so that a commit is durable and a
/// reader writes nothing at all. Settings are read back after they were made; one that did not take stops the run.
package final class SQLiteStore: Sendable {
    let queue: DatabaseQueue
    let schema: MappedSchema
    package let path: String
    package let isReadOnly: Bool

    /// The import side of the same file.
    package var importStore: SQLiteImportStore { SQLiteImportStore(queue) }

    package enum Access: Sendable { case reading, writing }

    /// Opens a store that is there. Never makes one.
    /// - Parameter patience: how many seconds to wait while another program writes.
    /// - Throws: `StoreError`: `missing`, `damaged`, `busy`, or `map` where the data map does not describe it.
    package init(path: String, map: DataMap, access: Access, patience: Double = 10) throws {
        self.path = path
        isReadOnly = access == .reading
        schema = try MappedSchema(map)
        let isOwn = map == NativeSchema.map
        try SQLiteStore.requireFile(path, access: access, isOwn: isOwn)
        queue = try SQLiteStore.translated {
            try SQLiteStore.open(path, access: access, patience: patience, isOwn: isOwn)
        }
        try SQLiteStore.translated {
            try queue.read { db in
                guard try db.tableExists("retention_store") else {
                    throw StoreError(
                        .foreign, "the file \(path) is not a store that `retention init` made",
                        remedy:
                            "correct `store.path`, make a store with `retention init`, or this one ready with --existing"
                    )
                }
                try SchemaDrift(map: map).check(db)
                try SQLiteStore.requireKnownSchema(db)
            }
            // Tables of the engine that have come since the store was made.
            if access == .writing { try ControlSchema.migrator().migrate(queue) }
        }
    }

    /// A store that a newer version wrote may hold what this one does not know to keep.
    private static func requireKnownSchema(_ db: Database) throws {
        // Another program's own migrations stand in the same table.
        let known = Set(ControlSchema.migrator().migrations + NativeSchema.migrator().migrations)
        let own = try String.fetchAll(
            db,
            sql:
                "select identifier from grdb_migrations where identifier glob 'control *' or identifier glob 'native *'"
        )
        guard known.isSuperset(of: own) else {
            throw StoreError(
                .foreign, "the store was made by a newer version of retention",
                remedy: "install that version, or a newer one")
        }
    }

    /// A second connection of this process. Its page cache is small: memory counts twice here.
    private init(besides store: SQLiteStore) throws {
        (path, schema, isReadOnly) = (store.path, store.schema, true)
        queue = try SQLiteStore.translated {
            try SQLiteStore.open(store.path, access: .reading, patience: 10, isOwn: true, cacheKiB: 4096)
        }
    }

    /// Only of our own store: its rollback journal lets any number read, and nobody write meanwhile.
    package func secondReader() throws -> (any NightStore & Sendable)? {
        try isOwn ? SQLiteStore(besides: self) : nil
    }

    /// Makes a store in a new file: the product's tables, and the engine's own. Only `retention init` calls this.
    package static func create(path: String, identity: StoreIdentity) throws {
        let file = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw StoreError(
                .cannotCreate, "the store \(path) cannot be made: \(String(cString: strerror(errno)))",
                remedy: "choose a path in a folder of yours where no file is yet")
        }
        Glibc.close(file)
        let queue = try translated { try open(path, access: .writing, patience: 10, isOwn: true) }
        try translated {
            try NativeSchema.migrator().migrate(queue)
            try ControlSchema.migrator().migrate(queue)
            try queue.write { db in try insert(identity, db) }
            try queue.close()
        }
    }

    static func insert(_ identity: StoreIdentity, _ db: Database) throws {
        try db.execute(
            sql: """
                insert into retention_store(id, store_id, policy_id, keys_fingerprint, rehearsal, created_at)
                values (1, ?, ?, ?, ?, ?)
                """,
            arguments: [
                identity.storeID, identity.policyID, identity.keysFingerprint, identity.isRehearsal,
                identity.createdAt.seconds,
            ])
    }

    static func requireFile(_ path: String, access: Access, isOwn: Bool) throws {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw StoreError(
                .missing, "there is no store at \(path)",
                remedy: "correct `store.path` in the policy, or make the store with `retention init`")
        }
        guard !isOwn || !hasWriteAheadLog(path) else { throw wrongJournal("wal") }
        // A reader could not roll the journal back without writing.
        var journal = stat()
        if access == .reading, lstat(path + "-journal", &journal) == 0, journal.st_size > 0 {
            throw StoreError(
                .damaged, "the store \(path) holds an unfinished transaction",
                remedy: "a run in progress will finish it; otherwise `retention run` recovers it. Where a backup was "
                    + "put here, the journal beside it is of the store before: move \(path)-journal away first")
        }
    }

    /// Whether the file's header says so: byte 18 is 2 (<https://www.sqlite.org/fileformat2.html>, section 1.3). Read
    /// before SQLite opens the file: closing a second descriptor would drop the process's locks on it, and a reader of
    /// such a store writes beside it.
    private static func hasWriteAheadLog(_ path: String) -> Bool {
        let file = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { Glibc.close(file) }
        var version: UInt8 = 0
        return pread(file, &version, 1, 18) == 1 && version == 2
    }

    private static func wrongJournal(_ mode: String) -> StoreError {
        StoreError(
            .map, "the store keeps its journal in mode \(mode), which leaves old content behind",
            remedy: "set `pragma journal_mode = delete` on it")
    }

    static func open(
        _ path: String, access: Access, patience: Double, isOwn: Bool, cacheKiB: Int = 16 << 10
    ) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = access == .reading
        configuration.busyMode = .timeout(patience)
        configuration.foreignKeysEnabled = true
        configuration.label = "retention store"
        configuration.prepareDatabase { db in
            try db.execute(sql: "pragma trusted_schema = off")
            try db.execute(sql: "pragma cache_size = -\(cacheKiB)")
            if access == .writing {
                try db.execute(sql: "pragma secure_delete = on; pragma temp_store = file")
            }
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.inDatabase(requireUTF8)
        if access == .writing { try queue.inDatabase { try makeDurable($0, isOwn: isOwn) } }
        return queue
    }

    /// Texts are read in place, as bytes of UTF-8, and so is the file when it is searched for erased ones.
    private static func requireUTF8(_ db: Database) throws {
        let encoding = try String.fetchOne(db, sql: "pragma encoding") ?? "unknown"
        guard encoding == "UTF-8" else {
            throw StoreError(
                .map, "the store keeps its texts in \(encoding), and only UTF-8 can be read",
                remedy: "copy its rows into a database that was made with `pragma encoding = 'UTF-8'`")
        }
    }

    /// After opening, since GRDB sets `synchronous` by itself on a store with a write-ahead log. There `full` makes a
    /// commit durable; with a rollback journal only `extra` does, which makes the journal's end durable as well.
    private static func makeDurable(_ db: Database, isOwn: Bool) throws {
        let mode = try String.fetchOne(db, sql: "pragma journal_mode") ?? "unknown"
        let allowed = ["delete", "truncate"] + (isOwn ? [] : ["wal"])
        guard allowed.contains(mode) else { throw wrongJournal(mode) }
        try db.execute(sql: "pragma synchronous = \(mode == "wal" ? "full" : "extra")")
        let trusted = try trustsSchema(db)
        if trusted { try db.execute(sql: "pragma trusted_schema = on") }
        try assertSettings(db, synchronous: mode == "wal" ? 2 : 3, trusted: trusted)
    }

    /// Whether triggers must be let write into a full-text index: SQLite before 3.41 does not count FTS5 as harmless, and
    /// refuses with an untrusted schema what keeps the index in step. No function of ours can be called by a schema.
    private static func trustsSchema(_ db: Database) throws -> Bool { try !searchIndexes(db).isEmpty }

    private static func assertSettings(_ db: Database, synchronous: Int, trusted: Bool) throws {
        try assertSettings(
            db,
            [
                ("secure_delete", 1), ("synchronous", synchronous), ("temp_store", 1), ("foreign_keys", 1),
                ("trusted_schema", trusted ? 1 : 0),
            ])
    }

    static func assertSettings(_ db: Database, _ wanted: [(String, Int)]) throws {
        for (pragma, value) in wanted where try Int.fetchOne(db, sql: "pragma \(pragma)") != value {
            throw StoreError(
                .damaged, "the database does not take the setting \(pragma) = \(value)",
                remedy: "use the SQLite library that Debian ships")
        }
    }

    /// Runs `body` and words what SQLite says in terms of the store.
    static func translated<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(error)
        } catch is RowDecodingError {
            throw StoreError.damagedColumn
        }
    }
}

extension StoreError {
    static let damagedColumn = StoreError(
        .damaged, "the store is damaged: a column holds what its table does not allow",
        remedy: "restore it from a backup, or look at it with `sqlite3` and `pragma integrity_check`")

    /// A database error without the statement or any bound value.
    init(_ error: DatabaseError) {
        let code = error.resultCode
        let what = "the database answered \(error.extendedResultCode) (\(error.extendedResultCode.rawValue))"
        switch code {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .busy, "the store stayed busy for ten seconds", remedy: "try again when nothing else writes to it")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self.init(
                .damaged, "the store is damaged, or its disk cannot be read: \(what)",
                remedy: "look at the disk first; if it is sound, restore the store from a backup")
        case .SQLITE_FULL, .SQLITE_IOERR:
            self.init(
                .inputOutput, "the disk refused: \(what)", remedy: "free space or mend the disk; the next run goes on")
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
            self.init(
                .cannotCreate, "the store cannot be opened: \(what)", remedy: "check owner and mode of its folder")
        case .SQLITE_CONSTRAINT:
            self.init(
                .refused, "the store refused a change: \(what)",
                remedy: "look at its constraints and triggers; the record was left as it is")
        default:
            self.init(.map, "a query on the store failed: \(what)", remedy: "check the data map against the store")
        }
    }
}
