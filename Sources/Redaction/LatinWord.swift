/// A word of Latin letters in a text that is not folded: the hash that `Lexicon` knows it by, and where it ends.
struct LatinWord {
    private(set) var hash = WordHash.start
    private(set) var end: Int
    /// How many letters it has.
    private(set) var length = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) {
        end = start
        while end < bytes.count {
            if bytes[end] < 0x80 {
                guard bytes[end] | 0x20 &- 0x61 < 26 else { break }
                hash = WordHash.add(hash, bytes[end] | 0x20)
                end += 1
                length += 1
            } else {
                let (scalar, size) = UTF8Scalar.decode(bytes, end)
                guard let scalar, case .cells(let first, let second, _) = ScalarFolding.fold(scalar),
                    FoldedText.isLetter(first)
                else { break }
                hash = WordHash.add(hash, first)
                if second != 0 { hash = WordHash.add(hash, second) }
                end += size
                length += 1
            }
        }
    }
}
