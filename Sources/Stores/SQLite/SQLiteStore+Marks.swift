import Conversations
import GRDB
import StorePort

/// Facts that somebody says.
extension SQLiteStore: MarkStore {
    package func mark(_ marks: [Mark], at now: Instant) throws -> [MarkRefusal] {
        try write { db in
            let refusals = try marks.enumerated().compactMap { index, mark in
                try refusal(mark, db).map { MarkRefusal(index: index, reason: $0) }
            }
            guard refusals.isEmpty else { return refusals }
            for mark in marks { try set(mark, db) }
            for (word, count) in Dictionary(marks.map { ($0.fact.word, 1) }, uniquingKeysWith: +).sorted(by: <) {
                try AuditChain.append("marked", detail: "\(word): \(count) conversations", at: now, db)
            }
            return []
        }
    }

    /// Seconds of the longest local day: a date stands for any time of its day.
    private static let longestDay: Int64 = 25 * 3600

    private func refusal(_ mark: Mark, _ db: Database) throws -> MarkRefusal.Reason? {
        let c = schema.conversation
        guard try person(ofConversation: mark.conversation, db) != nil else { return .unknown }
        switch mark.fact {
        case .role, .purpose, .decided(nil), .closed(nil), .ended(nil): return nil
        case .decided(let date?), .closed(let date?), .ended(let date?):
            let opened = try Int64.fetchOne(
                db,
                sql: """
                    select \(schema.columnOrNull(c, .opened, "c")) from \(schema.name(c)) c
                    where \(schema.key(c, "c")) = ? and \(schema.columnOrNull(c, .opened, "c")) is not null
                    """,
                arguments: [mark.conversation])
            return schema.seconds(opened).map { $0 >= date.seconds + Self.longestDay } == true
                ? .beforeItsBeginning : nil
        }
    }

    private func set(_ mark: Mark, _ db: Database) throws {
        let c = schema.conversation
        let (column, value): (String, (any DatabaseValueConvertible)?)
        switch mark.fact {
        case .decided(let instant): (column, value) = (try schema.column(c, .decision, ""), instant.map(schema.units))
        case .closed(let instant):
            (column, value) = (try schema.column(c, .closed, ""), instant.map(schema.units))
            if let by = c.fields[.closedBy].map(MappedSchema.quoted) {
                try db.execute(
                    sql: "update \(schema.name(c)) set \(by) = ? where \(schema.key(c, "")) = ?",
                    arguments: [instant == nil ? nil : "mark", mark.conversation])
            }
        case .role(let role): (column, value) = (try schema.column(c, .role, ""), role.rawValue)
        case .purpose(let purpose): (column, value) = (try schema.column(c, .purpose, ""), purpose.rawValue)
        case .ended(let instant):
            let p = schema.person
            try db.execute(
                sql: """
                    update \(schema.name(p)) set \(schema.column(p, .relationEnded, "")) = ?
                    where \(schema.key(p, "")) = ?
                    """,
                arguments: [instant.map(schema.units), person(ofConversation: mark.conversation, db)])
            return
        }
        try db.execute(
            sql: "update \(schema.name(c)) set \(column) = ? where \(schema.key(c, "")) = ?",
            arguments: [value, mark.conversation])
    }

    package func person(ofConversation id: Int64) throws -> Int64? {
        try Self.translated { try queue.read { try person(ofConversation: id, $0) } }
    }

    private func person(ofConversation id: Int64, _ db: Database) throws -> Int64? {
        let c = schema.conversation
        let p = schema.person
        return try Int64.fetchOne(
            db,
            sql: """
                select \(schema.key(p, "p")) from \(schema.name(c)) c
                join \(schema.name(p)) p on \(schema.join(c, "c", to: p, "p")) where \(schema.key(c, "c")) = ?
                """,
            arguments: [id])
    }
}
