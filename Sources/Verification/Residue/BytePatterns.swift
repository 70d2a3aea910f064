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
        let capitals = usable.map { CapitalPatterns.capitals(of: patterns[$0]) }
        let isNamed = usable.indices.filter { !capitals[$0].isEmpty }
        let isOther = usable.indices.filter { capitals[$0].isEmpty }
        named = CapitalPatterns(PatternBytes(patterns, isNamed.map { usable[$0] }), isNamed.map { capitals[$0] })
        others = StridePatterns(PatternBytes(patterns, isOther.map { usable[$0] }))
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
