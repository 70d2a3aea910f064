import CSQLiteSettings
import Conversations
import GRDB
import StorePort

extension SQLiteImport {
    /// Writes all that waits, table by table in the order of their keys, so that each page is touched once. No trigger
    /// fires: new rows are written as they are at the end, and what triggers would add to others is added here.
    func writeWaiting() throws {
        guard !waiting.isEmpty else { return }
        let rows = waiting.take()
        try withoutTriggers {
            for (id, person) in rows.persons.sorted(by: { $0.key < $1.key }) { try insert(person, id: id) }
            if rows.persons.values.contains(where: { $0.name != nil }) {
                try statement("insert or ignore into retention_scrub(pending) values (1)").run()
            }
            for step in rows.addresses {
                switch step {
                case .open(let row): try insert(row)
                case .close(let end): try write(end)
                }
            }
            for thread in rows.threads.values.sorted(by: { $0.id < $1.id }) { try insert(thread) }
            for conversation in rows.conversations { try insert(conversation) }
            for (id, touch) in rows.touched.sorted(by: { $0.key < $1.key }) { try write(touch, person: id) }
            for group in rows.groups { try write(group) }
            for call in rows.calls { try insert(call) }
            for (conversation, name) in rows.answers { try write(answered: conversation, by: name) }
        }
        let remembering = try statement(SQLiteImport.remembering)
        for message in rows.groups.flatMap({ $0.messages.lazy.map(\.fingerprint) }).sorted() {
            if let place = imported.places[message] ?? nil { try remember(message, at: place, remembering) }
        }
    }

    /// Runs `body` while no trigger fires.
    private func withoutTriggers(_ body: () throws -> Void) throws {
        guard let connection = db.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
        retention_fire_triggers(connection, 0)
        defer { retention_fire_triggers(connection, 1) }
        try body()
    }

    private func insert(_ person: WaitingRows.Person, id: Int64) throws {
        let insertion = try statement(
            """
            insert into person(id, last_inbound_at, first_seen_at, display_name, profile_collected_at, revision)
            values(?, ?, ?, ?, ?, ?)
            """)
        insertion.bind(id, at: 1)
        insertion.bind(person.lastInbound, at: 2)
        insertion.bind(person.firstSeen, at: 3)
        insertion.bind(person.name, at: 4)
        insertion.bind(person.namedAt, at: 5)
        insertion.bind(person.revision, at: 6)
        try insertion.run()
    }

    func insert(_ row: WaitingRows.Address) throws {
        let insertion = try statement(
            "insert into address(person, kind, value, valid_from, evidence) values(?, ?, ?, ?, ?)")
        insertion.bind(row.person, at: 1)
        insertion.bind(row.address.kind.rawValue, at: 2)
        insertion.bind(row.address.value, at: 3)
        insertion.bind(row.from, at: 4)
        insertion.bind(row.evidence.rawValue, at: 5)
        try insertion.run()
    }

    func write(_ end: WaitingRows.Closing) throws {
        let update = try statement(
            """
            update address set valid_until = coalesce(?, valid_from, 0)
            where kind = ? and value = ? and person <> ? and valid_until is null
            """)
        update.bind(end.at, at: 1)
        update.bind(end.address.kind.rawValue, at: 2)
        update.bind(end.address.value, at: 3)
        update.bind(end.person, at: 4)
        try update.run()
    }

    private func insert(_ thread: WaitingRows.Thread) throws {
        let insertion = try statement("insert into thread(id, key, person, channel) values(?, ?, ?, ?)")
        insertion.bind(thread.id, at: 1)
        insertion.bind(thread.identity.key, at: 2)
        insertion.bind(thread.person, at: 3)
        insertion.bind(thread.identity.channel, at: 4)
        try insertion.run()
    }

    private func insert(_ row: WaitingRows.Conversation) throws {
        // What its messages would each add to the revision is added at once.
        let insertion = try statement(
            """
            insert into conversation(id, thread, person, role, purpose, opened_at, collected_at, last_inbound_at, closed_at,
              closed_by, first_inbound_at, responded_at, answered, inbound, messages, bytes, notice, first_seen_at,
              last_seen_at, revision)
            values(?17, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, case when ?8 is not null then 'silence' end, ?9, ?10, ?11, ?12, ?13,
              ?14, ?15, ?16, ?16, ?13)
            """)
        let state = row.state
        insertion.bind(row.thread, at: 1)
        insertion.bind(state.person, at: 2)
        insertion.bind(row.origin.role.rawValue, at: 3)
        insertion.bind(row.origin.purpose.rawValue, at: 4)
        insertion.bind(state.opened, at: 5)
        insertion.bind(state.collectedClock, at: 6)
        insertion.bind(state.lastInboundClock, at: 7)
        insertion.bind(state.closed, at: 8)
        insertion.bind(state.firstInbound, at: 9)
        insertion.bind(state.responded, at: 10)
        insertion.bind(state.answered ? 1 : 0, at: 11)
        insertion.bind(Int64(state.inbound), at: 12)
        insertion.bind(Int64(state.messages), at: 13)
        insertion.bind(Int64(state.bytes), at: 14)
        insertion.bind(row.origin.notice(at: state.newest)?.description, at: 15)
        insertion.bind(row.origin.now, at: 16)
        insertion.bind(row.id, at: 17)
        try insertion.run()
    }

    private func write(_ touch: WaitingRows.Touch, person: Int64) throws {
        let update = try statement(
            """
            update person set revision = revision + ?1, last_inbound_at = coalesce(?2, last_inbound_at),
              profile_collected_at = coalesce(?3, profile_collected_at) where id = ?4
            """)
        update.bind(touch.conversations, at: 1)
        update.bind(touch.lastInbound, at: 2)
        update.bind(touch.namedAt, at: 3)
        update.bind(person, at: 4)
        try update.run()
        guard touch.conversations > 0 else { return }
        let wake = try statement("update person set wake = 0 where id = ? and wake <> 0")
        wake.bind(person, at: 1)
        try wake.run()
    }

    private func write(_ group: WaitingRows.Group) throws {
        let insertion = try statement(
            """
            insert into message(conversation, n, direction, kind, sent_at, author, text, reply_to, edited)
            values(?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insertion.bind(group.conversation, at: 1)
        for (offset, message) in group.messages.enumerated() {
            insertion.bind(group.first + Int64(offset), at: 2)
            insertion.bind(message.direction.rawValue, at: 3)
            insertion.bind(message.kind.rawValue, at: 4)
            insertion.bind(message.sentAt, at: 5)
            insertion.bind(message.counterpart.flatMap { group.authors[$0] }, at: 6)
            insertion.bind(message.text, at: 7)
            insertion.bind(message.replyTo, at: 8)
            insertion.bind(message.edited ? 1 : 0, at: 9)
            try insertion.run()
        }
        try writeMedia(of: group)
    }

    private func writeMedia(of group: WaitingRows.Group) throws {
        var count: Int64 = 0
        for (offset, message) in group.messages.enumerated() where message.kind.isMedia || message.file != nil {
            let insertion = try statement(
                "insert into media(conversation, n, kind, file, bytes) values(?, ?, ?, ?, ?)")
            insertion.bind(group.conversation, at: 1)
            insertion.bind(group.first + Int64(offset), at: 2)
            insertion.bind(message.kind.rawValue, at: 3)
            insertion.bind(message.file?.name, at: 4)
            insertion.bind(message.file?.bytes, at: 5)
            try insertion.run()
            if let file = message.file { try run("delete from retention_pending_file where path = ?", [file.name]) }
            count += 1
        }
        guard count > 0 else { return }
        let update = try statement("update conversation set revision = revision + ?1 where id = ?2")
        update.bind(count, at: 1)
        update.bind(group.conversation, at: 2)
        try update.run()
    }

    private func insert(_ call: WaitingRows.Call) throws {
        let insertion = try statement(
            """
            insert into event(person, conversation, kind, at) select ?1, ?2, ?3, ?4
            where ?4 is null or not exists(select 1 from event where person = ?1 and kind = ?3 and at = ?4)
            """)
        insertion.bind(call.person, at: 1)
        insertion.bind(call.conversation, at: 2)
        insertion.bind(call.kind.rawValue, at: 3)
        insertion.bind(call.at, at: 4)
        try insertion.run()
    }

    private func write(answered conversation: Int64, by name: String) throws {
        try run("insert or ignore into operator(name) values(?)", [name])
        try run(
            """
            update conversation set operator = (select id from operator where name = ?1)
            where id = ?2 and operator is null
            """, [name, conversation])
        // One who only helped in conversations that others opened is named by none.
        try run(
            "delete from operator where name = ?1 and not exists(select 1 from conversation where operator = operator.id)",
            [name])
    }
}
