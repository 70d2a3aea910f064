import Conversations
import GRDB
import StorePort

extension SQLiteImport {
    package func thread(_ identity: ThreadIdentity, person: Int64) throws -> Int64 {
        if identity.followsPerson,
            let id = try integer(
                "select id from thread where person = ? and channel = ? order by id desc limit 1",
                [person, identity.channel])
        {
            return id
        }
        guard let found = try row("select id, person from thread where key = ?", [identity.key.data]) else {
            try run(
                "insert into thread(key, person, channel) values(?, ?, ?)",
                [identity.key.data, person, identity.channel])
            return db.lastInsertedRowID
        }
        let id: Int64 = found[0]
        if found[1] != person,
            try integer("select 1 from person where id = ? and pseudonym is not null", [found[1] as Int64]) != nil
        {
            // Nothing may lead from a person who was pseudonymised to the one who writes now.
            try run("update thread set person = ? where id = ?", [person, id])
            try run("update conversation set thread = null where thread = ? and person <> ?", [id, person])
        }
        return id
    }

    package func conversations(ofThread thread: Int64, from time: Instant?) throws -> [ConversationState] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    select id, person, opened_at, collected_at, last_inbound_at, closed_at, closed_by, first_inbound_at,
                      responded_at, answered, inbound, messages, bytes, done,
                      case when collected_at is null then
                        (select max(sent_at) from message where conversation = c.id) end newest,
                      case when last_inbound_at is null then
                        (select max(sent_at) from message where conversation = c.id and direction = 0) end newest_inbound
                    from conversation c
                    where thread = ? and (closed_at is null or closed_at >= ?
                      or (first_inbound_at is not null and responded_at is null) or first_inbound_at >= ?)
                    order by coalesce(opened_at, 0), id
                    """),
            arguments: [thread, time?.seconds ?? 0, time?.seconds ?? 0])
        return try rows.map(SQLiteImport.conversation)
    }

    private static func conversation(_ row: Row) throws -> ConversationState {
        func instant(_ column: String) throws -> Instant? {
            try (row.get(column) as Int64?).map(Instant.init(seconds:))
        }
        var state = try ConversationState(person: row.get("person"))
        state.id = try row.get("id")
        (state.inbound, state.messages, state.bytes) = try (row.get("inbound"), row.get("messages"), row.get("bytes"))
        state.opened = try instant("opened_at")
        state.isUndated = try instant("collected_at") == nil && state.messages > 0
        state.newest = try instant("collected_at") ?? instant("newest")
        state.isInboundUndated = try instant("last_inbound_at") == nil && state.inbound > 0
        state.lastInbound = try state.inbound == 0 ? nil : instant("last_inbound_at") ?? instant("newest_inbound")
        state.closed = try instant("closed_at")
        state.isClosedBySilence = try (row.get("closed_by") as String?).map { $0 == "silence" } ?? true
        state.firstInbound = try instant("first_inbound_at")
        state.responded = try instant("responded_at")
        state.answered = try row.get("answered")
        state.isActedOn = try (row.get("done") as Int64) != 0
        return state
    }

    package func firstAnswer(inThread thread: Int64, from time: Instant) throws -> Instant? {
        try integer(
            """
            select min(m.sent_at) from conversation c join message m on m.conversation = c.id
            where c.thread = ? and m.direction = 1 and m.sent_at >= ?
            """, [thread, time.seconds]
        ).map(Instant.init(seconds:))
    }

    package func insert(_ state: ConversationState, thread: Int64, origin: ConversationOrigin) throws -> Int64 {
        try run(
            """
            insert into conversation(thread, person, role, purpose, opened_at, collected_at, last_inbound_at, closed_at,
              closed_by, first_inbound_at, responded_at, answered, inbound, messages, bytes, notice, first_seen_at, last_seen_at)
            values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                thread, state.person, origin.role.rawValue, origin.purpose.rawValue, state.opened?.seconds,
                state.collectedClock?.seconds, state.lastInboundClock?.seconds, state.closed?.seconds,
                state.closed == nil ? nil : "silence", state.firstInbound?.seconds, state.responded?.seconds,
                state.answered, state.inbound, state.messages, state.bytes,
                origin.notice(at: state.newest)?.description,
                origin.now.seconds, origin.now.seconds,
            ])
        return db.lastInsertedRowID
    }

    /// Columns that a rule may stand on are written only where they change: writing them lowers what planning
    /// has worked out.
    package func update(_ state: ConversationState, now: Instant) throws {
        guard let id = state.id else { return }
        try run(
            """
            update conversation set opened_at = ?, first_inbound_at = ?, responded_at = ?, answered = ?, inbound = ?,
              messages = ?, bytes = ?, last_seen_at = case when messages = ? then last_seen_at else ? end where id = ?
            """,
            [
                state.opened?.seconds, state.firstInbound?.seconds, state.responded?.seconds, state.answered,
                state.inbound, state.messages, state.bytes, state.messages, now.seconds, id,
            ])
        let closedBy = state.isClosedBySilence && state.closed != nil
        try run(
            """
            update conversation set collected_at = ?1, last_inbound_at = ?2, closed_at = ?3,
              closed_by = case when ?4 then 'silence' when ?3 is null then null else closed_by end
            where id = ?5 and (collected_at is not ?1 or last_inbound_at is not ?2 or closed_at is not ?3)
            """,
            [state.collectedClock?.seconds, state.lastInboundClock?.seconds, state.closed?.seconds, closedBy, id])
    }

    package func append(_ messages: [ImportedMessage], to conversation: Int64, authors: [Int: Int64]) throws {
        var number =
            try integer("select coalesce(max(n), 0) + 1 from message where conversation = ?", [conversation]) ?? 1
        let insertion = try ByteStatement(
            db.cachedStatement(
                sql: """
                    insert into message(conversation, n, direction, kind, sent_at, author, text, reply_to, edited)
                    values(?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """))
        let seen = try ByteStatement(
            db.cachedStatement(sql: "insert or ignore into retention_seen(hash, conversation, n) values(?, ?, ?)"))
        for message in messages {
            insertion.bind(conversation, at: 1)
            insertion.bind(number, at: 2)
            insertion.bind(message.direction.rawValue, at: 3)
            insertion.bind(message.kind.rawValue, at: 4)
            insertion.bind(message.sentAt?.seconds, at: 5)
            insertion.bind(message.counterpart.flatMap { authors[$0] }, at: 6)
            insertion.bind(message.text, at: 7)
            insertion.bind(message.replyTo, at: 8)
            insertion.bind(message.edited ? 1 : 0, at: 9)
            try insertion.run()
            seen.bind(message.fingerprint, at: 1)
            seen.bind(conversation, at: 2)
            seen.bind(number, at: 3)
            try seen.run()
            if message.kind.isMedia || message.file != nil {
                try run(
                    "insert into media(conversation, n, kind, file, bytes) values(?, ?, ?, ?, ?)",
                    [conversation, number, message.kind.rawValue, message.file?.name, message.file?.bytes])
            }
            if let file = message.file { try run("delete from retention_pending_file where path = ?", [file.name]) }
            number += 1
        }
    }

    package func expect(file: String) throws {
        try run("insert into retention_pending_file(path) values(?)", [file])
    }

    package func lacksFile(_ place: SeenMessage) throws -> Bool {
        try integer(
            "select 1 from media where conversation = ? and n = ? and file is null",
            [place.conversation, place.number]) != nil
    }

    package func attach(_ file: MediaFile, to place: SeenMessage) throws {
        try run(
            "update media set file = ?, bytes = ? where conversation = ? and n = ? and file is null",
            [file.name, file.bytes, place.conversation, place.number])
        try run("delete from retention_pending_file where path = ?", [file.name])
    }

    package func addParticipants(_ persons: [Int64], to conversation: Int64) throws {
        for person in persons {
            try run(
                """
                insert into participant(conversation, person) select ?1, ?2
                where not exists(select 1 from participant where conversation = ?1 and person = ?2)
                  and not exists(select 1 from conversation where id = ?1 and person = ?2)
                """, [conversation, person])
        }
    }
}
