/// Whether the words around say that a name stands here.
enum NameContext {
    enum Strength: Int, Comparable {
        /// After a slight or weak word a given name is a name, after a weak one two capitals too, after a title or a word
        /// for a relative one. A farewell is as slight, over the end of a line too; after the label of a form what follows
        /// a colon is as after a weak word, and nothing else.
        case none, farewell, label, slight, weak, title, closing, strong
        static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
    }

    private struct Phrase {
        /// Hashes, the last word first.
        var words: [UInt64]
        var strength: Strength
    }

    private static func phrases(_ strength: Strength, reversed: Bool, _ texts: [String]) -> [Phrase] {
        texts.map { text in
            let words = text.split(separator: " ").map { WordHash.of($0.utf8) }
            return Phrase(words: reversed ? words.reversed() : words, strength: strength)
        }
    }

    private static let before: [UInt64: [Phrase]] = {
        let strong = [
            "m appelle", "bonjour ici", "my name is", "my name s", "mijn naam is", "ich heisse", "mein name ist",
            "au nom de", "spreekt met",
            "op naam van",
            "auf den namen", "name of", "file is under", "mon nom est", "mon prenom est", "ik heet", "i am called",
            "nom c est",
            "prenom c est", "nom de famille est", "me nomme", "me presente", "mijn voornaam is", "mijn achternaam is",
            "fn", "familienaam", "voornaam", "prenom", "nachname", "vorname",
            "surname", "jmappelle", "nom c", "k heet",
        ]
        let weak = [
            "ik ben", "je suis", "i m", "i am", "this is", "ici", "hier ist", "hier", "c est", "it s", "met",
            "moi c", "call me", "hier spricht", "titulaire du compte", "a l attention de", "t a v", "z hd", "c o", "n",
            "nom", "naam", "name",
            "bonjour", "mit", "von", "ich bin", "chez", "dag", "beste", "cher", "chere", "dear", "hallo",
            "hello", "hi", "s appelle", "heet", "heisst", "namens",
        ]
        let titles =
            words(LexiconWords.titles) + words(LexiconWords.relatives) + [
                "her name is", "his name is", "son nom est", "son prenom est", "haar naam is", "zijn naam is",
                "sein name ist", "ihr name ist", "sous le nom de", "sous le nom", "onder de naam", "under the name",
                "unter dem namen",
            ]
        // Behind these a line ends, and a name may follow that is known as one.
        let farewells =
            [
                "merci d avance", "bonne journee", "bonne soiree", "bien a toi", "bij voorbaat", "hoogachtend",
                "im voraus", "in advance",
            ] + words(LexiconWords.thanks)
        let closing = [
            "cordialement", "groeten", "groetjes", "regards", "grussen", "grusse", "gruss", "bien a vous",
            "salutations",
            "bisous",
            "cheers", "sincerely", "mvg", "cdlt",
        ]
        return index(
            phrases(.strong, reversed: true, strong) + phrases(.closing, reversed: true, closing)
                + phrases(.weak, reversed: true, weak + words(LexiconWords.nameLabels))
                + phrases(.title, reversed: true, titles) + phrases(.farewell, reversed: true, farewells)
                + phrases(.label, reversed: true, words(LexiconWords.personLabels))
                + phrases(.slight, reversed: true, words(LexiconWords.relations)))
    }()

    private static func words(_ list: String) -> [String] {
        list.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static let after: [UInt64: [Phrase]] = index(
        phrases(
            .strong, reversed: false,
            [
                "m a dit", "zei dat", "zei", "told me", "said", "a l appareil", "speaking", "hat gesagt", "am apparat",
                "aan de lijn", "sagte",
            ]) + phrases(.weak, reversed: false, ["hier", "here", "ici"]))

    private static func index(_ phrases: [Phrase]) -> [UInt64: [Phrase]] {
        Dictionary(grouping: phrases) { $0.words[0] }
            .mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }

    /// What is said before a token.
    static func before(_ s: borrowing Scratch, _ index: Int) -> Strength {
        guard index > 0, s.tokens[index - 1].word.contains(.endsIntroduction) else { return .none }
        let gap = s.tokens[index - 1].end..<s.tokens[index].start
        guard isNear(s, gap) else { return .none }
        // The end of an account's name, or of a product's, introduces nobody: "siska.dr. Bonsoir", "WR841N. Merry Christmas".
        guard s.claims.isFree(s.tokens[index - 1].start), !s.isGluedLeft(index - 1) else { return .none }
        if isMister(s, index - 1) { return .title }
        for phrase in before[s.tokens[index - 1].hash] ?? [] {
            let isHere = phrase.words.indices.allSatisfy { offset in
                index - 1 - offset >= 0 && s.tokens[index - 1 - offset].hash == phrase.words[offset]
            }
            guard isHere else { continue }
            if phrase.strength == .farewell {
                return isApart(s, index) && !gap.contains { s.text.at($0) == 0x0A } ? .none : .slight
            }
            if phrase.strength == .label { return gap.contains { s.text.at($0) == 0x3A } ? .weak : .none }
            if let label = isLabel(s, index) { return label }
            if phrase.strength < .closing, isApart(s, index) { return .none }
            // "Bonjour Madame, Commande reçue"
            let isAddress = phrase.strength == .title && gap.contains { s.text.at($0) == 0x2C }
            return isAddress ? .slight : phrase.strength
        }
        return .none
    }

    /// "M. Dardenne", but not "12 M. ...".
    private static func isMister(_ s: borrowing Scratch, _ index: Int) -> Bool {
        s.tokens[index].length == 1 && s.tokens[index].hash == mister && s.text.isUpper(s.tokens[index].start)
            && s.has(". ", at: s.tokens[index].end) && (index == 0 || !s.tokens[index - 1].isDigits)
    }

    private static let mister = WordHash.of("m".utf8)

    /// A weak word and the name stand in one sentence; after an abbreviation a full stop is no end.
    private static func isApart(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let isShort = s.tokens[index - 1].length <= 2 || abbreviations.contains(s.tokens[index - 1].hash)
        return (s.tokens[index - 1].end..<s.tokens[index].start).contains { cell in
            let sign = s.text.at(cell)
            return sign == 0x21 || sign == 0x0A || sign == 0x2E && !isShort
        }
    }

    private static let abbreviations = ["mme", "mrs", "mlle", "dhr", "mevr", "mvr", "prof", "cher", "chere"].map {
        WordHash.of($0.utf8)
    }

    /// `Nom : X`, `N:X;Y` of a card: a colon makes a label of a weak word.
    private static func isLabel(_ s: borrowing Scratch, _ index: Int) -> Strength? {
        let gap = s.tokens[index - 1].end..<s.tokens[index].start
        // `"name":"X"` is a thing's as often.
        if gap.contains(where: { s.text.at($0) == 0x22 }) { return .slight }
        let isNaming = s.tokens[index - 1].word.contains(.nameCue) || s.tokens[index - 1].length <= 2
        return isNaming && gap.contains { s.text.at($0) == 0x3A } ? .strong : nil
    }

    /// What is said after a token.
    static func after(_ s: borrowing Scratch, _ index: Int) -> Strength {
        guard !s.seen.isDisjoint(with: [.followsName, .introducesCapital]), index + 1 < s.tokens.count,
            s.tokens[index + 1].start == s.tokens[index].end + 1,
            s.text.at(s.tokens[index].end) == 0x20
        else { return .none }
        for phrase in after[s.tokens[index + 1].hash] ?? [] {
            let isHere = phrase.words.indices.allSatisfy { offset in
                index + 1 + offset < s.tokens.count && s.tokens[index + 1 + offset].hash == phrase.words[offset]
            }
            if isHere { return phrase.strength }
        }
        return .none
    }

    private static func isNear(_ s: borrowing Scratch, _ gap: Range<Int>) -> Bool {
        gap.count <= 4
            && gap.allSatisfy { cell in
                let sign = s.text.at(cell)
                return FoldedText.isSpace(sign) || sign == 0x2C || sign == 0x3A || sign == 0x27 || sign == 0x21
                    || sign == 0x2E || sign == 0x22
            }
    }
}
