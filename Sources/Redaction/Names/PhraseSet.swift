/// A set of phrases of two words and more by their hashes: some 20 bytes a phrase, whatever its length, and no letter of it.
struct PhraseSet: Sendable {
    /// Words of a phrase that are looked at.
    static let mostWords = 5

    /// Open addressing, at most half full; 0 is an empty slot.
    private var slots = [UInt64](repeating: 0, count: 64)
    private var count = 0
    /// Bit n is set where a phrase begins with a word whose hash ends in n.
    private var firstWords = [UInt64](repeating: 0, count: 1 << (firstBits - 6))
    private static let firstBits = 16

    var isEmpty: Bool { count == 0 }

    @inline(__always)
    func mayBegin(_ word: UInt64) -> Bool {
        let slot = Int(truncatingIfNeeded: word) & ((1 << Self.firstBits) - 1)
        return firstWords[slot >> 6] >> UInt64(slot & 63) & 1 == 1
    }

    /// The hash of a phrase with one word more.
    @inline(__always)
    static func adding(_ word: UInt64, to phrase: UInt64) -> UInt64 {
        let mixed = (phrase &* 0x9E37_79B9_7F4A_7C15) ^ word
        return (mixed ^ mixed >> 31) &* 0xBF58_476D_1CE4_E5B9 | 1
    }

    /// Marks the first two words of a phrase, by which it is met.
    private static let opening: UInt64 = 0x5555_0000_0000_0000
    /// Marks a phrase that is one only where its words have capitals.
    private static let capital: UInt64 = 0xAAAA_0000_0000_0000

    func contains(_ phrase: UInt64, hasCapitals: Bool) -> Bool {
        holds(phrase) || hasCapitals && holds(phrase ^ Self.capital)
    }

    /// Whether any phrase begins with the two words of this hash.
    func opens(_ pair: UInt64) -> Bool { holds(pair ^ Self.opening) }

    /// Adds a phrase; none of one word.
    mutating func insert(_ words: some Collection<UInt64>, needsCapitals: Bool) {
        guard words.count > 1, words.count <= Self.mostWords, let first = words.first else { return }
        var phrase: UInt64 = 0
        for (index, word) in words.enumerated() {
            phrase = Self.adding(word, to: phrase)
            if index == 1 { insert(phrase ^ Self.opening) }
        }
        insert(needsCapitals ? phrase ^ Self.capital : phrase)
        let slot = Int(truncatingIfNeeded: first) & ((1 << Self.firstBits) - 1)
        firstWords[slot >> 6] |= 1 << UInt64(slot & 63)
    }

    private func holds(_ hash: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: hash >> 17) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] == hash { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }

    private mutating func insert(_ hash: UInt64) {
        guard !holds(hash) else { return }
        if count * 2 >= slots.count {
            let old = slots
            slots = [UInt64](repeating: 0, count: old.count * 2)
            for hash in old where hash != 0 { place(hash) }
        }
        place(hash)
        count += 1
    }

    private mutating func place(_ hash: UInt64) {
        var slot = Int(truncatingIfNeeded: hash >> 17) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = hash
    }

    /// Whether a text that was not folded may hold a phrase: two words that open one follow one another.
    func mayOccur(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var before: UInt64?
        var at = 0
        while at < bytes.count {
            let word = LatinWord(bytes, at)
            guard word.length > 0 else {
                at += 1
                continue
            }
            if let before, opens(Self.adding(word.loose, to: Self.adding(before, to: 0))) { return true }
            before = mayBegin(word.loose) ? word.loose : nil
            at = word.end
        }
        return false
    }
}
