/// What a store knows of names, read once a night: the full names of all its persons, to be found in everybody's
/// conversations, and which names are everyday words of its texts and are not looked for.
///
/// First a sample of texts is counted, then the names are added: a profile name is a stranger's input, and one that
/// would touch more than 0.5 % of other people's messages is skipped and counted.
package struct StoreNames: Sendable {
    private(set) var frequency = WordFrequency()
    private(set) var phrases = PhraseSet()
    private var everyday: Set<UInt64> = []
    private var scratch = Scratch()

    package init() {}

    /// How many names of the store are not looked for, each counted once.
    package var skipped: Int { everyday.count }

    /// The same, with no name to look for.
    package var withoutFullNames: StoreNames {
        var names = self
        names.phrases = PhraseSet()
        return names
    }

    /// Counts a text of a conversation with these persons, whose own names do not count in it.
    package mutating func sample(_ text: UnsafeBufferPointer<UInt8>, of persons: [PersonProfile]) {
        frequency.add(text, leavingOut: persons)
    }

    /// Adds the names of a person of the store.
    package mutating func add(_ person: PersonProfile) {
        for name in person.allNames where !name.isEmpty { add(name) }
        if !person.firstName.isEmpty, !person.lastName.isEmpty { add("\(person.firstName) \(person.lastName)") }
    }

    private mutating func add(_ name: String) {
        let words = NamePatterns.words(name, &scratch)
        let loose = words.map(\.loose)
        guard let first = loose.first else { return }
        guard loose.count > 1 else {
            if frequency.isCommon(first) { everyday.insert(first) }
            return
        }
        let pair = PhraseSet.adding(loose[1], to: PhraseSet.adding(first, to: 0))
        guard !frequency.isCommon(pair) else {
            everyday.insert(pair)
            return
        }
        // Words that a text may hold side by side by chance.
        let isOrdinary = words.allSatisfy { !$0.word.subtracting(.common).isEmpty || $0.text.count < 3 }
        phrases.insert(loose, needsCapitals: isOrdinary)
        // The last name first, and the first name first, whichever stands first here.
        phrases.insert(loose.dropFirst() + [first], needsCapitals: isOrdinary)
        phrases.insert(loose.suffix(1) + loose.dropLast(), needsCapitals: isOrdinary)
    }
}
