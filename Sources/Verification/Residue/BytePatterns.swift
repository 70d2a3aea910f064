/// Many strings of bytes looked for at once.
package struct BytePatterns: Sendable {
    /// Shorter ones are not looked for.
    package static let shortest = 8

    private let named: CapitalPatterns
    private let others: StridePatterns

    package let isEmpty: Bool
    package let longest: Int

    package init(_ patterns: [[UInt8]]) {
        let usable = patterns.indices.filter { patterns[$0].count >= Self.shortest }
        let isNamed = usable.map { !CapitalPatterns.capitals(of: patterns[$0]).isEmpty }
        named = CapitalPatterns(PatternBytes(patterns, zip(usable, isNamed).filter(\.1).map(\.0)))
        others = StridePatterns(PatternBytes(patterns, zip(usable, isNamed).filter { !$0.1 }.map(\.0)))
        isEmpty = usable.isEmpty
        longest = patterns.map(\.count).max() ?? 0
    }

    /// Gives the index of a pattern, and where it begins, for each place where it stands.
    package func each(in bytes: UnsafeRawBufferPointer, _ body: (_ pattern: Int, _ start: Int) -> Void) {
        SearchedBytes.of(bytes) { each(in: $0, body) }
    }

    @inline(__always)
    func each(in searched: SearchedBytes, _ body: (_ pattern: Int, _ start: Int) -> Void) {
        if !named.patterns.isEmpty { named.each(in: searched, body) }
        if !others.patterns.isEmpty { others.each(in: searched.bytes, body) }
    }
}

/// Some of many strings of bytes, one behind another: a search finds them without a step through other memory.
struct PatternBytes: Sendable {
    private let bytes: [UInt8]
    private let starts: [Int]
    /// The place of each among all of the many.
    let origins: [Int]

    init(_ patterns: [[UInt8]], _ chosen: [Int]) {
        bytes = chosen.flatMap { patterns[$0] }
        starts = chosen.reduce(into: [0]) { $0.append($0[$0.count - 1] + patterns[$1].count) }
        origins = chosen
    }

    var isEmpty: Bool { origins.isEmpty }
    var indices: Range<Int> { origins.indices }

    subscript(index: Int) -> ArraySlice<UInt8> { bytes[starts[index]..<starts[index + 1]] }

    /// Eight bytes of one.
    func word(_ index: Int, at offset: Int) -> UInt64 {
        bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: starts[index] + offset, as: UInt64.self) }
    }

    /// Whether one stands at a place, which may lie outside of the bytes.
    @inline(__always)
    func stands(_ index: Int, at place: Int, in searched: UnsafeRawBufferPointer) -> Bool {
        let start = starts[index]
        let count = starts[index + 1] - start
        guard place >= 0, place + count <= searched.count else { return false }
        return bytes.withUnsafeBytes { bytes in
            func isSame(_ offset: Int) -> Bool {
                bytes.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
                    == searched.loadUnaligned(fromByteOffset: place + offset, as: UInt64.self)
            }
            // None is shorter than a word; the last one may share bytes with the one before.
            var offset = 0
            while offset + 8 < count {
                guard isSame(offset) else { return false }
                offset += 8
            }
            return isSame(count - 8)
        }
    }
}

/// A set of hashes, a bit each, that may also hold what was not put into it.
struct HashFilter: Sendable {
    private var bits: [UInt64]
    private let shift: UInt64

    /// - Parameter share: one bit of so many is set, about, if that makes no filter larger than a core's own cache.
    init(for count: Int, share: Int) {
        let wanted = Int.bitWidth - max(count * share, 1).leadingZeroBitCount
        let places = min(max(wanted, 12), 22)
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

    /// The upper bits of a product depend on all bits of a word.
    @inline(__always)
    static func hash(_ word: UInt64) -> UInt64 { word &* 0x9E37_79B9_7F4A_7C15 }
}
