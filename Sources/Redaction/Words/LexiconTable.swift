/// The entries of `Lexicon`, put together from its lists of words.
struct LexiconTable {
    private(set) var entries: [UInt64: Lexicon.Entry] = [:]
    private var texts: [(text: [UInt8], word: Word)] = []

    init() {
        for (word, text) in LexiconWords.lists {
            for item in text.split(whereSeparator: \.isWhitespace) { insert(item, word, 0) }
        }
        for (word, value, text) in LexiconWords.numbers {
            for item in text.split(whereSeparator: \.isWhitespace) { insert(item, word, value) }
        }
        insertCompounds()
    }

    /// Dutch and German numbers of two digits are one word: `zesenzeventig`, `sechsundsiebzig`.
    private mutating func insertCompounds() {
        let tens = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
        let units = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
        let zehner = ["zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
        let einer = ["ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun"]
        for (t, ten) in tens.enumerated() {
            for (u, unit) in units.enumerated() {
                insert((unit + "en" + ten)[...], .pairWord, UInt8((t + 2) * 10 + u + 1))
            }
        }
        for (t, ten) in zehner.enumerated() {
            for (u, unit) in einer.enumerated() {
                let value = UInt8((t + 2) * 10 + u + 1)
                insert((unit + "und" + ten)[...], .pairWord, value)
                if unit == "funf" { insert(("fuenf" + "und" + ten)[...], .pairWord, value) }
            }
        }
    }

    private mutating func insert(_ text: Substring, _ word: Word, _ value: UInt8) {
        let hash = WordHash.of(text.utf8)
        var entry = entries[hash] ?? Lexicon.Entry(hash: hash, word: [], value: 0)
        entry.word.insert(word)
        if !word.isDisjoint(with: .anyNumber) { entry.value = value }
        entries[hash] = entry
        texts.append((Array(text.utf8), word))
    }

    /// The first four bytes, with their bits 5 set, in which a text may spell the words of some kinds, with and without
    /// the accents that their first letters may have. Nothing stands for what follows a shorter word.
    func startKeys(_ kinds: Word, least: Int) -> Set<UInt32> {
        var keys: Set<UInt32> = []
        for (text, word) in texts where !word.isDisjoint(with: kinds) && text.count >= least {
            if kinds == .anyNumber, Lexicon.articles.contains(WordHash.of(text)) { continue }
            keys.formUnion(Self.startKeys(text))
        }
        return keys
    }

    /// The same for one word.
    static func startKeys(_ text: [UInt8]) -> Set<UInt32> {
        Set(
            spellings(text[...]).map { spelling in
                spelling.enumerated().reduce(0) { $0 | UInt32($1.element | 0x20) << UInt32(8 * $1.offset) }
            })
    }

    private static let accents: [UInt8: [[UInt8]]] = [
        0x65: [[0xC3, 0xA9], [0xC3, 0xA8], [0xC3, 0xAA], [0xC3, 0xAB]],
        0x61: [[0xC3, 0xA0], [0xC3, 0xA2], [0xC3, 0xA4]],
        0x75: [[0xC3, 0xBC], [0xC3, 0xB9], [0xC3, 0xBB]], 0x6F: [[0xC3, 0xB6], [0xC3, 0xB4]],
        0x69: [[0xC3, 0xAE], [0xC3, 0xAF]],
    ]

    /// The first bytes, so many at most, of a word with each of its letters accented or not.
    private static func spellings(_ text: ArraySlice<UInt8>, most: Int = 4) -> Set<[UInt8]> {
        guard let letter = text.first, most > 0 else { return [[]] }
        var all: Set<[UInt8]> = []
        func add(_ spelling: [UInt8], _ letters: Int) {
            for rest in spellings(text.dropFirst(letters), most: most - spelling.count) {
                all.insert(Array((spelling + rest).prefix(most)))
            }
        }
        add([letter], 1)
        for accent in accents[letter] ?? [] { add(accent, 1) }
        if text.starts(with: [0x73, 0x73]) { add([0xC3, 0x9F], 2) }
        return all
    }
}
