/// The names of the persons of a conversation, as sequences of folded words to look for.
struct NamePatterns: Sendable {
    struct Pattern: Sendable {
        /// Loose hashes of the words, in order.
        var words: [UInt64]
        /// Found only where a capital or a cue speaks for it: an everyday word or very short.
        var needsCapital: Bool
    }

    /// Longest first.
    private(set) var patterns: [Pattern] = []
    /// First letters of first and last name, for `J. Peeters` and `J.P.`: (given, family words).
    private(set) var initials: [(given: UInt8, family: [UInt64], familyInitial: UInt8)] = []
    /// Bit n is set where a pattern begins with a word whose loose hash ends in n.
    private(set) var firstWords: UInt64 = 0
    /// How the names may begin in a text: three bytes each.
    private(set) var keys: [UInt32] = []

    var isEmpty: Bool { patterns.isEmpty }

    /// Names that are everyday words and are not looked for.
    var skipped: Int { everyday.count }
    private var everyday: Set<UInt64> = []
    private let frequency: WordFrequency?

    /// - Parameters:
    ///   - others: full names, of two words and more, of persons who are not of the conversation.
    ///   - frequency: where given, names that many messages of others hold are skipped and counted.
    init(_ persons: [PersonProfile], others: [String] = [], frequency: WordFrequency? = nil) {
        self.frequency = frequency
        var scratch = Scratch()
        for name in others {
            let words = Self.words(name, &scratch)
            guard words.count > 1 else { continue }
            insert(words)
            insert(words.reversed())
            keys += NameKeys.of(name, &scratch)
        }
        for person in persons {
            add(person, &scratch)
            for name in person.allNames {
                keys += NameKeys.of(name, &scratch)
            }
        }
        patterns.sort { $0.words.count > $1.words.count }
    }

    private mutating func add(_ person: PersonProfile, _ scratch: inout Scratch) {
        var (first, last) = (Self.words(person.firstName, &scratch), Self.words(person.lastName, &scratch))
        let display = Self.words(person.displayName, &scratch)
        if first.isEmpty, last.isEmpty, display.count >= 2 {
            (first, last) = (Array(display.prefix(1)), Array(display.dropFirst()))
        }
        if !first.isEmpty, !last.isEmpty {
            for whole in [first + last, last + first] {
                insert(whole)
                insert([Self.joined(whole)])
            }
            if let givenName = first.first, let family = last.first {
                initials.append((givenName.text[0], last.map(\.loose), family.text[0]))
            }
        }
        for sequence in [display, first, last] + person.otherNames.map({ Self.words($0, &scratch) }) {
            insert(sequence)
        }
        if first.count > 1 { insert([Self.joined(first)]) }
        if last.count > 1 { insert([Self.joined(last)]) }
    }

    /// A word of a name.
    struct Part {
        var text: [UInt8]
        var loose: UInt64
        var word: Word
    }

    private mutating func insert(_ parts: [Part]) {
        guard !parts.isEmpty, parts.reduce(0, { $0 + $1.text.count }) >= 2 else { return }
        let words = parts.map(\.loose)
        guard !patterns.contains(where: { $0.words == words }) else { return }
        let single = parts.count == 1
        let met = single ? words[0] : PhraseSet.adding(words[1], to: PhraseSet.adding(words[0], to: 0))
        if let frequency, frequency.isCommon(met) {
            everyday.insert(met)
            return
        }
        firstWords |= 1 << (words[0] & 63)
        patterns.append(
            Pattern(words: words, needsCapital: single && (!parts[0].word.isEmpty || parts[0].text.count <= 3)))
    }

    private static func joined(_ parts: [Part]) -> Part {
        let text = parts.flatMap(\.text)
        var loose = WordHash.start
        var last: UInt8 = 0
        for byte in text {
            if byte != last { loose = WordHash.add(loose, byte) }
            last = byte
        }
        return Part(text: text, loose: loose, word: [])
    }

    /// The words of a name, in order; numbers are none.
    static func words(_ name: String, _ scratch: inout Scratch) -> [Part] {
        var name = name
        name.withUTF8 { scratch.load($0) }
        return scratch.tokens.filter { !$0.isDigits }.map { token in
            Part(text: token.range.map { scratch.text.at($0) }, loose: token.loose, word: token.word)
        }
    }
}
