/// A word of Latin letters in a text that is not folded: its hashes, as a `Token` has them, and where it ends.
struct LatinWord {
    private(set) var hash = WordHash.start
    /// With doubled letters written once.
    private(set) var loose = WordHash.start
    private var last: UInt8 = 0
    private(set) var end: Int
    /// How many letters it has.
    private(set) var length = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) {
        end = start
        while end < bytes.count {
            if bytes[end] < 0x80 {
                guard bytes[end] | 0x20 &- 0x61 < 26 else { break }
                add(bytes[end] | 0x20)
                end += 1
                length += 1
            } else {
                let (scalar, size) = UTF8Scalar.decode(bytes, end)
                guard let scalar, case .cells(let first, let second, _) = ScalarFolding.fold(scalar),
                    FoldedText.isLetter(first)
                else { break }
                add(first)
                if second != 0 { add(second) }
                end += size
                length += 1
            }
        }
    }

    @inline(__always)
    private mutating func add(_ letter: UInt8) {
        hash = WordHash.add(hash, letter)
        if letter != last { loose = WordHash.add(loose, letter) }
        last = letter
    }
}
