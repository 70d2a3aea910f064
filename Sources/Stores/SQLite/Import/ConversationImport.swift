import Conversations
import GRDB
import StorePort

extension SQLiteImport {
    package func thread(_ identity: ThreadIdentity, person: Int64) throws -> Int64 {
        if identity.followsPerson, let id = try following(person, identity.channel) { return id }
        guard let (id, before) = try stored(identity.key) else {
            let id = try newID(.thread)
            waiting.add(WaitingRows.Thread(id: id, person: person, identity: identity))
            persons.threads[person] = (identity.channel, id)
            return id
        }
        if before != person,
            try integer("select 1 from person where id = ? and pseudonym is not null", [before]) != nil
        {
            try writeWaiting()
            persons.threads = [:]
            // Nothing may lead from a person who was pseudonymised to the one who writes now.
            try run("update thread set person = ? where id = ?", [person, id])
            try run("update conversation set thread = null where thread = ? and person <> ?", [id, person])
        }
        return id
    }

    /// The newest thread of a person on a channel.
    private func following(_ person: Int64, _ channel: String) throws -> Int64? {
        if let known = persons.threads[person], known.channel == channel { return known.id }
        // Threads of one who is not stored yet are all known.
        if waiting.persons[person] != nil, persons.threads[person] == nil { return nil }
        if waiting.holdsThread(of: person) { try writeWaiting() }
        let search = try statement(
            "select id from thread where person = ? and channel = ? order by id desc limit 1")
        search.bind(person, at: 1)
        search.bind(channel, at: 2)
        guard let id = try search.first({ try $0.integer(0) }) else { return nil }
        persons.threads[person] = (channel, id)
        return id
    }

    /// The thread with that key, and its person.
    private func stored(_ key: Fingerprint) throws -> (id: Int64, person: Int64)? {
        if let waits = waiting.threads[key] { return (waits.id, waits.person) }
        let search = try statement("select id, person from thread where key = ?")
        search.bind(key, at: 1)
        return try search.first { (try $0.integer(0), try $0.integer(1)) }
    }

    package func conversations(ofThread thread: Int64, from time: Instant?) throws -> [ConversationState] {
        if waiting.holdsConversation(ofThread: thread) { try writeWaiting() }
        if waiting.isNew(thread: thread) { return [] }
        let found = try storedConversations(ofThread: thread, from: time)
        // The newest message of one whose clock is not known is looked for among those that are written.
        guard found.contains(where: { waiting.holdsMessage(of: $0.id ?? 0) }) else { return found }
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
        let mayWait =
            try waiting.holdsConversation(ofThread: thread)
            || members.all { try $0.integer(0) }.contains(where: waiting.holdsMessage)
        if mayWait { try writeWaiting() }
        return try integer(
            """
            select min(m.sent_at) from conversation c join message m on m.conversation = c.id
            where c.thread = ? and m.direction = 1 and m.sent_at >= ?
            """, [thread, time.seconds]
        ).map(Instant.init(seconds:))
    }

    package func insert(_ state: ConversationState, thread: Int64, origin: ConversationOrigin) throws -> Int64 {
        let id = try newID(.conversation)
        waiting.add(WaitingRows.Conversation(id: id, thread: thread, state: state, origin: origin))
        imported.begin(id)
        persons.widen(state.person, by: state)
        return id
    }

    /// Columns that a rule may stand on are written only where they change: writing them lowers what planning
    /// has worked out.
    package func update(_ state: ConversationState, now: Instant) throws {
        guard let id = state.id else { return }
        if waiting.isNew(conversation: id) { try writeWaiting() }
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
        if hasParticipants == nil {
            hasParticipants = try integer("select exists(select 1 from participant)", []) == 1
        }
        guard hasParticipants == true else { return [] }
        let search = try statement("select person from participant where conversation = ?")
        search.bind(conversation, at: 1)
        return try search.all { try $0.integer(0) }
    }

    package func append(_ messages: [ImportedMessage], to conversation: Int64, authors: [Int: Int64]) throws {
        let first = try imported.nextNumber(in: conversation) ?? nextNumber(in: conversation)
        let group = WaitingRows.Group(conversation: conversation, first: first, messages: messages, authors: authors)
        imported.add(group)
        waiting.add(group)
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
        try writeWaiting()
        return try integer(
            "select 1 from media where conversation = ? and n = ? and file is null",
            [place.conversation, place.number]) != nil
    }

    package func attach(_ file: MediaFile, to place: SeenMessage) throws {
        try writeWaiting()
        try run(
            "update media set file = ?, bytes = ? where conversation = ? and n = ? and file is null",
            [file.name, file.bytes, place.conversation, place.number])
        try run("delete from retention_pending_file where path = ?", [file.name])
    }

    package func addParticipants(_ persons: [Int64], to conversation: Int64) throws {
        guard !persons.isEmpty else { return }
        try writeWaiting()
        for person in persons {
            try run(
                """
                insert into participant(conversation, person) select ?1, ?2
                where not exists(select 1 from participant where conversation = ?1 and person = ?2)
                  and not exists(select 1 from conversation where id = ?1 and person = ?2)
                """, [conversation, person])
            self.persons.persons[person] = nil
            hasParticipants = true
        }
    }
}
