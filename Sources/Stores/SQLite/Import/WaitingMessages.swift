import StorePort

/// The messages of one transaction that are not written yet, and what is known of their fingerprints.
struct WaitingMessages {
    /// Messages that follow one another in a conversation.
    struct Group {
        var conversation: Int64
        /// The number of the first of them.
        var first: Int64
        var messages: [ImportedMessage]
        /// The person of each counterpart, by index, where that is not the conversation's own.
        var authors: [Int: Int64]
    }

    private var groups: [Group] = []
    private var conversations: Set<Int64> = []
    /// The number that the next message of a conversation takes, for those that were written to.
    private var next: [Int64: Int64] = [:]
    /// Where messages are; nil for those that were looked up and never imported.
    var places: [Fingerprint: SeenMessage?] = [:]

    var isEmpty: Bool { groups.isEmpty }

    mutating func reserve(_ count: Int) { places.reserveCapacity(places.count + count) }

    /// Whether a message of that conversation waits.
    func holds(_ conversation: Int64) -> Bool { conversations.contains(conversation) }

    /// The number of the next message; nil where the store must say it.
    func nextNumber(in conversation: Int64) -> Int64? { next[conversation] }

    /// A conversation that holds no message yet.
    mutating func begin(_ conversation: Int64) { next[conversation] = 1 }

    mutating func add(_ group: Group) {
        for (offset, message) in group.messages.enumerated() {
            places[message.fingerprint] = .some(
                SeenMessage(conversation: group.conversation, number: group.first + Int64(offset)))
        }
        next[group.conversation] = group.first + Int64(group.messages.count)
        groups.append(group)
        conversations.insert(group.conversation)
    }

    /// All that waits, sorted by key, and the fingerprints of it, sorted as well. Nothing waits afterwards.
    mutating func take() -> (groups: [Group], fingerprints: [(Fingerprint, SeenMessage)]) {
        let sorted = groups.sorted { ($0.conversation, $0.first) < ($1.conversation, $1.first) }
        (groups, conversations) = ([], [])
        var fingerprints: [(Fingerprint, SeenMessage)] = []
        for group in sorted {
            for (offset, message) in group.messages.enumerated() {
                fingerprints.append(
                    (
                        message.fingerprint,
                        SeenMessage(conversation: group.conversation, number: group.first + Int64(offset))
                    ))
            }
        }
        fingerprints.sort { $0.0 < $1.0 }
        return (sorted, fingerprints)
    }
}
