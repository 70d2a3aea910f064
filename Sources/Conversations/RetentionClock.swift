/// The start of a retention period: which of a record's times its age is counted from.
package enum RetentionClock: String, CaseIterable, Codable, Sendable, Hashable {
    /// The newest message's own time.
    case collected
    /// The last message *from the person* in the conversation; where the person never wrote in it, its newest message.
    case lastInbound = "last-inbound"
    /// The last message from the person in any conversation; where the person never wrote, the newest message of this one.
    case personLastInbound = "person-last-inbound"
    /// When the conversation was closed, by hand or by silence.
    case closed
    /// When an application was decided on.
    case decision
    /// When the relation with the person ended.
    case relationEnded = "relation-ended"

    /// Whether the clock is an event that may never happen, so that a rule must say what holds `otherwise`.
    package var isEvent: Bool {
        switch self {
        case .collected, .lastInbound, .personLastInbound: false
        case .closed, .decision, .relationEnded: true
        }
    }
}
