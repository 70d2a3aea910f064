/// Somebody who does not exist: a name, a number from a range kept for fiction or plainly made up, and a language.
struct InventedPerson {
    enum Language: Int { case french, dutch, english }

    let first: String
    let last: String
    /// E.164 with its plus.
    let phone: String
    let language: Language
    /// The local part of an e-mail address, ASCII.
    let mailbox: String

    /// Person `index` of a store; the number is that person's own among ten millions.
    init(index: Int, dice: inout Dice) {
        language = Language(rawValue: dice.pick(weights: [55, 30, 15])) ?? .french
        first = dice.pick(InventedPerson.firstNames)
        last = dice.pick(InventedPerson.lastBeginnings) + dice.pick(InventedPerson.lastEndings)
        phone = "+3247" + InventedPerson.digits(index % 10_000_000, 7)
        mailbox = String(
            decoding: "\(first).\(last)".lowercased().unicodeScalars.compactMap {
                switch $0 {
                case "é", "ë", "è": UInt8(ascii: "e")
                default: $0.isASCII ? UInt8(truncatingIfNeeded: $0.value) : nil
                }
            }, as: UTF8.self)
    }

    private static let firstNames = [
        "Aline", "Bram", "Céline", "Dries", "Elke", "Fabien", "Greet", "Hugo", "Inès", "Joris", "Karim", "Lotte",
        "Maëlle",
        "Niels", "Odile", "Pieter", "Quentin", "Rania", "Sander", "Tessa", "Ugo", "Veerle", "Wim", "Xavier", "Yasmine",
        "Zoë",
        "Arnaud", "Babette", "Corentin", "Dorien", "Emma", "Farid", "Gaëlle", "Hanne", "Imran", "Jade", "Kobe", "Lucas",
    ]
    private static let lastBeginnings = [
        "Lam", "Ver", "Dup", "Clae", "Mar", "Vander", "Lej", "Smet", "Ros", "Peeter", "Dela", "Goos", "Bod", "Wil",
        "Thiri",
        "Cor", "Hen", "Ja", "Mich", "Per", "Ra", "Ste", "Tim", "Ur", "Vin", "Wou", "Bau", "Car", "Den", "Fon",
    ]
    private static let lastEndings = [
        "bertin", "haegen", "ontois", "kens", "chand", "beken", "eune", "ters", "signol", "sen", "croix", "saert",
        "artini",
        "lems", "onnet", "nelis", "drickx", "nssens", "iels", "emans", "quet", "vens", "lard", "sula", "brugge",
    ]

    /// A number with leading zeros.
    static func digits(_ value: Int, _ count: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
