import Conversations
import Foundation
import GRDB
import StorePort

extension SQLiteImport {
    package func withdraw(_ place: SeenMessage, now: Instant) throws -> Bool {
        try writeWaiting()
        guard
            try row("select 1 from message where conversation = ? and n = ?", [place.conversation, place.number]) != nil
        else { return false }
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

    package func edit(_ place: SeenMessage, text: [UInt8]?, now: Instant) throws -> Bool {
        try writeWaiting()
        guard
            try row("select 1 from message where conversation = ? and n = ?", [place.conversation, place.number]) != nil
        else { return false }
        try rewrite(place, text: text, now: now) { statement in statement.bind(nil as Int64?, at: 2) }
        return true
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
