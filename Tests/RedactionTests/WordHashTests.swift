import Testing

@testable import Redaction

/// A word has one hash, however it is read: as a token of a folded text, in a text as it is, letter by letter.
@Suite struct WordHashTests {
    @Test(arguments: [
        "a", "le", "naam", "ellen", "appelle", "rijkswacht", "quatrevingt", "abcdefgh", "abcdefghi", "aabbccddeeffgghh",
        "aabbccddeeffgghhi", "vertegenwoordigster",
    ])
    func `a word has one hash and one loose hash`(word: String) {
        for written in [word, word.uppercased(), word.replacing("e", with: "é"), "1" + word, "+" + word + "!"] {
            let letters = Array(word.utf8)
            let single = letters.indices.filter { $0 == 0 || letters[$0] != letters[$0 - 1] }.map { letters[$0] }
            var scratch = Scratch()
            let bytes = Array(written.utf8)
            bytes.withUnsafeBufferPointer { scratch.load($0) }
            let token = scratch.tokens.first { !$0.isDigits }
            #expect(token?.hash == WordHash.of(letters))
            #expect(token?.loose == WordHash.of(single))
            let start = bytes.firstIndex { $0 | 0x20 == letters[0] || $0 == 0xC3 } ?? 0
            let latin = bytes.withUnsafeBufferPointer { buffer in
                let word = LatinWord(buffer, start)
                return (word.hash, word.loose, word.length)
            }
            #expect(latin == (WordHash.of(letters), WordHash.of(single), letters.count))
        }
    }

    @Test func `words of other scripts are told apart`() {
        var scratch = Scratch()
        Array("日本 日木 中本 日本".utf8).withUnsafeBufferPointer { scratch.load($0) }
        #expect(Set(scratch.tokens.map(\.hash)).count == 3)
        #expect(scratch.tokens[0].hash == scratch.tokens[3].hash)
    }

    @Test func `cells are the same eight at a time and one at a time`() {
        func cells(_ text: String) -> [[Int]] {
            var scratch = Scratch()
            Array(text.utf8).withUnsafeBufferPointer { scratch.load($0) }
            return (0..<scratch.text.count).map {
                let bytes = scratch.text.bytes($0..<($0 + 1))
                return [Int(scratch.text.at($0)), scratch.text.isUpper($0) ? 1 : 0, bytes.lowerBound, bytes.upperBound]
            }
        }
        // Each has less than eight bytes, which are looked at one by one.
        let pieces = [
            "Bon", "JOUR", ", ", "ça ", "VA? ", "A", "%2B", "%zz", "b ", "&nbsp;", "& ", " 12:", "30 ", "€5 ", "N°7 ",
            "{x} ",
            "[Z]@~", "\t|", "e\u{301}k", "`^_\u{7F}", "\n", "\0\r", "z{",
        ]
        for lead in 0..<9 {
            var expected: [[Int]] = []
            var start = 0
            for piece in [String(repeating: "Q", count: lead % 8), String(repeating: "q", count: lead / 8)] + pieces {
                expected += cells(piece).map { [$0[0], $0[1], $0[2] + start, $0[3] + start] }
                start += piece.utf8.count
            }
            let text =
                String(repeating: "Q", count: lead % 8) + String(repeating: "q", count: lead / 8) + pieces.joined()
            #expect(cells(text) == expected)
        }
    }
}
