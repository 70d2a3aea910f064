import Foundation

/// The ways to write a telephone number that are measured. No number is given to anybody on purpose.
enum PhoneForms {
    private static let every: Set<Tier> = [.easy, .hard, .adversarial]
    private static let harder: Set<Tier> = [.hard, .adversarial]

    static let all: [Form] = home + abroad + disguised + spoken + linked + DeskForms.phones

    /// Belgian mobile digits, `0470 12 34 56`.
    static func belgian(_ chance: inout Chance) -> String {
        chance.pick(
            "0455|0456|0460|0465|0466|0467|0468|0470|0471|0473|0475|0478|0483|0485|0486|0489|0491|0493|0496|0499")
            + chance.fill(" ## ## ##")
    }

    private static func compact(_ chance: inout Chance) -> String { belgian(&chance).replacing(" ", with: "") }
    private static func subscriber(_ chance: inout Chance) -> String { String(compact(&chance).dropFirst()) }

    /// Digits in groups of these sizes.
    private static func grouped(_ digits: String, _ sizes: [Int], _ sign: String) -> String {
        var rest = digits[...]
        var groups: [String] = []
        for size in sizes {
            groups.append(String(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        return (groups + (rest.isEmpty ? [] : [String(rest)])).joined(separator: sign)
    }

    private static let groupings = [
        [4, 2, 2, 2], [4, 3, 3], [4, 6], [10], [3, 2, 2, 3], [2, 2, 2, 2, 2], [3, 3, 4], [4, 2, 4], [4, 4, 2],
    ]

    private static let home: [Form] = [
        Form("be-mobile", every) { chance, _ in
            grouped(compact(&chance), chance.pick(Array(groupings.prefix(4))), chance.pick([" ", ".", "-", "/"]))
        },
        Form("be-mobile-odd-grouping", harder) { chance, _ in
            grouped(compact(&chance), chance.pick(groupings), chance.pick([" ", ".", "-", "/", "  ", " - ", ". "]))
        },
        Form("be-mobile-slash-dots", every) { chance, _ in
            let digits = compact(&chance)
            return digits.prefix(4) + "/"
                + grouped(
                    String(digits.dropFirst(4)), chance.pick([[2, 2, 2], [3, 3]]), chance.pick([".", " ", "-"]))
        },
        Form("be-fixed", every) { chance, _ in
            chance.fill(
                oneOf:
                    "02 5## ## ##|02/6##.##.##|081 2# ## ##|09-22#.##.##|(02) 7## ## ##|065/3#.##.##|03 2## ## ##|011 2# ## ##"
            )
        },
        Form("rare-space", harder) { chance, _ in
            grouped(
                compact(&chance), [4, 2, 2, 2],
                chance.pick(["\u{A0}", "\u{202F}", "\u{2009}", "\u{2007}", "\u{3000}", "\t", "\n", "\u{2003}"]))
        },
        Form("rare-dash", harder) { chance, _ in
            grouped(compact(&chance), [4, 2, 2, 2], chance.pick(["–", "‑", "−", "—", "·", "•", "_", "‐"]))
        },
        Form("rare-sign", [.adversarial]) { chance, _ in
            grouped(
                compact(&chance), [4, 2, 2, 2],
                chance.pick(["*", "~", "=", ", ", "; ", "+", "..", " . ", " / ", "⁄", "。", "'", "’"]))
        },
        Form("bracket", every) { chance, _ in
            let digits = compact(&chance)
            return "(\(digits.prefix(4))) " + grouped(String(digits.dropFirst(4)), [2, 2, 2], chance.pick([" ", "."]))
        },
        Form("glued-word", harder) { chance, _ in
            chance.pick("tel|gsm|GSM|Tel|nr|num|tél|whatsapp") + chance.pick([":", "", "."]) + compact(&chance)
        },
        Form("no-trunk", harder) { chance, _ in grouped(subscriber(&chance), chance.pick([[3, 2, 2, 2], [9]]), " ") },
        Form("fr-home", harder) { chance, _ in
            chance.fill(oneOf: "06 ## ## ## ##|07.6#.##.##.##|06########|01 4# ## ## ##|06-##-##-##-##")
        },
        Form("nl-home", harder) { chance, _ in
            chance.fill(oneOf: "06-1#######|06 2### ####|06-4# ## ## ##|020-6######|010 4## ## ##|06 51 ## ## ##")
        },
        Form("lu-home", harder) { chance, _ in chance.fill(oneOf: "621 ### ###|691 ## ## ##|661-###-###") },
        Form("de-home", harder) { chance, _ in
            chance.fill(oneOf: "0151 1#######|0176/2#######|0160-9######|030 4#######|0171 4## ## ##")
        },
        Form("gb-home", harder) { chance, _ in
            chance.fill(oneOf: "07400 ######|07911 ### ###|020 7### ####|07400######")
        },
        Form("ma-home", harder) { chance, _ in chance.fill(oneOf: "0661 ## ## ##|06 61 ## ## ##|0612-######|0661######")
        },
        Form("cd-home", harder) { chance, _ in chance.fill(oneOf: "081 ### ## ##|099 ### ####|0810 ### ###|0850######")
        },
        Form("ro-home", harder) { chance, _ in chance.fill(oneOf: "0721 ### ###|0744.###.###|0733######|0722-###-###")
        },
        Form("us-home", harder) { chance, _ in
            chance.fill(oneOf: "(415) 555-01##|212-555-01##|415.555.01##|+1 (650) 555-01##")
        },
    ]

    private static let abroad: [Form] = [
        Form("plus", every) { chance, _ in
            "+32" + chance.pick([" ", "", " ", "-", "."])
                + grouped(
                    subscriber(&chance), chance.pick([[3, 2, 2, 2], [9], [3, 3, 3]]), chance.pick([" ", ".", "-"]))
        },
        Form("plus-trunk", every) { chance, _ in
            chance.pick("+32 (0)|+32(0)|0032 (0)|+32 (0) |(+32) 0|+32-(0)")
                + grouped(subscriber(&chance), [3, 2, 2, 2], chance.pick([" ", "."]))
        },
        Form("zero-zero", every) { chance, _ in
            chance.pick("0032|0032 |00 32 |00-32-|00.32.")
                + grouped(subscriber(&chance), chance.pick([[3, 2, 2, 2], [9]]), chance.pick([" ", "."]))
        },
        Form("bare-code", harder) { chance, _ in
            "32" + chance.pick(["", " "]) + grouped(subscriber(&chance), chance.pick([[9], [3, 2, 2, 2]]), " ")
        },
        Form("neighbour", every) { chance, _ in
            chance.fill(
                oneOf:
                    "+33 6 ## ## ## ##|+31 6 1#######|+352 621 ### ###|+49 151 1#######|+44 7400 ######|0033 6 ## ## ## ##|+33 (0)6 ## ## ## ##"
            )
        },
        Form("far", every) { chance, _ in
            chance.fill(
                oneOf:
                    "+212 661-######|+243 81# ### ###|+40 721 ### ###|+90 532 ### ## ##|+39 347 ### ####|+34 612 ### ###|+1 415 555 01##|+221 77 ### ## ##|+250 788 ### ###|+48 512 ### ###|+216 2# ### ###|+237 6 77 ## ## ##|+225 07 0# ## ## ##|+41 79 ### ## ##|+351 912 ### ###|+213 661 ## ## ##"
            )
        },
        Form("plus-apart", harder) { chance, _ in "+ 32 " + grouped(subscriber(&chance), [3, 2, 2, 2], " ") },
    ]

    private static let disguised: [Form] =
        Disguise.zeros.map { style in
            Form(style.0, [.adversarial]) { chance, _ in Disguise.digits(belgian(&chance), zero: style.1) }
        } + [
            Form("keycaps", harder) { chance, _ in
                Disguise.keycaps(chance.happens(50) ? compact(&chance) : belgian(&chance))
            },
            Form("circled", [.adversarial]) { chance, _ in Disguise.circled(belgian(&chance)) },
            Form("negative-circled", [.adversarial]) { chance, _ in Disguise.negativeCircled(belgian(&chance)) },
            Form("superscript", [.adversarial]) { chance, _ in Disguise.superscript(belgian(&chance)) },
            Form("subscript", [.adversarial]) { chance, _ in Disguise.subscripts(belgian(&chance)) },
            Form("invisible", [.adversarial]) { chance, _ in
                let mark = chance.pick([
                    "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{200E}", "\u{61C}",
                    "\u{180E}",
                ])
                return compact(&chance).map(String.init).joined(separator: mark)
            },
            Form("bidi", harder) { chance, _ in
                chance.pick(["\u{202A}", "\u{2066}", "\u{202D}"]) + "+32 "
                    + grouped(subscriber(&chance), [3, 2, 2, 2], "\u{A0}") + "\u{202C}"
            },
            Form("combining", [.adversarial]) { chance, _ in
                let mark = chance.pick(["\u{305}", "\u{332}", "\u{336}", "\u{20DD}"])
                return belgian(&chance).map { $0 == " " ? " " : "\($0)\(mark)" }.joined()
            },
            Form("one-by-one", harder) { chance, _ in
                compact(&chance).map(String.init).joined(
                    separator: chance.pick([" ", "-", ".", ", ", "/", "_", " . "]))
            },
            Form("letters", [.adversarial]) { chance, _ in
                let letters: [Character: String] = ["0": "O", "1": "l", "5": "S", "8": "B", "2": "Z"]
                var count = 0
                return belgian(&chance).map { character in
                    guard count < 4, let letter = letters[character], chance.happens(60) else {
                        return String(character)
                    }
                    count += 1
                    return chance.happens(50) ? letter : letter.lowercased()
                }.joined()
            },
            Form("emoji-between", [.adversarial]) { chance, _ in
                grouped(compact(&chance), [4, 2, 2, 2], chance.pick(["📞", "❤️", " 👉 ", "🔥"]))
            },
        ]

    private static let spoken: [Form] = [
        Form("words-digits", [.adversarial]) { chance, tongue in
            Disguise.spoken(compact(&chance), tongue, inPairs: false, &chance)
        },
        Form("words-pairs", [.adversarial]) { chance, tongue in
            Disguise.spoken(compact(&chance), tongue, inPairs: true, &chance)
        },
        Form("words-upper", [.adversarial]) { chance, tongue in
            Disguise.spoken(compact(&chance), tongue, inPairs: false, &chance).uppercased()
        },
        Form("words-no-accent", [.adversarial]) { chance, tongue in
            Disguise.spoken(compact(&chance), tongue, inPairs: true, &chance).folding(
                options: .diacriticInsensitive, locale: nil)
        },
        Form("words-mixed", [.adversarial]) { chance, tongue in
            belgian(&chance).split(separator: " ").map { group in
                chance.happens(50) || group.count != 2
                    ? String(group) : Disguise.spoken(String(group), tongue, inPairs: true, &chance)
            }.joined(separator: " ")
        },
        Form("words-plus", [.adversarial]) { chance, tongue in
            "plus " + Disguise.spoken("32" + subscriber(&chance), tongue, inPairs: false, &chance)
        },
    ]

    private static let linked: [Form] = [
        Form("wa.me", every) { chance, _ in
            chance.pick("https://wa.me/|wa.me/|http://wa.me/+|https://wa.me/") + "32" + subscriber(&chance)
                + chance.pick(
                    "|?text=Bonjour|/".split(separator: "|", omittingEmptySubsequences: false).map(String.init))
        },
        Form("api.whatsapp", every) { chance, _ in
            chance.pick(
                "https://api.whatsapp.com/send?phone=|https://api.whatsapp.com/send/?phone=%2B|whatsapp://send?phone=|https://web.whatsapp.com/send?phone="
            ) + "32" + subscriber(&chance)
        },
        Form("tel-link", every) { chance, _ in chance.pick("tel:+32|tel:0032|sms:+32|tel:+32-") + subscriber(&chance) },
        Form("jid", harder) { chance, _ in
            "32" + subscriber(&chance) + chance.pick("@s.whatsapp.net|@c.us|:12@s.whatsapp.net")
        },
        Form("lid", harder) { chance, _ in chance.fill("*##############@lid") },
        Form("mention", harder) { chance, _ in "@32" + subscriber(&chance) },
        Form("percent", [.adversarial]) { chance, _ in "%2B32" + chance.pick(["", "%20"]) + subscriber(&chance) },
        Form("percent-digits", [.adversarial]) { chance, _ in
            compact(&chance).utf8.map { "%" + String($0, radix: 16) }.joined()
        },
        Form("html", [.adversarial]) { chance, _ in
            chance.pick("&#43;|&#x2B;|&plus;") + "32" + chance.pick(["", "&nbsp;", "&#160;"]) + subscriber(&chance)
        },
        Form("html-digits", [.adversarial]) { chance, _ in compact(&chance).utf8.map { "&#\($0);" }.joined() },
        Form("message-id", harder) { chance, _ in
            let bytes =
                [0x1C, 0x18, 0x0B] + Array(("32" + subscriber(&chance)).utf8) + [0x15, 0x02, 0x00, 0x12, 0x18, 0x14]
            return "wamid." + Data(bytes + Array(chance.digits(10).utf8)).base64EncodedString()
        },
        Form("whole-vcard", harder) { chance, _ in
            "TEL;TYPE=CELL:+32 " + grouped(subscriber(&chance), [3, 2, 2, 2], " ")
        },
        Form("whole-waid", harder) { chance, _ in "item1.TEL;waid=32" + subscriber(&chance) },
    ]
}
