/// The words that detectors know, folded, by hash: one look-up a word. Built once.
struct Lexicon: Sendable {
    struct Entry: Sendable {
        var hash: UInt64
        var word: Word
        /// Of a number word.
        var value: UInt8
    }

    private var slots: [Entry]
    private let mask: Int
    private(set) var words: [String] = []

    static let known = Lexicon()

    private init() {
        mask = 4095
        slots = Array(repeating: Entry(hash: 0, word: [], value: 0), count: mask + 1)
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
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot].hash != 0, slots[slot].hash != hash { slot = (slot + 1) & mask }
        slots[slot].hash = hash
        slots[slot].word.insert(word)
        if !word.isDisjoint(with: .anyNumber) { slots[slot].value = value }
        if !word.isDisjoint(with: .anyNumber) { words.append(String(text)) }
    }

    @inline(__always)
    func entry(_ hash: UInt64) -> Entry? {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot].hash != 0 {
            if slots[slot].hash == hash { return slots[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }
}

/// A hash of folded letters, one byte at a time.
enum WordHash {
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    static func add(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        let mixed = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        return mixed ^ (mixed >> 29)
    }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(start, add) }
}
