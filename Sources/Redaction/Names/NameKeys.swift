/// How the names of a conversation's persons may begin, as a bitmap over three bytes: what the prefilter asks at the
/// start of each word. Made for each conversation, so it is small and cheap to empty.
struct NameKeys: Sendable {
    private static let bits: UInt32 = 13
    private var words = [UInt64](repeating: 0, count: 1 << (bits - 6))
    private(set) var isEmpty = true

    @inline(__always)
    private static func slot(_ key: UInt32) -> Int { Int(((key & 0xFF_FFFF) &* 0x9E37_79B1) >> (32 - bits)) }

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

    /// The keys under which each word of a name may be met: with and without its accents, with a letter doubled, as an
    /// initial, and, for names of two letters, before each sign that may follow.
    static func of(_ name: String, _ scratch: inout Scratch) -> [UInt32] {
        var keys: [UInt32] = []
        for word in name.split(whereSeparator: { !$0.isLetter && $0 != "\u{2019}" }) {
            let raw = Array(word.utf8)
            raw.withUnsafeBufferPointer { scratch.load($0) }
            let plain = (0..<scratch.text.count).map { scratch.text.at($0) }
            for spelling in [raw, plain] where !spelling.isEmpty { keys += variants(spelling) }
            // An initial has a full stop; one outside ASCII is two letters here.
            let initial = Array(String(word.prefix(1)).utf8)
            if initial.count == 1 { keys.append(UInt32(initial[0] | 0x20) | 0x2E00) } else { keys += variants(initial) }
        }
        return keys
    }

    private static func variants(_ spelling: [UInt8]) -> [UInt32] {
        func key(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt32 {
            UInt32(a | 0x20) | UInt32(b | 0x20) << 8 | UInt32(c | 0x20) << 16
        }
        guard spelling.count >= 2 else { return [] }
        var keys: [UInt32] = []
        if spelling.count == 2 {
            // Alone, before a sign outside ASCII, and joined to the next name.
            keys.append(UInt32(spelling[0] | 0x20) | UInt32(spelling[1] | 0x20) << 8)
            for end in [0xE2, 0xF0] + Array(UInt8(0x61)...0x7A) { keys.append(key(spelling[0], spelling[1], end)) }
        } else {
            keys.append(key(spelling[0], spelling[1], spelling[2]))
        }
        keys.append(key(spelling[0], spelling[0], spelling[1]))
        keys.append(key(spelling[0], spelling[1], spelling[1]))
        return keys
    }
}
