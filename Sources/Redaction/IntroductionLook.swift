/// A second look of `Prefilter` at words that may introduce a name, before anything is folded: `IntroducedNameDetector`
/// finds nothing where it says no.
struct IntroductionLook {
    private static let mostWords = 5
    private static let (ben, dit, a, m) = (hash("ben"), hash("dit"), hash("a"), hash("m"))
    private static let (ici, under, bonjour) = (hash("ici"), hash("under"), hash("bonjour"))
    private static let (met, spreekt) = (hash("met"), hash("spreekt"))
    private static let selves = WordSet(list: "suis m am")
    private static let (est, c) = (hash("est"), hash("c"))
    private static let vous = hash("vous")
    private static let titles = WordSet(list: LexiconWords.titles + " " + LexiconWords.relatives)
    private static let here = WordSet(list: "hier here")

    private static func hash(_ word: String) -> UInt64 { WordHash.of(word.utf8) }

    let bytes: UnsafeBufferPointer<UInt8>
    private let lexicon = Lexicon.known

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private func isUpper(_ at: Int) -> Bool {
        bytes[at] < 0x80
            ? bytes[at] &- 0x41 < 26
            : bytes[at] == 0xC3 ? at + 1 < bytes.count && bytes[at + 1] < 0xA0 : true
    }

    /// Whether a capital right after a word, both at their offsets, may begin a name that the word introduces: two
    /// capitals that are no grammar, or one that "ik ben", a colon or a word behind it speaks for.
    @inline(never)
    func mayIntroduce(_ previous: Int, _ start: Int) -> Bool {
        let before = LatinWord(bytes, previous)
        guard start >= before.end, start - before.end <= 6, let entry = lexicon.entry(before.hash),
            entry.word.contains(.introducesCapital)
        else { return false }
        // "file is under", "bonjour ici" are strong: whatever follows is a name.
        if before.hash == Self.under || before.hash == Self.ici && word(before: previous).hash == Self.bonjour
            || before.hash == Self.met && word(before: previous).hash == Self.spreekt
        {
            return true
        }
        if Self.selves.contains(before.hash), isUpper(start) { return true }
        if before.hash == Self.est, isUpper(start), word(before: previous).hash == Self.c { return true }
        let word = LatinWord(bytes, start)
        if GivenNames.hashes.contains(word.hash) { return true }
        let isTitle = Self.titles.contains(before.hash) || before.hash == Self.m && bytes[before.end] == 0x2E
        if isTitle, isUpper(start) ? isUnknown(word) : mayBeParticle(word) { return true }
        if !isUpper(start) { return false }
        // "bien à vous, Femke"
        if before.hash == Self.vous { return self.word(before: previous).hash == Self.a }
        if before.hash == Self.ben || bytes[before.end..<start].contains(0x3A) { return true }
        var at = start
        var (words, isUnknown) = (0, false)
        while words < Self.mostWords, at < bytes.count, bytes[at] >= 0x41 {
            let word = LatinWord(bytes, at)
            guard word.end > at else { break }
            let known = lexicon.entry(word.hash)?.word ?? []
            if words > 0, known.contains(.followsName) || Self.here.contains(word.hash) { return true }
            guard isUpper(at) || known.contains(.particle) else { break }
            if !known.contains(.particle) {
                words += 1
                isUnknown = isUnknown || known.isDisjoint(with: [.function, .common])
            }
            if words >= 2, isUnknown { return true }
            at = word.end
            // A space, an apostrophe, a hyphen, of one byte or more.
            while at < bytes.count, at - word.end <= 6, !isLetter(at) { at += 1 }
        }
        return false
    }

    /// "van den Berg": a capital follows, after a word at most.
    private func mayBeParticle(_ word: LatinWord) -> Bool {
        lexicon.entry(word.hash)?.word.contains(.particle) == true
            && bytes[word.end..<min(word.end + 6, bytes.count)].contains { $0 &- 0x41 < 26 || $0 >= 0xC3 }
    }

    private func isUnknown(_ word: LatinWord) -> Bool {
        lexicon.entry(word.hash).map { !$0.word.isDisjoint(with: [.common, .particle]) } ?? true
    }

    private func isLetter(_ at: Int) -> Bool { bytes[at] | 0x20 &- 0x61 < 26 || bytes[at] >= 0xC3 && bytes[at] <= 0xC9 }

    /// Where the word before an offset begins.
    private func start(before offset: Int) -> Int {
        var at = offset
        while at > 0, !isLetter(at - 1), bytes[at - 1] < 0x80 { at -= 1 }
        while at > 0, isLetter(at - 1) || bytes[at - 1] >= 0x80 { at -= 1 }
        return at
    }

    private func word(before offset: Int) -> LatinWord { LatinWord(bytes, start(before: offset)) }

    /// Of the words that follow a name, those that stand between: "... m'a dit", the nearest first.
    private static let phrases: [UInt64: [UInt64]] = [
        dit: [a, m], hash("appareil"): [hash("l"), a], hash("apparat"): [hash("am")],
        hash("lijn"): [hash("de"), hash("aan")],
        hash("gesagt"): [hash("hat")],
    ]

    /// "On m'a dit": what stands before is a word of grammar and no name.
    @inline(never)
    func isSaidByNobody(_ start: Int, _ word: UInt64) -> Bool {
        var at = start
        for (step, expected) in (Self.phrases[word] ?? []).enumerated() {
            at = self.start(before: at)
            guard LatinWord(bytes, at).hash != expected else { continue }
            // A sign outside ASCII may stand between.
            return !(step == 0 && bytes[at..<start].contains { $0 >= 0x80 })
        }
        let before = LatinWord(bytes, self.start(before: at))
        return before.length >= 2 && lexicon.entry(before.hash)?.word.contains(.function) == true
    }
}
