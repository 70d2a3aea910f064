import Conversations
import GRDB
import StorePort

/// Facts that somebody says, and holds.
extension SQLiteStore: MarkStore {
    package func mark(_ marks: [Mark], at now: Instant) throws -> [Int64] {
        try write { db in
            let unknown = try marks.map(\.conversation).filter { try person(ofConversation: $0, db) == nil }
            guard unknown.isEmpty else { return unknown }
            for mark in marks { try set(mark, db) }
            try AuditChain.append("marked", detail: "\(marks.count) conversations", at: now, db)
            return []
        }
    }

    private func set(_ mark: Mark, _ db: Database) throws {
        let c = schema.conversation
        let (column, value): (String, any DatabaseValueConvertible)
        switch mark.fact {
        case .decided(let instant): (column, value) = (try schema.column(c, .decision, ""), schema.units(instant))
        case .closed(let instant):
            (column, value) = (try schema.column(c, .closed, ""), schema.units(instant))
            if let by = c.fields[.closedBy].map(MappedSchema.quoted) {
                try db.execute(
                    sql: "update \(schema.name(c)) set \(by) = 'mark' where \(schema.key(c, "")) = ?",
                    arguments: [mark.conversation])
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
                arguments: [schema.units(instant), person(ofConversation: mark.conversation, db)])
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

    package func place(_ hold: Hold) throws -> Int64? {
        try write { db in
            var (person, conversation): (Int64?, Int64?) = (nil, nil)
            let table: DataMap.Table
            switch hold.target {
            case .person(let id): (person, table) = (id, schema.person)
            case .conversation(let id): (conversation, table) = (id, schema.conversation)
            }
            let isThere = try Bool.fetchOne(
                db, sql: "select exists(select 1 from \(schema.name(table)) where \(schema.key(table, "")) = ?)",
                arguments: [person ?? conversation])
            guard isThere == true else { return nil }
            try db.execute(
                sql: """
                    insert into retention_hold(person, conversation, kind, reason, author, placed_at, review_on)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    person, conversation, hold.kind.rawValue, hold.reason, hold.author, hold.placedAt.seconds,
                    hold.reviewOn.description,
                ])
            let id = db.lastInsertedRowID
            try AuditChain.append("hold-placed", detail: "\(hold.kind.rawValue) \(id)", at: hold.placedAt, db)
            return id
        }
    }

    package func release(hold id: Int64, by author: String, at now: Instant) throws -> Bool {
        try write { db in
            try db.execute(
                sql: "update retention_hold set released_at = ?, released_by = ? where id = ? and released_at is null",
                arguments: [now.seconds, author, id])
            guard db.changesCount == 1 else { return false }
            try AuditChain.append("hold-released", detail: "hold \(id)", at: now, db)
            return true
        }
    }
}
