/// Dates: those of birth are found, where a word says so; all others stay, and are no part of a number.
enum DateDetector {
    static func scan(_ s: inout Scratch) {
        var next = 0
        for index in s.numerals where index >= next && s.claims.isFree(s.tokens[index].start) {
            if let last = days(s, index) {
                s.claims.keep(s.tokens[index].start..<s.tokens[last].end)
                next = last + 1
                continue
            }
            guard let last = date(s, index) else { continue }
            var cells = s.tokens[index].start..<s.tokens[last].end
            if index > 0, s.tokens[index - 1].word.contains(.month), s.tokens[index - 1].end + 1 == cells.lowerBound,
                last <= index + 2, s.tokens[last].length == 4
            {
                cells = s.tokens[index - 1].start..<cells.upperBound
            }
            if isBirth(s, index) || isBirth(s, after: last) {
                s.claims.claim(cells, .birthDate, .birthDate, 90, "a date after a word for birth")
            } else if last > index || isCompact(s, index) {
                s.claims.keep(cells)
            }
            next = last + 1
        }
    }

    /// Pairs that are days of a month where so many of them stand in a row, whatever comes then.
    private static let surely = 6

    /// The last token of days that follow one another, "04/07 05/07 06/07": two and more, all of them days of a month.
    private static func days(_ s: borrowing Scratch, _ first: Int) -> Int? {
        let before = s.sign(after: first - 1)
        guard s.tokens[first].sign == 0x2F, !s.isGluedLeft(first), before == nil || before == 0x20 else { return nil }
        var at = first
        while s.isDigits(at, 1...2), s.isDigits(at + 1, 2...2), s.sign(after: at) == 0x2F, isDay(s.value(at)),
            isMonth(s.value(at + 1))
        {
            if s.sign(after: at + 1) == 0x20, s.isDigits(at + 2, 1...2), s.sign(after: at + 2) == 0x2F {
                at += 2
                continue
            }
            let isEnough = before == nil && s.sign(after: at + 1) == nil ? at > first : at - first >= 2 * (surely - 1)
            return isEnough ? at + 1 : nil
        }
        return at - first >= 2 * surely ? at - 1 : nil
    }

    /// "d.o.b.", the last word first.
    private static let bod = ["b", "o", "d"].map { WordHash.of($0.utf8) }

    private static func isBirth(_ s: borrowing Scratch, _ index: Int) -> Bool {
        var at = index - 1
        if at >= 2, (0...2).allSatisfy({ s.tokens[at - $0].hash == bod[$0] }),
            s.tokens[at].end - s.tokens[at - 2].start <= 5
        {
            return true
        }
        while at >= 0, index - at <= 4 {
            if s.tokens[at].isDigits { return false }
            if s.tokens[at].word.contains(.birthCue), s.tokens[index].start - s.tokens[at].end < 16 {
                return !s.tokens[at].word.contains(.conjunction) && isCue(s, at, index)
            }
            at -= 1
        }
        return false
    }

    /// "am 12.03.1984 geboren"
    private static func isBirth(_ s: borrowing Scratch, after last: Int) -> Bool {
        last + 1 < s.tokens.count && s.tokens[last + 1].word.contains(.birthCue) && s.tokens[last + 1].length > 3
            && s.tokens[last + 1].start == s.tokens[last].end + 1 && s.text.at(s.tokens[last].end) == 0x20
    }

    /// `ne` is a word of its own in French and Dutch: as a cue it stands before `le` or the date, `né(e) le`, and with its
    /// accent before `à Namur le` too.
    private static func isCue(_ s: borrowing Scratch, _ at: Int, _ index: Int) -> Bool {
        if s.tokens[at].length > 3 || s.has("(e)", at: s.tokens[at].end)
            || isAccented(s, at) && s.has(" a ", at: s.tokens[at].end)
        {
            return true
        }
        return index - at <= (s.tokens[index - 1].word.contains(.month) ? 3 : 2)
    }

    private static func isAccented(_ s: borrowing Scratch, _ index: Int) -> Bool {
        s.tokens[index].range.contains { s.text.flags[$0] & FoldedText.Flags.foreign.rawValue != 0 }
    }

    private static func isDay(_ value: Int) -> Bool { value >= 1 && value <= 31 }
    private static func isMonth(_ value: Int) -> Bool { value >= 1 && value <= 12 }
    private static func isYear(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let value = s.value(index)
        return s.tokens[index].length == 4 ? value >= 1900 && value <= 2099 : s.tokens[index].length == 2
    }

    /// The last token of the date that begins at a token of digits.
    private static func date(_ s: borrowing Scratch, _ index: Int) -> Int? {
        guard mayBegin(s, index), !s.isGluedLeft(index) else { return nil }
        if isBehindBracket(s, index) { return nil }
        // The end of something longer, 0493/11.09.31.
        if let before = s.sign(after: index - 1), !FoldedText.isSpace(before),
            s.claims.isFree(s.tokens[index - 1].start)
        {
            return nil
        }
        if isCompact(s, index) { return index }
        if s.isDigits(index, 8...8), isBirth(s, index), isDay(s.value(index) / 1_000_000),
            isMonth(s.value(index) / 10_000 % 100)
        {
            return index
        }
        return numeric(s, index) ?? worded(s, index) ?? monthFirst(s, index)
    }

    /// Digits follow behind a sign that dates have, a month is in the text, or there are enough digits for a day, month
    /// and year. Between spaces only a date of birth is one.
    private static func mayBegin(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let token = s.tokens[index]
        let isSigned = token.sign == 0x20 ? isBirth(s, index) : token.sign != 0
        return isSigned || token.length >= 8 || s.seen.contains(.month)
    }

    /// (0486) 11.12.66: digits in brackets begin a telephone number.
    private static func isBehindBracket(_ s: borrowing Scratch, _ index: Int) -> Bool {
        guard index > 0, s.tokens[index - 1].isDigits else { return false }
        let (open, close) = (s.tokens[index - 1].start - 1, s.tokens[index - 1].end)
        return s.text.at(open) == 0x28 && s.text.at(close) == 0x29 && s.tokens[index].start - close <= 2
    }

    /// 20240312, 20240312084515, and 12032024 before a time.
    private static func isCompact(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let token = s.tokens[index]
        let digits = token.range.prefix(8).reduce(0) { $0 * 10 + Int(s.text.at($1) & 15) }
        guard token.length == 8 || token.length == 14 || token.length == 12 else { return false }
        if (1900...2099).contains(digits / 10_000), isMonth(digits / 100 % 100), isDay(digits % 100) { return true }
        guard token.length == 8, isDay(digits / 1_000_000), isMonth(digits / 10_000 % 100) else { return false }
        return (1900...2099).contains(digits % 10_000) && s.sign(after: index) == 0x20 && s.isDigits(index + 1, 4...4)
            && s.value(index + 1) / 100 < 24 && s.value(index + 1) % 100 < 60
    }

    private static func numeric(_ s: borrowing Scratch, _ index: Int) -> Int? {
        guard let sign = s.sign(after: index), [0x2F, 0x2D, 0x2E, 0x20].contains(sign) else { return nil }
        if let last = range(s, index, sign) { return last }
        guard s.sign(after: index + 1) == sign else { return nil }
        let (a, b, c) = (index, index + 1, index + 2)
        let isISO = s.isDigits(a, 4...4) && s.isDigits(b, 1...2) && s.isDigits(c, 1...2)
        if isISO {
            guard isYear(s, a), isMonth(s.value(b)), isDay(s.value(c)), s.sign(after: c) != sign || sign == 0x20 else {
                return nil
            }
            return sign == 0x20 && !isBirth(s, index) ? nil : c
        }
        guard s.isDigits(a, 1...2), s.isDigits(b, 1...2), s.isDigits(c, 2...4), s.tokens[c].length != 3 else {
            return nil
        }
        guard isYear(s, c), isDay(s.value(a)) && isMonth(s.value(b)) || isMonth(s.value(a)) && isDay(s.value(b)) else {
            return nil
        }
        // 06.12.11.22.33 and 04 12 11 22 are numbers; a date stands alone.
        if s.sign(after: c) == sign, sign != 0x20 { return nil }
        if sign == 0x20, !isBirth(s, index) { return nil }
        if s.tokens[c].length == 2, sign != 0x2F, !isBirth(s, index), s.sign(after: c) != nil { return nil }
        return c
    }

    /// 07/11-10/11/2019
    private static func range(_ s: borrowing Scratch, _ index: Int, _ sign: UInt8) -> Int? {
        guard sign == 0x2F || sign == 0x2E, s.sign(after: index + 1) == 0x2D, s.sign(after: index + 2) == sign,
            s.isDigits(index, 1...2), s.isDigits(index + 1, 1...2), s.isDigits(index + 2, 1...2),
            s.isDigits(index + 3, 1...2)
        else { return nil }
        guard isMonth(s.value(index + 1)), isDay(s.value(index)), isMonth(s.value(index + 3)), isDay(s.value(index + 2))
        else {
            return nil
        }
        return s.sign(after: index + 3) == sign && s.isDigits(index + 4, 2...4) ? index + 4 : index + 3
    }

    /// September 9, 1995; September 9th, 1995
    private static func monthFirst(_ s: borrowing Scratch, _ index: Int) -> Int? {
        guard index > 0, s.tokens[index - 1].word.contains(.month), s.isDigits(index, 1...2), isDay(s.value(index))
        else {
            return nil
        }
        let day = s.tokens[index].isGlued && s.tokens[index + 1].length == 2 ? index + 1 : index
        guard s.isDigits(day + 1, 4...4), isYear(s, day + 1), s.tokens[day + 1].start - s.tokens[day].end <= 2 else {
            return nil
        }
        return day + 1
    }

    private static let of = WordHash.of("of".utf8)

    /// 21 mai 1970, 26 fév. 65, 1. September 1958
    private static func worded(_ s: borrowing Scratch, _ index: Int) -> Int? {
        guard s.isDigits(index, 1...2), isDay(s.value(index)), index + 2 < s.tokens.count else { return nil }
        var month = index + 1
        if s.tokens[month].length <= 3, s.tokens[index].isGlued, month + 1 < s.tokens.count { month += 1 }  // 1er mai
        if s.tokens[month].hash == of, month + 1 < s.tokens.count { month += 1 }  // 3rd of May
        guard month + 1 < s.tokens.count, s.tokens[month].word.contains(.month), s.isDigits(month + 1, 2...4),
            isYear(s, month + 1),
            s.tokens[month].start - s.tokens[month - 1].end <= 2, s.tokens[month + 1].start - s.tokens[month].end <= 2,
            s.text.at(s.tokens[month + 1].start - 1) != 0x0A, !beginsNumber(s, month + 1)
        else { return nil }
        return month + 1
    }

    /// "3 september. 06 39 98 65 62": a run that begins with 0 and has a telephone number's length is no year.
    private static func beginsNumber(_ s: borrowing Scratch, _ index: Int) -> Bool {
        guard s.tokens[index].length == 2, s.text.at(s.tokens[index].start) == 0x30 else { return false }
        var (last, digits) = (index, 2)
        while digits <= 11, s.sign(after: last) != nil {
            last += 1
            digits += s.tokens[last].length
        }
        return (9...11).contains(digits)
    }
}
