/// Full names of persons of the store who are not of the conversation: two words and more, side by side.
enum FullNameDetector {
    static func scan(_ s: inout Scratch, _ phrases: PhraseSet) {
        guard !phrases.isEmpty else { return }
        var index = 0
        while index + 1 < s.tokens.count {
            guard let last = last(s, index, phrases) else {
                index += 1
                continue
            }
            let cells = s.tokens[index].start..<s.tokens[last].end
            s.claims.claim(cells, .name, .profileName, 80, "a full name of a person of the store")
            index = last + 1
        }
    }

    /// The last token of the longest full name that begins at a token.
    private static func last(_ s: borrowing Scratch, _ index: Int, _ phrases: PhraseSet) -> Int? {
        guard !s.tokens[index].isDigits, phrases.mayBegin(s.tokens[index].loose), s.claims.isFree(s.tokens[index].start)
        else { return nil }
        var phrase = PhraseSet.adding(s.tokens[index].loose, to: 0)
        var hasCapitals = s.text.isUpper(s.tokens[index].start)
        var found: Int?
        var at = index + 1
        while at < s.tokens.count, at - index < PhraseSet.mostWords, !s.tokens[at].isDigits,
            ProfileNameDetector.isNameGap(s, at - 1)
        {
            phrase = PhraseSet.adding(s.tokens[at].loose, to: phrase)
            if at == index + 1, !phrases.opens(phrase) { return nil }
            hasCapitals = hasCapitals && (s.text.isUpper(s.tokens[at].start) || s.tokens[at].word.contains(.particle))
            if phrases.contains(phrase, hasCapitals: hasCapitals) { found = at }
            at += 1
        }
        return found
    }
}
