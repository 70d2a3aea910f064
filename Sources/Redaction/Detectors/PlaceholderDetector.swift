import Conversations

/// What redaction itself wrote: `[téléphone]`, `[nom abcdefgh]`. It stays, and its words say nothing of what is around.
enum PlaceholderDetector {
    private static let labels: Set<UInt64> = {
        let words = TextCategory.allCases.flatMap { category in
            RedactionSettings.Language.allCases.map { folded(Replacer.label(category, $0)) }
        }
        return Set(words)
    }()

    /// Of the label's first word.
    private static func folded(_ label: String) -> UInt64 {
        Array(label.utf8).withUnsafeBufferPointer { LatinWord($0, 0).hash }
    }

    static func scan(_ s: inout Scratch) {
        guard s.text.has(0x5B) else { return }
        for index in s.tokens.indices
        where s.text.at(s.tokens[index].start - 1) == 0x5B && labels.contains(s.tokens[index].hash) {
            var end = s.tokens[index].end
            while end - s.tokens[index].start < 48, s.text.at(end) != 0x5D, s.text.at(end) != 0 { end += 1 }
            guard s.text.at(end) == 0x5D else { continue }
            s.claims.keep((s.tokens[index].start - 1)..<(end + 1))
            var inside = index
            while inside < s.tokens.count, s.tokens[inside].start < end {
                var token = s.tokens[inside]
                (token.word, token.loose) = ([], 0)
                s.tokens[inside] = token
                inside += 1
            }
        }
    }
}
