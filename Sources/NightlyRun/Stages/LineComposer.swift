import Archiving
import Conversations
import Planning
import Policies
import Redaction
import StorePort

/// Turns a conversation into its redacted archive line and the keyed hashes that lead to it. Reused from one
/// conversation to the next, so that a message costs no allocation.
struct LineComposer {
    private let night: Night
    private var redactor: TextRedactor
    private var line = ConversationLine()

    init(_ night: Night, operators: [String]) throws {
        self.night = night
        redactor = TextRedactor(night.policy, operators: operators)
    }

    mutating func compose(_ content: ConversationContent, actions: Actions, endsOn: CivilDate) throws -> (
        line: [UInt8], hashes: [IndexHash]
    ) {
        let cohort = KeyPurpose.archive(endYear: endsOn.year)
        let numbers = redactor.redact(content, actions.redacted)
        line.begin(
            id: content.id, person: try pseudonym(content.persons.first?.id ?? 0, cohort),
            role: Role(stored: content.role), purpose: Purpose(stored: content.purpose), notice: content.notice,
            opened: content.opened.map(Instant.init(seconds:)), closed: content.closed.map(Instant.init(seconds:)),
            endsOn: endsOn)
        for (index, message) in content.messages.enumerated() {
            let author = try message.author.map { try pseudonym($0, cohort) }
            redactor.withText(index, hasText: message.hasText) { text in
                line.message(
                    n: message.order, at: message.sent.map(Instant.init(seconds:)), from: sender(message.sender),
                    author: author, kind: message.kind, text: text)
            }
        }
        line.finish()
        let own = content.persons.flatMap { [IndexedAddress(person: $0.id)] + $0.addresses.map(IndexedAddress.init) }
        let hashes = try Set(
            (own + numbers.map(IndexedAddress.init(found:))).map { try night.keys.hmac(cohort, $0.bytes) })
        return (line.bytes, hashes.sorted())
    }

    private func pseudonym(_ person: Int64, _ cohort: KeyPurpose) throws -> String {
        try night.keys.hmac(cohort, Array("person:\(person)".utf8)).hex
    }

    private func sender(_ sender: ConversationContent.Message.Sender) -> ArchivedConversation.Sender {
        switch sender {
        case .person: .person
        case .us: .us
        case .automatic: .auto
        }
    }
}

/// The form in which an address is hashed for an archive's index: whoever asks for a number later asks in this form.
package struct IndexedAddress: Sendable, Equatable {
    package let bytes: [UInt8]

    /// A phone number and a WhatsApp id are the same digits: one form for both.
    package init(_ address: PersonContent.Address) {
        switch address.kind {
        case "phone", "wa-id": self.init(phone: Array(address.value.utf8))
        default: self.init(bytes: Array("\(address.kind):\(address.value)".utf8))
        }
    }

    /// A person of the store by number, for as long as the store knows the person.
    init(person id: Int64) { self.init(bytes: Array("person:\(id)".utf8)) }

    /// A number found in a text: E.164 with its plus, or bare digits where no country could be known.
    init(found number: [UInt8]) {
        if number.first == UInt8(ascii: "+") {
            self.init(phone: number)
        } else {
            self.init(bytes: Array("digits:".utf8) + number)
        }
    }

    package init(phone: [UInt8]) {
        let isDigit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        self.init(bytes: Array("phone:+".utf8) + phone.filter(isDigit))
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }
}
