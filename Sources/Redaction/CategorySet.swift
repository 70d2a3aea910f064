import Conversations

/// A set of categories as bits: asked for each finding.
struct CategorySet: Sendable {
    private var bits: Int64 = 0

    init(_ categories: some Sequence<TextCategory>) { for category in categories { bits |= 1 << category.bit } }

    @inline(__always)
    func contains(_ category: TextCategory) -> Bool { bits >> category.bit & 1 == 1 }
}
