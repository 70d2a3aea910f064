import Conversations
import GRDB
import StorePort

/// The statements that remove one conversation and all that belongs to it, prepared once, children first.
struct ConversationErasure {
    /// Of what belongs to a conversation's own rows: the farthest first.
    private let deeper: [RawStatement]
    private let messages: RawStatement
    private let children: [RawStatement]
    private let media: [RawStatement]
    /// Remember the files of rows that go: of media, and of everything else.
    private let mediaFiles: [RawStatement]
    private let otherFiles: [RawStatement]
    private let conversation: RawStatement

    init(_ schema: MappedSchema, _ db: Database) throws {
        let c = schema.conversation
        func delete(_ table: DataMap.Table) throws -> RawStatement {
            try RawStatement(
                db, "delete from \(schema.name(table)) where \(schema.belongs(table, to: c, key: "?1"))")
        }
        let belonging = schema.map.tables.filter { $0.name != c.name && schema.link($0, to: c) != nil }
        messages = try delete(schema.message)
        media = try belonging.filter { $0.part == .media }.map(delete)
        children = try belonging.reversed().filter { $0.part != .media && $0.part != .message }.map(delete)
        let paths = schema.map.tables.filter { $0.name != c.name && schema.link($0, to: c) == nil }
            .compactMap { schema.path(from: $0, to: c) }.sorted { $0.count > $1.count }
        deeper = try paths.map { path in
            try RawStatement(
                db, "delete from \(schema.name(path[0])) where \(schema.belongsDeep(path, key: "?1"))")
        }
        let all =
            try belonging.map { ($0, try schema.belongs($0, to: c, key: "?1")) }
            + paths.map { ($0[0], try schema.belongsDeep($0, key: "?1")) }
        func remember(_ table: DataMap.Table, _ rows: String) throws -> [RawStatement] {
            try table.columns.filter { $0.value == .path }.keys.sorted().map(MappedSchema.quoted).map { column in
                try RawStatement(
                    db,
                    """
                    insert or ignore into retention_pending_file(path) select \(column) from \(schema.name(table))
                    where \(rows) and \(column) <> ''
                    """)
            }
        }
        mediaFiles = try all.filter { $0.0.part == .media }.flatMap(remember)
        otherFiles = try all.filter { $0.0.part != .media }.flatMap(remember)
        conversation = try RawStatement(
            db, "delete from \(schema.name(c)) where \(schema.key(c, "")) = ?1")
    }

    /// Returns the number of rows that went.
    func remove(_ id: Int64) throws -> Int {
        for statement in otherFiles { try statement.run(id) }
        var rows = 0
        for statement in deeper { rows += try statement.run(id) }
        rows += try removeMedia(of: id)
        rows += try messages.run(id)
        for statement in children { rows += try statement.run(id) }
        return try rows + conversation.run(id)
    }

    /// Removes the media rows of a conversation and remembers their files.
    func removeMedia(of id: Int64) throws -> Int {
        for statement in mediaFiles { try statement.run(id) }
        return try media.reduce(0) { try $0 + $1.run(id) }
    }
}
