/// A set of hashes, a bit each, that may also hold what was not put into it.
struct HashFilter: Sendable {
    private var bits: [UInt64]
    private let shift: UInt64

    /// - Parameter share: one bit of so many is set, about, if that makes no filter larger than a core's own cache.
    init(for count: Int, share: Int) {
        let places = Self.bits(for: count * share, in: 12...22)
        bits = [UInt64](repeating: 0, count: 1 << (places - 6))
        shift = 64 - UInt64(places)
    }

    @inline(__always)
    private func place(_ hash: UInt64) -> Int { Int(hash &>> (shift & 63)) }

    mutating func insert(_ hash: UInt64) { bits[place(hash) >> 6] |= 1 << UInt64(place(hash) & 63) }

    @inline(__always)
    func mayHold(_ hash: UInt64) -> Bool {
        bits.withUnsafeBufferPointer { $0[place(hash) &>> 6] &>> UInt64(place(hash) & 63) & 1 != 0 }
    }

    /// How many bits of a hash tell about so many places apart.
    static func bits(for wanted: Int, in range: ClosedRange<Int>) -> Int {
        min(max(Int.bitWidth - max(wanted, 1).leadingZeroBitCount, range.lowerBound), range.upperBound)
    }

    /// The upper bits of a product depend on all bits of a word.
    @inline(__always)
    static func hash(_ word: UInt64) -> UInt64 { word &* 0x9E37_79B9_7F4A_7C15 }
}

/// By hash, the numbers of things that were put in under it, and of a few others.
struct HashChains: Sendable {
    /// -1 ends a chain.
    private var heads: [Int32]
    private var next: [Int32]
    private let shift: UInt64

    /// - Parameter count: of the things, which have the numbers below it.
    init(for count: Int) {
        let bits = HashFilter.bits(for: count * 2, in: 4...20)
        shift = 64 - UInt64(bits)
        heads = [Int32](repeating: -1, count: 1 << bits)
        next = [Int32](repeating: -1, count: count)
    }

    mutating func insert(_ index: Int, _ hash: UInt64) {
        let slot = Int(hash >> shift)
        next[index] = heads[slot]
        heads[slot] = Int32(index)
    }

    @inline(__always)
    func each(_ hash: UInt64, _ body: (_ index: Int) -> Void) {
        var index = Int(heads[Int(hash >> shift)])
        while index >= 0 {
            body(index)
            index = Int(next[index])
        }
    }
}

/// Values of words, 0 for all others.
struct WordTable: Sendable {
    /// Side by side: a word, and its value, which is not 0.
    private var slots: [(word: UInt64, value: UInt64)]
    private let shift: UInt64

    init(_ values: [UInt64: UInt64]) {
        var bits: UInt64 = 4
        while (1 << bits) < values.count * 2 { bits += 1 }
        shift = 64 - bits
        slots = Array(repeating: (0, 0), count: 1 << Int(bits))
        for (word, value) in values {
            var slot = Int(HashFilter.hash(word) >> shift)
            while slots[slot].value != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = (word, value)
        }
    }

    @inline(__always)
    subscript(word: UInt64) -> UInt64 {
        slots.withUnsafeBufferPointer { slots in
            var slot = Int(HashFilter.hash(word) &>> (shift & 63))
            while slots[slot].value != 0, slots[slot].word != word { slot = (slot &+ 1) & (slots.count &- 1) }
            return slots[slot].value
        }
    }
}
