/// Writes messages of one conversation: support talk with the variety, the slips and the numbers of real chat.
struct MessageWriter {
    enum Speaker { case person, desk, automatic }

    let person: InventedPerson
    private let phrases: Phrases
    /// Persons who never write capitals or full stops are like that in every message.
    private let isSloppy: Bool

    init(person: InventedPerson, dice: inout Dice) {
        self.person = person
        isSloppy = dice.happens(inThousand: 250)
        phrases =
            switch person.language {
            case .french: .french
            case .dutch: .dutch
            case .english: .english
            }
    }

    /// The text of message `index` of `count`. With `withNumber` a telephone number stands in it.
    func text(_ speaker: Speaker, index: Int, of count: Int, withNumber: Bool, _ dice: inout Dice) -> String {
        var sentences = sentences(speaker, index: index, of: count, &dice).map { fill($0, &dice) }
        if withNumber {
            let phrase = dice.pick(phrases.numbers).replacing("{p}", with: number(&dice))
            sentences.insert(fill(phrase, &dice), at: dice.roll(0...sentences.count))
        }
        guard speaker != .automatic else { return sentences.joined(separator: " ") }
        return finish(sentences, speaker, &dice)
    }

    private func sentences(_ speaker: Speaker, index: Int, of count: Int, _ dice: inout Dice) -> [String] {
        switch speaker {
        case .automatic: return [dice.pick(phrases.automatic)]
        case .desk:
            var list = (0..<dice.pick(weights: [0, 60, 30, 10])).map { _ in
                filler(300, &dice) + dice.pick(phrases.answers)
            }
            if index < 3 { list.insert(dice.pick(phrases.greetings), at: 0) }
            if index > count - 3 { list.append(dice.pick(phrases.closings)) }
            return list
        case .person where index == 0:
            let details = (0..<dice.pick(weights: [50, 35, 15])).map { _ in dice.pick(phrases.details) }
            return [dice.pick(phrases.greetings), dice.pick(phrases.troubles)] + details
        case .person where index >= count - 2 && dice.happens(inThousand: 600): return [dice.pick(phrases.thanks)]
        case .person:
            let pool = dice.happens(inThousand: 300) ? phrases.troubles : phrases.details
            let first = filler(600, &dice) + dice.pick(pool)
            return dice.happens(inThousand: 350) ? [first, filler(400, &dice) + dice.pick(phrases.details)] : [first]
        }
    }

    private func filler(_ inThousand: Int, _ dice: inout Dice) -> String {
        dice.happens(inThousand: inThousand) ? dice.pick(phrases.fillers) + " " : ""
    }

    /// Joins sentences as chat does, with a slip here and a face there.
    private func finish(_ sentences: [String], _ speaker: Speaker, _ dice: inout Dice) -> String {
        let sloppy = speaker == .person && isSloppy
        var text = ""
        for sentence in sentences {
            if !text.isEmpty {
                text += sloppy ? dice.pick([" ", ", ", "\n", "... "]) : dice.pick([". ", ", ", ".\n", " - "])
            }
            let capital = !sloppy && (text.isEmpty || text.hasSuffix(". ") || text.hasSuffix("\n"))
            text += capital ? sentence.prefix(1).uppercased() + sentence.dropFirst() : sentence
        }
        if speaker == .person { for _ in 0..<dice.pick(weights: [45, 30, 17, 8]) { text = withSlip(text, &dice) } }
        if dice.happens(inThousand: 70) { text += " " + dice.pick(["🙂", "👍", "🙏", "😕", "😅", "🎉", "❤️", "😊"]) }
        if !sloppy, let last = text.unicodeScalars.last, last.properties.isAlphabetic {
            text += dice.pick([".", "", "!", ""])
        }
        return text
    }

    /// Two letters change places, or one is left out or typed twice. Only letters: a number stays what it is.
    private func withSlip(_ text: String, _ dice: inout Dice) -> String {
        var bytes = Array(text.utf8)
        let place = dice.roll(0...max(0, bytes.count - 2))
        let isLetter = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
        guard place + 1 < bytes.count, isLetter(bytes[place]), isLetter(bytes[place + 1]) else { return text }
        switch dice.roll(0...2) {
        case 0: bytes.swapAt(place, place + 1)
        case 1: bytes.remove(at: place)
        default: bytes.insert(bytes[place], at: place)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Half of the numbers are the person's own.
    private func number(_ dice: inout Dice) -> String {
        guard dice.happens(inThousand: 500) else { return WrittenNumber.any(&dice) }
        return WrittenNumber.belgian(subscriber: String(person.phone.suffix(7)), &dice)
    }

    private func fill(_ phrase: String, _ dice: inout Dice) -> String {
        guard phrase.utf8.contains(UInt8(ascii: "{")) else { return phrase }
        var filled = ""
        var rest = phrase[...]
        while let open = rest.firstIndex(of: "{") {
            let name = rest.index(after: open)
            filled += rest[..<open]
            filled += slot(rest[name], &dice)
            rest = rest[rest.index(name, offsetBy: 2)...]
        }
        return filled + rest
    }

    private func slot(_ name: Character, _ dice: inout Dice) -> String {
        switch name {
        case "n": String(dice.roll(2...59))
        case "a": "\(dice.roll(2...180)),\(InventedPerson.digits(dice.roll(0...99), 2)) €"
        case "d": "\(dice.roll(1...28)) \(dice.pick(phrases.months))"
        case "h": "\(dice.roll(8...21))h\(dice.pick(["", "15", "30", "45"]))"
        case "c": code(&dice)
        case "w":
            dice.happens(inThousand: 550) ? "\(dice.pick(phrases.things)) \(brand(&dice))" : dice.pick(phrases.things)
        case "N": dice.happens(inThousand: 500) ? person.first : "\(person.first) \(person.last)"
        case "m": "\(person.mailbox)\(dice.roll(1...99))@example.\(dice.pick(["com", "org", "net"]))"
        case "s":
            "\(dice.pick(phrases.streets)) \(dice.roll(1...240)), \(dice.roll(1000...9990)) \(dice.pick(phrases.cities))"
        default: ""
        }
    }

    /// Never more than three digits in a row, so that no case code looks like a telephone number.
    private func code(_ dice: inout Dice) -> String {
        let letters = ["A", "B", "D", "K", "R", "T", "X", "M", "P", "W"]
        let middle = InventedPerson.digits(dice.roll(0...999), 3)
        return dice.pick(letters) + middle + dice.pick(letters) + InventedPerson.digits(dice.roll(0...999), 3)
    }

    /// A product of this trade that does not exist; there are some 60,000 of them.
    private func brand(_ dice: inout Dice) -> String {
        let syllables = [
            "ba", "cor", "del", "fin", "ga", "hel", "ju", "kan", "lo", "mer", "nov", "or", "pra", "qui", "ros", "sil",
            "ta",
            "ul", "ver", "wa", "xi", "yon", "zel", "bri", "clo", "dru", "fla", "gly", "stra", "the", "vo", "mi", "ne",
            "pu",
            "ri", "so", "tu", "va", "lin",
        ]
        let word = dice.pick(syllables) + dice.pick(syllables) + dice.pick(syllables)
        return word.prefix(1).uppercased() + word.dropFirst()
    }
}
