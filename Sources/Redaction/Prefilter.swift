/// Whether a text may hold anything to find: one pass over its bytes, eight at a time, without an allocation. Most
/// texts of a chat leave here.
struct Prefilter: Sendable {
    private static let bits: UInt32 = 15
    /// Over the first four bytes of the words that a closer look is for, and of number words.
    private let starts: [UInt64]
    private let numbers: [UInt64]
    private let lexicon = Lexicon.known

    /// Words that pass a text by themselves.
    private static let alone: Word = [.introducesName, .followsName, .atWord, .handleCue, .structure]
    /// Words that pass a text together with a digit.
    private static let withDigit: Word = [.birthCue, .month, .streetBefore, .streetAfter, .addressCue, .addressPart, .ipCue]
    /// Number words of three letters and more in the least that is looked at; a telephone number has more.
    private static let fewestNumberWords = 3

    init() {
        starts = Self.bitmap(Self.alone)
        numbers = Self.bitmap(.anyNumber)
    }

    private static func bitmap(_ wanted: Word) -> [UInt64] {
        var words = [UInt64](repeating: 0, count: 1 << (bits - 6))
        for key in Lexicon.known.startKeys(wanted) {
            let slot = slot(key)
            words[slot >> 6] |= 1 << UInt64(slot & 63)
        }
        return words
    }

    @inline(__always)
    private static func slot(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> (32 - bits)) }

    /// What has been seen of a text so far.
    private struct Tally {
        var digits = 0
        var numberWords = 0
    }

    func mayHold(_ bytes: UnsafeBufferPointer<UInt8>, _ names: NameKeys) -> Bool {
        starts.withUnsafeBufferPointer { starts in
            numbers.withUnsafeBufferPointer { numbers in mayHold(bytes, names, starts, numbers) }
        }
    }

    private func mayHold(
        _ bytes: UnsafeBufferPointer<UInt8>, _ names: NameKeys, _ starts: UnsafeBufferPointer<UInt64>,
        _ numbers: UnsafeBufferPointer<UInt64>
    ) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        let high: UInt64 = 0x8080_8080_8080_8080
        let count = bytes.count
        let hasNames = !names.isEmpty
        var tally = Tally()
        var carry: UInt64 = 0
        var previous = 0
        var at = 0
        while at < count {
            let word = Self.load8(base, at, count)
            if Self.hasZero(word ^ 0x4040_4040_4040_4040) || Self.hasZero(word ^ 0x2F2F_2F2F_2F2F_2F2F), hasLink(bytes, at) {
                return true
            }
            // Digits: bytes whose distance to "0" is below ten.
            let distance = word ^ 0x3030_3030_3030_3030
            let digits = ~((distance & ~high) &+ 0x7676_7676_7676_7676 | distance) & high
            tally.digits += digits.nonzeroBitCount
            if tally.digits >= 4 { return true }
            // Lead bytes of UTF-8; those of Latin letters hide nothing.
            var leads = word & (word << 1) & high
            while leads != 0 {
                let lead = at + leads.trailingZeroBitCount >> 3
                leads &= leads &- 1
                if base[lead] != 0xC3, isRare(bytes, lead) { return true }
            }
            // A word starts where a byte from 0x40 on follows one below.
            let letters = (word << 1 | word) & high
            var starting = letters & ~(letters << 8 | carry)
            carry = letters >> 56
            while starting != 0 {
                let start = at + starting.trailingZeroBitCount >> 3
                starting &= starting &- 1
                let raw = Self.load4(base, start, count)
                let key = raw | 0x2020_2020
                let slot = Self.slot(key)
                let bit = UInt64(slot & 63)
                if starts[slot >> 6] >> bit & 1 == 1, passes(bytes, start) { return true }
                if numbers[slot >> 6] >> bit & 1 == 1 { tally.numberWords += 1 }
                if hasNames, names.contains(key) { return true }
                let isUpper = raw & 0x20 == 0 && raw & 0x80 == 0 || raw & 0xE0FF == 0x80C3
                if isUpper, start > 1, base[start - 1] < 0x40, isIntroduced(bytes, previous, start) { return true }
                previous = start
            }
            at += 8
        }
        if tally.numberWords >= Self.fewestNumberWords { return true }
        return tally.digits > 0 && needsLook(bytes, tally)
    }

    @inline(__always)
    private static func load8(_ base: UnsafePointer<UInt8>, _ at: Int, _ count: Int) -> UInt64 {
        if at + 8 <= count { return UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self) }
        var word: UInt64 = 0
        for offset in 0..<(count - at) { word |= UInt64(base[at + offset]) << UInt64(offset * 8) }
        return word
    }

    @inline(__always)
    private static func load4(_ base: UnsafePointer<UInt8>, _ at: Int, _ count: Int) -> UInt32 {
        if at + 4 <= count { return UnsafeRawPointer(base + at).loadUnaligned(as: UInt32.self) }
        var word: UInt32 = 0
        for offset in 0..<(count - at) { word |= UInt32(base[at + offset]) << UInt32(offset * 8) }
        return word
    }

    @inline(__always)
    private static func hasZero(_ word: UInt64) -> Bool {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
    }

    /// An `@`, or a `/` between letters or doubled: a link, a profile.
    @inline(never)
    private func hasLink(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        for index in at..<min(at + 8, bytes.count) {
            if bytes[index] == 0x40 { return true }
            guard bytes[index] == 0x2F, index > 0 else { continue }
            if bytes[index - 1] == 0x2F || bytes[index - 1] | 0x20 &- 0x61 < 26 { return true }
        }
        return false
    }

    /// A digit of another script or style, an invisible character, a combining mark: what hides a number or a name.
    private func isRare(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let last = index + 2 < bytes.count ? bytes[index + 2] : 0
        switch bytes[index] {
        case 0xC3...0xC9: return false
        case 0xC2: return next == 0xAD || next == 0xB2 || next == 0xB3 || next == 0xB9
        case 0xE2:
            let isMark = next == 0x80 && (last >= 0x8B && last <= 0x8F || last >= 0xAA && last <= 0xAE)
            return isMark || next == 0x81 || next == 0x82 && last < 0xA0 || next >= 0x91 && next <= 0x93 || next == 0x9D
                || next == 0x9E
        case 0xF0: return next != 0x9F || last == 0x84 || last == 0x85
        case 0xEF: return next != 0xB8
        default: return true
        }
    }

    /// Whether the word at an offset passes the text by itself.
    private func passes(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        let (hash, _) = Self.word(bytes, start)
        guard let entry = lexicon.entry(hash) else { return false }
        if entry.word.contains(.followsName) { return !isSaidByFunction(bytes, start) }
        return !entry.word.isDisjoint(with: Self.alone)
    }

    /// A capital right after a word that may introduce a name.
    private func isIntroduced(_ bytes: UnsafeBufferPointer<UInt8>, _ previous: Int, _ start: Int) -> Bool {
        let (hash, end) = Self.word(bytes, previous)
        guard start - end <= 3, let entry = lexicon.entry(hash) else { return false }
        return entry.word.contains(.introducesCapital)
    }

    /// "On m'a dit": what stands before is a word of grammar and no name.
    private func isSaidByFunction(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        var at = start
        // Back over "m'a " to the word before it, or over "dat" to none.
        for _ in 0..<3 {
            while at > 0, bytes[at - 1] < 0x40 { at -= 1 }
            while at > 0, bytes[at - 1] >= 0x40 { at -= 1 }
            let entry = lexicon.entry(Self.word(bytes, at).hash)
            if let entry, entry.word.contains(.function), Self.word(bytes, at).end - at >= 2 { return true }
            if entry == nil { return false }
        }
        return false
    }

    /// The hash of a folded word of Latin letters, and where it ends.
    private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> (hash: UInt64, end: Int) {
        var hash = WordHash.start
        var at = start
        while at < bytes.count, bytes[at] >= 0x40 {
            if bytes[at] < 0x80 {
                guard bytes[at] | 0x20 &- 0x61 < 26 else { break }
                hash = WordHash.add(hash, bytes[at] | 0x20)
                at += 1
            } else {
                let (scalar, length) = UTF8Scalar.decode(bytes, at)
                guard let scalar, case .cells(let first, let second, _) = ScalarFolding.fold(scalar), FoldedText.isLetter(first)
                else { break }
                hash = WordHash.add(hash, first)
                if second != 0 { hash = WordHash.add(hash, second) }
                at += length
            }
        }
        return (hash, at)
    }

    /// A text with one to three digits: an address or a date of birth, if a word says so.
    @inline(never)
    private func needsLook(_ bytes: UnsafeBufferPointer<UInt8>, _ tally: Tally) -> Bool {
        if tally.numberWords > 1 { return true }
        var at = 0
        while at < bytes.count {
            if bytes[at] >= 0x40 {
                let (hash, end) = Self.word(bytes, at)
                if let entry = lexicon.entry(hash), !entry.word.isDisjoint(with: Self.withDigit) { return true }
                if end - at >= 7, isStreet(bytes, at..<end) { return true }
                at = max(end, at + 1)
            } else {
                at += 1
            }
        }
        return false
    }

    private func isStreet(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        PostalAddressDetector.allSuffixes.contains { suffix in
            suffix.count + 3 <= word.count
                && suffix.indices.allSatisfy { bytes[word.upperBound - suffix.count + $0] | 0x20 == suffix[$0] }
        }
    }
}
