/// Ends of words: `straat`, `weg`. Most words are told from them by their last two letters.
final class WordEndings: Sendable {
    /// Letters that a word has before its end.
    private static let fewestBefore = 3

    private let endings: [[UInt8]]
    /// For each letter that may be the last: bit n is set where the letter n of the alphabet may stand before it.
    private let lastTwo: InlineArray<32, UInt32>

    convenience init(_ list: String) { self.init(list.split(separator: " ").map { Array($0.utf8) }) }

    private init(_ endings: [[UInt8]]) {
        self.endings = endings
        var lastTwo = InlineArray<32, UInt32>(repeating: 0)
        for ending in endings {
            lastTwo[Int(ending[ending.count - 1] & 31)] |= 1 << UInt32(ending[ending.count - 2] & 31)
        }
        self.lastTwo = lastTwo
    }

    func adding(_ others: WordEndings) -> WordEndings { WordEndings(endings + others.endings) }

    /// Whether a word has one of the ends.
    ///
    /// - Parameter letter: the letter so many places before the word's end, 1 the last.
    @inline(__always)
    func end(letters: Int, _ letter: (Int) -> UInt8) -> Bool {
        guard letters > 1 + Self.fewestBefore, lastTwo[Int(letter(1) & 31)] >> UInt32(letter(2) & 31) & 1 == 1 else {
            return false
        }
        return endings.contains { ending in
            letters >= ending.count + Self.fewestBefore
                && ending.indices.allSatisfy { letter(ending.count - $0) == ending[$0] }
        }
    }
}
