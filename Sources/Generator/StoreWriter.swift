import Conversations
import Foundation
import GRDB

/// Writes generated rows into a store of the product's own schema, as an import would have left them.
///
/// While it writes, the store has no triggers, no indexes of the schema and no journal: a kill leaves a file that is
/// good for nothing. It is for stores that are made for trying.
struct StoreWriter {
    private let person: Statement
    private let address: Statement
    private let thread: Statement
    private let conversation: Statement
    private let message: Statement
    private let media: Statement
    private let seen: Statement?

    init(_ db: Database, fingerprints: Bool) throws {
        person = try db.makeStatement(
            sql: """
                insert into person(id, last_inbound_at, display_name, first_name, last_name, status_text, profile_public,
                  profile_collected_at, first_seen_at, done, revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 2)
                """)
        address = try db.makeStatement(
            sql: "insert into address(person, kind, value, valid_from, evidence) values (?, ?, ?, ?, 'payload')")
        thread = try db.makeStatement(sql: "insert into thread(id, key, person, channel) values (?, ?, ?, 'desk-1')")
        conversation = try db.makeStatement(
            sql: """
                insert into conversation(id, thread, person, role, purpose, operator, opened_at, collected_at,
                  last_inbound_at, closed_at, closed_by, first_inbound_at, responded_at, answered, inbound, messages, bytes,
                  notice, first_seen_at, last_seen_at, done, revision)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'silence', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        message = try db.makeStatement(
            sql: """
                insert into message(conversation, n, direction, kind, sent_at, text, reply_to, edited)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        media = try db.makeStatement(sql: "insert into media(conversation, n, kind) values (?, ?, 'image')")
        seen =
            fingerprints
            ? try db.makeStatement(sql: "insert or ignore into retention_seen(hash, conversation, n) values (?, ?, ?)")
            : nil
    }

    /// Runs `work` without triggers, indexes and journal, and puts all of them back as the store had them.
    static func unguarded(_ db: Database, _ work: () throws -> Void) throws {
        let guards = try Row.fetchAll(
            db,
            sql: """
                select type, name, sql from sqlite_master where type in ('trigger', 'index') and sql is not null
                  and tbl_name in ('person', 'address', 'thread', 'conversation', 'participant', 'message', 'media')
                """)
        try db.execute(sql: "pragma journal_mode = off; pragma synchronous = off; pragma foreign_keys = off")
        try db.inTransaction {
            for one in guards {
                try db.execute(sql: "drop \(one["type"] as String) \((one["name"] as String).quotedDatabaseIdentifier)")
            }
            try work()
            for one in guards { try db.execute(sql: one["sql"]) }
            return .commit
        }
        try db.execute(sql: "pragma synchronous = extra; pragma journal_mode = delete; pragma foreign_keys = on")
    }

    /// A person and what is known of them: two addresses and the thread. `lastInbound` is 0 where they never wrote.
    func write(
        person id: Int, _ invented: InventedPerson, lastInbound: Int64, firstSeen: Int64, status: String?,
        done: Actions,
        threadKey: [UInt8]
    ) throws {
        try person.execute(arguments: [
            id, lastInbound, "\(invented.first) \(invented.last)", invented.first, invented.last, status,
            status == nil ? nil : 1, status == nil ? nil : firstSeen, firstSeen, done.rawValue,
        ])
        try address.execute(arguments: [id, "phone", invented.phone, firstSeen])
        try address.execute(arguments: [id, "wa-id", String(invented.phone.dropFirst()), firstSeen])
        try thread.execute(arguments: [id, Data(threadKey), id])
    }

    /// A conversation with its messages. `keepsMedia`: no earlier night erased them.
    func write(
        conversation id: Int, _ talk: Outline.Talk, _ exchange: Exchange, keepsMedia: Bool, operatorID: Int,
        _ dice: inout Dice
    ) throws {
        // Seconds between a message and its import: the service's webhooks arrive at once.
        let delay: Int64 = 2
        let images = keepsMedia ? exchange.messages.count { $0.kind == "image" } : 0
        try conversation.execute(arguments: [
            id, talk.person + 1, talk.person + 1, talk.role.rawValue, talk.purpose.rawValue, operatorID,
            exchange.opened, exchange.collected, exchange.lastInbound ?? exchange.collected, exchange.closed,
            exchange.firstInbound, exchange.responded, exchange.isAnswered ? 1 : 0, exchange.inbound,
            exchange.messages.count, exchange.bytes,
            exchange.opened >= StoreWriter.notice.at ? StoreWriter.notice.version : nil,
            exchange.opened + delay, exchange.collected + delay, keepsMedia ? 0 : Actions.eraseMedia.rawValue,
            exchange.messages.count + images,
        ])
        for (index, one) in exchange.messages.enumerated() {
            try message.execute(arguments: [
                id, index + 1, one.direction, one.kind, one.sentAt, one.text,
                one.isReply ? Data(dice.bytes(16)) : nil, one.isEdited ? 1 : 0,
            ])
            if keepsMedia, one.kind == "image" { try media.execute(arguments: [id, index + 1]) }
            try seen?.execute(arguments: [Data(dice.bytes(16)), id, index + 1])
        }
    }

    /// The notice in force for what was collected from 22 January 2025 on, midnight UTC.
    private static let notice = (version: "2025-01-22", at: Int64(1_737_504_000))
}
