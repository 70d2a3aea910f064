/// Looks for values in raw bytes: texts in UTF-8 and UTF-16, numbers with whatever usually stands between their digits,
/// and inside ids that are written in Base64. A class, so that the closures of a search copy no table.
package final class ResidueSearch: Sendable {
    private let numbers: NumberTable
    private let hashes: Set<UInt64>
    private let hash: KeyedNumberHash
    private let lengths: [Int]
    private let patterns: BytePatterns
    /// What each pattern stands for.
    private let meanings: [Meaning]

    private enum Meaning { case number(UInt64, Base64Form), text(Int) }

    package init(_ values: ResidueValues) {
        numbers = NumberTable(values.numbers)
        hashes = values.hashes
        hash = KeyedNumberHash(key: values.key)
        // Of a hash the length is not known.
        lengths =
            values.hashes.isEmpty
            ? Set(values.numbers.map { Int($0 & 15) }).sorted() : Array(PackedNumber.lengths)
        var (patterns, meanings): ([[UInt8]], [Meaning]) = ([], [])
        for (index, text) in values.texts.enumerated() where text.count >= BytePatterns.shortest {
            let string = String(decoding: text, as: UTF8.self)
            let words = Array(string.utf16)
            patterns += [
                text, words.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] },
                words.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] },
            ]
            meanings += [Meaning](repeating: .text(index), count: 3)
        }
        for number in values.inIDs {
            let forms = Base64Form.all(of: PackedNumber(bits: number))
            patterns += forms.map(\.whole)
            meanings += forms.map { .number(number, $0) }
        }
        (self.patterns, self.meanings) = (BytePatterns(patterns), meanings)
    }

    /// Bytes that two pieces of a file must share, so that nothing is lost at the border.
    package var overlap: Int { max(patterns.longest, 64) }

    package func scan(_ bytes: UnsafeRawBufferPointer, into hits: inout ResidueHits) {
        if !lengths.isEmpty {
            DigitRuns.each(in: bytes) { digits in
                DigitRuns.numbers(in: digits, lengths: lengths) { number in
                    if numbers.contains(number.bits) { hits.numbers.insert(number.bits) }
                    guard !hashes.isEmpty else { return }
                    let hashed = hash(number.bits)
                    if hashes.contains(hashed) { hits.hashes.insert(hashed) }
                }
            }
        }
        patterns.each(in: bytes) { index, start in
            switch meanings[index] {
            case .number(let number, let form): if form.stands(at: start, in: bytes) { hits.numbers.insert(number) }
            case .text(let text): hits.texts.insert(text)
            }
        }
    }
}

/// A set of numbers that is asked far more often than it is changed: one multiplication and most often one look.
struct NumberTable: Sendable {
    private let slots: [UInt64]
    private let shift: UInt64

    init(_ numbers: Set<UInt64>) {
        var bits: UInt64 = 4
        while (1 << bits) < numbers.count * 4 { bits += 1 }
        shift = 64 - bits
        // No packed number is zero: its length is in it.
        var slots = [UInt64](repeating: 0, count: 1 << Int(bits))
        for number in numbers {
            var slot = Int((number &* 0x9E37_79B9_7F4A_7C15) >> shift)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = number
        }
        self.slots = slots
    }

    @inline(__always)
    func contains(_ number: UInt64) -> Bool {
        slots.withUnsafeBufferPointer { slots in
            var slot = Int((number &* 0x9E37_79B9_7F4A_7C15) >> shift)
            while slots[slot] != 0 {
                if slots[slot] == number { return true }
                slot = (slot + 1) & (slots.count - 1)
            }
            return false
        }
    }
}

/// A number inside an id that is written in Base64: what its digits become at one of the three places that a byte can
/// have in a group. Its first and last bits may share a sign with the bytes before and after it.
struct Base64Form: Sendable {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let values: [UInt8: UInt8] = Dictionary(
        uniqueKeysWithValues: alphabet.enumerated().map { ($0.element, UInt8($0.offset)) })

    /// The signs that are of the number alone.
    let whole: [UInt8]
    /// Bits of the number in the sign before, its lowest, and in the sign after, its highest.
    private let head: (count: UInt8, bits: UInt8)
    private let tail: (count: UInt8, bits: UInt8)

    /// - Parameter offset: bytes of the group before the number, 0 to 2.
    private init?(_ digits: [UInt8], offset: Int) {
        let bits = digits.flatMap { byte in (0..<8).map { byte >> (7 - UInt8($0)) & 1 } }
        func value(_ range: Range<Int>) -> UInt8 { bits[range].reduce(0) { $0 << 1 | $1 } }
        let first = (6 - (offset * 8) % 6) % 6
        let signs = (bits.count - first) / 6
        let last = first + signs * 6
        whole = (0..<signs).map { Self.alphabet[Int(value(first + $0 * 6..<first + $0 * 6 + 6))] }
        head = (UInt8(first), value(0..<first))
        tail = (UInt8(bits.count - last), value(last..<bits.count))
        guard whole.count >= BytePatterns.shortest else { return nil }
    }

    static func all(of number: PackedNumber) -> [Base64Form] {
        let digits = number.digits
        return (0..<3).compactMap { Base64Form(digits, offset: $0) }
    }

    /// Whether the bits that share a sign with a neighbour are the number's too.
    func stands(at start: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
        let after = start + whole.count
        if head.count > 0 {
            guard start > 0, let sign = Self.values[bytes[start - 1]], sign & ((1 << head.count) - 1) == head.bits
            else {
                return false
            }
        }
        if tail.count > 0 {
            guard after < bytes.count, let sign = Self.values[bytes[after]], sign >> (6 - tail.count) == tail.bits
            else { return false }
        }
        return true
    }
}
