/// The words that detectors know, folded, by hash: one look-up a word. Built once, and never changed: any thread may read
/// it.
struct Lexicon: @unchecked Sendable {
    struct Entry: Sendable {
        var hash: UInt64
        var word: Word
        /// Of a number word.
        var value: UInt8
    }

    private static let size = 4096
    /// Tables of `size`, for the life of the process: a look-up counts no references.
    private let slots: UnsafePointer<Entry>
    /// The low bits of each slot's hash, 0 where it is empty: most words are none of ours, and this much is in the cache.
    private let tags: UnsafePointer<UInt16>

    static let known = Lexicon(LexiconTable())
    /// The articles that are also a 1: too many to be looked for.
    static let articles = WordSet(list: "une een ein one")

    private init(_ table: LexiconTable) {
        let slots = UnsafeMutablePointer<Entry>.allocate(capacity: Self.size)
        let tags = UnsafeMutablePointer<UInt16>.allocate(capacity: Self.size)
        slots.initialize(repeating: Entry(hash: 0, word: [], value: 0), count: Self.size)
        tags.initialize(repeating: 0, count: Self.size)
        for entry in table.entries.values {
            var slot = Int(truncatingIfNeeded: entry.hash) & (Self.size - 1)
            while tags[slot] != 0 { slot = (slot + 1) & (Self.size - 1) }
            (slots[slot], tags[slot]) = (entry, Self.tag(entry.hash))
        }
        (self.slots, self.tags) = (UnsafePointer(slots), UnsafePointer(tags))
    }

    @inline(__always)
    private static func tag(_ hash: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: hash >> 40) | 1 }

    @inline(__always)
    func entry(_ hash: UInt64) -> Entry? {
        var slot = Int(truncatingIfNeeded: hash) & (Self.size - 1)
        let tag = Self.tag(hash)
        while tags[slot] != 0 {
            if tags[slot] == tag, slots[slot].hash == hash { return slots[slot] }
            slot = (slot + 1) & (Self.size - 1)
        }
        return nil
    }
}
