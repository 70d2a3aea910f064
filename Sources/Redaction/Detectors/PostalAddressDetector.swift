/// Postal addresses: a street with its house number, its box, its post code and town, in the orders of Belgium, its
/// neighbours and Britain. A street alone is found where a word announces it or its writing leaves no doubt.
enum PostalAddressDetector {
    private static let suffixes = WordEndings(
        "straat laan steenweg plein plaats dreef kaai markt singel gracht kade strasse platz gasse allee stationsweg baan"
    )
    /// Ends of other words too: they need a town or a word that announces an address.
    private static let weakSuffixes = WordEndings("vest weg lei dijk ring str ufer damm hof wijk pad brug berg")

    static let anySuffix = suffixes.adding(weakSuffixes)

    static func scan(_ s: inout Scratch) {
        var edge = 0
        for index in s.numerals where s.tokens[index].start >= edge && s.isDigits(index, 1...4) {
            guard s.claims.isFree(s.tokens[index].start), let found = address(s, house: index) else { continue }
            s.claims.claim(found.cells, .address, .postalAddress, found.confidence, "a street with its number")
            edge = found.cells.upperBound
        }
        // After the streets, whose towns these may be.
        for index in s.numerals where s.claims.isFree(s.tokens[index].start) {
            guard let cells = town(s, code: index) else { continue }
            s.claims.claim(cells, .address, .postalAddress, 65, "a post code with its town")
        }
    }

    /// The address whose house number is a token.
    private static func address(_ s: borrowing Scratch, house: Int) -> (cells: Range<Int>, confidence: Int)? {
        // Rue du 11 Novembre
        if house + 1 < s.tokens.count, s.tokens[house + 1].word.contains(.month), !s.tokens[house].isGlued {
            return nil
        }
        guard !s.isGluedLeft(house), s.sign(after: house).map(FoldedText.isSpace) ?? true || isBox(s, house) else {
            return nil
        }
        guard let street = streetBefore(s, house) ?? streetAfter(s, house) else { return nil }
        var last = max(street.last, houseEnd(s, house))
        var confidence = street.confidence
        let hasCue = s.hasCue(.addressCue, before: street.first, within: 4)
        if hasCue { confidence += 40 }
        if let box = box(s, after: last) {
            last = box
            confidence += 20
        }
        if let town = PostTown.end(s, after: last) {
            last = town
            confidence += 45
        }
        var first = street.first
        if let town = PostTown.start(s, before: first), hasCue || confidence >= 60 { first = town }
        guard confidence >= 60 else { return nil }
        return (s.tokens[first].start..<s.tokens[last].end, min(confidence, 95))
    }

    /// A post code and its town by themselves, after a word for where somebody lives: "j'habite à 4000 Liège".
    private static func town(_ s: borrowing Scratch, code: Int) -> Range<Int>? {
        guard s.isDigits(code, 4...5), code > 0, code + 1 < s.tokens.count, s.text.isUpper(s.tokens[code + 1].start),
            s.text.at(s.tokens[code].end) != 0x0A,
            (1...3).contains(where: { code >= $0 && homes.contains(s.tokens[code - $0].hash) }),
            let last = PostTown.continental(s, code)
        else { return nil }
        return s.tokens[code].start..<s.tokens[last].end
    }

    private static let homes = WordSet(
        list: """
            postal postcode postleitzahl plz woonplaats wohnort habite habitons vis woon woont wonen wohne wohnen live lives
            """)

    /// `523/4`: the box stands behind the number.
    private static func isBox(_ s: borrowing Scratch, _ house: Int) -> Bool {
        s.sign(after: house) == 0x2F && s.isDigits(house + 1, 1...3)
            && s.sign(after: house + 1).map(FoldedText.isSpace) ?? true
    }

    /// `12a`, `523/4`: the letter and the box belong to the number.
    private static func houseEnd(_ s: borrowing Scratch, _ house: Int) -> Int {
        if isBox(s, house) { return house + 1 }
        return s.tokens[house].isGlued && s.tokens[house + 1].length == 1 ? house + 1 : house
    }

    /// The street that ends before the house number: `Rue de la Station 12`, `Kerkstraat nr 5`, `High Street 65`.
    private static func streetBefore(_ s: borrowing Scratch, _ house: Int) -> (first: Int, last: Int, confidence: Int)?
    {
        var at = house - 1
        guard at >= 0, s.isParted(at, by: [.space, .comma, .stop, .symbol], most: 3) else { return nil }
        if s.tokens[at].word.contains(.addressPart), at > 0, !s.tokens[at].isDigits, s.tokens[at].length <= 6 {
            guard s.isParted(at - 1, by: [.space, .comma], most: 2) else { return nil }
            at -= 1
        }
        guard !s.tokens[at].isDigits else { return nil }
        let end = at
        // A word for a street, at most six words back.
        var words = 0
        while at >= 0, words < 7 {
            let token = s.tokens[at]
            if words > 0, !s.isParted(at, by: [.space, .hyphen, .apostrophe, .stop], most: 2) { break }
            if token.isDigits, token.length > 2 || words == 0 { break }
            if token.word.contains(.streetBefore), words > 0 {
                let isSure = token.length >= 3 && sureStreets.contains(token.hash)
                return (at, house, !capital(s, at + 1, end) ? 35 : isSure ? 60 : 55)
            }
            if words == 0, let first = compound(s, at) {
                let isSure = token.word.contains(.streetAfter) || ends(s, token, with: suffixes)
                return (first, house, !isSure ? 25 : s.text.isUpper(s.tokens[first].start) ? 60 : 45)
            }
            words += 1
            at -= 1
        }
        return named(s, end, house)
    }

    /// What is nothing but a street before a name and a number.
    private static let sureStreets = WordSet(list: "rue avenue boulevard chaussee impasse dreve")

    /// Whether a word of the street's name has a capital.
    private static func capital(_ s: borrowing Scratch, _ first: Int, _ last: Int) -> Bool {
        first <= last && (first...last).contains { s.text.isUpper(s.tokens[$0].start) }
    }

    private static func ends(_ s: borrowing Scratch, _ token: Token, with suffixes: WordEndings) -> Bool {
        suffixes.end(letters: token.length) { s.text.at(token.end - $0) }
    }

    /// The first word of a street that ends with a token: `Lange Nieuwstraat`, `Aachener Straße`, `Baker Street`.
    private static func compound(_ s: borrowing Scratch, _ index: Int) -> Int? {
        let token = s.tokens[index]
        let isWord = token.word.contains(.streetAfter)
        let isSuffixed = ends(s, token, with: anySuffix)
        guard isWord || isSuffixed else { return nil }
        var first = index
        while first > 0, index - first < (isWord ? 2 : 2), !s.tokens[first - 1].isDigits,
            s.isParted(first - 1, by: [.space, .hyphen], most: 1)
        {
            let before = s.tokens[first - 1]
            let isHyphen = s.text.at(before.end) == 0x2D
            guard isHyphen || before.word.isEmpty || before.word == .common || before.word == .streetBefore else {
                break
            }
            // One plain word more where a street word stands alone; else only what a capital or a hyphen binds.
            guard isHyphen || (isWord && first == index) || s.text.isUpper(before.start) || isAdjective(s, first - 1)
            else { break }
            first -= 1
        }
        return isWord && first == index ? nil : first
    }

    private static let adjectives = WordSet(list: "lange korte oude nieuwe grote kleine sint st hoge lage groot")

    private static func isAdjective(_ s: borrowing Scratch, _ index: Int) -> Bool {
        adjectives.contains(s.tokens[index].hash)
    }

    /// A street without a word for it, right after a word that announces an address: `Ik woon in de Meir 73`.
    private static func named(_ s: borrowing Scratch, _ end: Int, _ house: Int) -> (
        first: Int, last: Int, confidence: Int
    )? {
        var first = end
        while first > 0, end - first < 2, s.isParted(first - 1, by: [.space, .hyphen], most: 1),
            !s.tokens[first - 1].isDigits,
            s.tokens[first - 1].word.isDisjoint(with: [.function, .addressCue]),
            s.text.isUpper(s.tokens[first - 1].start)
        {
            first -= 1
        }
        guard s.tokens[first].length >= 3,
            s.tokens[first].word.isDisjoint(with: [.month, .weekday, .function, .addressCue, .unit]),
            s.hasCue(.addressCue, before: first, within: 4)
        else { return nil }
        return (first, house, s.text.isUpper(s.tokens[first].start) ? 25 : 0)
    }

    /// `12 bis rue ...`
    private static let repeats = ["bis", "ter", "quater"].map { WordHash.of($0.utf8) }

    /// The street that begins after the house number: `105 Church Road`, `134a Rue de la Station`.
    private static func streetAfter(_ s: borrowing Scratch, _ house: Int) -> (first: Int, last: Int, confidence: Int)? {
        var start = houseEnd(s, house) + 1
        guard start < s.tokens.count, s.isParted(start - 1, by: [.space, .comma], most: 2), !s.tokens[start].isDigits
        else {
            return nil
        }
        if repeats.contains(s.tokens[start].hash), s.isParted(start, by: [.space, .comma], most: 2) { start += 1 }
        if s.tokens[start].word.contains(.streetBefore) { return frenchName(s, start, house) }
        var at = start
        while at < s.tokens.count, at - start < 3, !s.tokens[at].isDigits {
            if at > start, !s.isParted(at - 1, by: [.space, .hyphen, .apostrophe], most: 1) { return nil }
            // "17 35, leveren op Steenweg ..."
            guard s.tokens[at].word.isDisjoint(with: [.addressCue, .function]) else { return nil }
            if at > start, s.tokens[at].word.contains(.streetAfter) {
                return (house, at, capital(s, start, at) ? 60 : 35)
            }
            at += 1
        }
        return nil
    }

    /// The words of `Rue de la Station` after a number: until a post code, a sign or a word in lower case.
    private static func frenchName(_ s: borrowing Scratch, _ street: Int, _ house: Int) -> (
        first: Int, last: Int, confidence: Int
    )? {
        var last = street
        var at = street + 1
        while at < s.tokens.count, at - street < 7, s.isParted(at - 1, by: [.space, .hyphen, .apostrophe], most: 1) {
            let token = s.tokens[at]
            if token.isDigits {
                guard token.length <= 2, at + 1 < s.tokens.count, s.tokens[at + 1].word.contains(.month) else { break }
            } else if token.word.contains(.particle) || token.word.contains(.function) {
                at += 1
                continue
            }
            last = at
            at += 1
            let isLower = !s.text.isUpper(s.tokens[street].start)
            if isLower, !token.isDigits, PostTown.end(s, after: last) != nil { break }
        }
        return last > street ? (house, last, capital(s, street + 1, last) ? 55 : 35) : nil
    }

    /// `bus 11`, `bte 5`, `box 3`.
    private static func box(_ s: borrowing Scratch, after last: Int) -> Int? {
        let word = last + 1
        guard word + 1 < s.tokens.count, s.tokens[word].word.contains(.addressPart),
            s.isParted(last, by: [.space, .comma, .slash], most: 2),
            s.isParted(word, by: [.space, .stop], most: 2), s.isDigits(word + 1, 1...4)
        else { return nil }
        return houseEnd(s, word + 1)
    }
}
