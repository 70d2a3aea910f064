import Conversations

/// A keyed hash of 16 bytes: of a message, a thread or a source. Nothing of what it was made from can be read in it.
/// In the order of its bytes.
package struct Fingerprint: Hashable, Comparable, Sendable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    /// The first 16 bytes of a longer hash; missing bytes count as zero.
    package init(hash: UnsafeRawBufferPointer) {
        var words: (UInt64, UInt64) = (0, 0)
        withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: .init(rebasing: hash.prefix(16))) }
        (high, low) = (UInt64(bigEndian: words.0), UInt64(bigEndian: words.1))
    }

    package static func < (a: Fingerprint, b: Fingerprint) -> Bool {
        a.high == b.high ? a.low < b.low : a.high < b.high
    }

    /// It is a hash already: a part of it tells it from others.
    package func hash(into hasher: inout Hasher) { hasher.combine(low) }

    /// The 16 bytes, most significant first.
    package var bytes: [UInt8] {
        [high, low].flatMap { word in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
        }
    }
}

/// Who wrote a message. The raw values are stored.
package enum MessageDirection: Int64, Sendable {
    case fromPerson = 0
    case oursByHuman = 1
    case oursAutomatic = 2
}

/// What a message is. The raw values are stored.
package enum MessageKind: String, Sendable, CaseIterable {
    case text, image, video, audio, sticker, gif, document, contact, location, reaction, button, interactive, order
    /// An attachment whose kind the source does not say.
    case media
    /// A message that could be seen once and of which the source holds nothing.
    case viewOnce = "view-once"
    /// Its author took it back.
    case deleted
    /// The messenger itself could not hand it over.
    case unsupported
    /// A kind that the importer does not know.
    case other

    /// Whether a file belonged to it.
    package var isMedia: Bool {
        switch self {
        case .image, .video, .audio, .sticker, .gif, .document, .media: true
        default: false
        }
    }
}

/// One message as an import hands it to a store. Its text is UTF-8, byte for byte as it was read.
package struct ImportedMessage: Sendable {
    package var fingerprint: Fingerprint
    /// Nil where the source holds no usable date.
    package var sentAt: Instant?
    package var direction: MessageDirection
    package var kind: MessageKind
    package var text: [UInt8]?
    package var edited: Bool
    /// -1 for nil: an import holds many messages at once, and they are kept small.
    private var writer: Int32
    /// What most messages lack.
    private var rare: Rare?

    /// Which counterpart of its thread wrote it, by index; nil for our own.
    package var counterpart: Int? { writer < 0 ? nil : Int(writer) }
    /// The message that it answers or reacts to.
    package var replyTo: Fingerprint? { rare?.replyTo }
    /// Which operator of ours wrote it, by index; nil where that is not known.
    package var answeredBy: Int? { rare?.answeredBy }
    /// The name, in its source, of the file that belongs to it.
    package var attachment: [UInt8]? { rare?.attachment }
    /// That file, once it is in the media folder.
    package var file: MediaFile? {
        get { rare?.file }
        set { rare = Rare(replyTo: replyTo, answeredBy: answeredBy, attachment: attachment, file: newValue) }
    }

    private final class Rare: Sendable {
        let replyTo: Fingerprint?
        let answeredBy: Int?
        let attachment: [UInt8]?
        let file: MediaFile?

        init(replyTo: Fingerprint?, answeredBy: Int?, attachment: [UInt8]?, file: MediaFile?) {
            (self.replyTo, self.answeredBy, self.attachment, self.file) = (replyTo, answeredBy, attachment, file)
        }
    }

    package init(
        fingerprint: Fingerprint, sentAt: Instant?, direction: MessageDirection, kind: MessageKind, text: [UInt8]?,
        replyTo: Fingerprint? = nil, edited: Bool = false, counterpart: Int?, answeredBy: Int? = nil,
        attachment: [UInt8]? = nil
    ) {
        (self.fingerprint, self.sentAt, self.direction, self.kind) = (fingerprint, sentAt, direction, kind)
        (self.text, self.edited, writer) = (text, edited, counterpart.map { Int32($0) } ?? -1)
        guard replyTo != nil || answeredBy != nil || attachment != nil else { return }
        rare = Rare(replyTo: replyTo, answeredBy: answeredBy, attachment: attachment, file: nil)
    }
}

/// A file in the media folder.
package struct MediaFile: Sendable, Equatable {
    /// Neutral: it tells nothing of what the source called it.
    package var name: String
    package var bytes: Int64
    package init(name: String, bytes: Int64) { (self.name, self.bytes) = (name, bytes) }
}

/// Where a message that was imported once is, or was.
package struct SeenMessage: Sendable, Equatable {
    package var conversation: Int64
    package var number: Int64
    package init(conversation: Int64, number: Int64) { (self.conversation, self.number) = (conversation, number) }

    /// The place of what is no row of a conversation, such as a call: no conversation has the number 0, and the time of
    /// the import, below zero, says when the fingerprint may be forgotten.
    package static func nowhere(_ now: Instant) -> SeenMessage { SeenMessage(conversation: 0, number: -now.seconds) }
}
