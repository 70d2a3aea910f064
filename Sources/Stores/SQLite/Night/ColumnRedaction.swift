import Conversations
import GRDB

/// The statements that empty columns of a conversation's own rows where they hold what a redaction takes, prepared
/// once: a sender's number or a note beside the messages. The messages' texts are redacted elsewhere, word by word.
struct ColumnRedaction {
    private let statements: [(needs: Actions, statement: RawStatement)]

    init(_ schema: MappedSchema, _ db: Database) throws {
        let c = schema.conversation
        var statements: [(Actions, RawStatement)] = []
        for table in schema.map.tables where table.name == c.name || schema.link(table, to: c) != nil {
            let rows = try table.name == c.name ? "\(schema.key(c, "")) = ?1" : schema.belongs(table, to: c, key: "?1")
            let texts = table.name == schema.message.name ? table.fields[.text] : nil
            for (column, category) in table.columns.sorted(by: { $0.key < $1.key }) where column != texts {
                guard let needs = Self.actions(for: category) else { continue }
                let name = MappedSchema.quoted(column)
                let sql = "update \(schema.name(table)) set \(name) = null where \(rows) and \(name) is not null"
                statements.append((needs, try RawStatement(db, sql)))
            }
        }
        self.statements = statements
    }

    /// Returns the number of rows that changed.
    func apply(_ actions: Actions, to id: Int64) throws -> Int {
        try statements.filter { actions.isSuperset(of: $0.needs) }.reduce(0) { try $0 + $1.statement.run(id) }
    }

    /// What must be asked for before a column of that category is emptied; nil for what redaction leaves alone. Free
    /// text may hold anything.
    private static func actions(for category: DataMap.Category) -> Actions? {
        switch category {
        case .phone, .jid, .wamid: .redact(.phone)
        case .name: .redact(.name)
        case .email: .redact(.email)
        case .text, .json: .redactAll
        case .keep, .hash, .path, .profilePhoto, .profileStatus: nil
        }
    }
}
