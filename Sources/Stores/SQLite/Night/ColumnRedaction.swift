import Conversations
import GRDB

/// The statements that empty columns of a conversation's own rows where they hold what a redaction takes, prepared
/// once: a sender's number or a note beside the messages. The messages' texts are redacted elsewhere, word by word.
struct ColumnRedaction {
    private let statements: [(needs: Actions, statement: RawStatement)]

    init(_ schema: MappedSchema, _ db: Database) throws {
        let c = schema.conversation
        var statements: [(Actions, RawStatement)] = []
        for table in schema.map.tables {
            let path = schema.path(from: table, to: c)
            guard table.name == c.name || path != nil else { continue }
            let rows = try path.map { try schema.belongsDeep($0, key: "?1") } ?? "\(schema.key(c, "")) = ?1"
            let texts = table.name == schema.message.name ? table.fields[.text] : nil
            for (column, category) in table.columns.sorted(by: { $0.key < $1.key }) where column != texts {
                guard let needs = Self.actions(for: category) else { continue }
                let name = MappedSchema.quoted(column)
                let empty = try Self.empty(column, of: table, db)
                let sql =
                    "update \(schema.name(table)) set \(name) = \(empty) where \(rows) and \(name) is not \(empty)"
                statements.append((needs, try RawStatement(db, sql)))
            }
        }
        self.statements = statements
    }

    /// Returns the number of rows that changed.
    func apply(_ actions: Actions, to id: Int64) throws -> Int {
        try statements.filter { actions.isSuperset(of: $0.needs) }.reduce(0) { try $0 + $1.statement.run(id) }
    }

    /// The columns of a table that a redaction may empty.
    static func columns(of table: DataMap.Table) -> Set<String> {
        Set(table.columns.filter { actions(for: $0.value) != nil }.keys)
    }

    /// NULL, or the empty text where the database wants a value.
    static func empty(_ column: String, of table: DataMap.Table, _ db: Database) throws -> String {
        let isRequired = try Bool.fetchOne(
            db, sql: "select \"notnull\" from pragma_table_xinfo(?) where name = ?", arguments: [table.name, column])
        return isRequired == true ? "''" : "null"
    }

    /// What must be asked for before a column of that category is emptied; nil for what redaction leaves alone. Free
    /// text may hold anything.
    static func actions(for category: DataMap.Category) -> Actions? {
        switch category {
        case .phone, .jid, .wamid: .redact(.phone)
        case .name: .redact(.name)
        case .email: .redact(.email)
        case .text, .json: .redactAll
        case .keep, .hash, .path, .profilePhoto, .profileStatus: nil
        }
    }
}
