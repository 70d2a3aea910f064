import Conversations

/// One number, id or name by which a person is reached.
package struct PersonAddress: Hashable, Sendable {
    /// The raw values are stored.
    package enum Kind: String, Sendable, CaseIterable {
        /// E.164 with its plus.
        case phone
        /// The messenger's own form of the number: digits.
        case waID = "wa-id"
        case lid
        /// An id that is only good for one business.
        case bsuid
        case username
        /// The author's name in an exported chat. It means something in that chat alone.
        case author

        /// Whether it stays one person's: numbers and names are handed on, ids are not.
        package var isLasting: Bool { self == .bsuid || self == .lid }
    }

    package let kind: Kind
    package let value: String
    package init(_ kind: Kind, _ value: String) { (self.kind, self.value) = (kind, value) }
}

/// How it is known that addresses are one person's. The raw values are stored.
package enum AddressEvidence: String, Sendable {
    case payload, export
    case numberChange = "number-change"
}

/// The other side of a thread, as one source names it.
package struct Counterpart: Hashable, Sendable {
    /// The first is the one it is best known by.
    package var addresses: [PersonAddress]
    /// The profile name that came with it, and when; a name that is older than the stored one is passed over.
    package var profileName: String?
    package var namedAt: Instant?
    package var evidence: AddressEvidence

    package init(
        addresses: [PersonAddress], profileName: String? = nil, namedAt: Instant? = nil, evidence: AddressEvidence
    ) {
        (self.addresses, self.profileName, self.namedAt) = (addresses, profileName, namedAt)
        self.evidence = evidence
    }
}

/// A chat with one counterpart or group on one of our channels.
package struct ThreadIdentity: Hashable, Sendable {
    /// A keyed hash of channel and counterpart.
    package var key: Fingerprint
    /// A word of our own; it holds no number.
    package var channel: String
    package var isGroup: Bool
    /// Whether the same person on the same channel is the same thread, whatever the key: so it is where a
    /// person's addresses change and the source knows them all.
    package var followsPerson: Bool

    package init(key: Fingerprint, channel: String, isGroup: Bool, followsPerson: Bool) {
        (self.key, self.channel, self.isGroup, self.followsPerson) = (key, channel, isGroup, followsPerson)
    }
}

/// What the published policy calls a preference. The raw values are stored.
package enum PreferenceKind: String, Sendable {
    case informationOptOut = "information-opt-out"
    case anyTimeRequest = "any-time-request"
}

/// What the service says it does not do. The raw values are stored.
package enum CallKind: String, Sendable {
    case voice = "voice-call"
    case video = "video-call"
    case missedVoice = "missed-voice-call"
    case missedVideo = "missed-video-call"
}
