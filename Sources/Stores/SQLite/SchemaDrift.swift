import Conversations
import GRDB
import StorePort

/// Holds a data map against the live schema: a text-like column that the map does not list could keep what
/// redaction should have taken, so it stops the run.
struct SchemaDrift {
    let map: DataMap

    /// - Throws: `StoreError` of kind `map` that names the first table and column in disagreement.
    func check(_ db: Database) throws {
        for table in map.tables { try check(table, db) }
        try TriggerDrift(map: map).check(db)
    }

    private func check(_ table: DataMap.Table, _ db: Database) throws {
        guard try db.tableExists(table.name) else {
            throw StoreError(
                .map, "the data map lists table \(table.name), which the store does not have",
                remedy: "correct the data map, or open the store it describes")
        }
        let live = try Row.fetchAll(db, sql: "select name, type from pragma_table_xinfo(?)", arguments: [table.name])
        let names = Set(try live.map { try $0.get("name") as String })
        let mentioned =
            table.fields.values + Array(table.columns.keys) + table.links.map(\.column) + [table.key].compactMap(\.self)
        for column in mentioned.sorted() where !names.contains(column) {
            throw StoreError(
                .map, "the data map lists column \(table.name).\(column), which the store does not have",
                remedy: "correct the data map, or open the store it describes")
        }
        let known = Set(table.columns.keys)
            .union(table.fields.filter { $0.key != .text }.values).union(table.links.map(\.column))
        for row in live {
            let (column, type): (String, String?) = (try row.get("name"), try row.get("type"))
            if !holdsText(type) || known.contains(column) || column == table.key { continue }
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
