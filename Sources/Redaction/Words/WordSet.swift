/// Words that are asked for by their hash: a look-up is a step or two, hashes nothing again and counts no reference. It
/// lives as long as the process, and any thread may read it.
struct WordSet: @unchecked Sendable {
    /// 0 where there is nothing; twice as many as words, so that a look-up ends soon.
    private let slots: UnsafePointer<UInt64>
    private let last: Int

    init(_ words: some Collection<some StringProtocol>) {
        var size = 8
        while size < 2 * words.count { size *= 2 }
        let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
        slots.initialize(repeating: 0, count: size)
        last = size - 1
        for word in words {
            let hash = WordHash.of(word.utf8)
            var slot = Int(truncatingIfNeeded: hash) & last
            while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & last }
            slots[slot] = hash
        }
        self.slots = UnsafePointer(slots)
    }

    init(list: String) { self.init(list.split(whereSeparator: \.isWhitespace)) }

    @inline(__always)
    func contains(_ hash: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: hash) & last
        while slots[slot] != 0 {
            if slots[slot] == hash { return true }
            slot = (slot + 1) & last
        }
        return false
    }
}
