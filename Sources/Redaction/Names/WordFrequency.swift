/// In how many of a store's messages each word, and each pair of words, occurs: what shows that a profile name is an
/// everyday word. A profile is a stranger's input, and one who calls himself "commande" must not blank the store.
package struct WordFrequency: Sendable {
    /// The share of messages, in thousandths, above which a word is no name to look for.
    package static let mostPerThousand = 5
    /// Fewer messages of others than this prove nothing.
    package static let fewestHits = 3

    private var counts: [UInt64: Int32] = [:]
    private var messages = 0
    private var scratch = Scratch()
    /// The persons of the conversation that was counted last, and the words of their names.
    private var persons: [PersonProfile] = []
    private var own: Set<UInt64> = []

    package init() {}

    /// Counts one message. A sample of a few thousand, of many persons, is enough.
    ///
    /// - Parameter persons: whose conversation it is: their own names do not count in it.
    package mutating func add(_ text: UnsafeBufferPointer<UInt8>, leavingOut persons: [PersonProfile] = []) {
        if persons != self.persons {
            self.persons = persons
            own = Set(persons.flatMap(\.allNames).flatMap { NamePatterns.words($0, &scratch).map(\.loose) })
        }
        messages += 1
        scratch.load(text)
        var seen: Set<UInt64> = []
        var before: UInt64?
        for token in scratch.tokens {
            guard !token.isDigits, !own.contains(token.loose) else {
                before = nil
                continue
            }
            seen.insert(token.loose)
            if let before { seen.insert(PhraseSet.adding(token.loose, to: PhraseSet.adding(before, to: 0))) }
            before = token.loose
        }
        for hash in seen { counts[hash, default: 0] += 1 }
    }

    /// Whether a word by its loose hash, or a pair of words by `PhraseSet.adding`, is in more messages than a name would
    /// be.
    func isCommon(_ hash: UInt64) -> Bool {
        let hits = Int(counts[hash, default: 0])
        return hits >= Self.fewestHits && hits * 1000 > messages * Self.mostPerThousand
    }
}
