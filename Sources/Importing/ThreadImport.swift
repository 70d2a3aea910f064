import Conversations
import StorePort

/// What one source tells of one thread, in the order of the source.
struct ThreadBatch: Sendable {
    struct Call: Sendable {
        var fingerprint: Fingerprint
        var kind: CallKind
        var at: Instant?
        /// By index; nil where the source does not say who called.
        var counterpart: Int?
    }

    var identity: ThreadIdentity
    var counterparts: [Counterpart]
    var classified: ConversationClass
    /// Names of our own people, which messages give by index.
    var operators: [String] = []
    var messages: [ImportedMessage] = []
    var calls: [Call] = []
    /// Numbers that a notice in this chat gives to its person.
    var newNumbers: [(fingerprint: Fingerprint, phone: String, at: Instant?)] = []

    var isEmpty: Bool { messages.isEmpty && calls.isEmpty && newNumbers.isEmpty }
}

/// Writes what is new of a thread: persons first, then conversations and messages, each row once.
struct ThreadImport {
    struct Outcome {
        var duplicates = 0
        var duplicateCalls = 0
        var opened = 0
    }

    let settings: ImportSettings
    let store: any ImportTransaction
    private var cutting: Cutting { Cutting(periods: settings.cutting, calendar: settings.policyCalendar) }

    init(settings: ImportSettings, store: any ImportTransaction) { (self.settings, self.store) = (settings, store) }

    func write(_ batch: ThreadBatch) throws -> Outcome {
        var outcome = Outcome()
        let messages = try unseen(batch.messages)
        outcome.duplicates = batch.messages.count - messages.count
        let calls = try batch.calls.filter { try store.seen($0.fingerprint) == nil }
        outcome.duplicateCalls = batch.calls.count - calls.count
        let numbers = try batch.newNumbers.filter { try store.seen($0.fingerprint) == nil }
        guard !messages.isEmpty || !calls.isEmpty || !numbers.isEmpty else { return outcome }

        let times = messages.compactMap(\.sentAt) + calls.compactMap(\.at)
        // Persons are settled before conversations are read: a counterpart may prove two persons to be one.
        var persons = try Persons(batch, settings: settings, store: store, first: times.min() ?? settings.now)
        let thread = try store.thread(batch.identity, person: persons.main)
        var conversations = try store.conversations(ofThread: thread, from: times.min())
        outcome.opened = try write(
            messages, of: batch, thread: thread, conversations: &conversations, persons: &persons)
        try write(calls, conversations: conversations, persons: &persons)
        for number in numbers {
            try store.add(.init(.phone, number.phone), to: persons.main, evidence: .numberChange, from: number.at)
            try store.remember(number.fingerprint, at: .nowhere(settings.now))
        }
        return outcome
    }

    /// The messages that were never imported. Equal ones of one batch count once.
    private func unseen(_ messages: [ImportedMessage]) throws -> [ImportedMessage] {
        if messages.count == 1 { return try store.seen(messages[0].fingerprint) == nil ? messages : [] }
        var inBatch = Set<Fingerprint>(minimumCapacity: messages.count)
        let isNew = try messages.map { message in
            try inBatch.insert(message.fingerprint).inserted && store.seen(message.fingerprint) == nil
        }
        // Mostly all of them: then none is copied.
        return isNew.contains(false) ? zip(messages, isNew).filter(\.1).map(\.0) : messages
    }

    /// Gives the number of conversations that were opened.
    private func write(
        _ messages: [ImportedMessage], of batch: ThreadBatch, thread: Int64, conversations: inout [ConversationState],
        persons: inout Persons
    ) throws -> Int {
        let known = conversations
        let storedUntil = conversations.compactMap(\.newest).max()
        let pieces = messages.map {
            Cutting.Piece(sentAt: $0.sentAt, direction: $0.direction, bytes: $0.text?.count ?? 0)
        }
        let order = Cutting.order(pieces)
        let places = cutting.place(pieces, inOrder: order, conversations: &conversations)
        var responses = ResponseTimes()
        responses.apply(
            pieces, inOrder: order, places: places, conversations: &conversations, storedUntil: storedUntil)
        for index in responses.mayBeStored {
            guard let asked = conversations[index].firstInbound,
                let stored = try store.firstAnswer(inThread: thread, from: asked)
            else { continue }
            conversations[index].responded = min(conversations[index].responded ?? stored, stored)
        }

        var members = [[Int]](repeating: [], count: conversations.count)
        for index in order { members[places[index]].append(index) }
        let origin = ConversationOrigin(
            role: batch.classified.role, purpose: batch.classified.purpose, notice: settings.notice, now: settings.now)
        for index in conversations.indices {
            let isNew = index >= known.count
            let new = members[index].elementsEqual(messages.indices) ? messages : members[index].map { messages[$0] }
            if new.isEmpty {
                // Its answer may have come in another conversation.
                if conversations[index] != known[index] { try store.update(conversations[index], now: settings.now) }
                continue
            }
            conversations[index].closed = cutting.closing(conversations[index])
            let authors = try persons.settle(new, in: &conversations[index], isNew: isNew)
            let id = try conversations[index].id ?? store.insert(conversations[index], thread: thread, origin: origin)
            conversations[index].id = id
            try store.append(new, to: id, authors: authors)
            if let first = new.lazy.compactMap(\.answeredBy).first {
                try store.answered(id, by: batch.operators[first])
            }
            if !isNew { try store.update(conversations[index], now: settings.now) }
            try store.addParticipants(Set(authors.values).subtracting([conversations[index].person]).sorted(), to: id)
        }
        try persons.hear(messages, conversations: conversations, places: places)
        return conversations.count - known.count
    }

    private func write(
        _ calls: [ThreadBatch.Call], conversations: [ConversationState], persons: inout Persons
    ) throws {
        for call in calls {
            let around = conversations.last { conversation in
                guard let at = call.at, let opened = conversation.opened, let closed = conversation.closed else {
                    return false
                }
                return !conversation.isActedOn && opened <= at && at <= closed
            }
            let person = try call.counterpart.map { try persons.id(of: $0) } ?? around?.person ?? persons.main
            try store.recordCall(call.kind, person: person, conversation: around?.id, at: call.at)
            try store.remember(call.fingerprint, at: .nowhere(settings.now))
        }
    }
}

/// The persons of one batch.
private struct Persons {
    private let batch: ThreadBatch
    private let settings: ImportSettings
    private let store: any ImportTransaction
    private var ids: [Int: Int64] = [:]
    private var first: Instant
    /// The first person of the thread.
    private(set) var main: Int64

    init(_ batch: ThreadBatch, settings: ImportSettings, store: any ImportTransaction, first: Instant) throws {
        (self.batch, self.settings, self.store, self.first) = (batch, settings, store, first)
        // In a group only who wrote something new is settled; elsewhere there is one.
        let speaking =
            batch.messages.lazy.compactMap(\.counterpart).first ?? batch.calls.lazy.compactMap(\.counterpart).first ?? 0
        main = 0
        main = try id(of: speaking)
    }

    mutating func id(of counterpart: Int) throws -> Int64 {
        if let id = ids[counterpart] { return id }
        let id = try person(counterpart, at: first)
        ids[counterpart] = id
        return id
    }

    private func person(_ index: Int, at time: Instant) throws -> Int64 {
        try store.person(
            for: batch.counterparts[index], thread: batch.identity.key, at: time, now: settings.now,
            refusals: { settings.refusals(batch.counterparts[index]) })
    }

    /// The person of a conversation and those of its new messages' authors. A number that was silent for long may
    /// have gone to somebody else, so each new conversation of a thread with one person asks again.
    mutating func settle(
        _ messages: [ImportedMessage], in conversation: inout ConversationState, isNew: Bool
    ) throws -> [Int: Int64] {
        guard batch.identity.isGroup else {
            if isNew, let opened = conversation.opened, let only = ids.keys.first {
                ids[only] = try person(only, at: opened)
            }
            if isNew { conversation.person = try ids.values.first ?? id(of: 0) }
            return [:]
        }
        var authors: [Int: Int64] = [:]
        for case let author? in messages.lazy.map(\.counterpart) where authors[author] == nil {
            authors[author] = try id(of: author)
            if conversation.person == 0 { conversation.person = authors[author] ?? 0 }
        }
        if conversation.person == 0 { conversation.person = main }
        return authors
    }

    /// Each person's newest message, written once.
    func hear(_ messages: [ImportedMessage], conversations: [ConversationState], places: [Int]) throws {
        var newest: [Int64: Instant] = [:]
        var unknown: Set<Int64> = []
        for (message, place) in zip(messages, places) {
            guard message.direction == .fromPerson, let counterpart = message.counterpart else { continue }
            let person = batch.identity.isGroup ? ids[counterpart] : conversations[place].person
            guard let person else { continue }
            if let sentAt = message.sentAt {
                newest[person] = max(newest[person] ?? sentAt, sentAt)
            } else {
                unknown.insert(person)
            }
        }
        for (person, time) in newest.sorted(by: { $0.key < $1.key }) { try store.heard(from: person, at: time) }
        for person in unknown.sorted() { try store.heard(from: person, at: nil) }
    }
}
