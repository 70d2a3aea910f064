/// The texts of one conversation's messages, in order, as UTF-8 bytes in one arena.
///
/// Made for reuse: one value a worker, `removeAll` between conversations. Appending copies bytes; a message that
/// redaction leaves alone costs no further byte and no allocation. Bytes that are no valid UTF-8 are kept as they are.
package struct ConversationText: Sendable {
    struct Entry: Sendable {
        var start: Int
        var end: Int
        var sender: Int
        var hasText: Bool
        /// Nothing is in the text by itself: it is here for a number that its neighbour may share with it.
        var isSettled = false
        /// The place of the redacted text in `redacted`; nil where nothing changed.
        var replacement: Range<Int>?
    }

    var bytes: [UInt8] = []
    var redacted: [UInt8] = []
    var entries: [Entry] = []
    /// What detection found, in the order of messages and bytes.
    var located: [Located] = []
    /// Canonical digits of the phone numbers in `located`.
    var numbers: [UInt8] = []
    var scratch = Scratch()
    var splitScratch = Scratch()
    var nameKeys = NameKeys()
    /// What looking again at changed messages needs: one at most, kept for the next time.
    var second: [ConversationText] = []

    package init() {}

    /// The number of messages.
    package var count: Int { entries.count }

    /// Empties the arena and keeps its memory for the next conversation.
    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        redacted.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        located.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
    }

    /// Appends the next message.
    ///
    /// - Parameter sender: any number that tells senders apart; a phone number may be split over two consecutive
    ///   messages of one sender.
    package mutating func append(_ text: UnsafeBufferPointer<UInt8>, sender: Int) {
        let start = bytes.count
        bytes.append(contentsOf: text)
        entries.append(Entry(start: start, end: bytes.count, sender: sender, hasText: true))
    }

    /// Appends the next message from any bytes; for tests and small tools.
    package mutating func append(_ text: some Sequence<UInt8>, sender: Int) {
        let start = bytes.count
        bytes.append(contentsOf: text)
        entries.append(Entry(start: start, end: bytes.count, sender: sender, hasText: true))
    }

    /// Appends a message without text, so that messages keep their index: a sound, a deleted message.
    package mutating func appendWithoutText(sender: Int) {
        entries.append(Entry(start: bytes.count, end: bytes.count, sender: sender, hasText: false))
    }

    /// Whether the message has a text; an empty text is a text.
    package func hasText(_ index: Int) -> Bool { entries[index].hasText }

    /// Whether redaction changed the message.
    package func isChanged(_ index: Int) -> Bool { entries[index].replacement != nil }

    /// The message's text as it now is: redacted where it was changed, else as it came.
    package func text(_ index: Int) -> ArraySlice<UInt8> {
        let entry = entries[index]
        if let replacement = entry.replacement { return redacted[replacement] }
        return bytes[entry.start..<entry.end]
    }

    /// Lends the message's text as it now is, without a copy.
    package func withText<R>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
        let entry = entries[index]
        if let replacement = entry.replacement {
            return try redacted.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[replacement])) }
        }
        return try bytes.withUnsafeBufferPointer {
            try body(UnsafeBufferPointer(rebasing: $0[entry.start..<entry.end]))
        }
    }
}
