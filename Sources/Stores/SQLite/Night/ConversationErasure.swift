import Conversations
import GRDB
import StorePort

/// The statements that remove one conversation and all that belongs to it, prepared once, children first.
struct ConversationErasure {
    private let messages: RawStatement
    private let children: [RawStatement]
    private let media: [RawStatement]
    private let mediaFiles: [RawStatement]
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
        mediaFiles = try belonging.flatMap { table in
            try table.columns.filter { $0.value == .path }.keys.sorted().map(MappedSchema.quoted).map { column in
                try RawStatement(
                    db,
                    """
                    insert or ignore into retention_pending_file(path) select \(column) from \(schema.name(table))
                    where \(schema.belongs(table, to: c, key: "?1")) and \(column) <> ''
                    """)
            }
        }
        conversation = try RawStatement(
            db, "delete from \(schema.name(c)) where \(schema.key(c, "")) = ?1")
    }

    /// Returns the number of rows that went.
    func remove(_ id: Int64) throws -> Int {
        var rows = try removeMedia(of: id)
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
