/// A second look of `Prefilter` at a text with digits, before anything is folded: whether enough of them stand together,
/// or in the shape of an address of the network or the street.
struct DigitLook {
    /// No finding has fewer digits together, but those that a word speaks for.
    private static let fewest = 7
    /// More characters between two digits part two numbers.
    private static let longestGap = 7

    let bytes: UnsafeBufferPointer<UInt8>
    private let lexicon = Lexicon.known

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    @inline(__always)
    private func at(_ index: Int) -> UInt8 {
        UInt(bitPattern: index) < UInt(bitPattern: bytes.count) ? bytes[index] : 0
    }

    @inline(__always)
    private func isDigit(_ index: Int) -> Bool { at(index) &- 0x30 < 10 }
    private func isLetter(_ index: Int) -> Bool {
        at(index) | 0x20 &- 0x61 < 26 || at(index) >= 0xC3 && at(index) <= 0xC9
    }

    /// - Parameter digits: how many the text has.
    func mayHold(digits: Int) -> Bool {
        var index = 0
        // Digits that belong together so far, and the characters since the last of them.
        var (chain, gap) = (0, 0)
        var (dots, colons) = (0, 0)
        while index < bytes.count {
            if isDigit(index) {
                if let end = dateEnd(index) {
                    (chain, gap, index) = (0, 0, end)
                    continue
                }
                // &#64; and %40 are an @.
                if at(index - 1) == 0x23, at(index - 2) == 0x26 { return true }
                if at(index - 1) == 0x25, at(index) == 0x34, at(index + 1) == 0x30 { return true }
                let start = index
                while isDigit(index) { index += 1 }
                if index - start == 4, isTownCode(start) { return true }
                (chain, gap) = (chain + index - start, 0)
                if chain >= Self.fewest { return true }
            } else if let end = spaceEnd(index) {
                (gap, index) = (gap + 1, end)
            } else if isLetter(index) {
                let word = letters(from: index)
                if word.count >= 7, isStreet(word) { return true }
                if isLookAlike(word) {
                    (chain, gap) = (chain + word.count, 0)
                    if chain >= Self.fewest, digits > 1 { return true }
                } else if !(chain > 0 && gap == 1 && isConnector(word)) {
                    chain = 0
                } else {
                    gap = 0
                }
                index = word.upperBound
            } else {
                if at(index) == 0x2E, isDigit(index - 1) || at(index - 1) == 0x5B || at(index - 1) == 0x28 { dots += 1 }
                if at(index) == 0x3A {
                    colons += 1
                    if at(index + 1) == 0x3A || colons >= 7 { return true }
                }
                if at(index) == 0x7C { chain += 1 } else if at(index) & 0xC0 != 0x80 { gap += 1 }
                if gap > Self.longestGap { chain = 0 }
                index += 1
            }
        }
        return dots >= 3
    }

    /// Four digits between a comma or a line's end and a word with a capital, not far behind other digits: ", 9000 Gent".
    private func isTownCode(_ start: Int) -> Bool {
        let before = at(start - 1) == 0x20 ? start - 2 : start - 1
        guard at(before) == 0x2C || at(before) == 0x0A, at(start + 4) == 0x20, at(start) != 0x30 else { return false }
        guard at(start + 5) &- 0x41 < 26 || at(start + 5) == 0xC3 else { return false }
        return (1...6).contains { isDigit(before - $0) }
    }

    /// The end of `&nbsp;`, a space of HTML.
    private func spaceEnd(_ start: Int) -> Int? {
        guard at(start) == 0x26, zip(start..., "&nbsp;".utf8).allSatisfy({ at($0) == $1 }) else { return nil }
        return start + 6
    }

    private func letters(from start: Int) -> Range<Int> {
        var end = start
        while isLetter(end) || end > start && at(end) & 0xC0 == 0x80 && end < bytes.count { end += 1 }
        return start..<end
    }

    /// Letters that are drawn for digits: b i l o s z.
    private func isLookAlike(_ word: Range<Int>) -> Bool {
        word.allSatisfy { [0x62, 0x69, 0x6C, 0x6F, 0x73, 0x7A].contains(bytes[$0] | 0x20) && bytes[$0] < 0x80 }
    }

    /// "puis", "then" between two groups.
    private func isConnector(_ word: Range<Int>) -> Bool {
        word.count <= 10 && [0x20, 0x09, 0xC2].contains(at(word.upperBound))
            && lexicon.entry(LatinWord(bytes, word.lowerBound).hash)?.word.contains(.connector) == true
    }

    /// Nothing is folded yet: the ending that has a letter outside ASCII stands as its bytes.
    private static let streets = PostalAddressDetector.anySuffix.adding(WordEndings("straße"))

    private func isStreet(_ word: Range<Int>) -> Bool {
        Self.streets.end(letters: word.count) { place in
            let byte = bytes[word.upperBound - place]
            return byte < 0x80 ? byte | 0x20 : byte
        }
    }

    /// The end of a date with a year of four digits that stands alone, 24/03/2021 or 2021-03-24: `DateDetector` keeps it,
    /// where no word says that it is one of birth.
    private func dateEnd(_ start: Int) -> Int? {
        guard !isLetter(start - 1), !isDigit(start - 2) || at(start - 1) == 0x20 else { return nil }
        var (values, lengths, end) = ([0, 0, 0] as InlineArray<3, Int>, [0, 0, 0] as InlineArray<3, Int>, start)
        var sign: UInt8 = 0
        for part in 0..<3 {
            let first = end
            while isDigit(end), end - first < 5 {
                values[part] = values[part] * 10 + Int(bytes[end] & 15)
                end += 1
            }
            lengths[part] = end - first
            guard part < 2 else { break }
            guard [0x2F, 0x2D, 0x2E].contains(at(end)), sign == 0 || sign == at(end), lengths[part] > 0 else {
                return nil
            }
            sign = at(end)
            end += 1
        }
        guard !isDigit(end), at(end) != sign || !isDigit(end + 1), isDate(values, lengths) else { return nil }
        // 07/11-10/11/2019
        return [0x2F, 0x2D, 0x2E].contains(at(end)) && isDigit(end + 1) ? nil : end
    }

    private func isDate(_ values: InlineArray<3, Int>, _ lengths: InlineArray<3, Int>) -> Bool {
        let isISO = lengths[0] == 4 && (1...2).contains(lengths[1]) && (1...2).contains(lengths[2])
        let isPlain = lengths[2] == 4 && (1...2).contains(lengths[0]) && (1...2).contains(lengths[1])
        guard isISO || isPlain else { return false }
        let (year, day) = isISO ? (values[0], values[2]) : (values[2], values[0])
        return (1900...2099).contains(year) && (1...31).contains(day) && (1...12).contains(values[1])
    }
}
