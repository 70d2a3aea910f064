import Conversations
import StorePort

/// The rows of one transaction that are not written yet, and what is known of its fingerprints. New rows wait whole, so
/// that each is written once, as it is at the end, and in the order of its key.
struct WaitingRows {
    /// A new row of `person`.
    struct Person {
        var firstSeen: Instant
        var name: String?
        var namedAt: Int64?
        /// 0: never wrote; nil: cannot be known.
        var lastInbound: Int64? = 0
        var revision: Int64
    }

    /// What changes in a person who is stored.
    struct Touch {
        /// Conversations that were opened.
        var conversations: Int64 = 0
        /// Later than what is stored; nil where that stays.
        var lastInbound: Int64?
        var namedAt: Int64?
    }

    struct Address {
        var person: Int64
        var address: PersonAddress
        var from: Instant?
        var evidence: AddressEvidence
    }

    /// Ends what all but one person have of an address.
    struct Closing {
        var address: PersonAddress
        var person: Int64
        /// Nil: where it began.
        var at: Instant?
    }

    enum AddressStep {
        case open(Address)
        case close(Closing)
    }

    struct Thread {
        var id: Int64
        var person: Int64
        var identity: ThreadIdentity
    }

    struct Conversation {
        var id: Int64
        var thread: Int64
        var state: ConversationState
        var origin: ConversationOrigin
    }

    /// Messages that follow one another in a conversation.
    struct Group {
        var conversation: Int64
        /// The number of the first of them.
        var first: Int64
        var messages: [ImportedMessage]
        /// The person of each counterpart, by index, where that is not the conversation's own.
        var authors: [Int: Int64]
    }

    struct Call {
        var kind: CallKind
        var person: Int64
        var conversation: Int64?
        var at: Instant?
    }

    var persons: [Int64: Person] = [:]
    var touched: [Int64: Touch] = [:]
    /// In their order: one opens what the next one closes.
    private(set) var addresses: [AddressStep] = []
    /// Addresses of which a step waits.
    private(set) var changed: Set<PersonBook.Key> = []
    private(set) var threads: [Fingerprint: Thread] = [:]
    private(set) var conversations: [Conversation] = []
    private(set) var groups: [Group] = []
    var calls: [Call] = []
    /// Conversations, and who of ours answered them.
    var answers: [(conversation: Int64, name: String)] = []

    /// Conversations for which a message waits, and those that wait themselves.
    private var written: Set<Int64> = []
    private var opened: Set<Int64> = []
    /// Threads and persons for whom a conversation waits.
    private var openedIn: Set<Int64> = []
    private var openedFor: Set<Int64> = []
    /// Threads that wait, and persons for whom one does.
    private var newThreads: Set<Int64> = []
    private var threadsOf: Set<Int64> = []

    var isEmpty: Bool {
        persons.isEmpty && touched.isEmpty && addresses.isEmpty && threads.isEmpty && conversations.isEmpty
            && groups.isEmpty && calls.isEmpty && answers.isEmpty
    }

    /// Whether a conversation of that thread waits.
    func holdsConversation(ofThread thread: Int64) -> Bool { openedIn.contains(thread) }

    /// Whether a conversation of that person waits.
    func holdsConversation(of person: Int64) -> Bool { openedFor.contains(person) }

    func holdsThread(of person: Int64) -> Bool { threadsOf.contains(person) }

    func isNew(thread: Int64) -> Bool { newThreads.contains(thread) }

    func isNew(conversation: Int64) -> Bool { opened.contains(conversation) }

    /// Whether a message of that conversation waits.
    func holdsMessage(of conversation: Int64) -> Bool { written.contains(conversation) }

    mutating func add(_ step: AddressStep) {
        addresses.append(step)
        let address =
            switch step {
            case .open(let row): row.address
            case .close(let end): end.address
            }
        changed.insert(.init(address.kind, address.value))
    }

    mutating func add(_ thread: Thread) {
        threads[thread.identity.key] = thread
        newThreads.insert(thread.id)
        threadsOf.insert(thread.person)
    }

    mutating func add(_ conversation: Conversation) {
        conversations.append(conversation)
        opened.insert(conversation.id)
        openedIn.insert(conversation.thread)
        let person = conversation.state.person
        openedFor.insert(person)
        if persons[person] == nil {
            touched[person, default: Touch()].conversations += 1
        } else {
            persons[person]?.revision += 1
        }
    }

    mutating func add(_ group: Group) {
        groups.append(group)
        written.insert(group.conversation)
    }

    /// All that waits, messages in the order of their key. Nothing waits afterwards.
    mutating func take() -> WaitingRows {
        var rows = self
        self = WaitingRows()
        rows.groups.sort { ($0.conversation, $0.first) < ($1.conversation, $1.first) }
        return rows
    }
}

/// Where the messages of one transaction are: what was looked up, and what it adds.
struct KnownMessages {
    /// The number that the next message of a conversation takes, for those that were written to.
    private var next: [Int64: Int64] = [:]
    /// Nil for those that were looked up and never imported.
    var places: [Fingerprint: SeenMessage?] = [:]

    mutating func reserve(_ count: Int) { places.reserveCapacity(places.count + count) }

    /// The number of the next message; nil where the store must say it.
    func nextNumber(in conversation: Int64) -> Int64? { next[conversation] }

    /// A conversation that holds no message yet.
    mutating func begin(_ conversation: Int64) { next[conversation] = 1 }

    mutating func add(_ group: WaitingRows.Group) {
        for (offset, message) in group.messages.enumerated() {
            places[message.fingerprint] = .some(
                SeenMessage(conversation: group.conversation, number: group.first + Int64(offset)))
        }
        next[group.conversation] = group.first + Int64(group.messages.count)
    }
}
