import Foundation
import Redaction

/// A name of nobody, in the spellings that people use.
struct InventedName {
    let first: String
    let last: String
    let nick: String

    private static let firsts =
        "Ghislaine|Thibault|Anaïs|Éloïse|Mehdi|Oumar|Siska|Jef|Wannes|Katrijn|Gunther|Jürgen|Käthe|Maëlle|Hugh|Imogen|Nkechi|Rachid|Zeynep|Björn|Corentin|Soufiane|Lieve|Gwendoline|Petra|Rose|Noël|Aurélien|Bérengère|Sander|Fleur|Ewout|Marijke|Hedwig|Torsten|Saoirse|Declan|Youssouf|Bogdan|Ileana|Dieudonné|Léocadie|Tjalling|Mirthe|Gaëtane"
    private static let lasts =
        "Vandenbroucke|Lemaître|Ghoulam|De Ridder|van der Heyden|Schäfer|Kowalczyk|O'Connor|Quiévreux|Demirtaş|Mukendi|Bouchard-Morin|Petit|Goossens|Whitcombe|Öberg|El Khattabi|D'Hondt|Strohmeyer|Popescu|Lemaître-Dubois|Vandamme|Mueller|Größmann|Verstraete-Claes|Delacroix|Van Acker"

    init(_ chance: inout Chance) {
        first = chance.pick(Self.firsts)
        last = chance.pick(Self.lasts)
        nick = String(first.prefix(4)) + chance.pick("y|ke|ou")
    }

    var profile: PersonProfile {
        PersonProfile(displayName: "\(first) \(last)", firstName: first, lastName: last, otherNames: [nick])
    }

    private var plain: String {
        "\(first) \(last)".decomposedStringWithCanonicalMapping.filter { $0.isASCII || $0.isLetter }.unicodeScalars
            .filter { $0.properties.canonicalCombiningClass == .notReordered }.map(String.init).joined()
    }

    /// As a keyboard without umlauts writes it.
    private func spelledOut(_ name: String) -> String {
        name.replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue").replacing("ß", with: "ss")
    }

    /// The first name and the first word of the last one without a space.
    private var halfJoined: String { (first + last).lowercased() }

    /// The first of two family names.
    private var oneOfTwo: String {
        let names = last.split(separator: "-")
        return names.count == 2 && names[0].count > 1 ? String(names[0]) : last
    }

    /// As the person writes it, whose profile says it.
    func own(_ tier: Tier) -> [(String, String)] {
        let easy = [("full", "\(first) \(last)"), ("first", first)]
        let hard = [
            ("last-first", "\(last) \(first)"), ("last-comma-first", "\(last), \(first)"),
            ("upper", "\(first) \(last)".uppercased()),
            ("lower", "\(first) \(last)".lowercased()), ("no-accent", plain),
            ("initial-last", "\(first.prefix(1)). \(last)"),
            ("umlauts-spelled", spelledOut("\(first) \(last)")), ("half-joined", halfJoined), ("one-of-two", oneOfTwo),
            ("initial-last-tight", "\(first.prefix(1)).\(last)"), ("nick", nick), ("last", last),
        ]
        let adversarial = [
            ("nfd", "\(first) \(last)".decomposedStringWithCanonicalMapping), ("joined", (first + last).lowercased()),
            ("underscore", "\(first)_\(last)"), ("dotted", "\(first).\(last)".lowercased()),
            ("zero-width", first.map(String.init).joined(separator: "\u{200B}") + " " + last),
            ("stylised", Disguise.bold("\(first) \(last)")), ("doubled", "\(first)\(first.suffix(1)) \(last)"),
            ("emoji", "\(first) 🌸 \(last)"), ("curly", "“\(first) \(last)”"),
        ]
        return switch tier {
        case .easy: easy
        case .hard: easy + hard
        case .adversarial: hard + adversarial
        }
    }

    /// As somebody writes it who is not known.
    var introduced: [(String, String)] {
        [("full", "\(first) \(last)"), ("first", first), ("upper-last", "\(first) \(last.uppercased())")]
    }
}
