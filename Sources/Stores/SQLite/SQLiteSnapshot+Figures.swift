import Conversations
import GRDB
import StorePort

/// The reads that reports stand on.
extension SQLiteSnapshot {
    func stock() throws -> [StockRow] {
        let table = schema.conversation
        let role = try schema.column(table, .role, "")
        let purpose = try schema.column(table, .purpose, "")
        return try Row.fetchAll(
            db,
            sql: """
                select \(role), \(purpose), count(*), sum(\(schema.column(table, .messages, ""))),
                  sum(\(schema.column(table, .bytes, ""))) from \(schema.name(table)) group by 1, 2 order by 1, 2
                """
        ).map {
            StockRow(role: $0[0], purpose: $0[1], conversations: $0[2], messages: $0[3] ?? 0, bytes: $0[4] ?? 0)
        }
    }
}
