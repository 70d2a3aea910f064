import Conversations
import StorePort

/// One thing that a payload tells, as a value. Ids of messages are already keyed hashes here: an id of the Cloud
/// API holds the person's number in Base64 and is kept nowhere.
struct WebhookEvent: Sendable {
    enum Content: Sendable {
        case message(direction: MessageDirection, kind: MessageKind, text: [UInt8]?, replyTo: Fingerprint?)
        /// Takes a message back.
        case revoke(Fingerprint)
        /// Another text for a message.
        case edit(Fingerprint, kind: MessageKind, text: [UInt8]?)
        case numberChange(from: PersonAddress, to: PersonAddress)
        case call(CallKind)
        case preference(given: Bool, evidence: String)
    }

    var fingerprint: Fingerprint
    var at: Instant?
    /// Our number, as the payload gives it.
    var channel: WebhookChannel
    /// A group that the message was sent in.
    var group: String?
    /// Nil only for a change of number, which names its persons itself.
    var counterpart: Counterpart?
    var content: Content

    /// Every address that it names.
    var addresses: [PersonAddress] {
        if case .numberChange(let old, let new) = content { return [old, new] }
        return counterpart?.addresses ?? []
    }
}

/// Which of our numbers a payload came to.
struct WebhookChannel: Hashable, Sendable {
    var phoneNumberID: String
    var displayNumber: String
    var numbers: [String] { [displayNumber, phoneNumberID] }
}
