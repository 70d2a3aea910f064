import CByteMasks

/// Strings of bytes that hold a capital, as names do and most texts: each is looked for by the eight bytes from one of its
/// capitals on, and only where a capital stands it is asked whether any is. Of its capitals the one counts whose eight
/// bytes are rarest among all strings.
///
/// Many persons have a name in common, so that eight bytes may belong to hundreds of strings. They are told apart by how
/// far before the eight bytes each begins, and by the eight that it begins with.
struct CapitalPatterns: Sendable {
    let patterns: PatternBytes
    /// The eight bytes from a capital on, and the same with the beginnings.
    private var words: HashFilter
    private var beginnings: HashFilter
    /// For eight bytes, how far before them a string may begin, a bit each.
    private let distances: WordTable
    /// And how far before its own eight bytes each string begins.
    private let places: [UInt8]
    /// For the hash of eight bytes and a beginning, the strings.
    private var chains: HashChains

    /// Where strings have a capital that eight bytes begin with, near enough to their beginning.
    static func capitals(of pattern: [UInt8]) -> [Int] {
        let last = min(pattern.count - BytePatterns.shortest, UInt64.bitWidth - 1)
        guard last >= 0 else { return [] }
        var found: UInt64 = 0
        pattern.withUnsafeBytes { SearchedBytes.of($0) { found = $0.masks[0].capitals } }
        return (0...last).filter { found >> UInt64($0) & 1 != 0 }
    }

    /// - Parameter capitals: of each string, one or more.
    init(_ patterns: PatternBytes, _ capitals: [[Int]]) {
        self.patterns = patterns
        var frequency: [UInt64: Int] = [:]
        for (index, places) in capitals.enumerated() {
            for place in places { frequency[patterns.word(index, at: place), default: 0] += 1 }
        }
        let chosen = capitals.enumerated().map { index, places in
            places.min {
                frequency[patterns.word(index, at: $0), default: 0]
                    < frequency[patterns.word(index, at: $1), default: 0]
            } ?? 0
        }
        var distances: [UInt64: UInt64] = [:]
        for index in patterns.indices {
            distances[patterns.word(index, at: chosen[index]), default: 0] |= 1 << UInt64(chosen[index])
        }
        self.distances = WordTable(distances)
        places = chosen.map { UInt8(truncatingIfNeeded: $0) }
        words = HashFilter(for: distances.count, share: 32)
        beginnings = HashFilter(for: patterns.indices.count, share: 16)
        chains = HashChains(for: patterns.indices.count)
        for word in distances.keys { words.insert(HashFilter.hash(word)) }
        for index in patterns.indices {
            let hash = Self.hash(
                patterns.word(index, at: chosen[index]), behind: patterns.word(index, at: 0), distance: chosen[index])
            beginnings.insert(hash)
            chains.insert(index, hash)
        }
    }

    @inline(__always)
    private static func hash(_ word: UInt64, behind beginning: UInt64, distance: Int) -> UInt64 {
        HashFilter.hash(beginning &+ HashFilter.hash(word &+ UInt64(truncatingIfNeeded: distance)))
    }

    @inline(__always)
    func each(in searched: SearchedBytes, _ body: (_ pattern: Int, _ start: Int) -> Void) {
        let last = searched.count - BytePatterns.shortest
        var (place, masks) = (0, searched.masks)
        while place <= last {
            var capitals = masks.pointee.capitals
            while capitals != 0 {
                let start = place &+ capitals.trailingZeroBitCount
                capitals &= capitals &- 1
                guard start <= last else { break }
                let word = searched.bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
                if words.mayHold(HashFilter.hash(word)) { look(for: word, at: start, in: searched.bytes, body) }
            }
            place &+= SearchedBytes.block
            masks += 1
        }
    }

    /// Strings that are looked for by the eight bytes at a place.
    @inline(never)
    private func look(
        for word: UInt64, at place: Int, in bytes: UnsafeRawBufferPointer,
        _ body: (_ pattern: Int, _ start: Int) -> Void
    ) {
        var distances = distances[word]
        while distances != 0 {
            let distance = distances.trailingZeroBitCount
            distances &= distances &- 1
            let start = place - distance
            guard start >= 0 else { break }
            let beginning = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
            let hash = Self.hash(word, behind: beginning, distance: distance)
            guard beginnings.mayHold(hash) else { continue }
            chains.each(hash) { index in
                if places[index] == distance, patterns.stands(index, at: start, in: bytes) {
                    body(patterns.origins[index], start)
                }
            }
        }
    }
}
