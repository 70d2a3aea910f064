import Conversations
import Planning
import Policies
import Redaction
import StorePort

/// Redaction as the policy sets it, over the texts of one conversation at a time.
struct TextRedactor {
    private let policy: Policy
    private let operators: [String]
    private var redactors: [Set<TextCategory>: Redactor] = [:]
    private var text = ConversationText()

    /// - Parameter operators: names that the store knows, besides those that the policy names.
    init(_ policy: Policy, operators: [String]) {
        (self.policy, self.operators) = (policy, Set(operators + policy.intake.operators).sorted())
    }

    /// Redacts a conversation and returns the phone numbers that stood in it.
    mutating func redact(_ content: ConversationContent, _ categories: Set<TextCategory>) -> [[UInt8]] {
        text.removeAll()
        content.text.withUnsafeBufferPointer { bytes in
            for message in content.messages {
                let sender = message.sender == .person ? Int(message.author ?? -1) : -2
                if message.hasText && !isPersonalAsAWhole(message.kind, categories) {
                    text.append(UnsafeBufferPointer(rebasing: bytes[message.text]), sender: sender)
                } else {
                    text.appendWithoutText(sender: sender)
                }
            }
        }
        let summary = redactor(categories).redact(&text, of: content.persons.map(profile))
        return summary.phoneNumbers.map(\.digits)
    }

    /// A place and a contact card are personal data from end to end: nothing of their text is kept.
    private func isPersonalAsAWhole(_ kind: String, _ categories: Set<TextCategory>) -> Bool {
        (kind == "location" && categories.contains(.address)) || (kind == "contact" && categories.contains(.name))
    }

    /// Whether the text of a message that had one is another now, or gone.
    func isChanged(_ index: Int) -> Bool { !text.hasText(index) || text.isChanged(index) }

    func bytes(_ index: Int) -> [UInt8] { Array(text.text(index)) }

    func withText(_ index: Int, hasText: Bool, _ body: (UnsafeRawBufferPointer?) -> Void) {
        guard hasText, text.hasText(index) else { return body(nil) }
        text.withText(index) { body(UnsafeRawBufferPointer($0)) }
    }

    private mutating func redactor(_ categories: Set<TextCategory>) -> Redactor {
        if let known = redactors[categories] { return known }
        let made = Redactor(
            RedactionSettings(
                categories: categories, replacement: replacement(policy.redaction.replacement),
                replacements: policy.redaction.replacements.mapValues(replacement), regions: policy.redaction.regions,
                operators: operators))
        redactors[categories] = made
        return made
    }

    private func replacement(_ chosen: Policy.RedactionSettings.Replacement) -> Redaction.RedactionSettings.Replacement
    {
        let language = RedactionSettings.Language(rawValue: policy.reports.language.rawValue) ?? .fr
        return switch chosen {
        case .remove: .remove
        case .placeholder, .pseudonym: .placeholder(language)
        case .mask: .mask
        }
    }

    private func profile(_ person: PersonContent) -> PersonProfile {
        // An export knows a person by the author's name alone: it counts as the name the person shows.
        let names = person.names + person.addresses.filter { ["author", "username"].contains($0.kind) }.map(\.value)
        return PersonProfile(
            displayName: names.first ?? "", firstName: "", lastName: "", otherNames: Array(names.dropFirst()))
    }
}
