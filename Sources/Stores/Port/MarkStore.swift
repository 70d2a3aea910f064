import Conversations

/// What imports cannot know and somebody says later: events, classes, holds. Each call is one durable transaction
/// with its audit event.
package protocol MarkStore: AnyObject {
    /// Sets events or classes on conversations: all of them, or none where one cannot be set; then it says which.
    func mark(_ marks: [Mark], at now: Instant) throws -> [MarkRefusal]
    /// Places holds and returns their numbers, in order; nil, and none is placed, where the target of one is not in
    /// the store.
    func place(_ holds: [HoldPlacement]) throws -> [Int64]?
    /// Records that a hold in force was looked at and stays until the next review. False where there is none of that
    /// number in force.
    func review(hold id: Int64, by author: String, next: CivilDate, at now: Instant) throws -> Bool
    /// Releases a hold, not before it was placed: its notice is counted from then. False where there is none of that number, or it was released before.
    func release(hold id: Int64, by author: String, at now: Instant) throws -> Bool
    /// The person of a conversation; nil where there is no such conversation.
    func person(ofConversation id: Int64) throws -> Int64?
    /// Every person who has, or had, one of these addresses as it is stored.
    func persons(withAddress values: [String]) throws -> [Int64]
}

/// A hold to be placed, with what it keeps outside of the store.
package struct HoldPlacement: Sendable, Equatable {
    package var hold: Hold
    /// Names of segments that hold something of it.
    package var segments: [String]
    /// Keyed hashes of its person's addresses, as sources are recorded under.
    package var addresses: [[UInt8]]
    package init(_ hold: Hold, segments: [String] = [], addresses: [[UInt8]] = []) {
        (self.hold, self.segments, self.addresses) = (hold, segments, addresses)
    }
}

/// Why a mark cannot be set.
package struct MarkRefusal: Sendable, Equatable {
    package enum Reason: Sendable, Equatable {
        /// There is no such conversation.
        case unknown
        /// The date lies before the conversation began.
        case beforeItsBeginning
    }
    /// Which of the marks, from 0.
    package var index: Int
    package var reason: Reason
    package init(index: Int, reason: Reason) { (self.index, self.reason) = (index, reason) }
}

/// One fact about one conversation.
package struct Mark: Sendable, Equatable {
    package enum Fact: Sendable, Equatable {
        /// Nil takes an earlier mark back.
        case decided(Instant?)
        case closed(Instant?)
        /// The relation with the conversation's person ended.
        case ended(Instant?)
        case role(Role)
        case purpose(Purpose)

        /// The word for it in the audit, which holds no value.
        package var word: String {
            switch self {
            case .decided(let date): date == nil ? "decision taken back" : "decided"
            case .closed(let date): date == nil ? "closing taken back" : "closed"
            case .ended(let date): date == nil ? "end taken back" : "ended"
            case .role: "role"
            case .purpose: "purpose"
            }
        }
    }
    package var conversation: Int64
    package var fact: Fact
    package init(conversation: Int64, fact: Fact) { (self.conversation, self.fact) = (conversation, fact) }
}
