import Conversations
import GRDB
import StorePort

/// Messages that were taken back by their writers while a hold or a restriction kept them.
extension SQLiteStore {
    package func applyWithdrawals(asOf: Instant, at now: Instant) throws {
        guard isOwn else { return }
        let isAsked = try Self.translated {
            try queue.read { try Bool.fetchOne($0, sql: "select exists(select 1 from retention_withdrawal)") == true }
        }
        guard isAsked else { return }
        try write { db in
            let holds = try RecordGuard(conversations: schema, asOf: asOf, db)
            let rows = try Row.fetchAll(db, sql: "select conversation, n from retention_withdrawal").map { row in
                try SeenMessage(conversation: row.get(0), number: row.get(1))
            }
            let free = try rows.filter { try !holds.isHeld($0.conversation) }
            guard !free.isEmpty else { return }
            let changes = SQLiteImport(db, persons: PersonBook())
            for place in free {
                // Of a conversation that has left since, the row alone is left.
                try db.execute(
                    sql: "delete from retention_withdrawal where conversation = ? and n = ?",
                    arguments: [place.conversation, place.number])
                _ = try changes.withdraw(place, now: asOf)
            }
            try AuditChain.append("messages-withdrawn", detail: "\(free.count) messages", at: now, db)
        }
    }
}
