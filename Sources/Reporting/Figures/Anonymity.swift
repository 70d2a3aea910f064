/// When a figure may be told for good, after the records behind it are gone.
///
/// The thresholds are those of statistical offices: 10 persons a cell (the floor is 5), dominance of half a cell,
/// no smallest or largest value, medians from 10 cases and 90th percentiles from 30, counts to the nearest 5.
package struct Anonymity: Sendable, Equatable, Codable {
    package let leastPersons: Int
    package let leastOperators: Int
    package let leastForMedian: Int
    package let leastForP90: Int
    /// What counts are rounded to a multiple of.
    package let base: Int
    /// Of these rules and of the figures' definitions: figures of different versions are not compared.
    package let version: Int

    package static let standard = Anonymity()

    private init() {
        (leastPersons, leastOperators, leastForMedian, leastForP90, base, version) = (10, 5, 10, 30, 5, 1)
    }

    func rounded(_ count: Int) -> Int { (count + base / 2) / base * base }

    /// How far the sum of some rounded counts may be from what they were.
    func margin(ofSum parts: Int) -> Int { parts * (base / 2) }

    /// To the nearest minute.
    static func minutes(_ seconds: Int) -> Int { (seconds + 30) / 60 * 60 }

    /// Whether a figure about answers may be told: where it is recorded who answered, five of ours did and none of them
    /// three quarters of it.
    func mayTell(_ operators: [Int], others: Int, cell: Int) -> Bool {
        guard let most = operators.max() else { return true }
        return operators.count >= leastOperators && most * 4 <= (operators.reduce(0, +) + others) * 3
    }
}
