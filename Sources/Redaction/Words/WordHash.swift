/// A hash of a word's folded letters, eight at a time: most words are one step. It is never stored.
enum WordHash {
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash with up to eight letters more, the first in the lowest place, zeros past the last.
    @inline(__always)
    static func adding(_ letters: UInt64, to hash: UInt64) -> UInt64 {
        let once = (hash ^ letters) &* 0x9E37_79B9_7F4A_7C15
        let twice = (once ^ once >> 32) &* 0xD6E8_FEB8_6659_FD93
        return twice ^ twice >> 29
    }

    static func of(_ letters: some Sequence<UInt8>) -> UInt64 {
        var hasher = WordHasher()
        for letter in letters { hasher.add(letter) }
        return hasher.value
    }
}

/// The hash of a word whose letters come one by one.
struct WordHasher {
    private var hash = WordHash.start
    /// Letters that are not hashed yet, and how many bits they have.
    private var letters: UInt64 = 0
    private var bits: UInt64 = 0

    @inline(__always)
    mutating func add(_ letter: UInt8) {
        letters |= UInt64(letter) &<< bits
        bits &+= 8
        if bits == 64 {
            hash = WordHash.adding(letters, to: hash)
            (letters, bits) = (0, 0)
        }
    }

    var value: UInt64 { @inline(__always) get { bits == 0 ? hash : WordHash.adding(letters, to: hash) } }
}
