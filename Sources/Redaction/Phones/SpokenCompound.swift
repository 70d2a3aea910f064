/// Number words written as one: `vierhonderdzeventig`, `hunderteinundsiebzig`, `nulvierzeven`.
enum SpokenCompound {
    private static let fewest = 8
    private static let longest = 64
    /// The longest number word, `siebenundzwanzig` and its like, and the shortest.
    private static let lengths = stride(from: 17, through: 3, by: -1)

    /// Adds the group of the numbers that a word is made of; nil where it is made of anything else.
    static func collect(_ s: inout Scratch, at index: Int) -> Int? {
        let token = s.tokens[index]
        guard (fewest...longest).contains(token.length), token.word.isEmpty, s.claims.isFree(token.start),
            !token.isGlued, !s.isGluedLeft(index),
            !s.seen.isDisjoint(with: .anyNumber)
        else { return nil }
        let first = s.digits.count
        guard let parts = parts(s.text, token.range) else { return nil }
        for digit in digits(parts) { s.digits.append(digit) }
        var next = index + 1
        // "vierhonderd zeventig"
        if parts.last?.word.contains(.hundredWord) == true { next = NumberWords.hundreds(&s, next) }
        let cells = token.start..<s.tokens[next - 1].end
        let group = DigitGroup(cells: cells, digits: first..<s.digits.count, style: .words, token: index)
        DigitGroups.add(&s, group, lastToken: next - 1)
        return next
    }

    /// The number words that the cells are, the longest first at each place.
    private static func parts(_ text: FoldedText, _ cells: Range<Int>) -> [Lexicon.Entry]? {
        var parts: [Lexicon.Entry] = []
        var at = cells.lowerBound
        while at < cells.upperBound {
            let part = lengths.lazy.filter { at + $0 <= cells.upperBound }.compactMap { length in
                Lexicon.known.entry(WordHash.of((at..<at + length).lazy.map { text.at($0) }))
                    .map { (entry: $0, length: length) }
            }.first { !$0.entry.word.isDisjoint(with: number) }
            guard let part else { return nil }
            parts.append(part.entry)
            at += part.length
        }
        return parts
    }

    private static let number: Word = [.digitWord, .teenWord, .tensWord, .pairWord, .hundredWord]

    /// What the parts say, as `NumberWords` reads them one by one: after a hundred come two digits, unless it is the last.
    private static func digits(_ parts: [Lexicon.Entry]) -> [UInt8] {
        var digits: [UInt8] = []
        var index = 0
        while index < parts.count {
            if parts[index].word.contains(.digitWord), index + 1 < parts.count,
                parts[index + 1].word.contains(.hundredWord)
            {
                digits.append(parts[index].value)
                index += 1
            } else if parts[index].word.contains(.hundredWord) {
                digits.append(1)
            }
            guard parts[index].word.contains(.hundredWord) else {
                append(parts, &index, &digits)
                continue
            }
            index += 1
            guard index < parts.count else { break }
            if !parts[index].word.isDisjoint(with: [.digitWord, .hundredWord]) { digits += [0, 0] }
        }
        return digits
    }

    /// One number below a hundred: `septantetrois` is two parts.
    private static func append(_ parts: [Lexicon.Entry], _ index: inout Int, _ digits: inout [UInt8]) {
        var value = parts[index].value
        let isDigit = parts[index].word.contains(.digitWord)
        if parts[index].word.contains(.tensWord), index + 1 < parts.count, parts[index + 1].word.contains(.digitWord),
            parts[index + 1].value > 0
        {
            index += 1
            value += parts[index].value
        }
        digits += isDigit ? [value] : [value / 10, value % 10]
        index += 1
    }
}
