/// Words that make digits behind them a reference, an order or a contract, and what speaks against that.
enum ReferenceContext {
    /// Whether a word says that what follows is a reference.
    static func isReference(_ s: borrowing Scratch, _ index: Int) -> Bool {
        s.tokens[index].word.contains(.referenceCue) || isOfReference(s, index) || isCompound(s, index)
    }

    private static let registers = WordSet(
        list: """
            part return member membership claim policy model item loyalty retour lid leden lot membre police patient
            intervention
            """)
    private static let (de, d, n) = (WordHash.of("de".utf8), WordHash.of("d".utf8), WordHash.of("n".utf8))

    /// "order number", "part number": the number is the order's; "numéro de membre", "n° de police": the member's.
    private static func isOfReference(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let number: Word = [.phoneCue, .addressPart]
        if registers.contains(s.tokens[index].hash), index > 1, [de, d].contains(s.tokens[index - 1].hash) {
            return s.tokens[index - 2].word.isSuperset(of: number) || s.tokens[index - 2].hash == n
        }
        guard index > 0, s.tokens[index].word.isSuperset(of: number),
            !s.tokens[index - 1].word.isDisjoint(with: [.referenceCue, .customerCue])
                || registers.contains(s.tokens[index - 1].hash)
        else { return false }
        return s.tokens[index].start == s.tokens[index - 1].end + 1 && s.text.at(s.tokens[index - 1].end) == 0x20
    }

    private static let endings = WordEndings("nummer nummern nr code")
    private static let abbreviations = WordSet(list: "cmd cde fact art")
    private static let telephones = [
        "tel", "gsm", "handy", "mobi", "ruf", "fax", "nood", "not", "contact", "kontakt", "thuis", "prive", "privat",
        "werk",
        "vast", "fest", "what", "durchwahl", "haus", "huis",
    ].map { Array($0.utf8) }

    /// Dutch and German write what a number is of in one word with it: "klantennummer", "Rechnungsnr".
    static func isCompound(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let token = s.tokens[index]
        guard token.word.isEmpty, endings.end(letters: token.length, { s.text.at(token.end - $0) }) else {
            return false
        }
        return !telephones.contains { word in word.indices.allSatisfy { s.text.at(token.start + $0) == word[$0] } }
    }

    /// "Kundennr.", "cmd."
    static func isAbbreviated(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let token = s.tokens[index]
        return abbreviations.contains(token.hash) || token.length > 3 && s.has("nr", at: token.end - 2)
    }

    private static let answers = WordSet(list: "au sur op on to naar unter du van von pour voor for fur avec met with")
    private static let articles = WordSet(list: "le het the my mon mijn")
    private static let numbers = WordSet(list: "numero nummer number")
    private static let people = WordSet(list: LexiconWords.relatives + " " + LexiconWords.kin)

    /// A word right before the digits says that somebody is called there: "mon dossier au 0470 ...", "my order on 0470 ...",
    /// or whose they are: "un cadeau pour ma mère 0470 ...".
    static func isAnswered(_ s: borrowing Scratch, _ group: DigitGroup) -> Bool {
        var at = group.token - 1
        guard at >= 0, s.text.at(s.tokens[at].end) == 0x20, s.tokens[at].end + 1 == group.cells.lowerBound else {
            return false
        }
        if people.contains(s.tokens[at].hash) { return true }
        // "au numéro", "sur le", "op het nummer"
        for words in [numbers, articles] where at > 0 && words.contains(s.tokens[at].hash) {
            guard s.tokens[at - 1].end + 1 == s.tokens[at].start else { return false }
            at -= 1
        }
        return answers.contains(s.tokens[at].hash)
    }

    private static let devices = WordSet(
        list: """
            tel tele telephone telefoon telefoonnummer telefon telefonnummer phone mobile mobil handy handynummer gsm gsmnummer
            portable whatsapp rufnummer fax cell cellphone
            """)
    /// How far back in the sentence such a word is looked for.
    private static let mostWords = 6

    private static let owners = WordSet(list: "mon mijn my mein meine m n")
    private static let purposes = WordSet(list: "pour voor for fur")

    /// "mon numéro pour la commande", but not "mon numéro de commande".
    private static func isOwn(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let isNumber = numbers.contains(s.tokens[index].hash) || s.tokens[index].hash == num
        return isNumber && index > 0 && owners.contains(s.tokens[index - 1].hash)
            && purposes.contains(s.tokens[index + 1].hash)
    }

    private static let num = WordHash.of("num".utf8)

    /// "mon téléphone pour le suivi est le 0470 ...": the telephone is what the sentence is of, and the reference what it is
    /// for. Right before the digits a reference has them to itself where no word of grammar binds it to the telephone:
    /// "gsm, commande 0470 ...".
    static func isOfTelephone(_ s: borrowing Scratch, _ reference: Int, touches: Bool) -> Bool {
        var at = reference - 1
        var isBound = true
        while at >= 0, reference - at <= mostWords {
            let token = s.tokens[at]
            if token.isDigits || PhoneContext.endsSentence(s, at, before: s.tokens[at + 1].start) { return false }
            if s.text.at(token.end) == 0x2C { return false }
            if devices.contains(token.hash) || isOwn(s, at) { return at < reference - 1 && (isBound || !touches) }
            isBound = isBound && token.word.contains(.function)
            at -= 1
        }
        return false
    }
}
