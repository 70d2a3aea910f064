/// A post code with its town, as they follow a street: `, 5000 Namur`, `- London NW1 6XE`, `Brussels 1050`.
enum PostTown {
    private static let prepositions = WordSet(list: "te in a at")

    private static func gap(_ s: borrowing Scratch, _ index: Int, most: Int) -> Bool {
        s.isParted(index, by: [.space, .comma, .hyphen, .line, .opening], most: most) && !s.tokens[index].isGlued
    }

    /// The last token of a post code and town that follow a token.
    static func end(_ s: borrowing Scratch, after last: Int) -> Int? {
        guard gap(s, last, most: 3) else { return nil }
        var next = last + 1
        // "Kerkstraat 12 te 9000 Gent"
        if prepositions.contains(s.tokens[next].hash), s.isDigits(next + 1, 4...5), gap(s, next, most: 1),
            next + 2 < s.tokens.count, s.text.isUpper(s.tokens[next + 2].start)
        {
            next += 1
        }
        // B-1000, D-50667, F-75001
        let code = s.tokens[next].length == 1 && !s.tokens[next].isDigits && gap(s, next, most: 1) ? next + 1 : next
        if s.isDigits(code, 4...5) { return continental(s, code) }
        guard !s.tokens[next].isDigits, s.tokens[next].length >= 3 else { return nil }
        return british(s, next)
    }

    /// `5000 Namur`, `1234 AB Utrecht`.
    static func continental(_ s: borrowing Scratch, _ code: Int) -> Int? {
        var town = code + 1
        guard town < s.tokens.count, gap(s, code, most: 1) || s.tokens[code].isGlued, !s.tokens[town].isDigits else {
            return nil
        }
        if s.tokens[code].length == 4, s.tokens[town].length == 2, gap(s, town, most: 1),
            s.text.isUpper(s.tokens[town].start),
            town + 1 < s.tokens.count, !s.tokens[town + 1].isDigits
        {
            town += 1
        }
        guard s.claims.isFree(s.tokens[town].start) else { return nil }
        return name(s, town)
    }

    /// The last word of a town: hyphened parts, and what follows an article or a saint.
    private static func name(_ s: borrowing Scratch, _ first: Int) -> Int? {
        guard s.tokens[first].length >= 2, s.tokens[first].word.isDisjoint(with: [.currency, .unit, .month]) else {
            return nil
        }
        var last = first
        while last + 1 < s.tokens.count, !s.tokens[last + 1].isDigits, last - first < 4 {
            let cells = s.tokens[last].end..<s.tokens[last + 1].start
            // "St. Vith"
            if cells.count == 2, s.has(". ", at: cells.lowerBound), isOpening(s, last) {
                last += 1
                continue
            }
            guard cells.count == 1 else { break }
            let sign = s.text.at(cells.lowerBound)
            let isBound = sign == 0x2D || sign == 0x27 || (sign == 0x20 && isOpening(s, last))
            guard isBound else { break }
            last += 1
        }
        return last
    }

    private static let openings = WordSet(list: "la le les saint sainte sint st ste de den bad san new")

    private static func isOpening(_ s: borrowing Scratch, _ index: Int) -> Bool {
        openings.contains(s.tokens[index].hash)
    }

    /// `London NW1 6XE`, `Brussels 1050`.
    private static func british(_ s: borrowing Scratch, _ town: Int) -> Int? {
        let next = town + 1
        guard next < s.tokens.count, gap(s, town, most: 2) else { return nil }
        if s.isDigits(next, 4...6) { return s.tokens[next].isGlued ? nil : next }
        if let end = stateOrSecondWord(s, next) { return end }
        // Letters and digits glued, a space, a digit and two letters glued.
        var at = next
        guard !s.tokens[at].isDigits, s.tokens[at].length <= 2, s.tokens[at].isGlued else { return nil }
        while at < s.tokens.count, s.tokens[at].isGlued { at += 1 }
        guard at + 2 < s.tokens.count, s.isDigits(at + 1, 1...1), s.tokens[at + 1].isGlued,
            s.tokens[at + 2].length == 2,
            s.tokens[at + 1].start - s.tokens[at].end <= 1
        else { return nil }
        return at + 2
    }

    /// `Washington DC 20500`, `Cluj-Napoca 400033`: a second word of the town or its state, and the code.
    private static func stateOrSecondWord(_ s: borrowing Scratch, _ second: Int) -> Int? {
        let isHyphened = s.text.at(s.tokens[second].start - 1) == 0x2D
        guard !s.tokens[second].isDigits, s.text.isUpper(s.tokens[second].start), !s.tokens[second].isGlued,
            isHyphened || s.tokens[second].length == 2, gap(s, second, most: 1), s.isDigits(second + 1, 5...6),
            !s.tokens[second + 1].isGlued
        else { return nil }
        return second + 1
    }

    /// The town before a street: `London, High Street 65`, `9000 Gent, Kerkstraat 5`.
    static func start(_ s: borrowing Scratch, before first: Int) -> Int? {
        let town = first - 1
        guard town >= 0, !s.tokens[town].isDigits, s.tokens[first].start - s.tokens[town].end == 2,
            s.has(", ", at: s.tokens[town].end), s.tokens[town].length >= 3, s.claims.isFree(s.tokens[town].start),
            s.tokens[town].word.isDisjoint(with: [.addressCue, .function])
        else { return nil }
        if s.isDigits(town - 1, 4...5), s.tokens[town].start == s.tokens[town - 1].end + 1 { return town - 1 }
        // "voilà, 153 boulevard": a town without its code has a capital; in "Léa Maes, Kerkstraat 5" it is no town.
        let isName = town > 0 && s.text.isUpper(s.tokens[town - 1].start) && s.isParted(town - 1, by: .space, most: 1)
        return s.text.isUpper(s.tokens[town].start) && !isName ? town : nil
    }
}
