import Conversations

/// What a store keeps of a conversation besides its messages: its clocks and counts.
package struct ConversationState: Sendable, Equatable {
    /// Nil until it is stored.
    package var id: Int64?
    package var person: Int64
    /// Its first dated message.
    package var opened: Instant?
    /// Its newest dated message, known even where `isUndated`.
    package var newest: Instant?
    /// Whether a message of it has no usable date, so that which is its newest cannot be known.
    package var isUndated = false
    package var lastInbound: Instant?
    /// Whether a message of the person has no usable date.
    package var isInboundUndated = false
    /// By hand, or the end of the silence (which may lie ahead).
    package var closed: Instant?
    /// False where somebody closed it, so that silence does not.
    package var isClosedBySilence = true
    package var firstInbound: Instant?
    /// The first answer by a human to `firstInbound`, in whatever conversation of the thread.
    package var responded: Instant?
    /// Whether the last word was ours.
    package var answered = false
    package var inbound = 0
    package var messages = 0
    /// UTF-8 bytes of text.
    package var bytes = 0
    /// Whether an action was done on it, so that a late message opens a conversation of its own.
    package var isActedOn = false

    package init(person: Int64) { self.person = person }

    /// The clock `last-inbound`: where the person never wrote, the newest message. Nil: no usable date.
    package var lastInboundClock: Instant? {
        if isInboundUndated { return nil }
        return inbound == 0 ? collectedClock : lastInbound
    }

    /// The clock `collected`. Nil: no usable date.
    package var collectedClock: Instant? { isUndated ? nil : newest }
}

/// What an import knows about a new conversation beyond its messages.
package struct ConversationOrigin: Sendable, Equatable {
    package var role: Role
    package var purpose: Purpose
    /// The version of the notice in force.
    package var notice: CivilDate
    /// When the import runs.
    package var now: Instant
    /// The version that was in force when something was collected; nil where it is older than the version, and so
    /// came under a notice that is not known.
    package func notice(at time: Instant?) -> CivilDate? {
        guard let time else { return nil }
        return time.seconds >= notice.daysSince1970 * 86_400 ? notice : nil
    }

    package init(role: Role, purpose: Purpose, notice: CivilDate, now: Instant) {
        (self.role, self.purpose, self.notice, self.now) = (role, purpose, notice, now)
    }
}

/// A source that was read to its end.
package struct ImportedSource: Sendable, Equatable {
    package enum Kind: String, Sendable { case export, webhooks }
    /// A keyed hash of its bytes.
    package var hash: Fingerprint
    package var kind: Kind
    package var messages: Int
    /// Lines or records that were refused, unplaced or undated: a source with any is never erased.
    package var refused: Int
    /// A keyed hash of the folder it lay in.
    package var folder: Fingerprint?
    /// Keyed hashes of the addresses of everybody whose records it holds.
    package var persons: Set<Fingerprint>
    package init(
        hash: Fingerprint, kind: Kind, messages: Int, refused: Int, folder: Fingerprint?,
        persons: Set<Fingerprint> = []
    ) {
        (self.hash, self.kind, self.messages, self.refused, self.folder) = (hash, kind, messages, refused, folder)
        self.persons = persons
    }
}
