/// When who wrote in a conversation, and nothing of what was written: all that quality figures are computed from.
package struct ConversationTrace: Sendable, Equatable {
    package enum Direction: Int, Sendable { case fromPerson = 0, oursByHuman = 1, oursAutomatic = 2 }

    package struct Message: Sendable, Equatable {
        package var direction: Direction
        package var sentAt: Instant?
        /// An image, a sound, a document: anything that the person or we sent beside text.
        package var isMedia: Bool
        package init(direction: Direction, sentAt: Instant?, isMedia: Bool) {
            (self.direction, self.sentAt, self.isMedia) = (direction, sentAt, isMedia)
        }
    }

    package var role: Role
    package var purpose: Purpose
    /// The number of the person in the store: for telling persons apart while counting, never kept.
    package var person: Int64
    /// Who of ours answered first; nil where that is not recorded. Never kept.
    package var operatorID: Int64?
    /// Its first message. What has no usable date is in no figure.
    package var opened: Instant
    package var collected: Instant?
    package var firstInbound: Instant?
    /// The first answer by a human to it, on the thread.
    package var responded: Instant?
    /// The end of the conversation; may lie ahead, where silence closes it.
    package var closed: Instant?
    package var closedBySilence: Bool
    package var decision: Instant?
    /// Whether it began within seven days of the end of another conversation of the same person.
    package var reopens: Bool
    /// Whether the person asked to be informed at any hour.
    package var anyTime: Bool
    /// Since when the person refuses information, where that is the last word on it. Only told of information.
    package var refusedAt: Instant?
    /// Whether the person refused information after this conversation began and before another of information did; nil
    /// where the database records no refusals.
    package var optedOut: Bool?
    /// In the order of the conversation.
    package var messages: [Message]

    package init(
        role: Role, purpose: Purpose, person: Int64, operatorID: Int64? = nil, opened: Instant,
        collected: Instant? = nil, firstInbound: Instant? = nil, responded: Instant? = nil, closed: Instant? = nil,
        closedBySilence: Bool = true, decision: Instant? = nil, reopens: Bool = false, anyTime: Bool = false,
        refusedAt: Instant? = nil, optedOut: Bool? = nil, messages: [Message] = []
    ) {
        (self.role, self.purpose, self.person, self.operatorID) = (role, purpose, person, operatorID)
        (self.opened, self.collected, self.firstInbound, self.responded) = (opened, collected, firstInbound, responded)
        (self.closed, self.closedBySilence, self.decision) = (closed, closedBySilence, decision)
        (self.reopens, self.anyTime, self.messages) = (reopens, anyTime, messages)
        (self.refusedAt, self.optedOut) = (refusedAt, optedOut)
    }
}
