import Conversations
import Foundation

/// One line of a segment: a conversation with its redacted messages. A member that is nil is absent from the line.
package struct ArchivedConversation: Sendable, Equatable, Codable {
    /// Who a message is from.
    package enum Sender: String, Sendable, Codable, CaseIterable {
        case person
        /// A human of ours.
        case us
        /// An automatic answer of ours.
        case auto
    }

    package struct Message: Sendable, Equatable, Codable {
        /// Its number in the conversation.
        package var n: Int64
        package var at: Instant?
        package var from: Sender
        /// In a group, the pseudonym of who wrote it.
        package var author: String?
        package var kind: String
        package var text: Text?

        package init(n: Int64, at: Instant?, from: Sender, author: String?, kind: String, text: Text?) {
            (self.n, self.at, self.from, self.author) = (n, at, from, author)
            (self.kind, self.text) = (kind, text)
        }
    }

    /// The bytes of a text: UTF-8 almost always, any bytes where the store held others.
    package struct Text: Sendable, Equatable {
        package var bytes: [UInt8]
        package init(bytes: [UInt8]) { self.bytes = bytes }
    }

    package var conversation: Int64
    /// Keyed pseudonym.
    package var person: String
    package var role: Role
    package var purpose: Purpose
    /// Version of the notice in force when it was collected.
    package var notice: String?
    package var opened: Instant?
    package var closed: Instant?
    /// The date whose night erases it, as of the archiving.
    package var endsOn: CivilDate
    package var messages: [Message]

    package init(
        conversation: Int64, person: String, role: Role, purpose: Purpose, notice: String?, opened: Instant?,
        closed: Instant?, endsOn: CivilDate, messages: [Message]
    ) {
        (self.conversation, self.person, self.role, self.purpose) = (conversation, person, role, purpose)
        (self.notice, self.opened, self.closed, self.endsOn) = (notice, opened, closed, endsOn)
        self.messages = messages
    }

    /// Reads a line. A line of another shape is damaged; the error says nothing of what it holds.
    package init(line: UnsafeRawBufferPointer) throws(ArchiveError) {
        guard let read = try? JSONDecoder().decode(ArchivedConversation.self, from: Data(line)) else {
            throw .damaged("a line of \(line.count) bytes is not a conversation as ArchiveFormat.md describes it")
        }
        self = read
    }

    /// The line as `ConversationLine` writes it, without a line end.
    package var line: [UInt8] {
        var line = ConversationLine(capacity: 4 << 10)
        line.begin(
            id: conversation, person: person, role: role, purpose: purpose, notice: notice, opened: opened,
            closed: closed, endsOn: endsOn)
        for message in messages {
            let add = { (text: UnsafeRawBufferPointer?) in
                line.message(
                    n: message.n, at: message.at, from: message.from, author: message.author, kind: message.kind,
                    text: text)
            }
            if let text = message.text { text.bytes.withUnsafeBytes { add($0) } } else { add(nil) }
        }
        line.finish()
        return line.bytes
    }
}

extension ArchivedConversation.Text: Codable {
    private enum Key: String, CodingKey { case base64 }

    package init(_ text: String) { bytes = Array(text.utf8) }

    package init(from decoder: any Decoder) throws {
        if let container = try? decoder.singleValueContainer(), let text = try? container.decode(String.self) {
            bytes = Array(text.utf8)
        } else {
            bytes = Array(try decoder.container(keyedBy: Key.self).decode(Data.self, forKey: .base64))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        if let text = String(validating: bytes, as: UTF8.self) {
            var container = encoder.singleValueContainer()
            try container.encode(text)
        } else {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(Data(bytes), forKey: .base64)
        }
    }
}
