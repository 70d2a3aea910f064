import Conversations
import GRDB
import StorePort

/// Columns that redaction and pseudonymising empty: whether they stayed empty. The texts of messages are no such column.
extension SQLiteStore {
    package func emptied() throws -> (examined: Int, failing: Int) {
        try Self.translated {
            try queue.read { db in
                try columnsToEmpty().reduce(into: (0, 0)) { sum, column in
                    let found = try Row.fetchOne(db, sql: column.query, arguments: [column.needs.rawValue])
                    guard let found else { return }
                    sum.0 += try found.get(0)
                    sum.1 += try found.get(1)
                }
            }
        }
    }

    /// For each such column, a query for the rows whose owner had it emptied, and how many of them hold something.
    private func columnsToEmpty() throws -> [(needs: Actions, query: String)] {
        let (c, p) = (schema.conversation, schema.person)
        return try schema.map.tables.flatMap { table -> [(Actions, String)] in
            let texts = table.name == schema.message.name ? table.fields[.text] : nil
            let ofConversations = try rows(of: table, ownedBy: c)
            let isBeside = table.part == .attachment || table.part == .preference
            let ofPersons = try isBeside && schema.link(table, to: p) != nil ? rows(of: table, ownedBy: p) : nil
            let ofProfile = try table.name == p.name ? rows(of: p, ownedBy: p) : nil
            return table.columns.sorted { $0.key < $1.key }.flatMap { column, category -> [(Actions, String)] in
                let queries: [(rows: String?, needs: Actions?)] = [
                    (ofProfile, Self.step(of: category)),
                    (column == texts ? nil : ofConversations, ColumnRedaction.actions(for: category)),
                    (ofPersons, ColumnRedaction.actions(for: category).map { _ in .pseudonymise }),
                ]
                return queries.compactMap { rows, needs in
                    guard let rows, let needs else { return nil }
                    return (needs, "select count(*), coalesce(sum(\(MappedSchema.quoted(column)) <> ''), 0) \(rows)")
                }
            }
        }
    }

    /// The action that empties a column of a person's profile.
    private static func step(of category: DataMap.Category) -> Actions? {
        switch category {
        case .profilePhoto: .eraseProfilePhoto
        case .profileStatus: .eraseProfileStatus
        default: nil
        }
    }

    /// `from ... where ...`: the rows of a table whose owner had all actions of `?1` done; nil where they have no such
    /// owner.
    private func rows(of table: DataMap.Table, ownedBy owner: DataMap.Table) throws -> String? {
        let done = try "(\(schema.column(owner, .done, "")) & ?1) = ?1"
        if table.name == owner.name { return "from \(schema.name(table)) where \(done)" }
        guard let path = schema.path(from: table, to: owner) else { return nil }
        let owners = try "select \(schema.key(owner, "")) from \(schema.name(owner)) where \(done)"
        return try "from \(schema.name(table)) where \(schema.belongsDeep(path, keys: owners))"
    }
}
