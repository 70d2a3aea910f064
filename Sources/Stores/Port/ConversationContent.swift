import Conversations

/// A conversation as it leaves the store: what an archive line is made of. Texts are UTF-8 bytes as stored.
package struct ConversationContent: Sendable {
    package var id: Int64
    package var revision: Int64
    /// The person and, in a group, the further ones.
    package var persons: [PersonContent]
    package var role: String
    package var purpose: String
    package var notice: String?
    package var opened: Int64?
    package var closed: Int64?
    package var messages: [Message]

    package struct Message: Sendable {
        package enum Sender: Int64, Sendable { case person = 0, us = 1, automatic = 2 }
        package var order: Int64
        package var sender: Sender
        package var kind: String
        /// Unix seconds; nil where no usable date is known.
        package var sent: Int64?
        /// In a group, which person wrote it.
        package var author: Int64?
        /// The text's bytes in `ConversationContent.text`; empty where there is none.
        package var text: Range<Int>
        package var hasText: Bool
        package init(
            order: Int64, sender: Sender, kind: String, sent: Int64?, author: Int64?, text: Range<Int>, hasText: Bool
        ) {
            (self.order, self.sender, self.kind, self.sent) = (order, sender, kind, sent)
            (self.author, self.text, self.hasText) = (author, text, hasText)
        }
    }

    /// All texts, one after the other.
    package var text: [UInt8]

    package init(
        id: Int64, revision: Int64, persons: [PersonContent], role: String, purpose: String, notice: String?,
        opened: Int64?,
        closed: Int64?, messages: [Message], text: [UInt8]
    ) {
        (self.id, self.revision, self.persons, self.role) = (id, revision, persons, role)
        (self.purpose, self.notice, self.opened, self.closed) = (purpose, notice, opened, closed)
        (self.messages, self.text) = (messages, text)
    }
}

/// What redaction and pseudonymisation need to know of a person.
package struct PersonContent: Sendable, Equatable {
    package var id: Int64
    package var names: [String]
    /// Each address with its kind; a phone number is in E.164 with its plus.
    package var addresses: [Address]
    /// Whether the person's last word on information messages was to have none.
    package var refusesInformation: Bool
    package struct Address: Sendable, Equatable {
        package var kind: String
        package var value: String
        package init(kind: String, value: String) { (self.kind, self.value) = (kind, value) }
    }
    package init(id: Int64, names: [String], addresses: [Address], refusesInformation: Bool = false) {
        (self.id, self.names, self.addresses) = (id, names, addresses)
        self.refusesInformation = refusesInformation
    }
}
