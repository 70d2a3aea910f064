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
    /// The key of the cohort that was used last.
    private var cohort: (year: Int, hasher: KeyedHasher)?

    init(_ night: Night, _ names: KnownNames.Names) {
        self.night = night
        redactor = TextRedactor(night.policy, names)
    }

    /// Appends the conversation's line, without a line end, to `lines`. Returns the hashes that lead to it, each once.
    mutating func compose(
        _ content: ConversationContent, actions: Actions, endsOn: CivilDate, into lines: inout [UInt8]
    ) throws -> [IndexHash] {
        let hasher = try hasher(of: endsOn.year)
        let numbers = redactor.redact(content, actions, .init(year: endsOn.year, hasher: hasher))
        var hashes = content.persons.map { hasher.hash(IndexedAddress(person: $0.id).bytes) }
        line.begin(
            id: content.id, person: hashes.first?.hex ?? hasher.hash(IndexedAddress(person: 0).bytes).hex,
            role: Role(stored: content.role), purpose: Purpose(stored: content.purpose), notice: content.notice,
            opened: content.opened.map(Instant.init(seconds:)), closed: content.closed.map(Instant.init(seconds:)),
            endsOn: endsOn)
        // Apart from `self`, which the closure writes to: else the compiler copies the redactor for each message.
        let redactor = redactor
        for (index, message) in content.messages.enumerated() {
            let author = message.author.map { hasher.hash(IndexedAddress(person: $0).bytes).hex }
            redactor.withText(index, hasText: message.hasText) { text in
                line.message(
                    n: message.order, at: message.sent.map(Instant.init(seconds:)), from: sender(message.sender),
                    author: author, kind: message.kind, text: text)
            }
        }
        line.finish()
        lines.append(contentsOf: line.bytes)
        for person in content.persons {
            hashes += person.addresses.map { hasher.hash(IndexedAddress($0).bytes) }
        }
        hashes += numbers.map { hasher.hash(IndexedAddress(found: $0).bytes) }
        return hashes.sortedWithoutRepetition()
    }

    private mutating func hasher(of year: Int) throws -> KeyedHasher {
        if let cohort, cohort.year == year { return cohort.hasher }
        let hasher = try night.keys.hasher(.archive(endYear: year))
        cohort = (year, hasher)
        return hasher
    }

    private func sender(_ sender: ConversationContent.Message.Sender) -> ArchivedConversation.Sender {
        switch sender {
        case .person: .person
        case .us: .us
        case .automatic: .auto
        }
    }
}

extension [IndexHash] {
    fileprivate func sortedWithoutRepetition() -> [IndexHash] {
        guard count > 1 else { return self }
        return sorted().reduce(into: []) { kept, hash in if kept.last != hash { kept.append(hash) } }
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
    init(person id: Int64) { self.init(bytes: Array("person:".utf8) + Array(String(id).utf8)) }

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
