/// A paragraph, list item or heading of a notice: its sentences, each as its words in lower case, and what it stands
/// under.
struct NoticeBlock {
    let sentences: [[String]]
    /// The sentences of the line that a list or item belongs to, or else of the heading.
    let above: [[String]]

    /// Plain text or Markdown. A line goes on with the next one, unless that is empty or begins an item.
    static func blocks(of text: String) -> [NoticeBlock] {
        var blocks: [NoticeBlock] = []
        var open: Line?
        var (heading, leads): ([[String]], [(indent: Int, isItem: Bool, words: [[String]])]) = ([], [])
        func close() {
            guard let line = open else { return }
            open = nil
            let words = sentences(of: line.text)
            if line.isHeading { (heading, leads) = (words, []) }
            // An item belongs to what is less indented before it; a list to the line that announces it.
            leads.removeAll { $0.indent > line.indent || ($0.indent == line.indent && (!line.isItem || $0.isItem)) }
            blocks.append(NoticeBlock(sentences: words, above: line.isItem ? leads.last?.words ?? heading : heading))
            if line.isItem || line.text.hasSuffix(":") { leads.append((line.indent, line.isItem, words)) }
        }
        for row in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let line = Line(row)
            if let line, !line.isItem, !line.isHeading, let before = open, !before.isHeading,
                !before.text.hasSuffix(":")
            {
                open?.text += " " + line.text
            } else {
                close()
                open = line
            }
        }
        close()
        return blocks
    }

    private struct Line {
        var text: String
        let indent: Int
        let isItem: Bool
        let isHeading: Bool

        /// Nil of an empty line.
        init?(_ row: Substring) {
            let start = row.drop(while: \.isWhitespace)
            guard !start.isEmpty else { return nil }
            indent = row.count - start.count
            isHeading = start.first == "#"
            let mark = start.prefix { !$0.isWhitespace }
            let isNumber = mark.count > 1 && mark.dropLast().allSatisfy(\.isNumber) && ".)".contains(mark.last ?? " ")
            isItem = ["-", "*", "•", "–", "·"].contains(mark) || isNumber
            var end = start
            while end.last?.isWhitespace == true { end.removeLast() }
            text = String(end)
        }
    }

    /// A full stop ends a sentence where a blank follows, so that `n.v.` and `1.000` do not.
    private static func sentences(of text: String) -> [[String]] {
        var (sentences, words, word): ([[String]], [String], String) = ([], [], "")
        func endWord() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        var last: Character = " "
        for character in text.lowercased() {
            if character.isWhitespace, ".!?".contains(last) || character.isNewline {
                endWord()
                if !words.isEmpty { sentences.append(words) }
                words = []
            }
            if character.isLetter || character.isNumber { word.append(character) } else { endWord() }
            last = character
        }
        endWord()
        return words.isEmpty ? sentences : sentences + [words]
    }
}
