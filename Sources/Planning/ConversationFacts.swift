import Conversations

/// All that a decision about one conversation may rest on, in seconds, as read from the store.
package struct ConversationFacts: Sendable, Equatable {
    package var id: Int64
    package var person: Int64
    /// The clocks' raw values; nil where the store has none. Whether a value is usable is decided here, not there.
    package var collected: Int64?
    package var lastInbound: Int64?
    package var personLastInbound: Int64?
    package var closed: Int64?
    package var decision: Int64?
    package var relationEnded: Int64?
    package var firstSeen: Int64
    /// The last import that wrote to the record: a message date after it is no date.
    package var lastSeen: Int64
    package var isHeld: Bool
    package var isRestricted: Bool
    /// Whether a hold or restriction of which the notice has run out since still counted on the night before.
    package var wasHeld: Bool
    package var messages: Int
    package var bytes: Int
    package var done: Actions
    package var revision: Int64
    /// The version of the notice under which it was collected; nil where that is not known.
    package var notice: CivilDate?

    package init(
        id: Int64, person: Int64, collected: Int64?, lastInbound: Int64?, personLastInbound: Int64?, closed: Int64?,
        decision: Int64?, relationEnded: Int64?, firstSeen: Int64, lastSeen: Int64, isHeld: Bool = false,
        isRestricted: Bool = false, wasHeld: Bool = false, messages: Int = 0, bytes: Int = 0, done: Actions = [],
        revision: Int64 = 0, notice: CivilDate? = nil
    ) {
        self.wasHeld = wasHeld
        (self.id, self.person, self.collected, self.lastInbound) = (id, person, collected, lastInbound)
        (self.personLastInbound, self.closed, self.decision) = (personLastInbound, closed, decision)
        (self.relationEnded, self.firstSeen, self.lastSeen) = (relationEnded, firstSeen, lastSeen)
        (self.isHeld, self.isRestricted, self.messages) = (isHeld, isRestricted, messages)
        (self.bytes, self.done, self.revision, self.notice) = (bytes, done, revision, notice)
    }

    /// The raw value of a clock.
    package func value(_ clock: RetentionClock) -> Int64? {
        switch clock {
        case .collected: collected
        case .lastInbound: lastInbound
        case .personLastInbound: personLastInbound
        case .closed: closed
        case .decision: decision
        case .relationEnded: relationEnded
        }
    }

    /// The value of a clock where it is a date: not before 2009, no message from after the import that brought it,
    /// and no event in a time that only a count in another unit can give. The person's clock may come from a later
    /// import of another conversation; an event may lie ahead.
    package func usable(_ clock: RetentionClock, asOf: Int64) -> Int64? {
        guard let value = value(clock), value >= Instant.earliestPlausible.seconds,
            value < Instant.latestPlausible.seconds
        else { return nil }
        switch clock {
        case .collected, .lastInbound: return value <= lastSeen ? value : nil
        case .personLastInbound: return value <= max(asOf, lastSeen) ? value : nil
        case .closed, .decision, .relationEnded: return value
        }
    }
}
