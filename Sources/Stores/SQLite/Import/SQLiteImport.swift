import Conversations
import GRDB
import StorePort
import Synchronization

/// The import side of the product's own schema, over a connection or a queue.
package final class SQLiteImportStore: ImportStore {
    private let database: any DatabaseWriter
    private let memory = Mutex(ImportMemory())

    /// - Parameter database: migrated to `NativeSchema` and `ControlSchema`.
    package init(_ database: any DatabaseWriter) { self.database = database }

    package func importing<T>(_ body: (any ImportTransaction) throws -> T) throws -> T {
        try SQLiteStore.translated {
            try database.write { db in
                let persons = try memory.withLock { try $0.take(db) }
                let transaction = SQLiteImport(db, persons: persons)
                let value = try body(transaction)
                try transaction.writeWaiting()
                try memory.withLock { try $0.keep(transaction.persons, db) }
                return value
            }
        }
    }
}

/// What transactions of one import hand on to one another, as long as nothing else writes to the store.
private struct ImportMemory {
    /// Persons beyond which it begins anew: some 25 MB.
    private static let limit = 50_000

    private var persons = PersonBook()
    private var version: (data: Int64, changes: Int64)?

    /// What is still true; it is gone from here until a transaction has come to its end.
    mutating func take(_ db: Database) throws -> PersonBook {
        defer { (persons, version) = (PersonBook(), nil) }
        guard let version, try version == ImportMemory.version(db) else { return PersonBook() }
        return persons
    }

    mutating func keep(_ persons: PersonBook, _ db: Database) throws {
        guard persons.persons.count <= Self.limit else { return }
        (self.persons, version) = (persons, try ImportMemory.version(db))
    }

    /// Another pair where another connection, or this one, wrote a row.
    private static func version(_ db: Database) throws -> (data: Int64, changes: Int64) {
        (try Int64.fetchOne(db, sql: "pragma data_version") ?? 0, Int64(db.totalChangesCount))
    }
}

/// One transaction of an import. New rows wait until all of it is known and are written in the order of their key; what
/// was read of persons is kept from one transaction to the next. Whatever reads or changes what may wait writes it first.
package final class SQLiteImport: ImportTransaction {
    let db: Database
    /// Rows that are not written yet.
    var waiting = WaitingRows()
    /// What is known of fingerprints.
    var imported = KnownMessages()
    var persons: PersonBook
    /// Whether a refusal of information outlives somebody; nil until that was asked.
    var hasRefusals: Bool?
    /// Whether a conversation has persons beside its own; nil until that was asked.
    var hasParticipants: Bool?
    /// What says whether a conversation is held; nil until that was asked.
    var holds: RecordGuard?
    /// What says whether a person is held; nil until that was asked.
    var holdsOfPersons: RecordGuard?
    private var lastIDs: [Numbered: Int64] = [:]
    /// By the address of their text: each is prepared once a transaction.
    private var prepared: [UnsafePointer<UInt8>: ByteStatement] = [:]

    /// - Parameter db: inside a writing transaction.
    init(_ db: Database, persons: PersonBook) { (self.db, self.persons) = (db, persons) }

    // MARK: Statements

    func run(_ sql: StaticString, _ arguments: StatementArguments = []) throws {
        try db.cachedStatement(sql: "\(sql)").execute(arguments: arguments)
    }

    func row(_ sql: StaticString, _ arguments: StatementArguments) throws -> Row? {
        try Row.fetchOne(db.cachedStatement(sql: "\(sql)"), arguments: arguments)
    }

    func integer(_ sql: StaticString, _ arguments: StatementArguments) throws -> Int64? {
        try row(sql, arguments).flatMap { try $0.get(0) }
    }

    /// A statement for what is done for each thread or message.
    func statement(_ sql: StaticString) throws -> ByteStatement {
        if let known = prepared[sql.utf8Start] { return known }
        let new = try ByteStatement(db.cachedStatement(sql: "\(sql)"))
        prepared[sql.utf8Start] = new
        return new
    }

    // MARK: New rows

    /// A table whose ids are never used twice.
    enum Numbered: String { case person, thread, conversation }

    /// The id of a row that is not written yet: nobody else writes meanwhile.
    func newID(_ table: Numbered) throws -> Int64 {
        let id = try (lastIDs[table] ?? lastID(table)) + 1
        lastIDs[table] = id
        return id
    }

    /// The greatest id that was ever given, as SQLite itself finds it (<https://www.sqlite.org/autoinc.html>).
    private func lastID(_ table: Numbered) throws -> Int64 {
        let last: StaticString =
            switch table {
            case .person: "select max(id) from person"
            case .thread: "select max(id) from thread"
            case .conversation: "select max(id) from conversation"
            }
        let given = try integer("select seq from sqlite_sequence where name = ?", [table.rawValue])
        return try max(given ?? 0, integer(last, []) ?? 0)
    }

    // MARK: What was imported before

    package func lookUp(_ messages: [Fingerprint]) throws {
        var walk = SeenWalk(
            try statement("select hash, conversation, n from retention_seen where hash >= ? order by hash"))
        defer { walk.end() }
        imported.reserve(messages.count)
        for message in messages.sorted() where imported.places[message] == nil {
            imported.places[message] = .some(try walk.place(of: message))
        }
    }

    package func seen(_ message: Fingerprint) throws -> SeenMessage? {
        if let answer = imported.places[message] { return answer }
        return try SQLiteImport.place(
            of: message, statement("select conversation, n from retention_seen where hash = ?"))
    }

    private static func place(of message: Fingerprint, _ statement: ByteStatement) throws -> SeenMessage? {
        statement.bind(message, at: 1)
        return try statement.first { SeenMessage(conversation: try $0.integer(0), number: try $0.integer(1)) }
    }

    package func remember(_ message: Fingerprint, at place: SeenMessage) throws {
        // One that has a place keeps it.
        guard try seen(message) == nil else { return }
        imported.places[message] = .some(place)
        try remember(message, at: place, statement(SQLiteImport.remembering))
    }

    func remember(_ message: Fingerprint, at place: SeenMessage, _ statement: ByteStatement) throws {
        statement.bind(message, at: 1)
        statement.bind(place.conversation, at: 2)
        statement.bind(place.number, at: 3)
        try statement.run()
    }

    /// Gives a message that was imported another place.
    func move(_ message: Fingerprint, to place: SeenMessage) throws {
        imported.places[message] = .some(place)
        try remember(
            message, at: place,
            statement("insert or replace into retention_seen(hash, conversation, n) values(?, ?, ?)"))
    }

    static let remembering: StaticString =
        "insert or ignore into retention_seen(hash, conversation, n) values(?, ?, ?)"

    package func record(_ source: ImportedSource, now: Instant) throws {
        try run(
            """
            insert into retention_source(hash, kind, imported_at, messages, refused, folder_hash) values(?, ?, ?, ?, ?, ?)
            on conflict(hash) do update set refused = excluded.refused, folder_hash = excluded.folder_hash
            """,
            [
                source.hash.data, source.kind.rawValue, now.seconds, source.messages, source.refused,
                source.folder?.data,
            ])
        let person = try statement("insert or ignore into retention_source_person(person, source) values(?, ?)")
        person.bind(source.hash, at: 2)
        for hash in source.persons.sorted() {
            person.bind(hash, at: 1)
            try person.run()
        }
    }
}
