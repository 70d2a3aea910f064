/// What the record of processing and the notice say.
extension Dutch {
    static let notice: [Text: String] = [
        .gapIdentity: "wettelijke identiteit, adres en ondernemingsnummer",
        .gapOfficer: "hoe de functionaris voor gegevensbescherming te bereiken is, of dat er geen is",
        .gapLegalBases: "de rechtsgrond van elk doel",
        .gapInterests: "de gerechtvaardigde belangen",
        .gapRecipients: "ontvangers bij naam, ook de aanbieder van de berichtendienst",
        .gapTransfers: "doorgiften naar derde landen en hun waarborg",
        .gapPeriods: "hoe lang de gegevens bewaard worden",
        .gapRestriction: "het recht op beperking van de verwerking",
        .gapWithdrawal: "het recht om toestemming in te trekken",
        .gapComplaint: "het recht om een klacht in te dienen bij de autoriteit",
        .gapMandatory: "of het verstrekken verplicht is, en wat er anders gebeurt",
        .gapAutomated: "of er geautomatiseerde besluiten zijn",
        .gapSpecial: "uitdrukkelijke toestemming voor bijzondere categorieën",
        .gapObjection: "het recht van bezwaar tegen informatie, apart vermeld",
        .gapWorkers: "informatie aan de operatoren over kwaliteitsopvolging",
        .gapUnknownPeriod: "het beleid zegt “{found}”, en geen enkele regel zegt dat",
        .noticeHeading: "Bewaartermijnen",
        .noticeIntro:
            "Wij bewaren wat u ons schrijft niet langer dan nodig. De termijnen worden geteld zoals vermeld; een wettelijke bewaring kan ze in een enkel geval verlengen.",
        .noticeStep: "{period} na {clock}: {action}",
        .noticeOtherPurposes: "andere onderwerpen",
        .noticeRest: "alle andere gevallen",
        .noticeArchive:
            "“Archiveren” betekent: de tekst zonder nummers en namen, gecomprimeerd, apart en door weinigen gelezen, tot hij gewist wordt.",
        .noticeRights: "U kunt eerder om wissing vragen: {contact}.",
        .recordTitle: "Register van verwerkingsactiviteiten (artikel 30 AVG)",
        .recordController: "(a) Verwerkingsverantwoordelijke",
        .recordToFill: "in te vullen door de verantwoordelijke: {what}",
        .recordIdentity: "ondernemingsnummer, adres, vertegenwoordiger, functionaris voor gegevensbescherming",
        .recordPurpose: "(b) Doel",
        .recordBasis: "Rechtsgrond",
        .recordPersons: "(c) Categorieën van personen",
        .recordData: "(c) Categorieën van gegevens",
        .recordDataWords:
            "telefoonnummer, inhoud van berichten, openbare profielgegevens; spontane bijzondere categorieën zijn niet uit te sluiten (artikel 9)",
        .recordRecipients: "(d) Ontvangers",
        .recordRecipientsWords:
            "technische verwerkers; aanbieder van de berichtendienst (berichten hoogstens 30 dagen); overheden als de wet het oplegt",
        .recordTransfers: "(e) Derde landen",
        .recordTransfersWords:
            "de aanbieder van de berichtendienst kan in de Verenigde Staten bewaren: noem de waarborg",
        .recordLimits: "(f) Bewaartermijnen",
        .recordSecurity: "(g) Beveiligingsmaatregelen",
        .recordSecurityWords:
            "bestanden alleen voor hun eigenaar; sleutels apart van de gegevens, één per doel; archieven van geschoonde tekst, teruggelezen voor er iets gewist wordt; gewiste inhoud overschreven; elke nacht gecontroleerd en met vingerafdrukken geketend",
        .recordOther:
            "Bron van de gegevens: de personen zelf. Geen uitsluitend geautomatiseerd besluit. Effectbeoordeling: {what}.",
        .recordReference: "verwijzing en datum",
        .recordPolicyLine: "Regels {id}, vingerafdruk {hash}; beleid van {date}",
        .basisContract: "6(1)(b) voor klanten, 6(1)(f) voor prospects",
        .basisApplication: "6(1)(b), precontractuele maatregelen",
        .basisQuality: "6(1)(f), met belangenafweging, op geschoonde en samengevoegde gegevens",
        .basisInformation: "toestemming, of de uitzondering voor eigen klanten (WER XII.13)",
        .basisUnknown: "geen: het doel moet worden vastgelegd",
    ]
}
