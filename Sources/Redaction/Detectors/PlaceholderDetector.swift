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
        var text = FoldedText()
        Array(label.utf8).withUnsafeBufferPointer { text.append($0) }
        return WordHash.of((0..<text.count).map { text.at($0) }.prefix { FoldedText.isLetter($0) })
    }

    static func scan(_ s: inout Scratch) {
        for index in s.tokens.indices
        where s.text.at(s.tokens[index].start - 1) == 0x5B && labels.contains(s.tokens[index].hash) {
            var end = s.tokens[index].end
            while end - s.tokens[index].start < 48, s.text.at(end) != 0x5D, s.text.at(end) != 0 { end += 1 }
            guard s.text.at(end) == 0x5D else { continue }
            s.claims.keep((s.tokens[index].start - 1)..<(end + 1))
            var inside = index
            while inside < s.tokens.count, s.tokens[inside].start < end {
                (s.tokens[inside].word, s.tokens[inside].loose) = ([], 0)
                inside += 1
            }
        }
    }
}
