/// In how many of a store's messages each word occurs: what shows that a profile name is an everyday word. A profile is
/// a stranger's input, and one who calls himself "commande" must not blank the store.
package struct WordFrequency: Sendable {
    /// The share of messages, in thousandths, above which a single word is no name to look for.
    package static let mostPerThousand = 5
    /// Fewer messages than this prove nothing.
    package static let fewestMessages = 200

    private var counts: [UInt64: Int] = [:]
    private var messages = 0
    private var scratch = Scratch()

    package init() {}

    /// Counts one message. A sample of a few thousand, of many persons, is enough.
    package mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        messages += 1
        scratch.load(text)
        var seen: Set<UInt64> = []
        for token in scratch.tokens where !token.isDigits && seen.insert(token.loose).inserted {
            counts[token.loose, default: 0] += 1
        }
    }

    /// Whether a word, by its loose hash, is in more messages than a name would be.
    func isCommon(_ loose: UInt64) -> Bool {
        messages >= Self.fewestMessages && counts[loose, default: 0] * 1000 > messages * Self.mostPerThousand
    }
}
