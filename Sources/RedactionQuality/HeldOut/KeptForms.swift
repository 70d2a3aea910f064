/// What looks like personal data and is none: orders, prices, dates and their like. Each with the words it comes with.
enum KeptForms {
    private static let every: Set<Tier> = [.easy, .hard, .adversarial]
    private static let harder: Set<Tier> = [.hard, .adversarial]

    /// Patterns parted by `|`, filled by chance.
    private static func form(_ name: String, _ tiers: Set<Tier>, _ patterns: String) -> Form {
        Form(name, tiers) { chance, _ in chance.fill(oneOf: patterns) }
    }

    static let all: [Form] = [
        form(
            "order", every,
            "commande 9######|bestelling nr. 9#######|order #9#######|Bestellnummer 9#######|commande n°CMD-9####|order no. 9####-####"
        ),
        form(
            "ticket", every, "ticket 9#####|dossier 2025/9####|case 9#######|Vorgang 9######|INC00#####|réf. A9####-B"),
        form(
            "invoice", every,
            "facture 2025-9####|factuur F9######|invoice INV-2025-0####|Rechnung 9########|facture n° 9#########"),
        form(
            "tracking", every,
            "colis 3232##################|pakje 3SABCD#########|tracking 1Z###A99##########|JD01##############|suivi LX9########BE|GLS 9##########"
        ),
        form(
            "price", every,
            "9##,## €|€ 9##.##|9.### EUR|9 ###,## euros|£9,###.##|9####,- €|total 9##,##€|9####.## EUR|CHF 9##.--"),
        form(
            "date", every,
            "09/11/202#|1#.09.202#|202#-11-09|le 1# mars 202#|op 1# mei 202#|1#th March 202#|am 1#. April 202#|1#-11-2#"
        ),
        form("time", every, "14:3#|9h4#|om 8u3#|à 16h0#|at 7.4#pm|08:1#:2#|um 17 Uhr 30"),
        form(
            "hours", every,
            "ouvert de 9h00 à 18h30|ma-vr 08:30-12:00 / 13:00-17:30|open 9-5|Mo-Fr 9:00-18:00 Uhr|lun-sam 10h-19h|van 9u tot 17u30"
        ),
        form("version", every, "v9.#.##|version 9.##.#.##|iOS 17.#.#|firmware 9.##.###|build 9####.####|Android 1#"),
        form("position", every, "50.8###, 4.3###|51.0####,3.7####|50°5#'1#\"N 4°2#'0#\"E|lat 50.84#### lon 4.35####"),
        form("isbn", every, "ISBN 978-2-07-036822-8|ISBN 2-07-036822-X|EAN 5414489000017"),
        form(
            "enterprise", every,
            "BE 0403.170.701|TVA BE0403170701|BTW BE 0403 170 701|KBO 0403.170.701|n° BCE 0403170701|SIRET 732 829 320 00074|KvK 9#######|RCS Paris 732 829 320"
        ),
        form("communication", every, "+++090/9337/55493+++|***090/9337/55493***|communication 090/9337/55493"),
        form("score", every, "3-1|2 - 2|6/4 7/5|21-19, 18-21|victoire 4-0"),
        form("error", every, "erreur 0x8024#00#|error 40#|Fehler E-1##|code d'erreur 9####|ERR_9###|fout 5##"),
        form("quantity", every, "12 pièces|3x 250 g|1# stuks|24 x 33 cl|9## kg|2 personnes|5 Stück"),
        form("percent", every, "21 %|3,5%|99.#%|-9# %"),
        form("device", every, "iPhone 1#|Galaxy S2#|Fritz!Box 7590|b-box 3|RTX 4090|decoder V7|TL-WR841N"),
        form(
            "meter", harder,
            "index 0####9|compteur 54144#######|meterstand 9####|Zählerstand 9####,#|stand dag 9####, nacht 9####"),
        form(
            "serial", harder,
            "S/N 9A##-####-####|n° de série 9#########|serienummer A9########|Seriennummer 9#########|serial 9###-####-####"
        ),
        form(
            "customer", harder,
            "numéro client 9########|klantnummer 9########|customer number 9########|Kundennummer 9########|n° de client 9#######"
        ),
        form(
            "contract", harder,
            "contrat 9#########|contract nr 9########|Vertragsnummer 9#########|abonnement 9#########|polis 9########|devis 2025-####|offerte 9######"
        ),
        form("code", harder, "code 9#####|votre code : 9##-###|pin 9###|OTP 9#####|G-9#####|puk 9#######"),
        form(
            "identifier", harder,
            "9f1c2b7e-4a5d-4c3b-8e21-0f9d7a6b5c4#|a3f5c9e1b7d24680|id 9###################|session 17#########"),
        form(
            "file", harder, "IMG-202#1101-WA00##.jpg|VID_202#1101_1430##.mp4|scan_9####.pdf|PXL_202#1101_9########.jpg"),
        form("timestamp", harder, "1700#########|ts 17########|202#-11-09T14:3#:0#Z|202#1101 1430"),
        form("plate", harder, "1-ABC-9##|2-XYZ-###|GT-9##-AB|12 x 45 x 9# cm"),
        form("range", harder, "2019-2024|pages 9#-1##|art. 12-15|lots 9##-9##|30-45 jours|12 à 15 jours"),
        form("list", harder, "1. oui 2. non 3. peut-être|1) modem 2) décodeur|1️⃣ Facture 2️⃣ Panne 3️⃣ Autre|A1, B2, C3"),
        form("mathematics", harder, "12 x 9# = 1###|250/4=62,5|1.###,## + 9##,## = 9.###,##|3+4=7"),
        form(
            "phone-shaped-order", [.adversarial],
            "commande 047#######|bestelling 0478/## ## ##|order #0491######|Bestellung 0485######"),
        form(
            "phone-shaped-reference", [.adversarial],
            "réf. 0478-##-##-##|ref 0496######|dossier 0470.##.##.##|referentie 0486 ## ## ##|Aktenzeichen 0471######"),
        form(
            "phone-shaped-serial", [.adversarial],
            "numéro de série 0475######|serienummer 0499######|n° client 0468######|klantnummer 0478 ## ## ##"),
        form("phone-shaped-price", [.adversarial], "0478,## €|€ 0491.##|0475 euros"),
        form(
            "words", [.adversarial],
            "un deux trois soleil|quatre ou cinq fois|drie keer twee|one or two of the three|ein bis zwei Stunden|cent euros|vingt-quatre heures|deux mille vingt-cinq"
        ),
        form("readings", harder, "12 45 9# 33|jour 9#### nuit 4####|120/80|9#, 12, 45, 7#, 33"),
        form("not-a-mail", harder, "lodash@4.17.21|@media|tom @ 18h|npm i react@18.#.0"),
        form("short-number", harder, "appelez le 112|bel 101|le 1733|0800 12 3##|SMS au 8850|0800/12 3##"),
        form("street-less", harder, "au 3e étage|rue commerçante|dans la rue|in de straat|code postal 1000|1000 merci"),
        form(
            "name-less", harder,
            "je suis fâché|ik ben boos|I'm waiting|ich bin sauer|je m'appelle comment déjà ?|moi c'est non|ik ben er niet|this is urgent|c'est petit|une rose blanche"
        ),
    ]
}
