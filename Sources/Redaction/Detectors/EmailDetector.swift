/// E-mail addresses, however the `@` and the dots are written.
enum EmailDetector {
    static func scan(_ s: inout Scratch) {
        for index in s.tokens.indices { scan(&s, around: index) }
    }

    /// Looks for an `@` after a token: the last token of the local part.
    private static func scan(_ s: inout Scratch, around index: Int) {
        let end = s.tokens[index].end
        guard let (domainStart, isPlain) = separator(s, after: index) else { return }
        guard let (domainEnd, labels) = domain(s, at: domainStart, isPlain: isPlain) else { return }
        // "suivez.moi @lea.maes"
        if !isPlain, s.text.at(domainStart - 1) == 0x40, !hasShortTop(s.text, domainEnd) { return }
        // "Screenshot 2024-03-12 at 08.30.12.png"
        if !isPlain, labels < 2 || FoldedText.isDigit(s.text.at(domainStart)) { return }
        var start = localPart(s.text, before: end)
        guard start < end else { return }
        if !isPlain {
            if isPlace(s, index, domainStart), !isSigned(s.text, before: end) { return }
            start = spelledPart(s.text, before: start)
        }
        var lower = start
        for scheme in ["mailto:"] where hasPrefix(s.text, scheme, endingAt: lower) { lower -= scheme.utf8.count }
        s.claims.claim(lower..<domainEnd, .email, .email, isPlain ? 100 : 90, "a mail address")
    }

    private static func hasPrefix(_ text: FoldedText, _ prefix: String, endingAt end: Int) -> Bool {
        var at = end - prefix.utf8.count
        for byte in prefix.utf8 {
            guard text.at(at) == byte else { return false }
            at += 1
        }
        return true
    }

    private static func localPart(_ text: FoldedText, before end: Int) -> Int {
        var start = end
        while start > 0 {
            let cell = text.at(start - 1)
            let isSign = cell == 0x2E || cell == 0x5F || cell == 0x2B || cell == 0x2D || cell == 0x25
            guard FoldedText.isAlphanumeric(cell) || isSign, end - start < 64 else { break }
            start -= 1
        }
        while start < end, !FoldedText.isAlphanumeric(text.at(start)) { start += 1 }
        return start
    }

    /// "thibault point lemaitre arobase ...": the words of the local part before a dot that is spelled.
    private static func spelledPart(_ text: FoldedText, before start: Int) -> Int {
        for word in dotWords {
            let dot = start - word.count - 1
            guard dot > 1, text.at(start - 1) == 0x20, text.at(dot - 1) == 0x20,
                word.indices.allSatisfy({ text.at(dot + $0) == word[$0] })
            else { continue }
            return localPart(text, before: dot - 1)
        }
        return start
    }

    /// The first cell of the domain, where an `@` in some writing stands between.
    private static func separator(_ s: Scratch, after index: Int) -> (start: Int, isPlain: Bool)? {
        let text = s.text
        var at = s.tokens[index].end
        if text.at(at) == 0x40 {
            if FoldedText.isAlphanumeric(text.at(at + 1)) { return (at + 1, true) }
            return text.at(at + 1) == 0x20 && FoldedText.isLetter(text.at(at + 2)) ? (at + 2, false) : nil
        }
        // A sign may close the local part: `name_@example.org`.
        if text.at(at) == 0x5F || text.at(at) == 0x2D, text.at(at + 1) == 0x40 { return (at + 2, true) }
        let hadSpace = text.at(at) == 0x20
        if hadSpace { at += 1 }
        switch text.at(at) {
        case 0x40:
            guard hadSpace else { return nil }
            if text.at(at + 1) == 0x20 { return (at + 2, false) }
            // "lea.maes @example.be": what has a sign in it is no word before a mention.
            return isSigned(text, before: at - 1) ? (at + 1, false) : nil
        case 0x28, 0x5B, 0x7B, 0x3C:
            // (at) [at] (arobase) (@)
            var inner = at + 1
            let start = inner
            while FoldedText.isLetter(text.at(inner)) || text.at(inner) == 0x40 { inner += 1 }
            guard isAtWord(text, start..<inner), isClosing(text.at(inner)) else { return nil }
            return (text.at(inner + 1) == 0x20 ? inner + 2 : inner + 1, false)
        default:
            guard hadSpace, index + 1 < s.tokens.count, s.tokens[index + 1].start == at else { return nil }
            let word = s.tokens[index + 1]
            guard word.word.contains(.atWord), isAtWord(text, word.range), text.at(word.end) == 0x20 else { return nil }
            return (word.end + 1, false)
        }
    }

    /// Whether a domain ends with two to four letters.
    private static func hasShortTop(_ text: FoldedText, _ end: Int) -> Bool {
        (2...4).contains { text.at(end - $0 - 1) == 0x2E }
    }

    private static let providers = WordSet(
        list: "gmail hotmail outlook live yahoo icloud skynet telenet proximus gmx web orange scarlet voo")

    /// "look at example.be": what is no mail provider is where somebody is.
    private static func isPlace(_ s: borrowing Scratch, _ index: Int, _ domain: Int) -> Bool {
        guard s.has(" at ", at: s.tokens[index].end), index + 2 < s.tokens.count, s.tokens[index + 2].start == domain
        else { return false }
        return !providers.contains(s.tokens[index + 2].hash)
    }

    private static func isSigned(_ text: FoldedText, before end: Int) -> Bool {
        (localPart(text, before: end)..<end).contains { !FoldedText.isLetter(text.at($0)) }
    }

    private static func isClosing(_ cell: UInt8) -> Bool {
        cell == 0x29 || cell == 0x5D || cell == 0x7D || cell == 0x3E
    }

    private static let atWords = [
        "@", "at", "arobase", "arobas", "apenstaartje", "apestaart", "apestaartje", "klammeraffe",
    ]
    .map { Array($0.utf8) }

    private static func isAtWord(_ text: FoldedText, _ cells: Range<Int>) -> Bool {
        guard cells.count <= 12 else { return false }
        return atWords.contains { word in
            word.count == cells.count && zip(cells, word).allSatisfy { text.at($0) == $1 }
        }
    }

    private static let dotWords = ["dot", "point", "punt", "punkt"].map { Array($0.utf8) }

    /// The end of a domain and the number of its labels; nil where there is none with a top-level label of letters.
    private static func domain(_ s: Scratch, at start: Int, isPlain: Bool) -> (end: Int, labels: Int)? {
        let text = s.text
        var at = start
        var labels = 0
        var end = start
        while true {
            let labelStart = at
            while at - labelStart <= 63,
                FoldedText.isAlphanumeric(text.at(at))
                    || (text.at(at) == 0x2D && FoldedText.isAlphanumeric(text.at(at + 1)))
            {
                at += 1
            }
            guard at > labelStart, at - labelStart <= 63, at - start <= 253 else { break }
            let isTop = (labelStart..<at).allSatisfy { FoldedText.isLetter(text.at($0)) } && at - labelStart >= 2
            labels += 1
            if labels >= 2, isTop { end = at }
            // A list of addresses, or the next sentence.
            if labels >= 2, isTop, at - labelStart <= 4, isEnd(text, at) { break }
            // "name@example . be"
            guard let next = dot(text, at, isPlain: isPlain && labels > 1) else { break }
            at = next
        }
        return end > start ? (end, labels) : nil
    }

    /// Behind a top-level label a comma is a comma, and a capital after a full stop begins a sentence.
    private static func isEnd(_ text: FoldedText, _ at: Int) -> Bool {
        text.at(at) == 0x2C || text.at(at) == 0x2E && text.isUpper(at + 1) && !text.isUpper(at - 1)
    }

    /// Two to four letters and no more: a top-level label, and no sentence's first word.
    private static func isTop(_ text: FoldedText, _ start: Int) -> Bool {
        var end = start
        while FoldedText.isLetter(text.at(end)) { end += 1 }
        return (2...4).contains(end - start) && !text.isUpper(start)
    }

    /// The cell after a dot in some writing.
    private static func dot(_ text: FoldedText, _ at: Int, isPlain: Bool) -> Int? {
        if text.at(at) == 0x2E, FoldedText.isAlphanumeric(text.at(at + 1)) { return at + 1 }
        if text.at(at) == 0x2C, FoldedText.isLetter(text.at(at + 1)) { return at + 1 }
        let hasSpace = text.at(at) == 0x20
        let inner = hasSpace ? at + 1 : at
        if !isPlain, hasSpace, text.at(inner) == 0x2E, text.at(inner + 1) == 0x20, isTop(text, inner + 2) {
            return inner + 2
        }
        let isOpen = [0x28, 0x5B, 0x7B].contains(text.at(inner))
        guard isOpen || (hasSpace && !isPlain) else { return nil }
        let wordStart = isOpen ? inner + 1 : inner
        if isOpen, text.at(wordStart) == 0x2E, isClosing(text.at(wordStart + 1)) { return wordStart + 2 }
        for word in dotWords where word.enumerated().allSatisfy({ text.at(wordStart + $0.offset) == $0.element }) {
            let after = wordStart + word.count
            if isOpen {
                guard isClosing(text.at(after)) else { return nil }
                return hasSpace && text.at(after + 1) == 0x20 ? after + 2 : after + 1
            }
            return text.at(after) == 0x20 ? after + 1 : nil
        }
        return nil
    }
}
