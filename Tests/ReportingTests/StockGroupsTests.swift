import Conversations
import Testing

@testable import Reporting

@Test func `large groups stand alone and nothing is put together`() {
    let groups = StockGroups(stock(10, 11, 12))
    #expect(groups.shown.map(\.conversations) == [10, 11, 12])
    #expect(groups.together == nil)
}

@Test func `one small group takes the next smallest with it so that it cannot be worked out`() {
    let groups = StockGroups(stock(50, 3, 12))
    #expect(groups.shown.map(\.conversations) == [50])
    #expect(groups.together?.conversations == 15)
}

@Test func `small groups may be the same persons and so take a large one with them`() {
    let groups = StockGroups(stock(6, 50, 5, 60))
    #expect(groups.shown.map(\.conversations) == [60])
    #expect(groups.together?.conversations == 61)
}

@Test(arguments: [[], [3], [3, 4], [9, 9, 9, 200], [1, 40], [10], [0, 10, 10]])
func `what is shown and what is together is all there is`(_ sizes: [Int]) {
    let groups = StockGroups(stock(sizes))
    let shown = groups.shown.reduce(0) { $0 + $1.conversations }
    #expect(shown + (groups.together?.conversations ?? 0) == sizes.reduce(0, +))
    #expect(groups.total.conversations == sizes.reduce(0, +))
    #expect(groups.total.messages == 10 * sizes.reduce(0, +))
    #expect(groups.shown.allSatisfy { $0.conversations >= StockGroups.least })
    // Less than the least stands together only where there was nothing more to take.
    if let together = groups.together, together.conversations < StockGroups.least { #expect(groups.shown.isEmpty) }
}

private func stock(_ sizes: Int...) -> [RunRecord.Stock] { stock(sizes) }

private func stock(_ sizes: [Int]) -> [RunRecord.Stock] {
    zip(Purpose.allCases, sizes).map {
        .init(role: .client, purpose: $0, conversations: $1, messages: 10 * $1, bytes: 100 * $1, persons: $1)
    }
}
