/// The names of the persons of a conversation, as sequences of folded words to look for.
struct NamePatterns: Sendable {
    struct Pattern: Sendable {
        /// The loose hash of its first word.
        var first: UInt64
        /// Loose hashes of all its words, in order: their place in `words`.
        var words: Range<Int>
        /// Found only where a capital or a cue speaks for it: an everyday word or very short.
        var needsCapital: Bool
    }

    /// Longest first.
    private(set) var patterns: [Pattern] = []
    private(set) var words: [UInt64] = []
    /// First letters of first and last name, for `J. Peeters` and `J.P.`: (given, family words).
    private(set) var initials: [(given: UInt8, family: [UInt64], familyInitial: UInt8)] = []
    /// Bit n is set where a pattern begins with a word whose loose hash ends in n.
    private var firstWords: InlineArray<8, UInt64> = .init(repeating: 0)
    /// How the names may begin in a text: three bytes each.
    private(set) var keys: [UInt32] = []

    var isEmpty: Bool { patterns.isEmpty }

    /// Names that are everyday words and are not looked for.
    var skipped: Int { everyday.count }
    private var everyday: Set<UInt64> = []
    private let frequency: WordFrequency?

    /// The full names, of two words and more, of persons who are of no conversation: made once, for `adding`.
    ///
    /// - Parameter frequency: where given, names that many messages of others hold are skipped and counted.
    init(others: [String] = [], frequency: WordFrequency? = nil) {
        self.frequency = frequency
        var scratch = Scratch()
        for name in others {
            let words = Self.words(name, &scratch)
            guard words.count > 1 else { continue }
            insert(words)
            insert(words.reversed())
            NameKeys.append(name, to: &keys, &scratch)
        }
        sort()
    }

    /// These names and those of the persons of a conversation.
    func adding(_ persons: [PersonProfile], _ scratch: inout Scratch) -> NamePatterns {
        guard !persons.isEmpty else { return self }
        var all = self
        for person in persons {
            for spelling in NameForms.spellings(of: person) {
                all.add(spelling, &scratch)
                for name in spelling.allNames { NameKeys.append(name, to: &all.keys, &scratch) }
            }
        }
        all.sort()
        return all
    }

    /// By the number of words; what came first stays first.
    private mutating func sort() { patterns.sort { $0.words.count > $1.words.count } }

    /// Whether a pattern may begin with a word, by its loose hash.
    @inline(__always)
    func mayBegin(_ word: UInt64) -> Bool {
        firstWords[Int(truncatingIfNeeded: word >> 6 & 7)] >> (word & 63) & 1 == 1
    }

    private mutating func add(_ person: PersonProfile, _ scratch: inout Scratch) {
        var (first, last) = (Self.words(person.firstName, &scratch), Self.words(person.lastName, &scratch))
        let display = Self.words(person.displayName, &scratch)
        if first.isEmpty, last.isEmpty, display.count >= 2 {
            // "Jean-Pierre Maes": the given name is all of the first word.
            let given = person.displayName.split(separator: " ", maxSplits: 1).first.map(String.init) ?? ""
            let count = min(max(1, Self.words(given, &scratch).count), display.count - 1)
            (first, last) = (Array(display.prefix(count)), Array(display.dropFirst(count)))
        }
        if !first.isEmpty, !last.isEmpty {
            for whole in [first + last, last + first] {
                insert(whole)
                insert([Self.joined(whole)])
            }
            for form in NameForms.mixed(first, last) { insert(form) }
            if let givenName = first.first, let family = last.first {
                initials.append((givenName.text[0], last.map(\.loose), family.text[0]))
            }
        }
        for sequence in [display, first] + person.otherNames.map({ Self.words($0, &scratch) }) { insert(sequence) }
        insert(last, needsCapital: last.allSatisfy { !$0.word.isEmpty })
        for form in NameForms.parts(ofFamilyName: last) { insert(form.parts, needsCapital: form.needsCapital) }
        if first.count > 1 { insert([Self.joined(first)]) }
        if last.count > 1 { insert([Self.joined(last)]) }
    }

    /// A word of a name.
    struct Part {
        var text: [UInt8]
        var loose: UInt64
        var word: Word
    }

    private mutating func insert(_ parts: [Part], needsCapital: Bool = false) {
        guard !parts.isEmpty, parts.reduce(0, { $0 + $1.text.count }) >= 2 else { return }
        let words = parts.map(\.loose)
        guard !patterns.contains(where: { $0.first == words[0] && self.words[$0.words].elementsEqual(words) }) else {
            return
        }
        let single = parts.count == 1
        let met = single ? words[0] : PhraseSet.adding(words[1], to: PhraseSet.adding(words[0], to: 0))
        if let frequency, frequency.isCommon(met) {
            everyday.insert(met)
            return
        }
        firstWords[Int(truncatingIfNeeded: words[0] >> 6 & 7)] |= 1 << (words[0] & 63)
        self.words += words
        patterns.append(
            Pattern(
                first: words[0], words: (self.words.count - words.count)..<self.words.count,
                needsCapital: needsCapital || single && (!parts[0].word.isEmpty || parts[0].text.count <= 3)))
    }

    static func joined(_ parts: some Sequence<Part>) -> Part { part(parts.flatMap(\.text)) }

    /// A word of these folded letters.
    static func part(_ text: [UInt8]) -> Part {
        var loose = WordHasher()
        var last: UInt8 = 0
        for byte in text {
            if byte != last { loose.add(byte) }
            last = byte
        }
        return Part(text: text, loose: loose.value, word: Lexicon.known.entry(WordHash.of(text))?.word ?? [])
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
