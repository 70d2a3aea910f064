/// Looks for values in raw bytes: texts in UTF-8 and UTF-16, numbers with whatever usually stands between their digits,
/// and inside ids that are written in Base64. A class, so that the closures of a search copy no table.
package final class ResidueSearch: Sendable {
    /// Numbers that texts may hold, and those that ids may.
    private let inTexts: SoughtNumbers
    private let inIDs: SoughtNumbers
    private let hashes: Set<UInt64>
    private let hash: KeyedNumberHash
    private let patterns: BytePatterns

    package init(_ values: ResidueValues) {
        inTexts = SoughtNumbers(values.numbers, orAny: !values.hashes.isEmpty)
        inIDs = SoughtNumbers(values.inIDs, orAny: !values.hashes.isEmpty)
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
        SearchedBytes.of(bytes) { searched in
            if !inTexts.isEmpty { DigitRuns.each(in: searched) { look(for: inTexts, in: $0, into: &hits) } }
            if !inIDs.isEmpty { EncodedDigits.each(in: searched) { look(for: inIDs, in: $0, into: &hits) } }
            patterns.each(in: searched) { pattern, _ in hits.texts.insert(pattern / 3) }
        }
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

    private func look(
        for numbers: SoughtNumbers, in digits: UnsafeBufferPointer<UInt8>, into hits: inout ResidueHits
    ) {
        numbers.each(in: digits) { number in
            if numbers.contains(number) { hits.numbers.insert(number.bits) }
            guard !hashes.isEmpty else { return }
            let hashed = hash(number.bits)
            if hashes.contains(hashed) { hits.hashes.insert(hashed) }
        }
    }
}
