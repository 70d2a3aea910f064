import Conversations
import GRDB
import StorePort

/// What removes conversations and all that belongs to them, children first: each table in one statement.
struct ConversationErasure {
    private let db: Database
    /// In the order in which they run.
    private let media: [String]
    private let others: [String]

    init(_ schema: MappedSchema, _ db: Database) throws {
        self.db = db
        let c = schema.conversation
        func rows(_ table: DataMap.Table) throws -> String {
            try "\(schema.name(table)) where \(schema.belongs(table, to: c, keys: BatchTable.keys))"
        }
        let belonging = schema.map.tables.filter { $0.name != c.name && schema.link($0, to: c) != nil }
        let files = try belonging.flatMap { table in
            try table.columns.filter { $0.value == .path }.keys.sorted().map(MappedSchema.quoted).map { column in
                "insert or ignore into retention_pending_file(path) select \(column) from \(try rows(table)) and \(column) <> ''"
            }
        }
        media = try files + belonging.filter { $0.part == .media }.map { "delete from \(try rows($0))" }
        let children = belonging.reversed().filter { $0.part != .media && $0.part != .message }
        others =
            try ([schema.message] + children).map { "delete from \(try rows($0))" }
            + ["delete from \(schema.name(c)) where \(schema.key(c, "")) in (\(BatchTable.keys))"]
    }

    /// Removes the conversations of the batch table. Returns the number of rows that went.
    func remove() throws -> Int { try removeMedia() + run(others) }

    /// Removes the media rows of these conversations and remembers their files.
    func removeMedia() throws -> Int { try run(media) }

    private func run(_ statements: [String]) throws -> Int {
        try statements.reduce(0) { rows, sql in
            try db.execute(sql: sql)
            return rows + (sql.hasPrefix("delete") ? db.changesCount : 0)
        }
    }
}
