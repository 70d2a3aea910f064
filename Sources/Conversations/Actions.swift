/// A set of retention actions, as one integer: what a rule asks of a record, or what was done to it.
///
/// The bits are stored (`done`), so a bit is never given another meaning. They are bits of *actions*,
/// never of steps or rules: a changed policy needs no rewrite of the store.
package struct Actions: OptionSet, Sendable, Hashable {
    package let rawValue: Int64
    package init(rawValue: Int64) { self.rawValue = rawValue }

    /// The person's profile photo is gone.
    package static let eraseProfilePhoto = Actions(rawValue: 1 << 0)
    /// The person's status text ("about") is gone.
    package static let eraseProfileStatus = Actions(rawValue: 1 << 1)
    /// The media of the conversation are gone, rows and files.
    package static let eraseMedia = Actions(rawValue: 1 << 2)
    /// The conversation left for an archive segment.
    package static let archive = Actions(rawValue: 1 << 3)
    /// The person's addresses and profile gave way to a keyed pseudonym.
    package static let pseudonymise = Actions(rawValue: 1 << 4)
    /// Nothing of the conversation is left.
    package static let eraseAll = Actions(rawValue: 1 << 5)

    /// The action that redacts one category of text. Bits 16 and up, in the order of `TextCategory.allCases`.
    package static func redact(_ category: TextCategory) -> Actions { Actions(rawValue: 1 << category.bit) }

    /// Redaction of every category. The person's pseudonymisation is an action of its own.
    package static let redactAll = TextCategory.allCases.reduce(into: Actions()) { $0.insert(.redact($1)) }

    /// Actions on what belongs to the person and not to one conversation. They are due at the latest of
    /// the due dates of all the person's conversations.
    package static let ofPerson: Actions = [.eraseProfilePhoto, .eraseProfileStatus, .pseudonymise]

    /// The same, one by one.
    package static let eachOfPerson = ofPerson.each

    /// The text categories that this set redacts.
    package var redacted: Set<TextCategory> { Set(TextCategory.allCases.filter { contains(.redact($0)) }) }

    package var isRedacting: Bool { !isDisjoint(with: .redactAll) }

    /// Each single action in this set, in bit order.
    package var each: [Actions] {
        var (rest, single) = (rawValue, [Actions]())
        while rest != 0 {
            single.append(Actions(rawValue: rest & -rest))
            rest &= rest - 1
        }
        return single
    }
}

/// A category of personal data that can be found and replaced in text.
package enum TextCategory: String, CaseIterable, Codable, Sendable, Hashable {
    case phone, name, email, iban, card
    case nationalNumber = "national-number"
    case handle
    case ipAddress = "ip-address"
    case birthDate = "birth-date"
    case address

    /// The bit of `Actions` that stands for redacting this category. Stored: never renumbered.
    package var bit: Int64 {
        switch self {
        case .phone: 16
        case .name: 17
        case .email: 18
        case .iban: 19
        case .card: 20
        case .nationalNumber: 21
        case .handle: 22
        case .ipAddress: 23
        case .birthDate: 24
        case .address: 25
        }
    }
}

/// So that a dictionary by category is encoded as an object, whose keys can be sorted.
extension TextCategory: CodingKeyRepresentable {}

/// As a list of words in JSON, in the order of the bits: `["redact all", "archive"]`.
extension Actions: Codable {
    private static let words: [(String, Actions)] =
        [
            ("erase profile-photo", .eraseProfilePhoto), ("erase profile-status", .eraseProfileStatus),
            ("erase media", .eraseMedia), ("redact all", .redactAll),
        ] + TextCategory.allCases.map { ("redact \($0.rawValue)", .redact($0)) }
        + [("pseudonymise", .pseudonymise), ("archive", .archive), ("erase all", .eraseAll)]

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        var rest = self
        for (word, action) in Actions.words where rest.isSuperset(of: action) {
            try container.encode(word)
            rest.subtract(action)
        }
    }

    package init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        self = []
        while !container.isAtEnd {
            let word = try container.decode(String.self)
            guard let action = Actions.words.first(where: { $0.0 == word })?.1 else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an action")
            }
            formUnion(action)
        }
    }
}

extension Actions: CustomStringConvertible {
    /// The words a policy uses for these actions, for tables and reports.
    package var description: String {
        if contains(.eraseAll) { return "erase all" }
        var words: [String] = []
        if contains(.eraseProfilePhoto) { words.append("erase profile-photo") }
        if contains(.eraseProfileStatus) { words.append("erase profile-status") }
        if contains(.eraseMedia) { words.append("erase media") }
        if isSuperset(of: .redactAll) {
            words.append("redact all")
        } else {
            words += TextCategory.allCases.filter { contains(.redact($0)) }.map { "redact \($0.rawValue)" }
        }
        if contains(.pseudonymise) { words.append("pseudonymise") }
        if contains(.archive) { words.append("archive") }
        return words.isEmpty ? "nothing" : words.joined(separator: ", ")
    }
}
