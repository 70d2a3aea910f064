/// Many strings of bytes looked for at once, by their last eight bytes: names differ more at their end than at their
/// beginning. Wherever eight bytes stand, four of them begin at every fifth place of what is searched: only there it is
/// asked whether any of the strings ends with eight bytes that hold those four. No question waits for the answer to the
/// one before.
package struct BytePatterns: Sendable {
    /// Shorter ones are not looked for.
    package static let shortest = 8
    /// Bytes that are looked at together.
    private static let block = 4
    private static let stride = shortest - block + 1

    private let patterns: [[UInt8]]
    /// One bit for each hash of four bytes: whether the last eight of a pattern hold such four bytes.
    private let filter: [UInt64]
    private let filterShift: UInt32
    /// By a part of the same hash, at which of their five places such four bytes begin, a bit each.
    private let places: [UInt8]
    /// For the hash of eight bytes, a pattern that may end with them; and for each pattern another one with the same
    /// hash. -1 ends the chain.
    private let heads: [Int32]
    private let headShift: UInt64
    private let next: [Int32]
    /// The last eight bytes of each pattern: most places are told apart by them alone.
    private let ends: [UInt64]

    package let isEmpty: Bool
    package let longest: Int

    package init(_ patterns: [[UInt8]]) {
        self.patterns = patterns
        let usable = patterns.indices.filter { patterns[$0].count >= Self.shortest }
        var blocks: Set<UInt32> = []
        for index in usable {
            patterns[index].suffix(Self.shortest).withUnsafeBytes { pattern in
                for place in 0..<Self.stride {
                    blocks.insert(pattern.loadUnaligned(fromByteOffset: place, as: UInt32.self))
                }
            }
        }
        // A filter that is mostly empty lets little through; one that fits a core's own cache is fast.
        let filterBits = Self.bits(for: blocks.count * 64, in: 12...22)
        let headBits = Self.bits(for: usable.count * 2, in: 4...20)
        let (filterShift, headShift) = (32 - UInt32(filterBits), 64 - UInt64(headBits))
        var filter = [UInt64](repeating: 0, count: 1 << (filterBits - 6))
        var places = [UInt8](repeating: 0, count: min(filter.count * 16, 1 << 20))
        var heads = [Int32](repeating: -1, count: 1 << headBits)
        var next = [Int32](repeating: -1, count: patterns.count)
        var ends = [UInt64](repeating: 0, count: patterns.count)
        for index in usable {
            patterns[index].suffix(Self.shortest).withUnsafeBytes { pattern in
                for place in 0..<Self.stride {
                    let bit = Self.hash(pattern.loadUnaligned(fromByteOffset: place, as: UInt32.self), filterShift)
                    filter[bit >> 6] |= 1 << UInt64(bit & 63)
                    places[bit & (places.count - 1)] |= 1 << UInt8(place)
                }
                ends[index] = pattern.loadUnaligned(as: UInt64.self)
            }
            let slot = Self.hash(ends[index], headShift)
            next[index] = heads[slot]
            heads[slot] = Int32(index)
        }
        (self.filter, self.heads, self.next, self.ends) = (filter, heads, next, ends)
        self.places = places
        (self.filterShift, self.headShift) = (filterShift, headShift)
        isEmpty = usable.isEmpty
        longest = patterns.map(\.count).max() ?? 0
    }

    private static func bits(for wanted: Int, in range: ClosedRange<Int>) -> Int {
        min(max(Int.bitWidth - max(wanted, 1).leadingZeroBitCount, range.lowerBound), range.upperBound)
    }

    @inline(__always)
    private static func hash(_ word: UInt32, _ shift: UInt32) -> Int { Int((word &* 0x9E37_79B1) &>> shift) }

    @inline(__always)
    private static func hash(_ word: UInt64, _ shift: UInt64) -> Int {
        Int((word &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    }

    /// Gives the index of a pattern, and where it begins, for each place where it stands.
    package func each(in bytes: UnsafeRawBufferPointer, _ body: (_ pattern: Int, _ start: Int) -> Void) {
        guard !isEmpty else { return }
        // At least 10: the filter has 4,096 places or more, and a shift by less than 32 needs no check.
        let shift = filterShift & 31
        filter.withUnsafeBufferPointer { filter in
            var place = 0
            let last = bytes.count - Self.block
            while place <= last {
                let bit = Self.hash(bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self), shift)
                if filter[bit >> 6] &>> UInt64(bit & 63) & 1 != 0 { look(around: place, bit, in: bytes, body) }
                place &+= Self.stride
            }
        }
    }

    /// Patterns whose last eight bytes hold the four at the place.
    /// - Parameter bit: the hash of these four.
    @inline(never)
    private func look(
        around place: Int, _ bit: Int, in bytes: UnsafeRawBufferPointer, _ body: (_ pattern: Int, _ start: Int) -> Void
    ) {
        let known = places[bit & (places.count - 1)]
        for offset in 0..<Self.stride where known >> UInt8(offset) & 1 != 0 {
            let end = place - offset
            guard end >= 0, end + Self.shortest <= bytes.count else { continue }
            let word = bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self)
            var index = Int(heads[Self.hash(word, headShift)])
            while index >= 0 {
                if ends[index] == word {
                    let start = end + Self.shortest - patterns[index].count
                    if stands(patterns[index], at: start, in: bytes) { body(index, start) }
                }
                index = Int(next[index])
            }
        }
    }

    private func stands(_ pattern: [UInt8], at start: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
        guard start >= 0, start + pattern.count <= bytes.count else { return false }
        for (offset, byte) in pattern.enumerated() where bytes[start + offset] != byte { return false }
        return true
    }
}
