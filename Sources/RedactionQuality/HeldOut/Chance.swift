import Seeding

/// The choices that texts are invented with: the same for the same seed on every machine.
struct Chance {
    private var source: SplitMix

    init(seed: UInt64) { source = SplitMix(seed: seed) }

    mutating func roll(_ range: ClosedRange<Int>) -> Int { source.roll(range) }

    mutating func happens(_ percent: Int) -> Bool { roll(0...99) < percent }

    mutating func pick<Element>(_ list: [Element]) -> Element { source.pick(list) }

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
