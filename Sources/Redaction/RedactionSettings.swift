import Conversations

/// What is redacted and how, fixed for a run.
package struct RedactionSettings: Sendable {
    /// The language of placeholders: that of the reports.
    package enum Language: String, Sendable, CaseIterable { case fr, nl, en }

    /// A keyed function: the same bytes give the same answer under one key, and nothing of them without it.
    package typealias KeyedHash = @Sendable ([UInt8]) -> [UInt8]

    package enum Replacement: Sendable {
        /// Nothing takes its place.
        case remove
        /// `[téléphone]`: the category, the same for every person.
        case placeholder(Language)
        /// `+32 *** ** ** **` for a phone number whose country is known, else a run of asterisks.
        case mask
        /// `[téléphone 7f3a9c01]`: the category and the start of a keyed hash of what was there. It links texts of
        /// one person while the key lives: the words to use are *pseudonymous*, never *anonymous*.
        case pseudonym(Language, KeyedHash)
    }

    package var categories: Set<TextCategory>
    package var replacement: Replacement
    /// Categories that are replaced otherwise.
    package var replacements: [TextCategory: Replacement]
    /// ISO 3166 codes of the regions whose national number forms are recognised, in the order of belief.
    package var regions: [String]
    /// Names of our own people, full as they sign: looked for in every text.
    package var operators: [String]
    /// What is known of the names and words of the store; nil to look for every name of a conversation's persons, and for
    /// no other.
    package var names: StoreNames?

    package init(
        categories: Set<TextCategory> = Set(TextCategory.allCases), replacement: Replacement = .placeholder(.en),
        replacements: [TextCategory: Replacement] = [:], regions: [String] = ["BE", "FR", "NL", "LU", "DE", "GB"],
        operators: [String] = [], names: StoreNames? = nil
    ) {
        (self.categories, self.replacement, self.replacements) = (categories, replacement, replacements)
        (self.regions, self.operators, self.names) = (regions, operators, names)
    }
}
