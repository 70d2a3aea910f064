/// Looks for values in raw bytes: texts in UTF-8 and UTF-16, numbers with whatever usually stands between their digits,
/// and inside ids that are written in Base64. A class, so that the closures of a search copy no table.
package final class ResidueSearch: Sendable {
    /// Numbers that texts may hold, and those that ids may.
    private let inTexts: Numbers
    private let inIDs: Numbers
    private let hashes: Set<UInt64>
    private let hash: KeyedNumberHash
    private let patterns: BytePatterns

    /// What is looked for of one kind, and of how many digits it is.
    private struct Numbers: Sendable {
        let table: NumberTable
        /// A bit each.
        let lengths: UInt16

        init(_ numbers: Set<UInt64>, hashes: Set<UInt64>) {
            table = NumberTable(numbers)
            // Of a hash the length is not known.
            lengths =
                hashes.isEmpty
                ? numbers.reduce(0) { $0 | 1 << UInt16($1 & 15) }
                : PackedNumber.lengths.reduce(0) { $0 | 1 << UInt16($1) }
        }
    }

    package init(_ values: ResidueValues) {
        inTexts = Numbers(values.numbers, hashes: values.hashes)
        inIDs = Numbers(values.inIDs, hashes: values.hashes)
        hashes = values.hashes
        hash = KeyedNumberHash(key: values.key)
        patterns = BytePatterns(values.texts.flatMap(Self.encodings(of:)))
    }

    private static func encodings(of text: [UInt8]) -> [[UInt8]] {
        let words = Array(String(decoding: text, as: UTF8.self).utf16)
        return [
            text, words.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] },
            words.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] },
        ]
    }

    /// Bytes that two pieces of a file must share, so that nothing is lost at the border.
    package var overlap: Int { max(patterns.longest, 64) }

    package func scan(_ bytes: UnsafeRawBufferPointer, into hits: inout ResidueHits) {
        if inTexts.lengths != 0 { DigitRuns.each(in: bytes) { look(for: inTexts, in: $0, into: &hits) } }
        if inIDs.lengths != 0 { EncodedDigits.each(in: bytes) { look(for: inIDs, in: $0, into: &hits) } }
        patterns.each(in: bytes) { pattern, _ in hits.texts.insert(pattern / 3) }
    }

    /// The same of what we wrote ourselves. It is full of hashes as hexadecimal digits, and ten digits in a row of one of
    /// them may happen to be somebody's number.
    package func scanWritten(_ bytes: UnsafeRawBufferPointer, into hits: inout ResidueHits) {
        var found = ResidueHits()
        scan(bytes, into: &found)
        guard found.count > 0 else { return }
        found = ResidueHits()
        Self.withoutHashes(bytes).withUnsafeBytes { scan($0, into: &found) }
        hits.formUnion(found)
    }

    /// Digits of the shortest hash that a line holds for a person.
    private static let shortestHash = 32

    /// The bytes with something else in the place of every hash: so many hexadecimal digits in a row or more, with a letter.
    private static func withoutHashes(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var copy = Array(bytes)
        var (start, hasLetter) = (0, false)
        for index in 0...copy.count {
            let byte = index < copy.count ? copy[index] : 0
            let isLetter = byte &- UInt8(ascii: "a") < 6
            if isLetter || byte &- UInt8(ascii: "0") < 10 {
                hasLetter = hasLetter || isLetter
                continue
            }
            if hasLetter, index - start >= shortestHash {
                for place in start..<index { copy[place] = UInt8(ascii: "x") }
            }
            (start, hasLetter) = (index + 1, false)
        }
        return copy
    }

    private func look(for numbers: Numbers, in digits: UnsafeBufferPointer<UInt8>, into hits: inout ResidueHits) {
        DigitRuns.numbers(in: digits, lengths: numbers.lengths) { number in
            if numbers.table.contains(number.bits) { hits.numbers.insert(number.bits) }
            guard !hashes.isEmpty else { return }
            let hashed = hash(number.bits)
            if hashes.contains(hashed) { hits.hashes.insert(hashed) }
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
