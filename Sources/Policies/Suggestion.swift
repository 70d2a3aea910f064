/// "Did you mean": the known word that a mistyped one is nearest to.
package enum Suggestion {
    /// The nearest of `words` by edits (insert, remove, change, swap neighbours), where a third of the word or less differs.
    package static func nearest(to typed: String, among words: [String]) -> String? {
        let typed = Array(typed.lowercased().unicodeScalars)
        guard (1...64).contains(typed.count) else { return nil }
        let limit = max(1, typed.count / 3)
        let ranked = words.map { (word: $0, edits: edits(typed, Array($0.lowercased().unicodeScalars))) }
        return ranked.filter { $0.edits <= limit }.min { $0.edits < $1.edits }?.word
    }

    /// The optimal string alignment distance.
    private static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        guard !b.isEmpty else { return a.count }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var least = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, beforeLast[j - 1] + 1) }
                row.append(least)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
