import Conversations
import GRDB
import StorePort

extension SQLiteImport {
    package func thread(_ identity: ThreadIdentity, person: Int64) throws -> Int64 {
        if identity.followsPerson {
            let following = try statement(
                "select id from thread where person = ? and channel = ? order by id desc limit 1")
            following.bind(person, at: 1)
            following.bind(identity.channel, at: 2)
            if let id = try following.first({ try $0.integer(0) }) { return id }
        }
        let search = try statement("select id, person from thread where key = ?")
        search.bind(identity.key, at: 1)
        guard let (id, before) = try search.first({ (try $0.integer(0), try $0.integer(1)) }) else {
            let insertion = try statement("insert into thread(key, person, channel) values(?, ?, ?)")
            insertion.bind(identity.key, at: 1)
            insertion.bind(person, at: 2)
            insertion.bind(identity.channel, at: 3)
            try insertion.run()
            return db.lastInsertedRowID
        }
        if before != person,
            try integer("select 1 from person where id = ? and pseudonym is not null", [before]) != nil
        {
            // Nothing may lead from a person who was pseudonymised to the one who writes now.
            try run("update thread set person = ? where id = ?", [person, id])
            try run("update conversation set thread = null where thread = ? and person <> ?", [id, person])
        }
        return id
    }

    package func conversations(ofThread thread: Int64, from time: Instant?) throws -> [ConversationState] {
        let found = try storedConversations(ofThread: thread, from: time)
        // The newest message of one whose clock is not known is looked for among those that are written.
        guard found.contains(where: { waiting.holds($0.id ?? 0) }) else { return found }
        try writeWaiting()
        return try storedConversations(ofThread: thread, from: time)
    }

    private func storedConversations(ofThread thread: Int64, from time: Instant?) throws -> [ConversationState] {
        let search = try statement(
            """
            select id, person, opened_at, collected_at, last_inbound_at, closed_at, coalesce(closed_by = 'silence', 1),
              first_inbound_at, responded_at, answered, inbound, messages, bytes, done <> 0,
              case when collected_at is null then
                (select max(sent_at) from message where conversation = c.id) end newest,
              case when last_inbound_at is null then
                (select max(sent_at) from message where conversation = c.id and direction = 0) end newest_inbound
            from conversation c
            where thread = ?1 and (closed_at is null or closed_at >= ?2
              or (first_inbound_at is not null and responded_at is null) or first_inbound_at >= ?2)
            order by coalesce(opened_at, 0), id
            """)
        search.bind(thread, at: 1)
        search.bind(time?.seconds ?? 0, at: 2)
        return try search.all(SQLiteImport.conversation)
    }

    private static func conversation(_ row: ByteStatement) throws -> ConversationState {
        var state = ConversationState(person: try row.integer(1))
        state.id = try row.integer(0)
        state.opened = try row.optionalInstant(2)
        let (collected, inbound) = (try row.optionalInstant(3), try row.optionalInstant(4))
        state.closed = try row.optionalInstant(5)
        state.isClosedBySilence = try row.integer(6) != 0
        state.firstInbound = try row.optionalInstant(7)
        state.responded = try row.optionalInstant(8)
        state.answered = try row.integer(9) != 0
        (state.inbound, state.messages, state.bytes) =
            (Int(try row.integer(10)), Int(try row.integer(11)), Int(try row.integer(12)))
        state.isActedOn = try row.integer(13) != 0
        state.isUndated = collected == nil && state.messages > 0
        state.newest = try collected ?? row.optionalInstant(14)
        state.isInboundUndated = inbound == nil && state.inbound > 0
        state.lastInbound = try state.inbound == 0 ? nil : inbound ?? row.optionalInstant(15)
        return state
    }

    package func firstAnswer(inThread thread: Int64, from time: Instant) throws -> Instant? {
        let members = try statement("select id from conversation where thread = ?")
        members.bind(thread, at: 1)
        if try members.all({ try $0.integer(0) }).contains(where: waiting.holds) { try writeWaiting() }
        return try integer(
            """
            select min(m.sent_at) from conversation c join message m on m.conversation = c.id
            where c.thread = ? and m.direction = 1 and m.sent_at >= ?
            """, [thread, time.seconds]
        ).map(Instant.init(seconds:))
    }

    package func insert(_ state: ConversationState, thread: Int64, origin: ConversationOrigin) throws -> Int64 {
        // What its messages would each add to the revision is added at once.
        let insertion = try statement(
            """
            insert into conversation(thread, person, role, purpose, opened_at, collected_at, last_inbound_at, closed_at,
              closed_by, first_inbound_at, responded_at, answered, inbound, messages, bytes, notice, first_seen_at,
              last_seen_at, revision)
            values(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, case when ?8 is not null then 'silence' end, ?9, ?10, ?11, ?12, ?13, ?14,
              ?15, ?16, ?16, ?13)
            """)
        insertion.bind(thread, at: 1)
        insertion.bind(state.person, at: 2)
        insertion.bind(origin.role.rawValue, at: 3)
        insertion.bind(origin.purpose.rawValue, at: 4)
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
        insertion.bind(origin.notice(at: state.newest)?.description, at: 15)
        insertion.bind(origin.now, at: 16)
        try insertion.run()
        let id = db.lastInsertedRowID
        waiting.begin(id)
        persons.widen(state.person, by: state)
        return id
    }

    /// Columns that a rule may stand on are written only where they change: writing them lowers what planning
    /// has worked out.
    package func update(_ state: ConversationState, now: Instant) throws {
        guard let id = state.id else { return }
        // Each message that was appended is a revision and takes back what was done, as one that is inserted alone.
        let counts = try statement(
            """
            update conversation set opened_at = ?1, first_inbound_at = ?2, responded_at = ?3, answered = ?4, inbound = ?5,
              messages = ?6, bytes = ?7, last_seen_at = case when messages = ?6 then last_seen_at else ?8 end,
              revision = revision + ?6 - messages,
              floor = case when messages = ?6 or done = 0 then floor else 0 end,
              done = case when messages = ?6 then done else 0 end
            where id = ?9
            """)
        counts.bind(state.opened, at: 1)
        counts.bind(state.firstInbound, at: 2)
        counts.bind(state.responded, at: 3)
        counts.bind(state.answered ? 1 : 0, at: 4)
        counts.bind(Int64(state.inbound), at: 5)
        counts.bind(Int64(state.messages), at: 6)
        counts.bind(Int64(state.bytes), at: 7)
        counts.bind(now, at: 8)
        counts.bind(id, at: 9)
        try counts.run()
        let clocks = try statement(
            """
            update conversation set collected_at = ?1, last_inbound_at = ?2, closed_at = ?3,
              closed_by = case when ?4 then 'silence' when ?3 is null then null else closed_by end
            where id = ?5 and (collected_at is not ?1 or last_inbound_at is not ?2 or closed_at is not ?3)
            """)
        clocks.bind(state.collectedClock, at: 1)
        clocks.bind(state.lastInboundClock, at: 2)
        clocks.bind(state.closed, at: 3)
        clocks.bind(state.isClosedBySilence && state.closed != nil ? 1 : 0, at: 4)
        clocks.bind(id, at: 5)
        try clocks.run()
        persons.widen(state.person, by: state)
        for member in try participants(of: id) { persons.persons[member] = nil }
    }

    private func participants(of conversation: Int64) throws -> [Int64] {
        let search = try statement("select person from participant where conversation = ?")
        search.bind(conversation, at: 1)
        return try search.all { try $0.integer(0) }
    }

    package func append(_ messages: [ImportedMessage], to conversation: Int64, authors: [Int: Int64]) throws {
        let first = try waiting.nextNumber(in: conversation) ?? nextNumber(in: conversation)
        for (offset, message) in messages.enumerated() where message.kind.isMedia || message.file != nil {
            try run(
                "insert into media(conversation, n, kind, file, bytes) values(?, ?, ?, ?, ?)",
                [
                    conversation, first + Int64(offset), message.kind.rawValue, message.file?.name,
                    message.file?.bytes,
                ])
            if let file = message.file { try run("delete from retention_pending_file where path = ?", [file.name]) }
        }
        waiting.add(.init(conversation: conversation, first: first, messages: messages, authors: authors))
    }

    private func nextNumber(in conversation: Int64) throws -> Int64 {
        let search = try statement("select coalesce(max(n), 0) + 1 from message where conversation = ?")
        search.bind(conversation, at: 1)
        return try search.first { try $0.integer(0) } ?? 1
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
            self.persons.persons[person] = nil
        }
    }
}
