import Archiving
import Conversations
import Planning
import Policies
import Redaction
import StorePort

/// Redaction as the policy sets it, over the texts of one conversation at a time.
struct TextRedactor {
    private let policy: Policy
    private let names: KnownNames.Names
    private var redactors: [Kind: Redactor] = [:]
    private var text = ConversationText()

    init(_ policy: Policy, _ names: KnownNames.Names) { (self.policy, self.names) = (policy, names) }

    private struct Kind: Hashable {
        let actions: Actions
        let cohort: Int
    }

    /// The one that was used last: conversations of a batch have the same.
    private var last: (kind: Kind, redactor: Redactor)?

    /// The key of the archives that end in a year: pseudonyms in texts are made with it.
    struct Cohort {
        let year: Int
        let hasher: KeyedHasher
    }

    /// Redacts a conversation and returns the phone numbers that stood in it.
    mutating func redact(
        _ content: ConversationContent, _ actions: Actions, _ cohort: Cohort
    ) -> [[UInt8]] {
        let actions = actions.intersection(.redactAll)
        text.removeAll()
        content.text.withUnsafeBufferPointer { bytes in
            for message in content.messages {
                let sender = message.sender == .person ? Int(message.author ?? -1) : -2
                if message.hasText && !isPersonalAsAWhole(message.kind, actions) {
                    text.append(UnsafeBufferPointer(rebasing: bytes[message.text]), sender: sender)
                } else {
                    text.appendWithoutText(sender: sender)
                }
            }
        }
        let summary = redactor(actions, cohort).redact(&text, of: content.persons.map(PersonProfile.init(of:)))
        return summary.phoneNumbers.map(\.digits)
    }

    /// A place and a contact card are personal data from end to end: nothing of their text is kept.
    private func isPersonalAsAWhole(_ kind: String, _ actions: Actions) -> Bool {
        (kind == "location" && actions.contains(.redact(.address)))
            || (kind == "contact" && actions.contains(.redact(.name)))
    }

    /// Whether the text of a message that had one is another now, or gone.
    func isChanged(_ index: Int) -> Bool { !text.hasText(index) || text.isChanged(index) }

    func bytes(_ index: Int) -> [UInt8] { Array(text.text(index)) }

    func withText(_ index: Int, hasText: Bool, _ body: (UnsafeRawBufferPointer?) -> Void) {
        guard hasText, text.hasText(index) else { return body(nil) }
        text.withText(index) { body(UnsafeRawBufferPointer($0)) }
    }

    private mutating func redactor(_ actions: Actions, _ cohort: Cohort) -> Redactor {
        let kind = Kind(actions: actions, cohort: cohort.year)
        if let last, last.kind == kind { return last.redactor }
        let redactor = redactors[kind] ?? made(kind, cohort)
        last = (kind, redactor)
        redactors[kind] = redactor
        return redactor
    }

    private func made(_ kind: Kind, _ cohort: Cohort) -> Redactor {
        func replaced(_ chosen: Policy.RedactionSettings.Replacement) -> Redaction.RedactionSettings.Replacement {
            replacement(chosen, cohort.hasher)
        }
        return Redactor(
            RedactionSettings(
                categories: kind.actions.redacted, replacement: replaced(policy.redaction.replacement),
                replacements: policy.redaction.replacements.mapValues(replaced), regions: policy.redaction.regions,
                operators: names.operators, names: names.persons))
    }

    private func replacement(
        _ chosen: Policy.RedactionSettings.Replacement, _ hasher: KeyedHasher
    ) -> Redaction.RedactionSettings.Replacement {
        let language = RedactionSettings.Language(rawValue: policy.reports.language.rawValue) ?? .fr
        return switch chosen {
        case .remove: .remove
        case .placeholder: .placeholder(language)
        // Apart from the hashes of the index, which are of the same key.
        case .pseudonym: .pseudonym(language) { hasher.hash(Array("text:".utf8) + $0).bytes }
        case .mask: .mask
        }
    }
}
