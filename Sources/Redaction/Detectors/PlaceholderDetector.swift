import Conversations

/// What redaction itself wrote: `[téléphone]`, `[nom abcdefgh]`. It stays, and its words say nothing of what is around.
/// Anything else in brackets is somebody's text, though it begins with such a word: `[nom : Anna Maes]`.
enum PlaceholderDetector {
    /// A pseudonym, as `Replacer` writes it.
    private static let (pseudonym, letters) = (8, 0x61...0x70 as ClosedRange<UInt8>)

    /// Labels as they are folded, by the hash of their first word.
    private static let labels: [UInt64: [[UInt8]]] = {
        var labels: [UInt64: [[UInt8]]] = [:]
        for category in TextCategory.allCases {
            for language in RedactionSettings.Language.allCases {
                var scratch = Scratch()
                Array(Replacer.label(category, language).utf8).withUnsafeBufferPointer { scratch.load($0) }
                let cells = (0..<scratch.text.count).map { scratch.text.at($0) }
                if scratch.tokens.count > 0 { labels[scratch.tokens[0].hash, default: []].append(cells) }
            }
        }
        return labels
    }()

    static func scan(_ s: inout Scratch) {
        guard s.text.has(0x5B) else { return }
        for index in s.tokens.indices where s.text.at(s.tokens[index].start - 1) == 0x5B {
            guard let labels = labels[s.tokens[index].hash] else { continue }
            let start = s.tokens[index].start
            guard let end = end(s.text, start, labels) else { continue }
            s.claims.keep((start - 1)..<(end + 1))
            var inside = index
            while inside < s.tokens.count, s.tokens[inside].start < end {
                var token = s.tokens[inside]
                (token.word, token.loose) = ([], 0)
                s.tokens[inside] = token
                inside += 1
            }
        }
    }

    /// The bracket that closes one of the labels, or a label and a pseudonym; nil where anything else stands there.
    private static func end(_ text: FoldedText, _ start: Int, _ labels: [[UInt8]]) -> Int? {
        for label in labels where label.indices.allSatisfy({ text.at(start + $0) == label[$0] }) {
            var end = start + label.count
            if text.at(end) == 0x20, (1...pseudonym).allSatisfy({ letters.contains(text.at(end + $0)) }) {
                end += 1 + pseudonym
            }
            if text.at(end) == 0x5D { return end }
        }
        return nil
    }
}
