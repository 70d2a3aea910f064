import Conversations

/// Personal data with a form of its own: how it is written, and what stands around it.
struct IdentityForms: Sendable {
    let category: TextCategory
    let forms: [Form]
    let sentences: @Sendable (Tongue) -> [String]

    private static let every: Set<Tier> = [.easy, .hard, .adversarial]
    private static let harder: Set<Tier> = [.hard, .adversarial]

    static let all = [email, iban, card, register, handle, address, birth, home]

    private static func user(_ chance: inout Chance) -> String {
        chance.pick("thibault.lemaitre|siska_dr|j.goossens|kaethe84|oumar-d|gwen.hondt|info.wannes|maelle2001")
    }
    private static func domain(_ chance: inout Chance) -> String {
        chance.pick("example.be|example.com|mail.example.org|voo.example|skynet.example.be|ex-ample.co.uk")
    }

    private static let email = IdentityForms(
        category: .email,
        forms: [
            Form("email", every) { chance, _ in user(&chance) + "@" + domain(&chance) },
            Form("email-plus", harder) { chance, _ in user(&chance) + "+desk@" + domain(&chance) },
            Form("email-upper", harder) { chance, _ in (user(&chance) + "@" + domain(&chance)).uppercased() },
            Form("email-mailto", harder) { chance, _ in "mailto:" + user(&chance) + "@" + domain(&chance) },
            Form("email-angle", harder) { chance, _ in "<" + user(&chance) + "@" + domain(&chance) + ">" },
            Form("email-apart", [.adversarial]) { chance, _ in
                user(&chance) + chance.pick(" @ |(at)|[at]| (at) |＠|%40") + domain(&chance)
            },
            Form("email-spoken", [.adversarial]) { chance, tongue in
                let at: [Tongue: String] = [.fr: "arobase", .nl: "apenstaartje", .en: "at", .de: "klammeraffe"]
                let dot: [Tongue: String] = [.fr: "point", .nl: "punt", .en: "dot", .de: "punkt"]
                return "\(user(&chance)) \(at[tongue] ?? "") example \(dot[tongue] ?? "") be"
            },
            Form("email-entity", [.adversarial]) { chance, _ in user(&chance) + "&#64;" + domain(&chance) },
            Form("email-bracket", harder) { chance, _ in
                chance.pick("jean.dupont|siska|oumar") + chance.pick("(at)|[at]| (at) ") + "example.be"
            },
            Form("email-invisible", [.adversarial]) { chance, _ in user(&chance) + "\u{200B}@\u{200B}" + domain(&chance)
            },
        ],
        sentences: { tongue in
            switch tongue {
            case .fr: ["mon mail : {}", "écrivez à {} svp", "{}", "adresse e-mail {} merci"]
            case .nl: ["mijn mail: {}", "schrijf naar {} aub", "{}", "e-mailadres {} dank u"]
            case .en: ["my email: {}", "write to {} please", "{}", "e-mail address {} thanks"]
            case .de: ["meine Mail: {}", "schreiben Sie an {} bitte", "{}"]
            }
        })

    private static func account(_ chance: inout Chance) -> String {
        let (country, body) = chance.pick([
            ("BE", chance.digits(10)), ("NL", "INGB" + chance.digits(10)), ("DE", chance.digits(18)),
            ("FR", chance.digits(23)), ("LU", chance.digits(16)),
        ])
        // A Belgian account has a checksum of its own in its last two digits.
        let whole = country == "BE" ? body + pad(Int(body).map { $0 % 97 == 0 ? 97 : $0 % 97 } ?? 0) : body
        let values = (whole + country + "00").unicodeScalars.map {
            $0.value >= 65 ? Int($0.value) - 55 : Int($0.value) - 48
        }
        let rest = values.reduce(0) { ($0 * ($1 > 9 ? 100 : 10) + $1) % 97 }
        return country + pad(98 - rest) + whole
    }
    private static func pad(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    private static func fours(_ text: String, _ sign: String) -> String {
        stride(from: 0, to: text.count, by: 4).map { String(text.dropFirst($0).prefix(4)) }.joined(separator: sign)
    }

    private static let iban = IdentityForms(
        category: .iban,
        forms: [
            Form("iban", every) { chance, _ in account(&chance) },
            Form("iban-fours", every) { chance, _ in fours(account(&chance), " ") },
            Form("iban-signs", harder) { chance, _ in
                fours(account(&chance), chance.pick(["-", ".", "\u{A0}", "\u{202F}", "  "]))
            },
            Form("iban-lower", harder) { chance, _ in account(&chance).lowercased() },
            Form("iban-glued", harder) { chance, _ in "IBAN:" + account(&chance) },
            Form("iban-wide", [.adversarial]) { chance, _ in Disguise.digits(fours(account(&chance), " "), zero: 0xFF10)
            },
            Form("iban-apart", [.adversarial]) { chance, _ in
                account(&chance).map(String.init).joined(separator: chance.pick([" ", "\u{200B}"]))
            },
        ],
        sentences: { _ in
            ["{}", "IBAN {}", "sur le compte {} svp", "op rekening {} aub", "refund to {} please", "Konto {}"]
        })

    private static func payment(_ chance: inout Chance) -> String {
        let body = chance.fill(oneOf: "4##############|52#############|37############")
        let sum = body.reversed().compactMap(\.wholeNumberValue).enumerated().reduce(0) { sum, digit in
            let value = digit.offset % 2 == 0 ? digit.element * 2 : digit.element
            return sum + (value > 9 ? value - 9 : value)
        }
        return body + "\((10 - sum % 10) % 10)"
    }

    private static let card = IdentityForms(
        category: .card,
        forms: [
            Form("card", every) { chance, _ in payment(&chance) },
            Form("card-fours", every) { chance, _ in fours(payment(&chance), " ") },
            Form("card-signs", harder) { chance, _ in fours(payment(&chance), chance.pick(["-", ".", "\u{A0}", "  "]))
            },
            Form("card-apart", [.adversarial]) { chance, _ in payment(&chance).map(String.init).joined(separator: " ")
            },
            Form("card-lines", [.adversarial]) { chance, _ in fours(payment(&chance), "\n") },
        ],
        sentences: { _ in
            ["{}", "carte {} refusée", "mijn kaart {} werkt niet", "my card {} was declined", "Karte {}", "visa {}"]
        })

    private static func national(_ chance: inout Chance) -> (String, String, String) {
        let year = chance.roll(0...99)
        let birth = pad(year) + pad(chance.roll(1...12)) + pad(chance.roll(1...28))
        let order = chance.fill("*##")
        let base = (Int(birth + order) ?? 0) + (year < 20 ? 2_000_000_000 : 0)
        return (birth, order, pad(97 - base % 97))
    }

    private static let register = IdentityForms(
        category: .nationalNumber,
        forms: [
            Form("register", every) { chance, _ in
                let (a, b, c) = national(&chance)
                return "\(a.prefix(2)).\(a.dropFirst(2).prefix(2)).\(a.suffix(2))-\(b).\(c)"
            },
            Form("register-compact", every) { chance, _ in
                let (a, b, c) = national(&chance); return a + b + c
            },
            Form("register-signs", harder) { chance, _ in
                let (a, b, c) = national(&chance)
                let sign = chance.pick([" ", "-", "/", "."])
                return "\(a.prefix(2))\(sign)\(a.dropFirst(2).prefix(2))\(sign)\(a.suffix(2)) \(b) \(c)"
            },
            Form("register-two", harder) { chance, _ in
                let (a, b, c) = national(&chance); return "\(a) \(b)\(c)"
            },
        ],
        sentences: { _ in
            [
                "NISS {}", "mon registre national {}", "rijksregister {}", "national number {}", "{}",
                "mijn rijksregisternummer is {}",
            ]
        })

    private static let handle = IdentityForms(
        category: .handle,
        forms: [
            Form("profile-url", every) { chance, _ in
                chance.pick(
                    "https://www.instagram.com/|facebook.com/|https://www.tiktok.com/@|https://t.me/|linkedin.com/in/|https://x.com/|twitter.com/|snapchat.com/add/|https://www.youtube.com/@|m.facebook.com/|threads.net/@|https://be.linkedin.com/in/"
                ) + chance.pick("siska.dr|oumard|kaethe_84|thibault-lemaitre")
            },
            Form("at", every) { chance, _ in "@" + chance.pick("siska.dr|oumar_d|kaethe_84|thibaultlm") },
            Form("label", harder) { chance, _ in
                chance.pick("insta: |snap: |instagram = |tiktok: |fb: |mon insta c'est |telegram: |insta ")
                    + chance.pick("siska_dr|kaethe_84|oumar.d")
            },
        ],
        sentences: { _ in ["{}", "retrouvez-moi sur {}", "volg mij op {}", "follow me {}", "mein Profil {}"] })

    private static let address = IdentityForms(
        category: .ipAddress,
        forms: [
            Form("ipv4", every) { chance, _ in
                "\(chance.roll(11...199)).\(chance.roll(0...255)).\(chance.roll(0...255)).\(chance.roll(1...254))"
            },
            Form("ipv4-port", harder) { chance, _ in
                "10.\(chance.roll(0...255)).\(chance.roll(0...255)).\(chance.roll(1...254)):\(chance.roll(1024...65000))"
            },
            Form("ipv6", harder) { chance, _ in
                chance.pick(
                    "2a02:a03f:6b1c:9d00:1c5e:77aa:90be:12f4|2001:db8::8a2e:370:7334|fe80::1ff:fe23:4567:890a|::ffff:192.0.2.128"
                )
            },
            Form("ipv4-defanged", [.adversarial]) { chance, _ in "203[.]0[.]113[.]\(chance.roll(1...254))" },
        ],
        sentences: { _ in ["{}", "mon ip {}", "ip-adres: {}", "my IP is {}", "IP {} bitte"] })

    private static let birth = IdentityForms(
        category: .birthDate,
        forms: [
            Form("birth-slash", every) { chance, _ in
                "\(pad(chance.roll(1...28)))/\(pad(chance.roll(1...12)))/19\(chance.fill("*#"))"
            },
            Form("birth-signs", harder) { chance, _ in
                let sign = chance.pick(["-", ".", "/"])
                return "\(chance.roll(1...28))\(sign)\(chance.roll(1...12))\(sign)\(chance.fill("*#"))"
            },
            Form("birth-iso", harder) { chance, _ in
                "19\(chance.fill("*#"))-\(pad(chance.roll(1...12)))-\(pad(chance.roll(1...28)))"
            },
            Form("birth-text", every) { chance, tongue in
                let months: [Tongue: String] = [
                    .fr: "mars|août|décembre|1er mai", .nl: "maart|augustus|mei", .en: "March|August|Dec",
                    .de: "März|August|Mai",
                ]
                let month = chance.pick(months[tongue] ?? "mai")
                return month.hasPrefix("1er")
                    ? "\(month) 19\(chance.fill("*#"))"
                    : "\(chance.roll(2...28))\(tongue == .de ? "." : "") \(month) 19\(chance.fill("*#"))"
            },
            Form("birth-english", harder) { chance, _ in
                chance.pick("March|October|May") + " \(chance.roll(1...28)), 19" + chance.fill("*#")
            },
            Form("whole-birth", harder) { chance, _ in
                chance.pick("d.o.b. |ddn |DOB: ")
                    + "‹\(pad(chance.roll(1...28)))/\(pad(chance.roll(1...12)))/\(chance.fill("*#"))›"
            },
            Form("birth-ordinal", harder) { chance, _ in
                chance.pick("3rd of May|21st March|4th of October") + " 19" + chance.fill("*#")
            },
        ],
        sentences: { tongue in
            switch tongue {
            case .fr: ["né le {}", "je suis née le {} à Mons", "date de naissance : {}", "ma fille est née le {}"]
            case .nl: ["geboren op {}", "geboortedatum: {}", "ik ben geboren op {} in Gent"]
            case .en: ["born on {}", "date of birth: {}", "DOB {}", "my birthday is {}"]
            case .de: ["geboren am {}", "Geburtsdatum: {}", "ich bin am {} geboren"]
            }
        })

    private static let home = IdentityForms(
        category: .address,
        forms: [
            Form("address-be-fr", every) { chance, _ in
                chance.pick(
                    "Rue des Tanneurs|avenue du Parc|Chaussée de Wavre|place Flagey|Clos du Verger|Rue Émile Vandervelde"
                ) + " \(chance.roll(1...290))" + chance.pick(["", " bte 4", "A"]) + chance.pick([", ", " - ", " "])
                    + chance.pick("1050 Ixelles|4000 Liège|6000 Charleroi|B-1300 Wavre|7000 Mons")
            },
            Form("address-be-nl", every) { chance, _ in
                chance.pick("Molenstraat|Kouterlaan|Gentsesteenweg|Zandvoortweg|Kapelleplein|Lange Leemstraat")
                    + " \(chance.roll(1...290))" + chance.pick(["", " bus 3", "B"]) + chance.pick([", ", " - ", " "])
                    + chance.pick("9000 Gent|2018 Antwerpen|B-8500 Kortrijk|3500 Hasselt")
            },
            Form("address-fr", harder) { chance, _ in
                "\(chance.roll(1...190))" + chance.pick([" ", " bis ", ", "])
                    + chance.pick("rue Victor Hugo|boulevard Voltaire|impasse des Lilas") + chance.pick([", ", " "])
                    + chance.pick("75011 Paris|69003 Lyon|59000 Lille")
            },
            Form("address-nl", harder) { chance, _ in
                chance.pick("Prinsengracht|Dorpsstraat|Wilhelminalaan") + " \(chance.roll(1...290)), "
                    + chance.pick("1016 HK Amsterdam|3011AB Rotterdam|6211 CX Maastricht")
            },
            Form("address-de", harder) { chance, _ in
                chance.pick("Lindenstraße|Goethestr.|Am Markt|Schillerplatz") + " \(chance.roll(1...190)), "
                    + chance.pick("10115 Berlin|50667 Köln|D-52062 Aachen")
            },
            Form("address-gb", harder) { chance, _ in
                "\(chance.roll(1...190)) " + chance.pick("High Street|Station Road|Victoria Terrace|Mill Lane") + ", "
                    + chance.pick("London SW1A 1AA|Leeds LS1 4AP|Bristol BS1 5TR")
            },
            Form("address-lower", harder) { chance, _ in
                chance.pick("rue des tanneurs|avenue du parc") + " \(chance.roll(1...290)) "
                    + chance.pick("1050 ixelles|4000 liege")
            },
            Form("address-box", harder) { chance, _ in
                "av. Louise \(chance.roll(1...290))/\(chance.roll(1...9)) 1050 Ixelles"
            },
            Form("address-steenweg", harder) { chance, _ in
                "Steenweg op Leuven \(chance.roll(1...290)), 1140 Evere"
            },
            Form("address-lines", harder) { chance, _ in "Molenstraat \(chance.roll(1...290))\n9000 Gent" },
            Form("address-street", harder) { chance, _ in
                chance.pick("Rue des Tanneurs|Avenue du Parc") + " \(chance.roll(2...290))"
            },
        ],
        sentences: { tongue in
            switch tongue {
            case .fr: ["j'habite {}", "mon adresse : {}", "livrer à {}", "{}"]
            case .nl: ["ik woon in de {}", "mijn adres: {}", "leveren op {}", "{}"]
            case .en: ["I live at {}", "my address: {}", "deliver to {}", "{}"]
            case .de: ["ich wohne {}", "meine Adresse: {}", "Lieferung an {}", "{}"]
            }
        })
}
