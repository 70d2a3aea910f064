/// What the record of processing and the notice say.
extension Dutch {
    static let notice: [Text: String] = [
        .gapIdentity: "wettelijke identiteit, adres en ondernemingsnummer",
        .gapOfficer: "hoe de functionaris voor gegevensbescherming te bereiken is, of dat er geen is",
        .gapLegalBases: "de rechtsgrond van elk doel",
        .gapInterests: "de gerechtvaardigde belangen",
        .gapRecipients: "ontvangers bij naam, ook de aanbieder van de berichtendienst",
        .gapTransfers: "doorgiften naar derde landen en hun waarborgen",
        .gapPeriods: "hoe lang de gegevens bewaard worden",
        .gapRestriction: "het recht op beperking van de verwerking",
        .gapWithdrawal: "het recht om toestemming in te trekken",
        .gapComplaint: "het recht om een klacht in te dienen bij de autoriteit",
        .gapMandatory: "of het verstrekken verplicht is, en wat er anders gebeurt",
        .gapAutomated: "of er geautomatiseerde besluiten zijn",
        .gapSpecial: "uitdrukkelijke toestemming voor bijzondere categorieën",
        .gapObjection: "het recht van bezwaar tegen informatie, apart vermeld",
        .gapWorkers: "informatie aan de operatoren over kwaliteitsopvolging",
        .gapUnknownPeriod: "het beleid zegt “{found}”, wat geen enkele regel zegt",
        .noticeHeading: "Bewaartermijnen",
        .noticeIntro:
            "Wij bewaren wat u ons schrijft niet langer dan nodig. De termijnen worden geteld zoals hieronder vermeld; een wettelijke verplichting of een geschil kan ze in een afzonderlijk geval verlengen.",
        .noticeStep: "{period} na {clock}: {action}",
        .noticeOtherPurposes: "andere onderwerpen",
        .noticeRest: "alle andere gevallen",
        .noticeArchive:
            "“Archiveren” betekent: de tekst, zonder nummers en namen, wordt gecomprimeerd en apart bewaard, voor weinigen toegankelijk, tot hij gewist wordt.",
        .noticeRights: "U kunt eerder om wissing vragen: {contact}.",
        .noticeLastInbound: "uw laatste bericht",
        .noticePersonLastInbound: "uw laatste bericht in welk gesprek ook",
        .recordTitle: "Register van verwerkingsactiviteiten (artikel 30 AVG)",
        .recordController: "(a) Verwerkingsverantwoordelijke",
        .recordToFill: "in te vullen door de verantwoordelijke: {what}",
        .recordIdentity: "ondernemingsnummer, adres, vertegenwoordiger, functionaris voor gegevensbescherming",
        .recordConditions:
            "de voorwaarde van artikel 9 voor bijzondere categorieën, de verwijzing naar de belangenafweging (artikel 6(1)(f)), de data van de verwerkersovereenkomsten",
        .recordPurpose: "(b) Doel",
        .recordBasis: "Rechtsgrond",
        .recordPersons: "(c) Categorieën van personen",
        .recordData: "(c) Categorieën van gegevens",
        .recordDataWords:
            "telefoonnummer, inhoud van berichten, openbare profielgegevens; bijzondere categorieën van gegevens die personen uit zichzelf meedelen, zijn niet uit te sluiten (artikel 9)",
        .recordRecipients: "(d) Ontvangers",
        .recordRecipientsWords:
            "technische verwerkers; aanbieder van de berichtendienst (berichten hoogstens 30 dagen); overheden als de wet het oplegt",
        .recordTransfers: "(e) Derde landen",
        .recordTransfersWords:
            "de aanbieder van de berichtendienst kan gegevens in de Verenigde Staten bewaren: noem de waarborg",
        .recordLimits: "(f) Bewaartermijnen",
        .recordSecurity: "(g) Beveiligingsmaatregelen",
        .recordSecurityWords:
            "bestanden alleen toegankelijk voor hun eigenaar; sleutels apart van de gegevens, één per doel; archieven van geschoonde tekst, teruggelezen voordat er iets gewist wordt; gewiste inhoud overschreven; elke nacht gecontroleerd en met een vingerafdruk aan de vorige geketend",
        .recordOther:
            "Bron van de gegevens: de personen zelf. Geen uitsluitend geautomatiseerde besluiten. Gegevensbeschermingseffectbeoordeling: {what}.",
        .recordReference: "verwijzing en datum",
        .recordPolicyLine: "Regels {id}, vingerafdruk {hash}; beleid van {date}",
        .basisContract: "6(1)(b) voor klanten, 6(1)(f) voor prospects",
        .basisApplication: "6(1)(b), precontractuele maatregelen",
        .basisQuality: "6(1)(f), met belangenafweging, op geschoonde en samengevoegde gegevens",
        .basisInformation: "toestemming, of de uitzondering voor eigen klanten (WER, art. XII.13)",
        .basisUnknown: "geen: het doel moet worden vastgelegd",
        .recordQuoted:
            "De namen en rechtsgronden van de regels staan er zoals het regelbestand ze schrijft, in de taal ervan.",
        .noticeRedact:
            "“Schonen” betekent: in de tekst worden nummers, namen en andere contactgegevens vervangen door een neutrale vermelding.",
        .noticePseudonymise:
            "“Pseudonimiseren” betekent: uw nummer en uw profiel worden vervangen door een code die alleen met een apart bewaarde sleutel naar u te herleiden is.",
        .gapUnknownPeriodOf: "het beleid zegt “{found}” ({roles}), wat geen enkele regel van deze personen zegt",
    ]
}
