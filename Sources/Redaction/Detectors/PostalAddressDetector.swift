/// Postal addresses: a street with its house number, its box, its post code and town, in the orders of Belgium, its
/// neighbours and Britain. A street alone is found where a word announces it or its writing leaves no doubt.
enum PostalAddressDetector {
    private static let suffixes = WordEndings(
        "straat laan steenweg plein plaats dreef kaai markt singel gracht kade strasse platz gasse allee stationsweg baan stwg"
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
        guard !s.isGluedLeft(house), let end = HouseNumber.end(s, house) else { return nil }
        guard let street = streetBefore(s, house, end) ?? streetAfter(s, house, end) else { return nil }
        var last = max(street.last, end)
        var confidence = street.confidence
        let hasCue = s.hasCue(.addressCue, before: street.first, within: 4)
        if hasCue { confidence += 40 }
        if let box = HouseNumber.box(s, after: last) {
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

    /// The street that ends before the house number: `Rue de la Station 12`, `Kerkstraat nr 5`, `High Street 65`.
    private static func streetBefore(
        _ s: borrowing Scratch, _ house: Int, _ houseEnd: Int
    ) -> (first: Int, last: Int, confidence: Int)? {
        var at = house - 1
        guard at >= 0, s.isParted(at, by: [.space, .comma, .stop, .symbol], most: 3) else { return nil }
        let isNumber = s.tokens[at].word.contains(.addressPart) || s.has("n", at: s.tokens[at].start) && isDegree(s, at)
        if isNumber, at > 0, !s.tokens[at].isDigits, s.tokens[at].length <= 6 {
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
                let isSure = sureStreets.contains(token.hash)
                return (at, house, !capital(s, at + 1, end) ? 35 : isSure ? 60 : 55)
            }
            if words == 0, let first = compound(s, at) {
                let isShort = s.has("str.", at: token.end - 3)
                let isSure = isShort || token.word.contains(.streetAfter) || ends(s, token, with: suffixes)
                return (first, house, !isSure ? 25 : s.text.isUpper(s.tokens[first].start) ? 60 : 45)
            }
            words += 1
            at -= 1
        }
        return named(s, end, house, houseEnd)
    }

    /// `n°`
    private static func isDegree(_ s: borrowing Scratch, _ index: Int) -> Bool {
        s.tokens[index].length == 1 && s.text.at(s.tokens[index].end) == FoldedText.symbol
    }

    /// What is nothing but a street before a name and a number.
    private static let sureStreets = WordSet(
        list: "rue avenue boulevard chaussee impasse dreve chee bvd bld blvd boul av ave bd quai square")

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

    /// A street without a word for it, right after a word that announces an address: `Ik woon in de Meir 73`; or before a
    /// post code with its town: `Meir 73, 2000 Antwerpen`.
    private static func named(
        _ s: borrowing Scratch, _ end: Int, _ house: Int, _ houseEnd: Int
    ) -> (first: Int, last: Int, confidence: Int)? {
        var first = end
        while first > 0, end - first < 2, s.isParted(first - 1, by: [.space, .hyphen], most: 1),
            !s.tokens[first - 1].isDigits,
            s.tokens[first - 1].word.isDisjoint(with: [.function, .addressCue]),
            s.text.isUpper(s.tokens[first - 1].start)
        {
            first -= 1
        }
        guard s.tokens[first].length >= 3,
            s.tokens[first].word.isDisjoint(with: [.month, .weekday, .function, .addressCue, .unit])
        else { return nil }
        let isCapital = s.text.isUpper(s.tokens[first].start)
        let hasCue = s.hasCue(.addressCue, before: first, within: 4)
        guard hasCue || isCapital && isBeforeTown(s, first...end, houseEnd) else { return nil }
        return (first, house, isCapital ? 25 : 0)
    }

    /// A comma or a line's end, four digits and a word with a capital: nothing but a house number stands before that, where
    /// the words before it are known for nothing else.
    private static func isBeforeTown(_ s: borrowing Scratch, _ street: ClosedRange<Int>, _ last: Int) -> Bool {
        let sign = s.text.at(s.tokens[last].end)
        guard sign == 0x2C || sign == 0x0A, s.isDigits(last + 1, 4...4), s.value(last + 1) >= 1000,
            last + 2 < s.tokens.count, s.text.isUpper(s.tokens[last + 2].start),
            s.isParted(last + 1, by: .space, most: 1),
            s.tokens[last + 2].word.isDisjoint(with: [.month, .weekday, .unit, .currency, .function])
        else { return false }
        return street.allSatisfy {
            s.tokens[$0].word.isSubset(of: [.common, .town, .streetBefore, .streetAfter, .particle])
        }
    }

    /// The street that begins after the house number: `105 Church Road`, `134a Rue de la Station`.
    private static func streetAfter(
        _ s: borrowing Scratch, _ house: Int, _ houseEnd: Int
    ) -> (first: Int, last: Int, confidence: Int)? {
        let start = houseEnd + 1
        guard start < s.tokens.count, s.isParted(start - 1, by: [.space, .comma], most: 2), !s.tokens[start].isDigits
        else {
            return nil
        }
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
        let isSure = sureStreets.contains(s.tokens[street].hash)
        return last > street ? (house, last, !capital(s, street + 1, last) ? 35 : isSure ? 60 : 55) : nil
    }
}
