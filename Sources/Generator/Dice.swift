/// Numbers that look random and are the same for the same seed on every machine.
///
/// The algorithm is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014). The
/// standard library's own choices from a generator may change between versions, so every choice is made here.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// Dice of its own for the part `index` of what `seed` makes, so that parts can be made in any order.
    init(seed: UInt64, part index: Int) {
        var mixer = Dice(seed: seed ^ (UInt64(truncatingIfNeeded: index) &* 0xD1B5_4A32_D192_ED03))
        state = mixer.next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From `range`, which is not empty, each value as likely as any other (but for one part in 2^32).
    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int((next() >> 32) % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// True in so many of a thousand cases.
    mutating func happens(inThousand share: Int) -> Bool { roll(0...999) < share }

    /// One of a list that is not empty.
    mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(0...list.count - 1)] }

    /// The index of one of several weights, each as likely as it weighs.
    mutating func pick(weights: [Int]) -> Int {
        var left = roll(1...max(1, weights.reduce(0, +)))
        for (index, weight) in weights.enumerated() {
            left -= weight
            if left <= 0 { return index }
        }
        return weights.count - 1
    }

    /// Bytes for what would be a keyed hash.
    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 56) } }
}
