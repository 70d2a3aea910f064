import Conversations

/// The import side of a store.
package protocol ImportStore: Sendable {
    /// One transaction: all of it is stored, or nothing.
    func importing<T>(_ body: (any ImportTransaction) throws -> T) throws -> T
}

/// What an import may ask of a store and write to it, inside one transaction.
package protocol ImportTransaction {
    /// Reads at once where these messages were put: `seen` then answers from memory.
    func lookUp(_ messages: [Fingerprint]) throws
    /// Where a message was put when it was first imported; nil where it never was. The answer outlives the message.
    func seen(_ message: Fingerprint) throws -> SeenMessage?
    /// Records that a message was imported. What is no row of a conversation is `nowhere`.
    func remember(_ message: Fingerprint, at place: SeenMessage) throws

    /// The person behind a counterpart at that time, made where there is none. Addresses that are new are added;
    /// persons that the counterpart proves to be one are joined. An author's name is looked for in the thread only.
    /// - Parameter refusals: gives keyed hashes of the counterpart's numbers, under which a refusal of information outlives a
    ///   person. It is asked where a person is made.
    func person(
        for counterpart: Counterpart, thread: Fingerprint, at time: Instant, now: Instant,
        refusals: () -> [[UInt8]]
    ) throws -> Int64
    /// Keeps the newest message from the person; nil where it has no usable date, after which it cannot be known.
    func heard(from person: Int64, at time: Instant?) throws
    /// Joins what both addresses lead to: the old number and the new one.
    func numberChanged(from old: PersonAddress, to new: PersonAddress, at time: Instant?, now: Instant) throws
    /// Adds an address that a notice in the person's own chat gives.
    func add(_ address: PersonAddress, to person: Int64, evidence: AddressEvidence, from time: Instant?) throws

    /// The thread, made where there is none; it leads to `person` from now on.
    func thread(_ identity: ThreadIdentity, person: Int64) throws -> Int64
    /// The conversations of a thread that a message sent at `time` or later may touch: not closed before it,
    /// or still without an answer.
    func conversations(ofThread thread: Int64, from time: Instant?) throws -> [ConversationState]
    /// The first message of ours by a human in the thread at or after a time.
    func firstAnswer(inThread thread: Int64, from time: Instant) throws -> Instant?

    /// Stores a new conversation and gives its id. Its count of messages is that of those that are appended to it then.
    func insert(_ conversation: ConversationState, thread: Int64, origin: ConversationOrigin) throws -> Int64
    /// Rewrites the clocks and counts of a stored conversation. Its count of messages has grown by those that are
    /// appended to it before or after.
    func update(_ conversation: ConversationState, now: Instant) throws
    /// Appends messages in order; `authors` gives the person of each counterpart index, where that is not the
    /// conversation's own.
    func append(_ messages: [ImportedMessage], to conversation: Int64, authors: [Int: Int64]) throws
    /// Makes persons parties to a conversation besides its own.
    func addParticipants(_ persons: [Int64], to conversation: Int64) throws

    /// Says that a file of that name is to come into the media folder: until a message with it is stored, it is one
    /// that the next night unlinks.
    func expect(file: String) throws
    /// Whether the message is still in the store and is one whose file was not there when it was imported.
    func lacksFile(_ place: SeenMessage) throws -> Bool
    /// Gives that message its file.
    func attach(_ file: MediaFile, to place: SeenMessage) throws
    /// Takes the text of a message back; one that is held or restricted keeps it until that no longer counts. False where
    /// it has left the store.
    func withdraw(_ place: SeenMessage, now: Instant) throws -> Bool
    /// Replaces the text of a message; where that is held or restricted, the new text stands beside it, and the old one
    /// goes when that no longer counts. False where it has left the store.
    func edit(_ message: Fingerprint, at place: SeenMessage, text: [UInt8]?, now: Instant) throws -> Bool
    func recordCall(_ kind: CallKind, person: Int64, conversation: Int64?, at time: Instant?) throws
    func recordPreference(_ kind: PreferenceKind, given: Bool, person: Int64, at time: Instant?, evidence: String)
        throws
    /// Forgets that the person behind these keyed hashes of numbers refused information, who takes it again.
    func forgetRefusal(of numbers: [[UInt8]]) throws
    /// Records who of ours answered a conversation of which that is not known yet.
    func answered(_ conversation: Int64, by operator: String) throws
    func record(_ source: ImportedSource, now: Instant) throws
}
