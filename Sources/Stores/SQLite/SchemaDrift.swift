import Conversations
import GRDB
import StorePort

/// Holds a data map against the live schema: a text-like column that the map does not list could keep what
/// redaction should have taken, so it stops the run.
struct SchemaDrift {
    let map: DataMap

    /// - Throws: `StoreError` of kind `map` that names the first table and column in disagreement.
    func check(_ db: Database) throws {
        let columns = try columns(db)
        for table in map.tables { try check(table, columns[table.name.lowercased()]) }
        try TriggerDrift(map: map).check(db)
    }

    private struct Column {
        let name: String
        let type: String?
    }

    /// The columns of the tables that the map lists, generated ones too, by the table's name in lower case.
    private func columns(_ db: Database) throws -> [String: [Column]] {
        var columns: [String: [Column]] = [:]
        let rows = try Row.fetchAll(
            db,
            sql: """
                select t.name, c.name, c.type from sqlite_schema t join pragma_table_xinfo(t.name) c
                where t.type = 'table' and t.name collate nocase in (\(databaseQuestionMarks(count: map.tables.count)))
                order by t.name, c.cid
                """, arguments: StatementArguments(map.tables.map(\.name)))
        for row in rows {
            let (table, name, type): (String, String, String?) = (try row.get(0), try row.get(1), try row.get(2))
            columns[table.lowercased(), default: []].append(Column(name: name, type: type))
        }
        return columns
    }

    private func check(_ table: DataMap.Table, _ live: [Column]?) throws {
        guard let live else {
            throw StoreError(
                .map, "the data map lists table \(table.name), which the store does not have",
                remedy: "correct the data map, or open the store it describes")
        }
        let names = Set(live.map(\.name))
        let mentioned =
            table.fields.values + Array(table.columns.keys) + table.links.map(\.column) + [table.key].compactMap(\.self)
        for column in mentioned.sorted() where !names.contains(column) {
            throw StoreError(
                .map, "the data map lists column \(table.name).\(column), which the store does not have",
                remedy: "correct the data map, or open the store it describes")
        }
        let known = Set(table.columns.keys)
            .union(table.fields.filter { $0.key != .text }.values).union(table.links.map(\.column))
        for live in live {
            let column = live.name
            if !holdsText(live.type) || known.contains(column) || column == table.key { continue }
            throw StoreError(
                .map, "column \(table.name).\(column) may hold text and the data map does not list it",
                remedy: "add it to the columns of \(table.name) with its category (keep, name, text, ...)")
        }
    }

    /// SQLite's affinity rules: everything that is not numeric may hold text or a blob; a column without a type
    /// may hold anything. <https://www.sqlite.org/datatype3.html>, section 3.1.
    private func holdsText(_ type: String?) -> Bool {
        let type = (type ?? "").uppercased()
        if type.contains("INT") { return false }
        if type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT") || type.contains("BLOB") {
            return true
        }
        return
            !(type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") || type.contains("NUM")
            || type.contains("DEC") || type.contains("BOOL"))
    }
}
