/// Strings of bytes without a capital that eight bytes begin with, each looked for by eight bytes in a row of it: those
/// that are rarest among all of them, so that few are looked for by the same. Wherever eight bytes stand, four of them
/// begin at every fifth place of what is searched: only there it is asked whether any of the strings is looked for by eight
/// bytes that hold those four. No question waits for the answer to the one before.
struct StridePatterns: Sendable {
    /// Bytes that are looked at together.
    private static let block = 4
    private static let stride = BytePatterns.shortest - block + 1

    let patterns: PatternBytes
    /// Where in each pattern the eight bytes begin.
    private let offsets: [Int]
    /// One bit for each hash of four bytes: whether the eight of a pattern hold such four bytes.
    private let filter: [UInt64]
    private let filterShift: UInt32
    /// By a part of the same hash, at which of their five places such four bytes begin, a bit each.
    private let places: [UInt8]
    /// For the hash of eight bytes, the patterns that may be looked for by them.
    private let chains: HashChains
    /// The eight bytes of each pattern: most places are told apart by them alone.
    private let words: [UInt64]

    init(_ patterns: PatternBytes) {
        self.patterns = patterns
        let frequency = BlockFrequency(of: patterns)
        let offsets = patterns.indices.map { frequency.rarest(patterns[$0]) }
        func withWindow(_ index: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
            withUnsafeBytes(of: patterns.word(index, at: offsets[index]), body)
        }
        self.offsets = offsets
        var blocks: Set<UInt32> = []
        for index in patterns.indices {
            withWindow(index) { window in
                for place in 0..<Self.stride {
                    blocks.insert(window.loadUnaligned(fromByteOffset: place, as: UInt32.self))
                }
            }
        }
        // A filter that is mostly empty lets little through; one that fits a core's own cache is fast.
        let filterBits = HashFilter.bits(for: blocks.count * 64, in: 12...22)
        let filterShift = 32 - UInt32(filterBits)
        var filter = [UInt64](repeating: 0, count: 1 << (filterBits - 6))
        var places = [UInt8](repeating: 0, count: min(filter.count * 16, 1 << 20))
        var chains = HashChains(for: patterns.indices.count)
        var words = [UInt64](repeating: 0, count: patterns.indices.count)
        for index in patterns.indices {
            withWindow(index) { window in
                for place in 0..<Self.stride {
                    let bit = Self.hash(window.loadUnaligned(fromByteOffset: place, as: UInt32.self), filterShift)
                    filter[bit >> 6] |= 1 << UInt64(bit & 63)
                    places[bit & (places.count - 1)] |= 1 << UInt8(place)
                }
                words[index] = window.loadUnaligned(as: UInt64.self)
            }
            chains.insert(index, HashFilter.hash(words[index]))
        }
        (self.filter, self.filterShift, self.chains, self.words) = (filter, filterShift, chains, words)
        self.places = places
    }

    @inline(__always)
    private static func hash(_ word: UInt32, _ shift: UInt32) -> Int { Int((word &* 0x9E37_79B1) &>> shift) }

    /// Gives the index of a pattern, and where it begins, for each place where it stands.
    func each(in bytes: UnsafeRawBufferPointer, _ body: (_ pattern: Int, _ start: Int) -> Void) {
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

    /// Patterns whose eight bytes hold the four at the place.
    /// - Parameter bit: the hash of these four.
    @inline(never)
    private func look(
        around place: Int, _ bit: Int, in bytes: UnsafeRawBufferPointer, _ body: (_ pattern: Int, _ start: Int) -> Void
    ) {
        let known = places[bit & (places.count - 1)]
        for offset in 0..<Self.stride where known >> UInt8(offset) & 1 != 0 {
            let window = place - offset
            guard window >= 0, window + BytePatterns.shortest <= bytes.count else { continue }
            let word = bytes.loadUnaligned(fromByteOffset: window, as: UInt64.self)
            chains.each(HashFilter.hash(word)) { index in
                guard words[index] == word else { return }
                let start = window - offsets[index]
                if patterns.stands(index, at: start, in: bytes) { body(patterns.origins[index], start) }
            }
        }
    }
}

/// How often four bytes in a row stand in some strings, about.
private struct BlockFrequency {
    private static let bits: UInt32 = 16
    private var counts = [UInt32](repeating: 0, count: 1 << Int(bits))

    init(of strings: PatternBytes) {
        for index in strings.indices {
            strings[index].withUnsafeBytes { string in
                for place in 0...(string.count - 4) {
                    counts[Self.slot(string.loadUnaligned(fromByteOffset: place, as: UInt32.self))] += 1
                }
            }
        }
    }

    private static func slot(_ word: UInt32) -> Int { Int((word &* 0x9E37_79B1) &>> (32 - bits)) }

    /// Where the eight bytes of a pattern begin whose parts of four are rarest; of equal ones the last, since names differ more
    /// at their end than at their beginning.
    func rarest(_ pattern: ArraySlice<UInt8>) -> Int {
        pattern.withUnsafeBytes { pattern in
            let parts = (0...(pattern.count - 4)).map {
                counts[Self.slot(pattern.loadUnaligned(fromByteOffset: $0, as: UInt32.self))]
            }
            let windows = 0...(pattern.count - BytePatterns.shortest)
            return windows.reversed().min { a, b in sum(parts, a) < sum(parts, b) } ?? 0
        }
    }

    private func sum(_ parts: [UInt32], _ window: Int) -> UInt32 { parts[window...window + 4].reduce(0, +) }
}
