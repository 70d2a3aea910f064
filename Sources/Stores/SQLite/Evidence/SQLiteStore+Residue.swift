import Conversations
import GRDB
import StorePort

/// What a search for erased values, and a verification of what stays, read of the store.
extension SQLiteStore {
    package func rememberErased(_ hashes: [UInt64]) throws {
        guard !hashes.isEmpty else { return }
        try write { db in
            let insert = try RawStatement(db, "insert or ignore into retention_erased(hash) values (?1)")
            for hash in hashes.sorted() { try insert.run(Int64(bitPattern: hash)) }
        }
    }

    package func erasedHashes() throws -> [UInt64] {
        try Self.translated {
            try queue.read { try Int64.fetchAll($0, sql: "select hash from retention_erased order by hash") }
        }.map(UInt64.init(bitPattern:))
    }

    package func forgetErased() throws {
        guard try !erasedHashes().isEmpty else { return }
        try write { try $0.execute(sql: "delete from retention_erased") }
    }

    package func eachStoredText(_ body: (StoredText) throws -> Bool) throws {
        try Self.translated {
            try queue.read { db in
                let listed = Set(schema.map.tables.map(\.name))
                // Addresses and names first: what most often is looked for, and small tables.
                let first = (schema.map.tables(.address) + [schema.person]).map(\.name)
                let tables = try Self.tablesOfRows(db)
                let others = tables.filter { !first.contains($0) }
                let inOrder = [first.filter(tables.contains), others.filter(listed.contains)].joined()
                for table in inOrder + others.filter({ !listed.contains($0) }) {
                    guard try eachText(of: table, isListed: listed.contains(table), db, body) else { return }
                }
            }
        }
    }

    /// Returns whether `body` wants more.
    private func eachText(
        of table: String, isListed: Bool, _ db: Database, _ body: (StoredText) throws -> Bool
    ) throws -> Bool {
        let columns = try db.columns(in: table).map(\.name)
        let names = columns.map(MappedSchema.quoted).joined(separator: ", ")
        let rows = try RawStatement(db, "select \(names) from \(MappedSchema.quoted(table))")
        return try rows.eachWhile { row in
            for column in 0..<row.count where row.isTextOrBlob(column) {
                let text = StoredText(
                    table: table, column: columns[Int(column)], isListed: isListed, bytes: row.bytes(column))
                guard try body(text) else { return false }
            }
            return true
        }
    }

    package func definitions() throws -> [String] {
        try Self.translated {
            try queue.read { try String.fetchAll($0, sql: "select sql from sqlite_schema where sql is not null") }
        }
    }

    /// Ordinary tables that are not the engine's. What a search index keeps inside is no row that anybody holds.
    private static func tablesOfRows(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db, sql: "select name from pragma_table_list where schema = 'main' and type = 'table' order by name"
        ).filter { !$0.hasPrefix("retention_") && !$0.hasPrefix("sqlite_") && $0 != "grdb_migrations" }
    }

    package func orphans() throws -> (examined: Int, failing: Int) {
        try Self.translated {
            try queue.read { db in
                var (examined, failing) = (0, 0)
                for table in schema.map.tables {
                    for link in table.links {
                        let (own, column) = (schema.name(table), MappedSchema.quoted(link.column))
                        let (other, target) = (MappedSchema.quoted(link.table), MappedSchema.quoted(link.target))
                        let row = try Row.fetchOne(
                            db,
                            sql: """
                                select count(*), coalesce(sum(not exists(
                                  select 1 from \(other) o where o.\(target) = t.\(column))), 0)
                                from \(own) t where t.\(column) is not null
                                """)
                        examined += try row?.get(0) ?? 0
                        failing += try row?.get(1) ?? 0
                    }
                }
                return (examined, failing)
            }
        }
    }

    package func namedFiles() throws -> [String] {
        try Self.translated {
            try queue.read { db in
                try fileColumns().flatMap { table, column in
                    try String.fetchAll(db, sql: "select \(column) from \(table) where \(column) <> ''")
                }
            }
        }
    }

    /// The columns that name files below the media folder, as SQL names.
    func fileColumns() -> [(table: String, column: String)] {
        schema.map.tables.flatMap { table in
            table.columns.filter { [.path, .profilePhoto].contains($0.value) }.keys.sorted().map {
                (schema.name(table), MappedSchema.quoted($0))
            }
        }
    }
}
