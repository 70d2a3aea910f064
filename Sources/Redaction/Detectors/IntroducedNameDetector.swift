/// Names that are not known, where the words around introduce one: "je m'appelle ...", "my name is ...", the closing
/// of a letter, "... m'a dit".
enum IntroducedNameDetector {
    private static let mostWords = 5
    private static let mostParticles = 3
    /// "de la" and "du" come after a name as often as in it: "c'est julie de la compta".
    private static let lowerParticles = WordSet(list: "van von de den der ten ter el ben")
    private static let ikBen = WordHash.of("ben".utf8)

    static func scan(_ s: inout Scratch) {
        var index = 0
        while index < s.tokens.count {
            let isIntroduced = index > 0 && s.tokens[index - 1].word.contains(.endsIntroduction)
            guard isIntroduced || s.seen.contains(.followsName), !s.tokens[index].isDigits,
                s.claims.isFree(s.tokens[index].start), let last = name(s, index)
            else {
                index += 1
                continue
            }
            var end = s.tokens[last].end
            if s.tokens[last].length == 1, s.text.at(end) == 0x2E { end += 1 }
            s.claims.claim(s.tokens[index].start..<end, .name, .introducedName, 65, "a name that is introduced")
            index = last + 1
        }
    }

    /// The last token of a name that begins at a token.
    private static func name(_ s: borrowing Scratch, _ index: Int) -> Int? {
        let before = NameContext.before(s, index)
        let last = capitalised(s, index)
        if before == .strong {
            if let last { return isOrdinary(s, index, last) ? nil : last }
            return lowerCase(s, index, most: 2)
        }
        if let last, NameContext.after(s, last) == .strong, !isContinuing(s, index), !isGreeting(s, index, last) {
            return isOrdinary(s, index, last) ? nil : last
        }
        if before == .none, !isContinuing(s, index), let last = lowerCase(s, index, most: 2),
            NameContext.after(s, last) == .strong, isStart(s, index)
        {
            return last
        }
        if before == .closing {
            if let last { return isOrdinary(s, index, last) ? nil : last }
            return lowerCase(s, index, most: 2).flatMap { isClosing(s, $0) ? $0 : nil }
        }
        guard before != .none else { return nil }
        if let last = givenName(s, index) { return last }
        // In a text all of capitals they say nothing.
        guard before != .slight, !isShouted(s, index) else { return nil }
        if before == .title, let last, !isOrdinary(s, index, last) { return last }
        // Dutch writes only names with a capital here: "ik ben Femke".
        if let last, s.tokens[index - 1].hash == ikBen, !isOrdinary(s, index, last) { return last }
        if let last, isNamed(s, index, last) { return last }
        if let last, isSaidOfSelf(s, index), s.tokens[index].length >= 3, !isOrdinary(s, index, last) { return last }
        // Words in capitals, the last of them known for nothing else.
        if let last, last > index, isFullName(s, index...last) { return isOrdinary(s, index, last) ? nil : last }
        return lowerCase(s, index, most: 2).flatMap { isNamed(s, index, $0) ? $0 : nil }
    }

    /// The last token of a name that begins with a given name, in capitals or not.
    private static func givenName(_ s: borrowing Scratch, _ index: Int) -> Int? {
        guard GivenNames.holds(s, index), s.claims.isFree(s.tokens[index].range) else { return nil }
        return (s.text.isUpper(s.tokens[index].start) ? capitalised(s, index) : lowerCase(s, index, most: 2)) ?? index
    }

    /// "MADAME MA COMMANDE"
    private static func isShouted(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let before = s.tokens[index - 1]
        return before.length > 2 && s.text.isUpper(before.end - 1) && s.text.isUpper(s.tokens[index].end - 1)
    }

    private static let (moi, est) = (WordHash.of("moi".utf8), WordHash.of("est".utf8))
    private static let selves = WordSet(list: "suis m am")

    /// "je suis Femke", "I'm Femke", "I am Femke", "moi c'est Femke", said without capitals: French and English write other words small.
    private static func isSaidOfSelf(_ s: borrowing Scratch, _ index: Int) -> Bool {
        guard !s.text.isUpper(s.tokens[index - 1].start) else { return false }
        return selves.contains(s.tokens[index - 1].hash)
            || index >= 3 && s.tokens[index - 1].hash == est && s.tokens[index - 3].hash == moi
    }

    /// Two words and more, the first no particle, and no grammar among them.
    private static func isFullName(_ s: borrowing Scratch, _ tokens: ClosedRange<Int>) -> Bool {
        let words = tokens.filter { !s.tokens[$0].word.contains(.particle) }
        guard words.count >= 2, let last = words.last, words.first == tokens.lowerBound else { return false }
        return words.allSatisfy { s.tokens[$0].word.isDisjoint(with: [.function, .nameCue, .registerCue]) }
            && (s.tokens[last].word.isDisjoint(with: .common) || GivenNames.holds(s, tokens.lowerBound))
    }

    /// A word after it speaks for a name: "met Jan hier", "c'est Jan à l'appareil".
    private static func isNamed(_ s: borrowing Scratch, _ index: Int, _ last: Int) -> Bool {
        NameContext.after(s, last) != .none && !isOrdinary(s, index, last)
    }

    /// Whether the token begins a sentence or a line.
    private static func isStart(_ s: borrowing Scratch, _ index: Int) -> Bool {
        var at = s.tokens[index].start - 1
        while s.text.at(at) == 0x20 { at -= 1 }
        return [0, 0x0A, 0x2E, 0x21, 0x3F, 0x2C, 0x2D].contains(s.text.at(at))
    }

    /// "Bonjour, Léa Maes à l'appareil": the name begins behind the comma.
    private static func isGreeting(_ s: borrowing Scratch, _ index: Int, _ last: Int) -> Bool {
        (index..<last).contains { at in
            s.text.at(s.tokens[at].end) == 0x2C
                && (greetings.contains(s.tokens[at].hash)
                    || !s.tokens[at].word.isDisjoint(with: [.nameCue, .introducesCapital]))
        }
    }

    private static let greetings = WordSet(
        list: "allo rebonjour bonsoir bjr bsr tag morgen goedemorgen goeiemorgen goedenavond")

    /// A capitalised word before: the name began earlier.
    private static func isContinuing(_ s: borrowing Scratch, _ index: Int) -> Bool {
        index > 0 && !s.tokens[index - 1].isDigits && s.text.isUpper(s.tokens[index - 1].start)
            && s.tokens[index].start == s.tokens[index - 1].end + 1 && s.text.at(s.tokens[index].start - 1) == 0x20
            && s.tokens[index - 1].word.isDisjoint(with: [.function, .nameCue])
    }

    /// Nothing follows on the line, or a sign.
    private static func isClosing(_ s: borrowing Scratch, _ last: Int) -> Bool {
        let sign = s.text.at(s.tokens[last].end)
        if sign != 0x20 { return !FoldedText.isAlphanumeric(sign) && sign != 0x27 }
        let next = s.text.at(s.tokens[last].end + 1)
        return !FoldedText.isAlphanumeric(next) || last + 1 < s.tokens.count && s.text.isUpper(s.tokens[last + 1].start)
    }

    /// Grammar, or a word that detectors know for something else.
    private static func isOrdinary(_ s: borrowing Scratch, _ first: Int, _ last: Int) -> Bool {
        (first...last).allSatisfy { index in
            let word = s.tokens[index].word
            // An initial is a word of grammar in some language.
            if s.tokens[index].length == 1, s.text.at(s.tokens[index].end) == 0x2E { return false }
            return !word.isEmpty && word.isDisjoint(with: [.common, .particle]) || word.contains(.function)
        }
    }

    /// Capitalised words, particles and initials from a token on.
    private static func capitalised(_ s: borrowing Scratch, _ index: Int) -> Int? {
        guard s.text.isUpper(s.tokens[index].start) || s.tokens[index].word.contains(.particle) else { return nil }
        var last: Int?
        var at = index
        var capitals = 0
        while at < s.tokens.count, at - index < mostWords, !s.tokens[at].isDigits, s.claims.isFree(s.tokens[at].range) {
            if at > index, !isNameGap(s, at) { break }
            if s.text.isUpper(s.tokens[at].start) {
                if at > index, isEnd(s, at) { break }
                capitals += 1
                last = at
            } else if !s.tokens[at].word.contains(.particle) {
                break
            }
            at += 1
        }
        return capitals > 0 ? last : nil
    }

    /// A capitalised word that is no part of the name before it: grammar, a greeting, what a comma parts from it.
    private static func isEnd(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let word = s.tokens[index].word
        guard s.tokens[index].length > 1, !word.contains(.particle) else { return false }
        let isParted = s.text.at(s.tokens[index - 1].end) == 0x2C && word.isDisjoint(with: .common)
        return !word.isDisjoint(with: [.function, .nameCue, .registerCue])
            || isParted && (!word.isEmpty || isCapitals(s, index) && !isCapitals(s, index - 1))
    }

    private static func isCapitals(_ s: borrowing Scratch, _ index: Int) -> Bool {
        s.text.isUpper(s.tokens[index].end - 1)
    }

    private static func isNameGap(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let gap = s.tokens[index - 1].end..<s.tokens[index].start
        guard gap.count <= 2 else { return false }
        let isInitial = s.tokens[index - 1].length == 1
        return gap.allSatisfy { cell in
            let sign = s.text.at(cell)
            return sign == 0x20 || sign == 0x2D || sign == 0x27 || sign == 0x2C || sign == 0x3B
                || isInitial && sign == 0x2E
        }
    }

    /// One or two words in lower case, particles between; the second only where the phrase ends after it.
    private static func lowerCase(_ s: borrowing Scratch, _ index: Int, most: Int) -> Int? {
        func isName(_ at: Int) -> Bool {
            let word = s.tokens[at].word
            return !s.tokens[at].isDigits && s.tokens[at].length >= 3 && s.claims.isFree(s.tokens[at].range)
                && (word.isEmpty || word == .common) && !s.text.isUpper(s.tokens[at].start)
        }
        guard isName(index) else { return nil }
        var next = index + 1
        while next < s.tokens.count, next - index <= mostParticles, lowerParticles.contains(s.tokens[next].hash),
            isNameGap(s, next)
        {
            next += 1
        }
        guard most > 1, next < s.tokens.count, isName(next), isNameGap(s, next),
            isClosing(s, next) || NameContext.after(s, next) == .strong
        else { return index }
        return next
    }
}
