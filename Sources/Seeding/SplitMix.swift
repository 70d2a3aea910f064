/// Numbers that look random and are the same for the same seed on every machine: SplitMix64 (Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", 2014). For what is invented and measured, never for a key.
package struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From `range`, which is not empty, each value as likely as any other (but for one part in 2^32). The standard
    /// library's own choices from a generator may change between versions.
    package mutating func roll(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int((next() >> 32) % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// One of a list that is not empty.
    package mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(0...list.count - 1)] }
}
