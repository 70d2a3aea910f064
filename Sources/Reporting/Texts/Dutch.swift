/// The report in Dutch. `~` is a no-break space.
enum Dutch {
    static let texts: [Text: String] = [
        .title: "Bewaarverslag",
        .night: "Nacht van {date}",
        .dateAndTime: "{date} om {time}",
        .internalUse: "Intern document. Het noemt niemand, maar kleine aantallen kunnen naar iemand verwijzen.",
        .rehearsal: "Proef",
        .rehearsalMeaning: "Dit verslag komt uit een proefbestand, dat op elke gewenste datum kan draaien. "
            + "Het bewijst niets over de echte gegevens.",
        .wouldHaveStopped: "Een echt bestand was vóór elke wijziging gestopt:",
        .stateClear: "Geen afwijking vastgesteld binnen wat is onderzocht",
        .stateDeviations: "Afwijkingen",
        .stateUnproven: "Niet bewezen",
        .stateClearMeaning: "Alles wat verstreken was, is verwerkt, en elke controle heeft gegevens onderzocht.",
        .stateDeviationsMeaning: "Minstens één verstreken gegeven is niet verwerkt of een controle is mislukt.",
        .stateUnprovenMeaning: "Niets is mislukt, maar minstens één controle had niets te onderzoeken en bewijst dus "
            + "niets.",
        .notExamined: "Niet onderzocht: de telefoons van de operatoren, de kopieën die de berichtendienst zelf "
            + "bewaart, "
            + "en de back-ups.",
        .summaryDone: "{n} verrichting was aan de beurt, {done} is uitgevoerd."
            + "|{n} verrichtingen waren aan de beurt, {done} zijn uitgevoerd.",
        .summaryKept: "Tegengehouden: {grace} in wachttijd, {held} juridisch bevroren, {restricted} met beperkte "
            + "verwerking.",
        .summaryChecks: "Controles: {proven} bewezen, {failed} mislukt, {unproven} niet bewezen.",
        .controller: "Verwerkings\u{ad}verantwoordelijke",
        .notice: "Gepubliceerd beleid",
        .noticeVersion: "{title}, versie van {date}",
        .policy: "Bewaarregels",
        .policyHash: "Vingerafdruk van de regels",
        .approval: "Goedkeuring",
        .approvedOn: "Goedgekeurd op {date}",
        .notApproved: "Niet goedgekeurd (proef)",
        .run: "Uitvoering",
        .asOf: "Toestand op",
        .worked: "Duur van het werk",
        .workedFromTo: "{duration}, van {start} tot {end}",
        .store: "Bestand",
        .timeZone: "Tijdzone",
        .signatures: "Handtekeningen",
        .signedController: "Namens de verwerkingsverantwoordelijke",
        .signedOfficer: "Functionaris voor gegevensbescherming",
        .signedWhere: "Naam, datum en handtekening",

        .findings: "Aandachtspunten",
        .findingNone: "Niets te melden.",
        .findingFailed: "{n} verrichting kon niet worden uitgevoerd.|{n} verrichtingen konden niet worden uitgevoerd.",
        .findingUnbalanced: "{n} regel klopt niet: er ontbreken verstreken gegevens in de telling."
            + "|{n} regels kloppen niet: er ontbreken verstreken gegevens in de telling.",
        .findingChecks: "{n} controle is mislukt.|{n} controles zijn mislukt.",
        .findingUnproven: "{n} controle had niets te onderzoeken.|{n} controles hadden niets te onderzoeken.",
        .findingNoChecks: "Er is geen enkele controle gebeurd.",
        .findingUnclassified: "{n} gesprek heeft geen bekende rol of geen bekend doel."
            + "|{n} gesprekken hebben geen bekende rol of geen bekend doel.",
        .findingTooManyUnclassified: "{n} gesprek, meer dan 5~% van het bestand, heeft geen bekende rol of geen "
            + "bekend doel."
            + "|{n} gesprekken, meer dan 5~% van het bestand, hebben geen bekende rol of geen bekend doel.",
        .findingUndated: "{n} gegeven zonder bruikbare datum wordt nooit vanzelf gewist."
            + "|{n} gegevens zonder bruikbare datum worden nooit vanzelf gewist.",
        .findingInterrupted:
            "{n} verrichting was al gedaan door een onderbroken nacht.|{n} verrichtingen waren al gedaan door een onderbroken nacht.",
        .auditHead: "Kop van het auditlogboek",
        .findingOverdue: "{n} verrichting was de dag ervoor al aan de beurt.|{n} verrichtingen waren de dag ervoor "
            + "al aan de beurt.",

        .flow: "Wat verstreken was",
        .flowMeaning: "Elke lijn is een regel en wat die op een bepaalde leeftijd vraagt. Wat zijn termijn voorbij "
            + "is, is "
            + "gedaan, in wachttijd, bevroren, beperkt of mislukt; de som moet kloppen. Eén gesprek kan op meer "
            + "lijnen tellen.",
        .rule: "Regel",
        .everyRule: "alle regels",
        .whatIsDone: "Verrichting",
        .due: "Verstreken",
        .done: "Gedaan",
        .inGrace: "Wachttijd",
        .held: "Bevroren",
        .restricted: "Beperkt",
        .failed: "Mislukt",
        .balance: "Telling",
        .balanced: "juist",
        .unbalanced: "fout",
        .overdue: "Al sinds gisteren",
        .undated: "Zonder datum",
        .oldest: "Oudste",
        .ahead: "Wat eraan komt",
        .aheadMeaning: "Wat zal verstrijken; elk getal bevat het vorige.",
        .within30: "Binnen 30 dagen",
        .within60: "Binnen 60 dagen",
        .within90: "Binnen 90 dagen",
        .noRules: "Geen enkele regel had gegevens.",

        .policyChanged: "Het beleid is veranderd",
        .policyChangedMeaning:
            "Door deze verandering verdwijnt niets voor de wachttijd na haar goedkeuring voorbij is, op {date}. "
            + "De waarden staan zoals het beleidsbestand ze schrijft.",
        .dueOn: "Vervallen op {date}",
        .archives: "Archieven",
        .segmentsWritten: "{n} segment geschreven|{n} segmenten geschreven",
        .segmentsErased: "{n} segment gewist op de einddatum|{n} segmenten gewist op hun einddatum",
        .archivesMeaning: "Een archief bevat alleen geschoonde tekst. Het is teruggelezen en vergeleken voordat er "
            + "in het "
            + "bestand iets werd gewist, en het wordt gewist op zijn einddatum.",
        .segment: "Segment",
        .endsOn: "Einddatum",
        .conversations: "Gesprekken",
        .messages: "Berichten",
        .size: "Grootte",
        .fingerprint: "SHA-256 (begin)",

        .stock: "Wat in het bestand blijft",
        .sourcesKept:
            "{n} ingelezen bestand bestaat nog, het oudste ingelezen op {date}|{n} ingelezen bestanden bestaan nog, het oudste ingelezen op {date}",
        .tablesUnlisted:
            "{n} tabel van het gegevensbestand is niet beschreven en niet onderzocht|{n} tabellen van het gegevensbestand zijn niet beschreven en niet onderzocht",
        .namesSkipped:
            "{n} profielnaam is een gewoon woord en is niet in de teksten gezocht|{n} profielnamen zijn gewone woorden en zijn niet in de teksten gezocht",
        .stockMeaning: "Na deze nacht. Groepen van minder dan {least} gesprekken zijn samengenomen, zodat ze niemand "
            + "aanwijzen.",
        .role: "Rol",
        .purpose: "Doel",
        .total: "Totaal",
        .grouped: "Andere, samengenomen",
        .storeEmpty: "Het bestand is leeg.",

        .checks: "Controles",
        .checksMeaning: "Een controle die niets heeft onderzocht, is niet bewezen en nooit geslaagd.",
        .check: "Controle",
        .examined: "Onderzocht",
        .failing: "Fout",
        .outcome: "Uitkomst",
        .oldestFailure: "Oudste fout",
        .proven: "bewezen",
        .checkFailed: "mislukt",
        .notProven: "niet bewezen",
        .noChecks: "Geen controles.",

        .quality: "Kwaliteit van de dienst",
        .qualityMeaning: "Berekend voordat er iets werd gewist, per rol, doel en maand van het eerste bericht. De "
            + "tijd loopt "
            + "van het eerste bericht van de persoon tot het eerste antwoord van een mens; automatische antwoorden "
            + "tellen niet.",
        .suppression: "‘c’: verborgen, omdat minder dan {least} personen schreven; zo’n klein aantal kan iemand "
            + "aanwijzen. "
            + "Er staan geen totalen bij, zodat niets na te rekenen is.",
        .month: "Maand",
        .median: "Eerste antwoord (mediaan)",
        .unanswered: "Onbeantwoord",
        .suppressedCells: "{n} maand verborgen|{n} maanden verborgen",
        .qualityNone: "Geen gesprekken om te meten.",
        .status: "Geschoonde tekst en pseudoniemen blijven persoonsgegevens zolang hun sleutel bestaat.",

        .months: "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
        .byteUnits: "B|kB|MB|GB|TB",
        .durationUnits: "d|u|min|s",
        .subjectConversations: "Gesprekken",
        .subjectPersons: "Personen",
        .subjectSegments: "Archiefsegmenten",
        .subjectSources: "Ingelezen bestanden",
        .actionProfilePhoto: "profielfoto wissen",
        .actionProfileStatus: "profielstatus wissen",
        .actionMedia: "media wissen",
        .actionArchive: "archiveren",
        .actionPseudonymise: "pseudonimiseren",
        .actionEraseAll: "alles wissen",
        .actionRedactAll: "tekst schonen",
        .actionRedact: "schonen ({categories})",
        .actionNone: "niets",
        .categoryPhone: "telefoonnummers",
        .categoryName: "namen",
        .categoryEmail: "e-mailadressen",
        .categoryIBAN: "IBAN",
        .categoryCard: "betaalkaarten",
        .categoryNationalNumber: "rijksregisternummers",
        .categoryHandle: "gebruikersnamen",
        .categoryIPAddress: "IP-adressen",
        .categoryBirthDate: "geboortedata",
        .categoryAddress: "adressen",
        .roleClient: "klant",
        .roleProspect: "prospect",
        .roleCandidate: "kandidaat",
        .roleOperator: "operator",
        .roleUnknown: "onbekend",
        .purposeAssistance: "bijstand",
        .purposeQuestion: "vraag",
        .purposeApplication: "sollicitatie",
        .purposeTechnical: "technisch probleem",
        .purposeQuality: "kwaliteitsopvolging",
        .purposeInformation: "informatie",
        .purposeUnknown: "onbekend",
    ]
}
