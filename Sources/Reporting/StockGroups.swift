/// The stock with its small groups put together, so that no row points to a few people, and none can be worked out
/// from the total: what is put together is itself never small while anything is left to put with it.
package struct StockGroups: Sendable, Equatable {
    /// Persons that must be behind a row for it to stand alone.
    package static let least = 10
    /// What the compliance report rounds its counts to: with those of two nights, and all frozen figures, what came in
    /// between is still less known than a frozen figure, which is rounded to five.
    package static let base = 20

    /// To the nearest multiple of a base.
    static func rounded(_ count: Int, to base: Int = StockGroups.base) -> Int { (count + base / 2) / base * base }

    /// What counts of what was due and falls due are rounded to, and below what they are not told apart. They are of one
    /// rule each: rounded to 20, those of a rare kind would leave less than ten conversations open.
    package static let flowBase = 40
    package static let few = 60

    static func flowRounded(_ count: Int) -> Int { rounded(count, to: flowBase) }

    /// What sizes are rounded to, so that they tell no more than a count, and below what they are not told apart.
    static let leastBytes = 10_000

    static func roundedBytes(_ bytes: Int) -> Int { rounded(bytes, to: leastBytes) }

    package struct Weight: Sendable, Equatable, Codable {
        package var conversations = 0
        package var messages = 0
        package var bytes = 0

        /// As a report shows it.
        package var rounded: Weight {
            Weight(
                conversations: StockGroups.rounded(conversations), messages: StockGroups.rounded(messages),
                bytes: StockGroups.roundedBytes(bytes))
        }

        static func += (sum: inout Weight, row: RunRecord.Stock) {
            sum.conversations += row.conversations
            sum.messages += row.messages
            sum.bytes += row.bytes
        }
    }

    /// In the record's order.
    package let shown: [RunRecord.Stock]
    /// Nil where no row is small.
    package let together: Weight?
    package let total: Weight

    package init(_ stock: [RunRecord.Stock]) {
        var total = Weight()
        for row in stock { total += row }
        // Smallest first; of equals the first of the record.
        let bySize = stock.indices.sorted { (stock[$0].persons, $0) < (stock[$1].persons, $1) }
        var taken: Set<Int> = []
        var together = Weight()
        // The same persons may stand in several rows: the largest is what is sure.
        var persons = 0
        for index in bySize {
            let isSmall = stock[index].persons < StockGroups.least
            guard isSmall || (!taken.isEmpty && persons < StockGroups.least) else { break }
            taken.insert(index)
            together += stock[index]
            persons = max(persons, stock[index].persons)
        }
        self.total = total
        self.together = taken.isEmpty ? nil : together
        shown = stock.indices.filter { !taken.contains($0) }.map { stock[$0] }
    }
}
