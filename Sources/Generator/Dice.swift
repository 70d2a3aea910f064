import Seeding

/// The choices that an invented store is made with: the same for the same seed on every machine.
struct Dice {
    private var source: SplitMix

    init(seed: UInt64) { source = SplitMix(seed: seed) }

    /// Dice of its own for the part `index` of what `seed` makes, so that parts can be made in any order.
    init(seed: UInt64, part index: Int) {
        var mixer = SplitMix(seed: seed ^ (UInt64(truncatingIfNeeded: index) &* 0xD1B5_4A32_D192_ED03))
        source = SplitMix(seed: mixer.next())
    }

    mutating func next() -> UInt64 { source.next() }

    mutating func roll(_ range: ClosedRange<Int>) -> Int { source.roll(range) }

    /// True in so many of a thousand cases.
    mutating func happens(inThousand share: Int) -> Bool { roll(0...999) < share }

    mutating func pick<Element>(_ list: [Element]) -> Element { source.pick(list) }

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
