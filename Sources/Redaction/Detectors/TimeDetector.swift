/// Times and opening hours: they stay, and are no part of a number.
enum TimeDetector {
    static func scan(_ s: inout Scratch) {
        for index in s.numerals {
            let last = s.tokens[index].length <= 2 ? time(s, index) ?? hours(s, index) : timetable(s, index)
            if let last { s.claims.keep(s.tokens[index].start..<s.tokens[last].end) }
        }
    }

    /// The last token of hours in a row, "08.30 12.30 13.00 17.00": three and more, each later than the one before.
    private static func hours(_ s: borrowing Scratch, _ first: Int) -> Int? {
        guard s.sign(after: first) == 0x2E, !s.isGluedLeft(first), s.sign(after: first - 1) == nil else { return nil }
        var (at, before) = (first, -1)
        while isHour(s, at), isMinute(s, at + 1), s.sign(after: at) == 0x2E,
            case let time = s.value(at) * 60 + s.value(at + 1), time > before
        {
            before = time
            guard s.sign(after: at + 1) != nil else { return at - first >= 4 ? at + 1 : nil }
            guard s.sign(after: at + 1) == 0x20 else { return nil }
            at += 2
        }
        return nil
    }

    /// No line of a timetable has more: it bounds the work on hostile texts.
    private static let mostTimes = 48

    /// The tokens of a timetable's line, "0704 0734 0804 0834" or "0830-1230 1300-1700": four times and more, each later than
    /// the one before.
    private static func timetable(_ s: borrowing Scratch, _ first: Int) -> Int? {
        guard !s.isGluedLeft(first) else { return nil }
        var last = first
        while isClock(s, last), last == first || s.value(last) > s.value(last - 1), last - first < mostTimes {
            guard s.sign(after: last) == 0x20 || s.sign(after: last) == 0x2D else {
                return last - first >= 3 ? last : nil
            }
            last += 1
        }
        return nil
    }

    private static func isClock(_ s: borrowing Scratch, _ index: Int) -> Bool {
        s.isDigits(index, 4...4) && s.value(index) < 2400 && s.value(index) % 100 < 60 && !s.tokens[index].isGlued
    }

    private static func isHour(_ s: borrowing Scratch, _ index: Int) -> Bool {
        s.isDigits(index, 1...2) && s.value(index) <= 24
    }

    private static func isMinute(_ s: borrowing Scratch, _ index: Int) -> Bool {
        s.isDigits(index, 2...2) && s.value(index) < 60
    }

    private static func time(_ s: borrowing Scratch, _ index: Int) -> Int? {
        let sign = s.tokens[index].sign
        guard s.tokens[index].isGlued || sign == 0x3A || sign == 0x2E, isHour(s, index), !s.isGluedLeft(index) else {
            return nil
        }
        // 8h30, 9u, 13h
        if s.tokens[index].isGlued, index + 1 < s.tokens.count, s.tokens[index + 1].length == 1,
            s.text.at(s.tokens[index + 1].start) == 0x68 || s.text.at(s.tokens[index + 1].start) == 0x75
        {
            return s.tokens[index + 1].isGlued && isMinute(s, index + 2) ? index + 2 : index + 1
        }
        if s.sign(after: index) == 0x3A, isMinute(s, index + 1), s.sign(after: index - 1) != 0x3A {
            guard s.sign(after: index + 1) == 0x3A else { return index + 1 }
            guard isMinute(s, index + 2), s.sign(after: index + 2) != 0x3A else { return nil }
            return index + 2
        }
        return dotted(s, index)
    }

    /// 9.00-12.30, 09.00 - 18.00
    private static func dotted(_ s: borrowing Scratch, _ index: Int) -> Int? {
        guard s.sign(after: index) == 0x2E, isMinute(s, index + 1), index + 3 < s.tokens.count, isHour(s, index + 2),
            s.sign(after: index + 2) == 0x2E, isMinute(s, index + 3), s.sign(after: index - 1) != 0x2E,
            s.sign(after: index + 3) != 0x2E
        else { return nil }
        let gap = s.tokens[index + 1].end..<s.tokens[index + 2].start
        let signs = gap.filter { s.text.at($0) != 0x20 }
        return signs.count == 1 && s.text.at(signs[0]) == 0x2D && gap.count <= 3 ? index + 3 : nil
    }
}
