/// How the names of a conversation's persons may begin, as a bitmap over three bytes: what the prefilter asks at the
/// start of each word. Made for each conversation, so it is small and cheap to empty.
struct NameKeys: Sendable {
    private static let bits: UInt32 = 13
    private var words = [UInt64](repeating: 0, count: 1 << (bits - 6))
    private(set) var isEmpty = true

    @inline(__always)
    private static func slot(_ key: UInt32) -> Int { Int(((key & 0xFF_FFFF) &* 0x9E37_79B1) >> (32 - bits)) }

    /// Holds the keys of names from now on, and no other.
    mutating func reset(_ names: NamePatterns) {
        if !isEmpty { for index in words.indices { words[index] = 0 } }
        isEmpty = names.keys.isEmpty
        for key in names.keys { words[Self.slot(key) >> 6] |= 1 << UInt64(Self.slot(key) & 63) }
    }

    /// - Parameter key: the first bytes of a word, the first in the lowest place, each with its bit 5 set; nothing after
    ///   the word's end but the full stop of an initial.
    @inline(__always)
    func contains(_ key: UInt32) -> Bool {
        let slot = Self.slot(key)
        return words[slot >> 6] >> UInt64(slot & 63) & 1 == 1
    }

    /// Appends the keys under which each word of a name may be met: with and without its accents, with a letter doubled,
    /// as an initial, and joined to a letter before it: `O'Brien`.
    static func append(_ name: String, to keys: inout [UInt32], _ scratch: inout Scratch) {
        guard !name.unicodeScalars.contains(where: { $0.value >= 0x250 }) else {
            for word in name.split(whereSeparator: { !$0.isLetter && $0 != "\u{2019}" }) {
                append(Array(word.utf8), initial: word.prefix(1).utf8.count, to: &keys, &scratch)
            }
            return
        }
        // One scalar is one character here: there is no combining mark among these.
        var word: [UInt8] = []
        var initial = 0
        // A word of one letter, which may be written as a part of the next.
        var letter: [UInt8] = []
        func appendWord() {
            append(word, initial: initial, to: &keys, &scratch)
            if !letter.isEmpty { append(letter + word, initial: letter.count, to: &keys, &scratch) }
            letter = word.count == initial ? word : []
        }
        for scalar in name.unicodeScalars {
            if isLetter(scalar.value) {
                if scalar.isASCII {
                    word.append(UInt8(scalar.value))
                } else {
                    word.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                }
                if initial == 0 { initial = word.count }
            } else if initial > 0 {
                appendWord()
                word.removeAll(keepingCapacity: true)
                initial = 0
            }
        }
        if initial > 0 { appendWord() }
    }

    /// Whether a scalar below U+0250 is alphabetic (DerivedCoreProperties.txt of the Unicode Character Database).
    private static func isLetter(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 }
        return scalar >= 0xC0 ? scalar != 0xD7 && scalar != 0xF7 : scalar == 0xAA || scalar == 0xB5 || scalar == 0xBA
    }

    /// - Parameter initial: how many bytes the first character of the word has.
    private static func append(
        _ word: [UInt8], initial: Int, to keys: inout [UInt32], _ scratch: inout Scratch
    ) {
        word.withUnsafeBufferPointer { raw in
            scratch.load(raw)
            appendVariants(raw, to: &keys)
            let plain = UnsafeBufferPointer(start: scratch.text.text, count: scratch.text.count)
            appendVariants(plain, to: &keys)
            // An initial has a full stop; one outside ASCII is two letters here.
            if initial == 1 {
                keys.append(UInt32(raw[0] | 0x20) | 0x2E00)
            } else {
                appendVariants(UnsafeBufferPointer(rebasing: raw.prefix(initial)), to: &keys)
            }
        }
    }

    private static func appendVariants(_ spelling: UnsafeBufferPointer<UInt8>, to keys: inout [UInt32]) {
        func key(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt32 {
            UInt32(a | 0x20) | UInt32(b | 0x20) << 8 | UInt32(c | 0x20) << 16
        }
        guard spelling.count >= 2 else { return }
        if spelling.count == 2 {
            // Alone, and joined to the next name.
            keys.append(UInt32(spelling[0] | 0x20) | UInt32(spelling[1] | 0x20) << 8)
            for end in UInt8(0x61)...0x7A { keys.append(key(spelling[0], spelling[1], end)) }
        } else {
            keys.append(key(spelling[0], spelling[1], spelling[2]))
        }
        keys.append(key(spelling[0], spelling[0], spelling[1]))
        keys.append(key(spelling[0], spelling[1], spelling[1]))
    }
}
