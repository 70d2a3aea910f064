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

    package func eachPersonNames(_ body: ([String]) throws -> Void) throws {
        try Self.translated {
            try queue.read { db in
                let person = schema.person
                let columns = person.columns.filter { $0.value == .name }.keys.sorted().map(MappedSchema.quoted)
                if !columns.isEmpty {
                    let sql = "select \(columns.joined(separator: ", ")) from \(schema.name(person))"
                    try RawStatement(db, sql).each { row in
                        var names: [String] = []
                        for column in 0..<row.count where !row.isNull(column) && !row.bytes(column).isEmpty {
                            names.append(row.string(column))
                        }
                        if !names.isEmpty { try body(names) }
                    }
                }
                for address in schema.map.tables(.address) {
                    // An export knows its authors by their names alone.
                    let sql = """
                        select \(try schema.column(address, .text, "a")) from \(schema.name(address)) a
                        where \(schema.columnOrNull(address, .kind, "a")) = 'author'
                        """
                    let names = try String.fetchCursor(db, sql: sql)
                    while let name = try names.next() { try body([name]) }
                }
            }
        }
    }

    package func sampleConversations(_ count: Int) throws -> [Int64] {
        try Self.translated {
            try queue.read { db in
                let (table, key) = (schema.name(schema.conversation), try schema.key(schema.conversation, "c"))
                guard let ends = try Row.fetchOne(db, sql: "select min(\(key)), max(\(key)) from \(table) c"),
                    let first = try ends.get(0) as Int64?, let last = try ends.get(1) as Int64?
                else { return [] }
                let next = try db.cachedStatement(
                    sql: "select \(key) from \(table) c where \(key) >= ? order by \(key) limit 1")
                let step = max(1, (last - first) / Int64(max(1, count)))
                var (ids, at) = ([Int64](), first)
                while let id = try Int64.fetchOne(next, arguments: [at]) {
                    ids.append(id)
                    at = max(id + 1, at + step)
                }
                return ids
            }
        }
    }

    package func pendingFiles() throws -> [String] {
        try Self.translated {
            // A file may be that of several rows: it goes with the last of them.
            let named = fileColumns().map { "select \($0.column) from \($0.table) where \($0.column) is not null" }
            let unnamed = named.isEmpty ? "" : "where path not in (\(named.joined(separator: " union all ")))"
            return try queue.read {
                try String.fetchAll($0, sql: "select path from retention_pending_file \(unnamed) order by path")
            }
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
