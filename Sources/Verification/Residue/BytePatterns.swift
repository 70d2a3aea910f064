/// Many strings of bytes looked for at once, by the method of Wu and Manber ("A fast algorithm for multi-pattern
/// searching", 1994): most places are stepped over by a table of how far the nearest pattern can be.
package struct BytePatterns: Sendable {
    /// Shorter ones are not looked for: they would be found everywhere.
    package static let shortest = 6
    private static let block = 3
    private static let tableBits: UInt32 = 18

    private let patterns: [[UInt8]]
    private let width: Int
    private let shifts: [UInt8]
    /// Patterns by the hash of the last block of their first `width` bytes.
    private let buckets: [UInt32: [Int32]]

    package init(_ patterns: [[UInt8]]) {
        self.patterns = patterns
        let usable = patterns.indices.filter { patterns[$0].count >= Self.shortest }
        let width = min(usable.map { patterns[$0].count }.min() ?? Self.shortest, 64)
        var shifts = [UInt8](repeating: UInt8(width - Self.block + 1), count: 1 << Self.tableBits)
        var buckets: [UInt32: [Int32]] = [:]
        for index in usable {
            let pattern = patterns[index]
            for end in (Self.block - 1)..<width {
                let hash = Self.hash(pattern[end - 2], pattern[end - 1], pattern[end])
                let shift = UInt8(width - 1 - end)
                if shift < shifts[Int(hash)] { shifts[Int(hash)] = shift }
                if shift == 0 { buckets[hash, default: []].append(Int32(index)) }
            }
        }
        (self.width, self.shifts, self.buckets) = (width, shifts, buckets)
    }

    package var isEmpty: Bool { buckets.isEmpty }
    package var longest: Int { patterns.map(\.count).max() ?? 0 }

    @inline(__always)
    private static func hash(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt32 {
        let word = UInt32(a) | UInt32(b) << 8 | UInt32(c) << 16
        return (word &* 0x9E37_79B1) >> (32 - tableBits)
    }

    /// Gives the index of a pattern, and where it begins, for each place where it stands.
    package func each(in bytes: UnsafeRawBufferPointer, _ body: (_ pattern: Int, _ start: Int) -> Void) {
        guard !isEmpty else { return }
        shifts.withUnsafeBufferPointer { shifts in
            var end = width - 1
            while end < bytes.count {
                let hash = Self.hash(bytes[end - 2], bytes[end - 1], bytes[end])
                let shift = Int(shifts[Int(hash)])
                guard shift == 0 else {
                    end += shift
                    continue
                }
                let start = end - width + 1
                for index in buckets[hash] ?? [] where stands(patterns[Int(index)], at: start, in: bytes) {
                    body(Int(index), start)
                }
                end += 1
            }
        }
    }

    private func stands(_ pattern: [UInt8], at start: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
        guard start + pattern.count <= bytes.count else { return false }
        return pattern.withUnsafeBytes {
            UnsafeRawBufferPointer(rebasing: bytes[start..<start + pattern.count]).elementsEqual($0)
        }
    }
}
