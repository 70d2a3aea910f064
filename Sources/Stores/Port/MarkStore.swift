import Conversations

/// What imports cannot know and somebody says later: events, classes, holds. Each call is one durable transaction
/// with its audit event.
package protocol MarkStore: AnyObject {
    /// Sets an event or a class on conversations. Returns the ids that the store does not have; then nothing was set.
    func mark(_ marks: [Mark], at now: Instant) throws -> [Int64]
    /// Places a hold and returns its number; nil where its target is not in the store.
    func place(_ hold: Hold) throws -> Int64?
    /// Releases a hold. False where there is none of that number, or it was released before.
    func release(hold id: Int64, by author: String, at now: Instant) throws -> Bool
    /// The person of a conversation; nil where there is no such conversation.
    func person(ofConversation id: Int64) throws -> Int64?
}

/// One fact about one conversation.
package struct Mark: Sendable, Equatable {
    package enum Fact: Sendable, Equatable {
        case decided(Instant)
        case closed(Instant)
        /// The relation with the conversation's person ended.
        case ended(Instant)
        case role(Role)
        case purpose(Purpose)
    }
    package var conversation: Int64
    package var fact: Fact
    package init(conversation: Int64, fact: Fact) { (self.conversation, self.fact) = (conversation, fact) }
}
