/// What looks like personal data and is none: orders, prices, dates and their like. Each with the words it comes with.
enum KeptForms {
    private static let every: Set<Tier> = [.easy, .hard, .adversarial]
    private static let harder: Set<Tier> = [.hard, .adversarial]

    /// Patterns parted by `|`, filled by chance.
    private static func form(_ name: String, _ tiers: Set<Tier>, _ patterns: String) -> Form {
        Form(name, tiers) { chance, _ in chance.fill(oneOf: patterns) }
    }

    static let all: [Form] =
        DeskForms.kept + [
            form(
                "order", every,
                "commande *######|bestelling nr. *#######|order #*#######|Bestellnummer *#######|commande n°CMD-*####|order no. *####-####"
            ),
            form(
                "ticket", every,
                "ticket *#####|dossier 2025/*####|case *#######|Vorgang *######|INC00#####|réf. ^*####-B"),
            form(
                "invoice", every,
                "facture 2025-*####|factuur F*######|invoice INV-2025-0####|Rechnung *########|facture n° *#########"),
            form(
                "tracking", every,
                "colis 3232##################|pakje 3S^^^^#########|tracking 1Z###^9*##########|JD01##############|suivi LX*########BE|GLS *##########"
            ),
            form(
                "price", every,
                "*##,## €|€ *##.##|9.### EUR|9 ###,## euros|£9,###.##|*####,- €|total *##,##€|*####.## EUR|CHF *##.--"),
            form(
                "date", every,
                "09/11/202#|1#.09.202#|202#-11-09|le 1# mars 202#|op 1# mei 202#|1#th March 202#|am 1#. April 202#|1#-11-2#"
            ),
            form("time", every, "14:3#|9h4#|om 8u3#|à 16h0#|at 7.4#pm|08:1#:2#|um 17 Uhr 30"),
            form(
                "hours", every,
                "ouvert de 9h00 à 18h30|ma-vr 08:30-12:00 / 13:00-17:30|open 9-5|Mo-Fr 9:00-18:00 Uhr|lun-sam 10h-19h|van 9u tot 17u30"
            ),
            form(
                "version", every, "v9.#.##|version 9.##.#.##|iOS 17.#.#|firmware 9.##.###|build *####.####|Android 1#"),
            form(
                "position", every, "50.8###, 4.3###|51.0####,3.7####|50°5#'1#\"N 4°2#'0#\"E|lat 50.84#### lon 4.35####"),
            form("isbn", every, "ISBN 978-2-07-036822-8|ISBN 2-07-036822-X|EAN 5414489000017"),
            form(
                "enterprise", every,
                "BE 0403.170.701|TVA BE0403170701|BTW BE 0403 170 701|KBO 0403.170.701|n° BCE 0403170701|SIRET 732 829 320 00074|KvK *#######|RCS Paris 732 829 320"
            ),
            form("communication", every, "+++090/9337/55493+++|communication 090/9337/55493"),
            form("score", every, "3-1|2 - 2|6/4 7/5|21-19, 18-21|victoire 4-0"),
            form("error", every, "erreur 0x8024#00#|error 40#|Fehler E-1##|code d'erreur *####|ERR_*###|fout 5##"),
            form("quantity", every, "12 pièces|3x 250 g|1# stuks|24 x 33 cl|*## kg|2 personnes|5 Stück"),
            form("percent", every, "21 %|3,5%|99.#%|-*# %"),
            form("device", every, "iPhone 1#|Galaxy S2#|Fritz!Box 7590|b-box 3|RTX 4090|decoder V7|TL-WR841N"),
            form(
                "meter", harder,
                "index 0####9|compteur 54144#######|meterstand *####|Zählerstand *####,#|stand dag *####, nacht *####"),
            form(
                "serial", harder,
                "S/N *^##-####-####|n° de série *#########|serienummer ^*########|Seriennummer *#########|serial *###-####-####"
            ),
            form(
                "customer", harder,
                "numéro client *########|klantnummer *########|customer number *########|Kundennummer *########|n° de client *#######"
            ),
            form(
                "contract", harder,
                "contrat *#########|contract nr *########|Vertragsnummer *#########|abonnement *#########|polis *########|devis 2025-####|offerte *######"
            ),
            form("code", harder, "code *#####|votre code : *##-###|pin *###|OTP *#####|G-*#####|puk *#######"),
            form(
                "identifier", harder,
                "9f1c2b7e-4a5d-4c3b-8e21-0f9d7a6b5c4#|a3f5c9e1b7d24680|id *###################|session 17#########"),
            form(
                "file", harder,
                "IMG-202#1101-WA00##.jpg|VID_202#1101_1430##.mp4|scan_*####.pdf|PXL_202#1101_*########.jpg"),
            form("timestamp", harder, "1700#########|ts 17########|202#-11-09T14:3#:0#Z|202#1101 1430"),
            form("plate", harder, "1-ABC-*##|2-XYZ-###|GT-*##-^^|12 x 45 x *# cm"),
            form("range", harder, "2019-2024|pages *#-1##|art. 12-15|lots *##-*##|30-45 jours|12 à 15 jours"),
            form(
                "list", harder, "1. oui 2. non 3. peut-être|1) modem 2) décodeur|1️⃣ Facture 2️⃣ Panne 3️⃣ Autre|A1, B2, C3"),
            form("mathematics", harder, "12 x *# = 1###|250/4=62,5|1.###,## + *##,## = 9.###,##|3+4=7"),
            form(
                "phone-shaped-order", [.adversarial],
                "commande 047#######|bestelling 0478/## ## ##|order #0491######|Bestellung 0485######"),
            form(
                "phone-shaped-reference", [.adversarial],
                "réf. 0478-##-##-##|ref 0496######|dossier 0470.##.##.##|referentie 0486 ## ## ##|Aktenzeichen 0471######"
            ),
            form(
                "phone-shaped-serial", [.adversarial],
                "numéro de série 0475######|serienummer 049*######|n° client 0468######|klantnummer 0478 ## ## ##"),
            form("phone-shaped-price", [.adversarial], "0478,## €|€ 0491.##|0475 euros"),
            form(
                "words", [.adversarial],
                "un deux trois soleil|quatre ou cinq fois|drie keer twee|one or two of the three|ein bis zwei Stunden|cent euros|vingt-quatre heures|deux mille vingt-cinq"
            ),
            form("readings", harder, "12 45 *# 33|jour *#### nuit 4####|120/80|*#, 12, 45, 7#, 33"),
            form("not-a-mail", harder, "lodash@4.17.21|tom @ 18h|npm i react@18.#.0"),
            form("short-number", harder, "appelez le 112|bel 101|le 1733|0800 12 3##|SMS au 8850|0800/12 3##"),
            form(
                "street-less", harder,
                "au 3e étage|rue commerçante|dans la rue|in de straat|code postal 1000|1000 merci"),
            form(
                "name-less", harder,
                "je suis fâché|ik ben boos|I'm waiting|ich bin sauer|je m'appelle comment déjà ?|moi c'est non|ik ben er niet|this is urgent|c'est petit|une rose blanche"
            ),
        ]
}
