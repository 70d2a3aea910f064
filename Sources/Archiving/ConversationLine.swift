import Conversations

/// Writes the line of one conversation, message by message, from bytes: the only place that knows the names of its
/// members. `ArchivedConversation` reads it.
///
///     line.begin(id: 12, person: pseudonym, role: .client, purpose: .assistance, ...)
///     line.message(n: 1, at: sent, from: .person, author: nil, kind: "text", text: redactedBytes)
///     line.finish()
///     try builder.append(conversation: 12, messages: line.messages, line: line.bytes, hashes: hashes)
package struct ConversationLine: Sendable {
    private var json: JSONLine
    /// Messages written since `begin`.
    package private(set) var messages = 0
    /// Of these, texts that are not UTF-8: kept byte for byte, and counted by the run.
    package private(set) var invalidTexts = 0

    package init(capacity: Int = 64 << 10) { json = JSONLine(capacity: capacity) }

    /// The line, without a line end. Complete after `finish`.
    package var bytes: [UInt8] { json.bytes }

    /// Begins the line of a conversation; what was written before is forgotten.
    ///
    /// - Parameters:
    ///   - person: keyed pseudonym, of our own characters.
    ///   - notice: version of the notice in force when it was collected.
    ///   - endsOn: the date whose night erases it.
    package mutating func begin(
        id: Int64, person: String, role: Role, purpose: Purpose, notice: String?, opened: Instant?, closed: Instant?,
        endsOn: CivilDate
    ) {
        json.removeAll()
        messages = 0
        invalidTexts = 0
        json.beginObject()
        json.key("conversation")
        json.integer(id)
        json.key("person")
        json.string(person)
        json.key("role")
        json.string(role.rawValue)
        json.key("purpose")
        json.string(purpose.rawValue)
        if let notice {
            json.key("notice")
            json.string(notice)
        }
        if let opened {
            json.key("opened")
            json.instant(opened)
        }
        if let closed {
            json.key("closed")
            json.instant(closed)
        }
        json.key("endsOn")
        json.string(endsOn.description)
        json.key("messages")
        json.beginArray()
    }

    /// Adds a message.
    ///
    /// - Parameters:
    ///   - at: its own time; nil where it has no usable date.
    ///   - author: in a group, the pseudonym of who wrote it.
    ///   - kind: a closed word of the store.
    ///   - text: redacted bytes; nil where the message has no text.
    package mutating func message(
        n: Int64, at: Instant?, from: ArchivedConversation.Sender, author: String?, kind: String,
        text: UnsafeRawBufferPointer?
    ) {
        messages += 1
        json.beginObject()
        json.key("n")
        json.integer(n)
        if let at {
            json.key("at")
            json.instant(at)
        }
        json.key("from")
        json.string(from.rawValue)
        if let author {
            json.key("author")
            json.string(author)
        }
        json.key("kind")
        json.string(kind)
        if let text {
            json.key("text")
            if !json.text(text) { invalidTexts += 1 }
        }
        json.endObject()
    }

    package mutating func finish() {
        json.endArray()
        json.endObject()
    }
}
