import Conversations
import GRDB
import StorePort

/// The import side of the product's own schema, over a connection or a queue.
package struct SQLiteImportStore: ImportStore {
    private let database: any DatabaseWriter

    /// - Parameter database: migrated to `NativeSchema` and `ControlSchema`.
    package init(_ database: any DatabaseWriter) { self.database = database }

    package func importing<T>(_ body: (any ImportTransaction) throws -> T) throws -> T {
        try SQLiteStore.translated { try database.write { try body(SQLiteImport($0)) } }
    }
}

/// One transaction of an import. Each statement is prepared once a connection; texts are bound as the bytes that
/// they are.
package struct SQLiteImport: ImportTransaction {
    let db: Database

    /// - Parameter db: inside a writing transaction.
    package init(_ db: Database) { self.db = db }

    func run(_ sql: StaticString, _ arguments: StatementArguments = []) throws {
        try db.cachedStatement(sql: "\(sql)").execute(arguments: arguments)
    }

    func row(_ sql: StaticString, _ arguments: StatementArguments) throws -> Row? {
        try Row.fetchOne(db.cachedStatement(sql: "\(sql)"), arguments: arguments)
    }

    func integer(_ sql: StaticString, _ arguments: StatementArguments) throws -> Int64? {
        try row(sql, arguments).flatMap { try $0.get(0) }
    }

    /// Runs a statement of which rows are bound as bytes, once for each row.
    func bytes(_ sql: StaticString, _ body: (ByteStatement) throws -> Void) throws {
        try body(ByteStatement(db.cachedStatement(sql: "\(sql)")))
    }

    // MARK: What was imported before

    package func seen(_ message: Fingerprint) throws -> SeenMessage? {
        let statement = try ByteStatement(
            db.cachedStatement(sql: "select conversation, n from retention_seen where hash = ?"))
        statement.bind(message, at: 1)
        return try statement.first { SeenMessage(conversation: $0.integer(0), number: $0.integer(1)) }
    }

    package func remember(_ message: Fingerprint, at place: SeenMessage) throws {
        try bytes("insert or ignore into retention_seen(hash, conversation, n) values(?, ?, ?)") { statement in
            statement.bind(message, at: 1)
            statement.bind(place.conversation, at: 2)
            statement.bind(place.number, at: 3)
            try statement.run()
        }
    }

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
        for person in source.persons {
            try run(
                "insert or ignore into retention_source_person(person, source) values(?, ?)",
                [person.data, source.hash.data])
        }
    }
}
