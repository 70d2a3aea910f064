/// Choices that are the same for the same seed on every machine (SplitMix64).
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int((next() >> 32) % UInt64(range.upperBound - range.lowerBound + 1))
    }

    mutating func happens(_ percent: Int) -> Bool { roll(0...99) < percent }

    /// One of a list that is not empty.
    mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(0...list.count - 1)] }

    /// One of several texts parted by `|`.
    mutating func pick(_ list: String) -> String { String(pick(list.split(separator: "|"))) }

    mutating func digits(_ count: Int) -> String { (0..<count).map { _ in String(roll(0...9)) }.joined() }

    /// `#` becomes a digit, `*` one that is not 0, `^` a capital letter; every other character stays.
    mutating func fill(_ pattern: String) -> String {
        String(
            pattern.map { character in
                switch character {
                case "#": Character(String(roll(0...9)))
                case "*": Character(String(roll(1...9)))
                case "^": pick(Array("ABCDEFGHJKLMNPRSTUVWXYZ"))
                default: character
                }
            })
    }

    /// One of several patterns parted by `|`, filled.
    mutating func fill(oneOf patterns: String) -> String {
        let pattern = pick(patterns)
        return fill(pattern)
    }
}
