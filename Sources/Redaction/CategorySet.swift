import Conversations

/// A set of categories as bits: asked for each finding.
struct CategorySet: Sendable {
    private var bits: Int64 = 0

    init(_ categories: some Sequence<TextCategory>) { for category in categories { bits |= 1 << category.bit } }

    @inline(__always)
    func contains(_ category: TextCategory) -> Bool { bits >> category.bit & 1 == 1 }
}

/// How many of each category: counted without a look-up in a dictionary.
struct CategoryTally: Sendable, Equatable {
    private var counts = InlineArray<10, Int>(repeating: 0)

    subscript(category: TextCategory) -> Int {
        get { counts[category.place] }
        set { counts[category.place] = newValue }
    }

    static func == (a: CategoryTally, b: CategoryTally) -> Bool { TextCategory.allCases.allSatisfy { a[$0] == b[$0] } }
}

extension TextCategory {
    /// The place among all cases: their bits lie side by side, in the same order.
    var place: Int { Int(bit - TextCategory.phone.bit) }
}
