import Conversations
import Foundation
import GRDB
import StorePort

/// Legal holds and restrictions.
extension SQLiteStore {
    package func place(_ placements: [HoldPlacement]) throws -> [Int64]? {
        try write { db in
            guard try placements.allSatisfy({ try isThere($0.hold.target, db) }) else { return nil }
            return try placements.map { placement in
                let id = try insert(placement.hold, db)
                for segment in placement.segments {
                    try db.execute(
                        sql: "insert or ignore into retention_hold_segment(segment, hold) values (?, ?)",
                        arguments: [segment, id])
                }
                for hash in placement.addresses {
                    try db.execute(
                        sql: "insert or ignore into retention_hold_address(hold, hash) values (?, ?)",
                        arguments: [id, Data(hash)])
                }
                try AuditChain.append(
                    AuditEvent.holdPlaced,
                    detail: "\(placement.hold.kind.rawValue) \(id), \(placement.segments.count) segments",
                    at: placement.hold.placedAt, db)
                return id
            }
        }
    }

    private func isThere(_ target: Hold.Target, _ db: Database) throws -> Bool {
        let (table, id): (DataMap.Table, Int64)
        switch target {
        case .person(let person): (table, id) = (schema.person, person)
        case .conversation(let conversation): (table, id) = (schema.conversation, conversation)
        case .span, .archived: return true
        }
        return try Bool.fetchOne(
            db, sql: "select exists(select 1 from \(schema.name(table)) where \(schema.key(table, "")) = ?)",
            arguments: [id]) == true
    }

    private func insert(_ hold: Hold, _ db: Database) throws -> Int64 {
        var (person, conversation, from, until): (Int64?, Int64?, Int64?, Int64?) = (nil, nil, nil, nil)
        switch hold.target {
        case .person(let id): person = id
        case .conversation(let id): conversation = id
        case .span(let first, let end): (from, until) = (first.seconds, end.seconds)
        case .archived: break
        }
        try db.execute(
            sql: """
                insert into retention_hold(person, conversation, span_from, span_until, kind, reason, author, placed_at,
                  review_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                person, conversation, from, until, hold.kind.rawValue, hold.reason, hold.author, hold.placedAt.seconds,
                hold.reviewOn.description,
            ])
        return db.lastInsertedRowID
    }

    package func review(hold id: Int64, by author: String, next: CivilDate, at now: Instant) throws -> Bool {
        try write { db in
            try db.execute(
                sql: """
                    update retention_hold set review_on = ?, reviewed_at = ?, reviewed_by = ?
                    where id = ? and released_at is null
                    """,
                arguments: [next.description, now.seconds, author, id])
            guard db.changesCount == 1 else { return false }
            try AuditChain.append("hold-reviewed", detail: "hold \(id), next \(next)", at: now, db)
            return true
        }
    }

    package func release(hold id: Int64, by author: String, at now: Instant) throws -> Bool {
        try write { db in
            try db.execute(
                sql: """
                    update retention_hold set released_at = max(?, placed_at), released_by = ?
                    where id = ? and released_at is null
                    """,
                arguments: [now.seconds, author, id])
            guard db.changesCount == 1 else { return false }
            try AuditChain.append(AuditEvent.holdReleased, detail: "hold \(id)", at: now, db)
            return true
        }
    }

    package func persons(withAddress values: [String]) throws -> [Int64] {
        try Self.translated {
            try queue.read { db in
                var found: Set<Int64> = []
                for value in values {
                    for sql in try addressQueries() {
                        found.formUnion(try Int64.fetchAll(db, sql: sql, arguments: [value]))
                    }
                }
                return found.sorted()
            }
        }
    }

    /// One query for each place where the map says that addresses are kept.
    private func addressQueries() throws -> [String] {
        let p = schema.person
        let beside = try schema.map.tables(.address).map { address in
            try """
            select \(schema.key(p, "p")) from \(schema.name(address)) a
            join \(schema.name(p)) p on \(schema.join(address, "a", to: p, "p"))
            where \(schema.column(address, .text, "a")) = ?
            """
        }
        let own = try p.columns.filter { $0.value == .phone || $0.value == .jid }.keys.sorted().map { column in
            try "select \(schema.key(p, "p")) from \(schema.name(p)) p where p.\(MappedSchema.quoted(column)) = ?"
        }
        return beside + own
    }
}
