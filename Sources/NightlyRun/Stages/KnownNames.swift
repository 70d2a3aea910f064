import Conversations
import Redaction
import StorePort

/// The names that the texts of a night are searched for, whoever's conversation it is: read from the store once, when the
/// first text is redacted.
final class KnownNames {
    struct Names: Sendable {
        let operators: [String]
        let persons: StoreNames

        /// Without the names of those who are not of a conversation: they may have come after its texts were redacted.
        var ofConversations: Names { Names(operators: operators, persons: persons.withoutFullNames) }
    }

    /// Conversations that are counted to see which words are everyday ones: a few thousand messages.
    private static let sampled = 400

    private let store: any NightStore
    private let operators: [String]
    private var known: Names?

    /// - Parameter operators: names that the policy has, besides those that the store knows.
    init(_ store: any NightStore, operators: [String]) { (self.store, self.operators) = (store, operators) }

    /// How many profile names are too common to be looked for; 0 in a night that redacts nothing.
    var skipped: Int { known?.persons.skipped ?? 0 }

    func names() throws -> Names {
        if let known { return known }
        var persons = StoreNames()
        let ids = try store.sampleConversations(Self.sampled)
        try store.eachContent(of: ids[...]) { content in
            let profiles = content.persons.map(PersonProfile.init(of:))
            content.text.withUnsafeBufferPointer { bytes in
                for message in content.messages where message.hasText {
                    persons.sample(UnsafeBufferPointer(rebasing: bytes[message.text]), of: profiles)
                }
            }
            return true
        }
        try store.eachPersonNames { persons.add(PersonProfile($0)) }
        let names = Names(
            operators: Set(try store.operatorNames() + operators).sorted(), persons: persons)
        known = names
        return names
    }
}

extension PersonProfile {
    init(of person: PersonContent) {
        var (names, numbers) = (person.names, [String]())
        for address in person.addresses {
            switch address.kind {
            // An export knows a person by the author's name alone: it counts as the name the person shows.
            case "author", "username": names.append(address.value)
            case "phone", "wa-id": numbers.append(address.value)
            default: break
            }
        }
        self.init(names)
        phoneNumbers = numbers
    }

    /// From names of which it is not known what they are. Two words that stand apart may be first and last name.
    init(_ names: [String]) {
        let single = names.filter { !$0.utf8.contains(UInt8(ascii: " ")) }
        let isApart = single.count == 2 || single.count == 3
        self.init(
            displayName: names.first ?? "", firstName: isApart ? single[single.count - 2] : "",
            lastName: isApart ? single[single.count - 1] : "", otherNames: Array(names.dropFirst()))
    }
}
