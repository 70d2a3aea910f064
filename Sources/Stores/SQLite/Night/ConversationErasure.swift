import Conversations
import GRDB
import StorePort

/// What removes conversations and all that belongs to them, the farthest first: each table in one statement.
struct ConversationErasure {
    private let db: Database
    /// In the order in which they run. What is remembered of files comes before the rows that name them go.
    private let media: [String]
    private let others: [String]

    init(_ schema: MappedSchema, _ db: Database) throws {
        self.db = db
        let c = schema.conversation
        let near = try schema.map.tables.filter { $0.name != c.name && schema.link($0, to: c) != nil }.map {
            Belonging(table: $0, condition: try schema.belongs($0, to: c, keys: BatchTable.keys), distance: 1)
        }
        let far = try schema.map.tables.filter { $0.name != c.name && schema.link($0, to: c) == nil }
            .compactMap { schema.path(from: $0, to: c) }.map { path in
                Belonging(
                    table: path[0], condition: try schema.belongsDeep(path, keys: BatchTable.keys),
                    distance: path.count - 1)
            }.sorted { $0.distance > $1.distance }
        let (ofMedia, ofOthers) = ((near + far).filter(\.isMedia), (near + far).filter { !$0.isMedia })
        media = ofMedia.flatMap(\.rememberFiles) + (far + near).filter(\.isMedia).map(\.delete)
        let children = near.reversed().filter { !$0.isMedia && $0.table.part != .message }
        let messages = near.filter { $0.table.part == .message }
        others =
            (ofOthers + ofMedia).flatMap(\.rememberFiles)
            + (far + near.filter(\.isMedia) + messages + children).map(\.delete)
            + ["delete from \(schema.name(c)) where \(try schema.key(c, "")) in (\(BatchTable.keys))"]
    }

    /// Whether each table with a foreign key to one of those that rows are removed from is itself one of them: then no
    /// row that stays can point to one that goes.
    static func takesAllThatPoints(_ schema: MappedSchema, _ db: Database) throws -> Bool {
        let removed = schema.map.tables.filter {
            $0.name == schema.conversation.name || schema.path(from: $0, to: schema.conversation) != nil
        }.map { "'\($0.name.replacing("'", with: "''"))'" }.joined(separator: ", ")
        return try Bool.fetchOne(
            db,
            sql: """
                select not exists(select 1 from pragma_table_list t, pragma_foreign_key_list(t.name) f
                where t.schema = 'main' and f."table" collate nocase in (\(removed))
                  and t.name collate nocase not in (\(removed)))
                """) ?? false
    }

    /// A table whose rows belong to conversations, over one link or more.
    private struct Belonging {
        let table: DataMap.Table
        let condition: String
        let distance: Int

        var isMedia: Bool { table.part == .media }
        private var rows: String { "\(MappedSchema.quoted(table.name)) where \(condition)" }
        var delete: String { "delete from \(rows)" }
        var rememberFiles: [String] {
            table.columns.filter { $0.value == .path }.keys.sorted().map(MappedSchema.quoted).map { column in
                "insert or ignore into retention_pending_file(path) select \(column) from \(rows) and \(column) <> ''"
            }
        }
    }

    /// Removes the conversations of the batch table. Returns the number of rows that went.
    func remove() throws -> Int { try run(others) }

    /// Removes the media rows of these conversations and remembers their files.
    func removeMedia() throws -> Int { try run(media) }

    private func run(_ statements: [String]) throws -> Int {
        try statements.reduce(0) { rows, sql in
            try db.execute(sql: sql)
            return rows + (sql.hasPrefix("delete") ? db.changesCount : 0)
        }
    }
}
