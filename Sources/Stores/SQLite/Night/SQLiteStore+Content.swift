import Conversations
import GRDB
import StorePort

/// Reading what is about to leave or change. Texts go into one arena as bytes, never into a string each.
extension SQLiteStore {
    package func eachContent(of conversations: ArraySlice<Int64>, _ body: (ConversationContent) throws -> Bool) throws {
        try Self.translated {
            try queue.read { db in
                let reader = try ContentReader(db, schema)
                for id in conversations {
                    guard let content = try reader.content(of: id) else { continue }
                    guard try body(content) else { return }
                }
            }
        }
    }

    package func profiles(of persons: [Int64]) throws -> [PersonContent] {
        try Self.translated {
            try queue.read { db in try persons.compactMap(ProfileReader(db, schema).profile) }
        }
    }

    package func operatorNames() throws -> [String] {
        try Self.translated {
            try queue.read { db in
                try schema.map.tables(.operator).flatMap { table in
                    try table.columns.filter { $0.value == .name }.keys.sorted().flatMap { column in
                        try String.fetchAll(
                            db, sql: "select \(MappedSchema.quoted(column)) from \(schema.name(table)) order by 1")
                    }
                }
            }
        }
    }

    package func pendingFiles() throws -> [String] {
        try Self.translated {
            try queue.read { try String.fetchAll($0, sql: "select path from retention_pending_file order by path") }
        }
    }

    package func forgetPendingFiles(_ files: [String]) throws {
        try write { db in
            for file in files {
                try db.execute(sql: "delete from retention_pending_file where path = ?", arguments: [file])
            }
        }
    }
}
