/// The name before a mail address in angle brackets: `Nathalie Renson <n.renson@example.be>`, `"Claes, Joris" <...>`,
/// `Joris Claes [mailto:...]`.
enum MailboxNameDetector {
    private static let mostWords = 5

    static func scan(_ s: inout Scratch) {
        for index in s.claims.found.indices where s.claims.found[index].category == .email {
            let start = s.claims.found[index].cells.lowerBound
            guard let cells = name(s, before: start) else { continue }
            s.claims.claim(cells, .name, .introducedName, 75, "the name of a mailbox")
        }
    }

    /// The cells of the name whose address begins at a cell.
    private static func name(_ s: borrowing Scratch, before start: Int) -> Range<Int>? {
        guard s.text.at(start - 1) == 0x3C || s.text.at(start - 1) == 0x5B else { return nil }
        let last = lastToken(s, before: start - 1)
        guard last >= 0, isSpace(s, s.tokens[last].end..<(start - 1)) else { return nil }
        var first = last + 1
        while first > 0, last - first < mostWords - 1, isName(s, first - 1),
            first > last || ProfileNameDetector.isNameGap(s, first - 1)
        {
            first -= 1
        }
        guard first <= last, s.text.isUpper(s.tokens[first].start) else { return nil }
        return s.tokens[first].start..<s.tokens[last].end
    }

    /// The last token that ends before a cell; -1 where there is none.
    private static func lastToken(_ s: borrowing Scratch, before cell: Int) -> Int {
        var (low, high) = (0, s.tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if s.tokens[middle].end <= cell { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }

    /// Spaces and the quotation mark that may close the name.
    private static func isSpace(_ s: borrowing Scratch, _ cells: Range<Int>) -> Bool {
        !cells.isEmpty && cells.count <= 3 && cells.allSatisfy { [0x20, 0x22, 0x27].contains(s.text.at($0)) }
    }

    private static func isName(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let token = s.tokens[index]
        guard !token.isDigits, s.claims.isFree(token.range) else { return false }
        return s.text.isUpper(token.start) && token.word.isDisjoint(with: [.phoneCue, .referenceCue])
            || token.word.contains(.particle)
    }
}
