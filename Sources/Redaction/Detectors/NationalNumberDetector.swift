/// Belgian national register numbers: eleven digits that begin with a date of birth and end with a checksum
/// (97 less the first nine modulo 97; with a 2 before them for people born from 2000 on), and the BIS numbers whose
/// month is raised by 20 or 40.
enum NationalNumberDetector {
    static func scan(_ s: inout Scratch) {
        var next = 0
        for index in s.numerals where index >= next && s.tokens[index].digitsAhead >= 11 {
            next = scan(&s, from: index)
        }
    }

    private static func scan(_ s: inout Scratch, from first: Int) -> Int {
        guard isAlone(s, from: first) || s.hasCue(.nationalCue, before: first, within: 4) else { return first + 1 }
        var digits = 0
        var value = 0
        var last = first
        while last < s.tokens.count, s.tokens[last].isDigits, digits + s.tokens[last].length <= 11 {
            if last > first, !isContinuation(s, last) { return first + 1 }
            digits += s.tokens[last].length
            for cell in s.tokens[last].range { value = value * 10 + Int(s.text.at(cell) & 15) }
            if digits == 11 {
                guard isNumber(value),
                    isAlone(s, from: first) && isAlone(s, to: last) || s.hasCue(.nationalCue, before: first, within: 4)
                else { break }
                let cells = s.tokens[first].start..<s.tokens[last].end
                let isClaimed = s.claims.claim(
                    cells, .nationalNumber, .nationalNumber, 100, "a national register number with its checksum")
                return isClaimed ? last + 1 : first + 1
            }
            last += 1
        }
        return first + 1
    }

    private static func isContinuation(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let gap = s.tokens[index - 1].end..<s.tokens[index].start
        guard gap.count <= 3 else { return false }
        return gap.allSatisfy { cell in
            let sign = s.text.at(cell)
            return FoldedText.isSpace(sign) || sign == 0x2D || sign == 0x2E || sign == 0x2F || sign == 0x5F
        }
    }

    /// No other digits stand right before.
    private static func isAlone(_ s: borrowing Scratch, from first: Int) -> Bool {
        if first > 0, s.tokens[first - 1].isDigits, s.tokens[first].start - s.tokens[first - 1].end <= 1,
            s.text.at(s.tokens[first].start - 1) != 0x0A
        {
            return false
        }
        return s.text.at(s.tokens[first].start - 1) != 0x2B
    }

    private static func isAlone(_ s: borrowing Scratch, to last: Int) -> Bool {
        s.sign(after: last).map(FoldedText.isSpace) ?? true
    }

    static func isNumber(_ value: Int) -> Bool {
        let (head, check) = (value / 100, value % 100)
        let month = head / 100_000 % 100
        let day = head / 1000 % 100
        guard day <= 31, month % 20 <= 12, month < 60 else { return false }
        return 97 - head % 97 == check || 97 - (2_000_000_000 + head) % 97 == check
    }
}
