/// Other ways in which people write a name than its profile does.
enum NameForms {
    private static let fewest = 4

    /// The profile, and the same as a keyboard without umlauts writes it, or the one who answers: Müller is Mueller.
    static func spellings(of person: PersonProfile) -> [PersonProfile] {
        guard person.allNames.contains(where: mayDiffer) else { return [person] }
        return [person]
            + [spelledOut, contracted, parted].compactMap { spelling in
                var other = person
                other.displayName = spelling(person.displayName)
                other.firstName = spelling(person.firstName)
                other.lastName = spelling(person.lastName)
                other.otherNames = person.otherNames.map(spelling)
                return other == person ? nil : other
            }
    }

    private static func mayDiffer(_ name: String) -> Bool {
        var last: UInt8 = 0
        for byte in name.utf8 {
            if last == 0xC3 || byte == 0x68 && last | 0x20 == 0x64
                || byte == 0x65 && (last == 0x61 || last == 0x6F || last == 0x75)
            {
                return true
            }
            last = byte
        }
        return false
    }

    private static let umlauts: [Character: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa",
    ]

    private static func spelledOut(_ name: String) -> String {
        guard !isASCII(name) else { return name }
        return name.reduce(into: "") { $0 += umlauts[$1] ?? String($1) }
    }

    private static func isASCII(_ name: String) -> Bool { name.utf8.allSatisfy { $0 < 0x80 } }

    /// "Dhondt" is often written "D'Hondt".
    private static func parted(_ name: String) -> String {
        name.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let isParted = word.utf8.count > fewest + 1 && word.lowercased().hasPrefix("dh")
            return isParted ? "\(word.prefix(1))'\(word.dropFirst())" : String(word)
        }.joined(separator: " ")
    }

    private static let contractions: [Character: Character] = [
        "a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü",
    ]

    /// Words of four letters and fewer would become everyday words: Loes, Boer.
    private static func contracted(_ name: String) -> String {
        guard mayContract(name[...]) else { return name }
        return name.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
            guard word.utf8.count > fewest + 1, mayContract(word) else { return String(word) }
            var text = ""
            for character in word {
                if character == "e", let last = text.last, let umlaut = contractions[last] {
                    text.removeLast()
                    text.append(umlaut)
                } else {
                    text.append(character)
                }
            }
            return text
        }.joined(separator: " ")
    }

    private static func mayContract(_ word: Substring) -> Bool {
        var last: UInt8 = 0
        for byte in word.utf8 {
            if byte == 0x65, last | 0x20 == 0x61 || last | 0x20 == 0x6F || last | 0x20 == 0x75 { return true }
            last = byte
        }
        return false
    }

    /// A given name and a family name joined in part: "corentinvan der heyden", "corentin vanderheyden"; and with one
    /// of two family names.
    static func mixed(_ first: [NamePatterns.Part], _ last: [NamePatterns.Part]) -> [[NamePatterns.Part]] {
        guard last.count > 1 else { return [] }
        var forms = [
            [NamePatterns.joined(first + last.prefix(1))] + last.dropFirst(),
            first + [NamePatterns.joined(last)],
        ]
        if isDouble(last) { forms += last.map { first + [$0] } }
        return forms
    }

    /// What may stand for a family name: one of two names; and for one that is written together, the name with its
    /// particle apart. What follows a particle is a place's name as often.
    static func parts(ofFamilyName last: [NamePatterns.Part]) -> [(parts: [NamePatterns.Part], needsCapital: Bool)] {
        if last.count == 1 {
            return apart(last[0].text).map { parts in
                (parts, !parts.contains { $0.text.starts(with: "van".utf8) })
            }
        }
        if let short = shortened(last) { return short.map { ($0, false) } }
        return isDouble(last) ? last.filter(\.word.isEmpty).map { ([$0], false) } : []
    }

    /// "vd Berg", "v.d. Berg", "v/d Berg" for van de, van den and van der Berg.
    private static func shortened(_ last: [NamePatterns.Part]) -> [[NamePatterns.Part]]? {
        guard last.count == 3, last[0].text.elementsEqual("van".utf8), last[1].text.starts(with: "de".utf8) else {
            return nil
        }
        return [["vd"], ["v", "d"]].map { words in words.map { NamePatterns.part(Array($0.utf8)) } + [last[2]] }
    }

    private static func isDouble(_ last: [NamePatterns.Part]) -> Bool {
        last.allSatisfy { $0.word.isDisjoint(with: .particle) && $0.text.count >= fewest }
    }

    private static let prefixes = [
        ["van", "der"], ["van", "den"], ["van", "de"], ["van"], ["de"], ["le"], ["la"], ["du"],
    ]

    /// "Vandamme" is often written "van Damme".
    private static func apart(_ text: [UInt8]) -> [[NamePatterns.Part]] {
        prefixes.compactMap { words in
            let prefix = words.flatMap(\.utf8)
            guard text.starts(with: prefix), text.count >= prefix.count + fewest else { return nil }
            return words.map { NamePatterns.part(Array($0.utf8)) } + [
                NamePatterns.part(Array(text.dropFirst(prefix.count)))
            ]
        }
    }
}
