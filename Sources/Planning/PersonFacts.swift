import Conversations

/// A person with the conversations that decide when the person's own data are due.
package struct PersonFacts: Sendable, Equatable {
    /// A conversation of the person with the role and purpose that its rule goes by.
    package struct Conversation: Sendable, Equatable {
        package let role: Role
        package let purpose: Purpose
        package let facts: ConversationFacts
        package init(role: Role, purpose: Purpose, facts: ConversationFacts) {
            (self.role, self.purpose, self.facts) = (role, purpose, facts)
        }
    }

    package var id: Int64
    package var firstSeen: Int64
    package var done: Actions
    package var isHeld: Bool
    package var isRestricted: Bool
    /// Whether a hold or restriction of which the notice has run out since still counted on the night before.
    package var wasHeld: Bool
    package var revision: Int64
    /// Own conversations and those of groups the person is in.
    package var conversations: [Conversation]

    package init(
        id: Int64, firstSeen: Int64, done: Actions, isHeld: Bool, isRestricted: Bool, wasHeld: Bool = false,
        revision: Int64, conversations: [Conversation] = []
    ) {
        self.wasHeld = wasHeld
        (self.id, self.firstSeen, self.done) = (id, firstSeen, done)
        (self.isHeld, self.isRestricted, self.revision) = (isHeld, isRestricted, revision)
        self.conversations = conversations
    }
}
