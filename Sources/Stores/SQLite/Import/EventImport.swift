import Conversations
import Foundation
import GRDB
import StorePort

extension SQLiteImport {
    package func withdraw(_ place: SeenMessage, now: Instant) throws -> Bool {
        try writeWaiting()
        guard try isThere(place) else { return false }
        if try isHeld(place.conversation, now) {
            try withdrawLater(place, now)
            return true
        }
        try rewrite(place, text: nil, now: now) { statement in statement.bind(MessageKind.deleted.rawValue, at: 2) }
        // Its file, where there is one, is the night's to unlink.
        try run(
            """
            insert or ignore into retention_pending_file(path)
            select file from media where conversation = ? and n = ? and file is not null
            """, [place.conversation, place.number])
        try run("delete from media where conversation = ? and n = ?", [place.conversation, place.number])
        return true
    }

    package func edit(_ message: Fingerprint, at place: SeenMessage, text: [UInt8]?, now: Instant) throws -> Bool {
        try writeWaiting()
        guard try isThere(place) else { return false }
        if try isHeld(place.conversation, now) {
            // What is changed or taken back next is the new version.
            try move(message, to: addVersion(of: place, text: text, now: now))
            try withdrawLater(place, now)
            return true
        }
        try rewrite(place, text: text, now: now) { statement in statement.bind(nil as Int64?, at: 2) }
        return true
    }

    private func isThere(_ place: SeenMessage) throws -> Bool {
        try row("select 1 from message where conversation = ? and n = ?", [place.conversation, place.number]) != nil
    }

    /// Whether a hold or a restriction keeps the conversation as it is, whatever its writer does to it later.
    private func isHeld(_ conversation: Int64, _ now: Instant) throws -> Bool {
        if holds == nil {
            holds = try RecordGuard(conversations: MappedSchema(NativeSchema.map), asOf: now, db)
        }
        return try holds?.isHeld(conversation) ?? false
    }

    /// Takes a message back when no hold keeps it any more.
    private func withdrawLater(_ place: SeenMessage, _ now: Instant) throws {
        try run(
            "insert or ignore into retention_withdrawal(conversation, n, at) values (?, ?, ?)",
            [place.conversation, place.number, now.seconds])
    }

    /// Puts the changed text of a message that is held beside it, as one more message of the same moment.
    private func addVersion(of place: SeenMessage, text: [UInt8]?, now: Instant) throws -> SeenMessage {
        let number = try integer("select max(n) + 1 from message where conversation = ?", [place.conversation])
        let insert = try statement(
            """
            insert into message(conversation, n, direction, kind, sent_at, author, text, reply_to, edited)
            select conversation, ?4, direction, kind, sent_at, author, ?1, reply_to, 1
            from message where conversation = ?2 and n = ?3
            """)
        insert.bind(text, at: 1)
        insert.bind(place.conversation, at: 2)
        insert.bind(place.number, at: 3)
        insert.bind(number, at: 4)
        try insert.run()
        try run(
            """
            update conversation set messages = messages + 1, bytes = bytes + ?1, last_seen_at = ?2,
              inbound = inbound + (select direction = 0 from message where conversation = ?3 and n = ?4) where id = ?3
            """, [Int64(text?.count ?? 0), now.seconds, place.conversation, place.number])
        return SeenMessage(conversation: place.conversation, number: number ?? place.number)
    }

    /// Puts another text, and the difference into the conversation's bytes.
    private func rewrite(
        _ place: SeenMessage, text: [UInt8]?, now: Instant, kind bindKind: (ByteStatement) -> Void
    ) throws {
        let old = try integer(
            "select coalesce(length(cast(text as blob)), 0) from message where conversation = ? and n = ?",
            [place.conversation, place.number])
        let update = try statement(
            "update message set text = ?1, kind = coalesce(?2, kind), edited = case when ?2 is null then 1 else edited end where conversation = ?3 and n = ?4"
        )
        update.bind(text, at: 1)
        bindKind(update)
        update.bind(place.conversation, at: 3)
        update.bind(place.number, at: 4)
        try update.run()
        try run(
            "update conversation set bytes = bytes + ?, last_seen_at = ? where id = ?",
            [Int64(text?.count ?? 0) - (old ?? 0), now.seconds, place.conversation])
    }

    package func recordCall(_ kind: CallKind, person: Int64, conversation: Int64?, at time: Instant?) throws {
        waiting.calls.append(.init(kind: kind, person: person, conversation: conversation, at: time))
    }

    package func recordPreference(
        _ kind: PreferenceKind, given: Bool, person: Int64, at time: Instant?, evidence: String
    ) throws {
        try writeWaiting()
        try run(
            "insert into preference(person, kind, given, at, evidence) values(?, ?, ?, ?, ?)",
            [person, kind.rawValue, given, time?.seconds, evidence])
    }

    package func forgetRefusal(of numbers: [[UInt8]]) throws {
        for hash in numbers { try run("delete from retention_suppression where hash = ?", [Data(hash)]) }
    }

    package func answered(_ conversation: Int64, by name: String) throws {
        waiting.answers.append((conversation, name))
    }
}
