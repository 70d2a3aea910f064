/// IP addresses of both versions, with a port or written `1[.]2[.]3[.]4`.
enum IPAddressDetector {
    static func scan(_ s: inout Scratch) {
        if s.text.has(0x2E) {
            var next = 0
            for index in s.numerals where index >= next && s.tokens[index].digitsAhead >= 4 {
                if let last = version4(&s, index) { next = last + 1 }
            }
        }
        guard s.text.has(0x3A) else { return }
        version6(&s)
    }

    private static func version4(_ s: inout Scratch, _ first: Int) -> Int? {
        guard first + 3 < s.tokens.count, isDot(s, first), !s.isGluedLeft(first), !isDot(s, first - 1) else {
            return nil
        }
        var most = 0
        for index in first..<(first + 4) {
            guard s.isDigits(index, 1...3), s.value(index) <= 255 else { return nil }
            if index < first + 3, !isDot(s, index) { return nil }
            most = max(most, s.value(index))
        }
        var last = first + 3
        guard !s.tokens[last].isGlued, !isDot(s, last) else { return nil }
        let hasCue = s.hasCue(.ipCue, before: first, within: 5)
        let hasPort = s.sign(after: last) == 0x3A && s.isDigits(last + 1, 1...5)
        if hasPort { last += 1 }
        // Four small numbers are a version more often than an address.
        guard hasCue || ((most >= 100 || hasPort) && !isVersion(s, first)) else { return nil }
        var start = s.tokens[first].start
        // ::ffff:1.2.3.4
        if s.has("::ffff:", at: start - 7) { start -= 7 }
        let cells = start..<s.tokens[last].end
        return s.claims.claim(cells, .ipAddress, .ip, hasCue ? 100 : 80, "four octets") ? last : nil
    }

    private static func isVersion(_ s: borrowing Scratch, _ first: Int) -> Bool {
        first > 0 && (s.tokens[first - 1].word.contains(.referenceCue) || s.has("v", at: s.tokens[first].start - 1))
    }

    /// A full stop between two tokens, also in brackets.
    private static func isDot(_ s: borrowing Scratch, _ index: Int) -> Bool {
        guard index >= 0, index + 1 < s.tokens.count, s.tokens[index].isDigits, s.tokens[index + 1].isDigits else {
            return false
        }
        let gap = s.tokens[index].end..<s.tokens[index + 1].start
        if gap.count == 1 { return s.text.at(gap.lowerBound) == 0x2E }
        return gap.count == 3 && (s.has("[.]", at: gap.lowerBound) || s.has("(.)", at: gap.lowerBound))
    }

    private static func isHex(_ cell: UInt8) -> Bool { FoldedText.isDigit(cell) || cell &- 0x61 < 6 }

    /// Runs of hexadecimal groups and colons: eight groups, or a `::`.
    private static func version6(_ s: inout Scratch) {
        let (cells, count) = (s.text.text, s.text.count)
        var at = 0
        while at < count {
            guard cells[at] == 0x3A, isHex(s.text.at(at - 1)) || s.text.at(at + 1) == 0x3A else {
                at += 1
                continue
            }
            var start = at
            while isHex(s.text.at(start - 1)), at - start <= 4 { start -= 1 }
            var end = at
            while isHex(s.text.at(end)) || s.text.at(end) == 0x3A { end += 1 }
            at = max(end, at + 1)
            guard !FoldedText.isAlphanumeric(s.text.at(start - 1)), !FoldedText.isAlphanumeric(s.text.at(end)) else {
                continue
            }
            while end > start, s.text.at(end - 1) == 0x3A, s.text.at(end - 2) != 0x3A { end -= 1 }
            if isVersion6(s.text, start..<end) {
                s.claims.claim(start..<end, .ipAddress, .ip, 100, "hexadecimal groups")
            }
        }
    }

    private static func isVersion6(_ text: FoldedText, _ cells: Range<Int>) -> Bool {
        guard cells.count >= 6, cells.count <= 39 else { return false }
        var (groups, length, pairs) = (0, 0, 0)
        var previous: UInt8 = 0
        for cell in cells {
            let byte = text.at(cell)
            if byte == 0x3A {
                if previous == 0x3A { pairs += 1 }
                length = 0
            } else {
                if length == 0 { groups += 1 }
                length += 1
                if length > 4 { return false }
            }
            previous = byte
        }
        return pairs == 0 ? groups == 8 : pairs == 1 && groups <= 7 && groups >= 2
    }
}
