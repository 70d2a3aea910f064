/// Many strings of bytes looked for at once, by the method of Wu and Manber ("A fast algorithm for multi-pattern
/// searching", 1994): most places are stepped over by a table of how far the nearest pattern can be.
package struct BytePatterns: Sendable {
    /// Shorter ones are not looked for: they would be found everywhere.
    package static let shortest = 6
    /// Bytes that are looked at together.
    private static let block = 4

    private let patterns: [[UInt8]]
    /// Of the patterns that are looked for, the bytes of the shortest: only so many of each are in the tables.
    private let width: Int
    private let tableBits: UInt32
    /// For the hash of a block, how far the nearest pattern can be.
    private let shifts: [UInt8]
    /// For the hash of the block that ends the first `width` bytes of a pattern, one such pattern; and for each pattern
    /// another one with the same hash. -1 ends the chain.
    private let heads: [Int32]
    private let next: [Int32]
    /// The first four bytes of each pattern: most places that the tables stop at are told apart by them alone.
    private let starts: [UInt32]

    package init(_ patterns: [[UInt8]]) {
        self.patterns = patterns
        let usable = patterns.indices.filter { patterns[$0].count >= Self.shortest }
        let width = min(usable.map { patterns[$0].count }.min() ?? Self.shortest, 64)
        // A table that is mostly empty steps far; one that fits the processor's cache is fast.
        let wanted = usable.count * (width - Self.block + 1) * 8
        let bits = min(
            max(UInt32(UInt64(max(wanted, 1)).bitWidth - UInt64(max(wanted, 1)).leadingZeroBitCount), 12), 20)
        var shifts = [UInt8](repeating: UInt8(width - Self.block + 1), count: 1 << bits)
        var heads = [Int32](repeating: -1, count: 1 << bits)
        var next = [Int32](repeating: -1, count: patterns.count)
        var starts = [UInt32](repeating: 0, count: patterns.count)
        for index in usable {
            patterns[index].withUnsafeBytes { pattern in
                starts[index] = pattern.loadUnaligned(as: UInt32.self)
                for end in (Self.block - 1)..<width {
                    let hash = Int(Self.hash(pattern, end, bits))
                    let shift = UInt8(width - 1 - end)
                    if shift < shifts[hash] { shifts[hash] = shift }
                    guard shift == 0 else { continue }
                    next[index] = heads[hash]
                    heads[hash] = Int32(index)
                }
            }
        }
        (self.width, tableBits, self.shifts, self.heads, self.next) = (width, bits, shifts, heads, next)
        self.starts = starts
        isEmpty = usable.isEmpty
        longest = patterns.map(\.count).max() ?? 0
    }

    package let isEmpty: Bool
    package let longest: Int

    /// The tables without their counts of references, which would be kept at every place.
    private struct Tables {
        let shifts: UnsafeBufferPointer<UInt8>
        let heads: UnsafeBufferPointer<Int32>
        let next: UnsafeBufferPointer<Int32>
        let starts: UnsafeBufferPointer<UInt32>
    }

    private func withTables(_ body: (Tables) -> Void) {
        shifts.withUnsafeBufferPointer { shifts in
            heads.withUnsafeBufferPointer { heads in
                next.withUnsafeBufferPointer { next in
                    starts.withUnsafeBufferPointer { starts in
                        body(Tables(shifts: shifts, heads: heads, next: next, starts: starts))
                    }
                }
            }
        }
    }

    /// Of the block that ends at `end`.
    @inline(__always)
    private static func hash(_ bytes: UnsafeRawBufferPointer, _ end: Int, _ bits: UInt32) -> UInt32 {
        (bytes.loadUnaligned(fromByteOffset: end - 3, as: UInt32.self) &* 0x9E37_79B1) >> (32 &- bits)
    }

    /// Gives the index of a pattern, and where it begins, for each place where it stands.
    package func each(in bytes: UnsafeRawBufferPointer, _ body: (_ pattern: Int, _ start: Int) -> Void) {
        guard !isEmpty else { return }
        // Each step waits for a look into the table; four at a time wait together.
        let first = width - 1
        let quarter = max(bytes.count - first, 0) / 4
        let ends = (0..<4).map { first + $0 * quarter } + [bytes.count]
        withTables { tables in
            var (a, b, c, d) = (ends[0], ends[1], ends[2], ends[3])
            while a < ends[1] && b < ends[2] && c < ends[3] && d < ends[4] {
                a += step(a, bytes, tables, body)
                b += step(b, bytes, tables, body)
                c += step(c, bytes, tables, body)
                d += step(d, bytes, tables, body)
            }
            for (place, end) in [(a, ends[1]), (b, ends[2]), (c, ends[3]), (d, ends[4])] {
                var place = place
                while place < end { place += step(place, bytes, tables, body) }
            }
        }
    }

    /// Looks at the block that ends at `end`, and says how far the next one is.
    @inline(__always)
    private func step(
        _ end: Int, _ bytes: UnsafeRawBufferPointer, _ tables: Tables,
        _ body: (_ pattern: Int, _ start: Int) -> Void
    ) -> Int {
        let hash = Int(Self.hash(bytes, end, tableBits))
        let shift = Int(tables.shifts[hash])
        if shift == 0 { report(hash, at: end - width + 1, in: bytes, tables, body) }
        return max(shift, 1)
    }

    @inline(__always)
    private func report(
        _ hash: Int, at start: Int, in bytes: UnsafeRawBufferPointer, _ tables: Tables,
        _ body: (_ pattern: Int, _ start: Int) -> Void
    ) {
        let word = bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)
        var index = tables.heads[hash]
        while index >= 0 {
            if tables.starts[Int(index)] == word, stands(patterns[Int(index)], at: start, in: bytes) {
                body(Int(index), start)
            }
            index = tables.next[Int(index)]
        }
    }

    private func stands(_ pattern: [UInt8], at start: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
        guard start + pattern.count <= bytes.count else { return false }
        for (offset, byte) in pattern.enumerated() where bytes[start + offset] != byte { return false }
        return true
    }
}
