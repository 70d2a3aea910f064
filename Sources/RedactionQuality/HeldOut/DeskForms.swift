/// What people write to a desk beside sentences: lists, signatures, logs of calls, forms, timetables; and the slips of a
/// hurried hand.
enum DeskForms {
    private static let every: Set<Tier> = [.easy, .hard, .adversarial]
    private static let harder: Set<Tier> = [.hard, .adversarial]

    private static func form(_ name: String, _ tiers: Set<Tier>, _ patterns: String) -> Form {
        Form(name, tiers) { chance, _ in chance.fill(oneOf: patterns) }
    }

    /// Telephone numbers. What `whole` begins brings its own words, and the numbers between ‹ and ›.
    static let phones: [Form] = [
        form("whole-list", harder, "‹0470######›,‹0491######›|‹0470######›;‹0486######›|‹0496######›/‹0497######›"),
        form("area-apart", harder, "030 - 271 ## ##|030 / 28## 19##|0489 - ## ## ##|02 / 512 ## ##|020 - 623 ## ##"),
        form("desk-of-a-firm", harder, "088 755 ## ##|088-75#####|088 2#####"),
        form("whole-slip", harder, "c'est le‹0470######›.|bel op‹0470/######›|call me on‹07700900###›"),
        form(
            "whole-signature", every,
            "T ‹02 738 ## ##› / M ‹0470 ## ## ##›|Fon: ‹+49 30 28######›|Tél. bureau : ‹081 2# ## ##›|T: ‹+31 (0)20 623 ## ##›"
        ),
        form(
            "whole-call-log", every,
            "Appel manqué de ‹+32 470 ## ## ##› à 14:32|Missed call ‹0470######› 12/03/2024 14:32|Anruf von ‹0171 28#####› Dauer 00:03:12|Gemiste oproep van ‹0470/##.##.##›"
        ),
        form(
            "whole-fields", harder,
            "{\"from\":\"‹32470######›\",\"text\":\"ok\"}|nom;tel;ville\nx;‹0470######›;Namur|\"‹+32 470 ## ## ##›\",\"48,50\"|tel=%2B‹32470######›&nom=x"
        ),
        form("entity-space", [.adversarial], "+32&nbsp;470&nbsp;##&nbsp;##&nbsp;##|0470&nbsp;##&nbsp;##&nbsp;##"),
        form("whole-bare-cue", harder, "whats app ‹32470######›|whatsapp ‹31628######›|wapp: ‹212661######›"),
        Form("words-hundreds", [.adversarial]) { chance, _ in
            chance.pick(
                "nul vierhonderd zeventig|nul vierhonderdzeventig|nulvierzevennul|null hunderteinundsiebzig|zéro quatre cent septante"
            ) + " "
                + chance.pick(
                    "twaalf vierendertig zesenvijftig|zwölf vierunddreißig sechsundfünfzig|douze trente-quatre cinquante-six"
                )
        },
    ]

    /// What must stay.
    static let kept: [Form] = [
        form(
            "timetable", harder, "bus 0704 0734 0804 0834 0904|train 08:04 08:34 09:04 09:34|tram 4 0612 0627 0642 0657"
        ),
        form("lottery", harder, "loto : 04 12 23 31 42|tirage 04 - 12 - 23 - 31 - 42|lotto 04 08 15 16 23"),
        form(
            "statement", every,
            "12-03-24 BETALING BANCONTACT 14:32 -23,4#|Achat 12/03 CARREFOUR 48,2# €|solde au 31/03/2024 : 1.4##,93 EUR"
        ),
        form("flight", harder, "vol SN 37## le 12/03 porte B2#|Flug LH 10## um 07:45|flight AF10## at 07.45"),
        form("sets", harder, "6-4 3-6 7-5|3-1, 2-2, 0-4 ce week-end|25-21 25-19 22-25"),
        form("spelled-digits", [.adversarial], "1 2 5 2 8 8 6 3 4 2 2 0 9 3 # 7 # 8 1 9 8 3"),
        form("numbered", harder, "1) modem\n2) décodeur\n3) câble|1. box\n2. 0800 12 3##\n3. rien"),
        form("product", harder, "article 604.821.##|réf. 48##.937.15|modèle WR841N. Merci|art.nr. 302.*##.4#"),
        form(
            "called", harder,
            "hier. TVA BE0403170701|Bonjour Madame, Commande reçue|ici. Toujours rien|met elke levering"),
        form(
            "thing", harder,
            "{\"name\":\"Canapé Bleu\"}|{\"order_id\":\"1004821##\",\"total\":\"48.50\"}|item1.X-ABLabel:Mobil"),
    ]

    /// What stands before the sender of a letter that is sent on.
    static let headers = ["De : ", "Van: ", "From: ", "Von: ", "Cc: "]

    /// Names of persons who are not known, in the sentences of a desk.
    static func introduced(_ tongue: Tongue) -> [String] {
        switch tongue {
        case .fr:
            [
                "c'est {}, la cliente de mardi", "ma femme {} viendra", "votre collègue {} m'a promis cela",
                "bonjour {}, merci pour votre aide", "livrer chez Mme {}", "destinataire : {}",
                "mon nom de famille est {}",
            ]
        case .nl:
            [
                "mijn man {} tekent", "uw collega {} zei dat het klopt", "Dag {}, kan je me helpen",
                "bij mevrouw {} afgeven",
                "begunstigde: {}", "hier {}",
            ]
        case .en:
            [
                "my wife {} will sign", "your colleague {} said so", "Hello {}, thanks", "for Mr {}",
                "this is {} from number 12",
                "call me {}",
            ]
        case .de:
            [
                "meine Frau {} nimmt es an", "Ihr Kollege {} hat gesagt", "Hallo {}, danke", "für Herrn {}",
                "hier ist {}",
                "Hier spricht {}",
            ]
        }
    }
}
