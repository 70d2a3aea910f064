/// A word of Latin letters in a text that is not folded: its hashes, as a `Token` has them, and where it ends.
struct LatinWord {
    let hash: UInt64
    private let bytes: UnsafeBufferPointer<UInt8>
    private let start: Int
    let end: Int
    /// How many letters it has.
    let length: Int
    /// Whether a letter stands twice, one behind the other.
    private let isDoubled: Bool

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) {
        (self.bytes, self.start) = (bytes, start)
        if let short = Self.short(bytes, start) {
            (hash, end, length, self.isDoubled) = short
            return
        }
        var hasher = WordHasher()
        var last: UInt8 = 0
        var isDoubled = false
        (end, length) = Self.walk(bytes, start) { letter in
            hasher.add(letter)
            isDoubled = isDoubled || letter == last
            last = letter
        }
        (hash, self.isDoubled) = (hasher.value, isDoubled)
    }

    /// The same at once for a word of one to seven letters of ASCII with a sign of ASCII behind it, as most are.
    @inline(__always)
    private static func short(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
    ) -> (hash: UInt64, end: Int, length: Int, isDoubled: Bool)? {
        guard let base = bytes.baseAddress, start + 8 <= bytes.count else { return nil }
        let raw = UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high: UInt64 = 0x8080_8080_8080_8080
        let lower = raw | ones &* 0x20
        let plain = lower & ~high
        let letters = (plain &+ ones &* 0x1F) & ~(plain &+ ones &* 0x05) & ~raw & high
        let ends = ~letters & high
        let bits = UInt64(ends.trailingZeroBitCount) &- 7
        guard ends != 0, bits > 0, raw &>> bits & 0x80 == 0 else { return nil }
        let word = lower & (1 &<< bits &- 1)
        // Neighbours that are equal, among the letters.
        let pairs = (word ^ word >> 8) | ~((1 &<< bits &- 1) >> 8)
        let isDoubled = (pairs &- ones) & ~pairs & high != 0
        let length = Int(bits >> 3)
        return (WordHash.adding(word, to: WordHash.start), start + length, length, isDoubled)
    }

    /// The hash with doubled letters written once.
    var loose: UInt64 {
        guard isDoubled else { return hash }
        var hasher = WordHasher()
        var last: UInt8 = 0
        _ = Self.walk(bytes, start) { letter in
            if letter != last { hasher.add(letter) }
            last = letter
        }
        return hasher.value
    }

    /// Hands out the folded letters from an offset on; answers where they end and how many characters they are.
    @inline(__always)
    private static func walk(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ letter: (UInt8) -> Void
    ) -> (end: Int, length: Int) {
        var (at, length) = (start, 0)
        while at < bytes.count {
            if bytes[at] < 0x80 {
                guard bytes[at] | 0x20 &- 0x61 < 26 else { break }
                letter(bytes[at] | 0x20)
                at += 1
            } else {
                let (scalar, size) = UTF8Scalar.decode(bytes, at)
                guard let scalar, case .cells(let first, let second, _) = ScalarFolding.fold(scalar),
                    FoldedText.isLetter(first)
                else { break }
                letter(first)
                if second != 0 { letter(second) }
                at += size
            }
            length += 1
        }
        return (at, length)
    }
}
