/// What the compliance report says beside the texts that every report has.
extension Dutch {
    static let compliance: [Text: String] = [
        .complianceTitle: "Nalevingsverslag",
        .qualityTitle: "Kwaliteitsverslag",
        .liveTitle: "Kwaliteitscijfers van vandaag",
        .periodFromTo: "{name}: {start} tot en met {end}",
        .smallCounts: "Intern document. Het noemt niemand, maar kleine aantallen kunnen naar iemand wijzen.",
        .personalLabel:
            "Intern, persoonsgegevens: cijfers van wat er nu is, ook kleine aantallen. Uiterlijk op {date} te wissen.",
        .anonymousLabel: "Anonieme cijfers: één keer berekend, voor de gegevens weggingen, en nooit opnieuw.",
        .seenLabel: "Gezien vanaf de nacht van {date}",
        .periodUnproven:
            "Er is geen afwijking gevonden, maar er staan nog punten open of zonder bewijs: zie hieronder.",
        .periodClear: "Elke nacht is uitgevoerd, alles wat verstreken was is verwerkt en elke controle had gegevens.",
        .periodDeviations:
            "Er ontbreekt minstens één nacht, iets wat verstreken was is niet verwerkt, of een controle is mislukt.",
        .sentenceOverdue:
            "Is er iets te laat? Ja: {n} gegeven dat verstreken was, is er nog.|Is er iets te laat? Ja: {n} gegevens die verstreken waren, zijn er nog.",
        .sentenceMistake:
            "Is er iets per vergissing gewist? Ja: {examined} wijzigingen zijn vergeleken met wat besloten was, en {failing} wijken af.",
        .sentenceMistakeUnproven:
            "Is er iets per vergissing gewist? Er is in deze periode niets gewijzigd dat vergeleken kon worden.",
        .sentenceOverdueUnproven:
            "Is er iets te laat? Niet bewezen: in de periode is geen enkele nacht uitgevoerd.",
        .sentenceOverdueNone:
            "Is er iets te laat? Nee: alles wat verstreken was, is verwerkt.",
        .sentenceMistakeNone:
            "Is er iets per vergissing gewist? Nee: {examined} wijzigingen zijn vergeleken met wat besloten was, zonder verschil.",
        .findingCheck:
            "{check} ({id}): {failing} niet in orde",
        .findingMissingNights:
            "{n} nacht zonder uitvoering|{n} nachten zonder uitvoering",
        .findingUnfinishedNights:
            "{n} nacht niet afgemaakt|{n} nachten niet afgemaakt",
        .findingHolds:
            "{n} bewaarbevel is over zijn herzieningsdatum|{n} bewaarbevelen zijn over hun herzieningsdatum",
        .proofVerified:
            "Met de resultaten van de verificatie van {date}: {n} controle|Met de resultaten van de verificatie van {date}: {n} controles",
        .proofNotVerified:
            "Er is geen verificatie buiten de nachten bijgevoegd: wat alleen zij onderzoekt, blijft niet bewezen.",
        .archiveNextEnd:
            "Het volgende archiefsegment eindigt op {date}.",
        .annexBasis:
            "Grondslag van de regels",
        .ruleBasis:
            "Rechtsgrond",
        .ruleOwner:
            "Verantwoordelijke",
        .ruleReviewed:
            "Herzien op",
        .sentenceSpeed: "Hoe snel antwoorden wij? De helft van de eerste antwoorden kwam binnen {median}.",
        .sentenceSpeedUnknown:
            "Hoe snel antwoorden wij? Te weinig mensen schreven in afgesloten weken om dat te zeggen zonder iemand aan te wijzen.",
        .nightsFact: "Nachten",
        .nightsCount: "{expected} verwacht, {succeeded} gelukt, {unfinished} niet afgemaakt, {missing} ontbreken",
        .periodFact: "Periode",
        .programFact: "Programma",
        .firstNightFact: "Eerste nacht van het bestand",
        .missingNight: "Geen nacht uitgevoerd op {date}",
        .missingNights:
            "Geen uitvoering gedurende {n} nacht, {start} tot en met {end}|Geen uitvoering gedurende {n} nachten, {start} tot en met {end}",
        .unfinishedNight: "De nacht van {date} is niet afgemaakt",
        .rehearsalNote:
            "Een proefbestand draait wanneer iemand het probeert: nachten zonder uitvoering tellen niet als fout.",
        .nightsSection: "Nachten",
        .nightsMeaning: "Een nacht zonder uitvoering is een bevinding: wat verstreken was, moest wachten.",
        .nightWord: "Nacht",
        .state: "Toestand",
        .changes: "Wat er veranderd is",
        .changesMeaning:
            "Tussen de regels voor de periode en die aan het eind. Waarden staan er zoals het regelbestand ze schrijft.",
        .noChanges: "De regels zijn niet veranderd.",
        .changesUnknown: "De vroegere regels zijn niet bekend, dus is er niets te vergelijken.",
        .holdsPlaced:
            "{n} bewaring of beperking ingesteld in de periode|{n} bewaringen of beperkingen ingesteld in de periode",
        .holdsReleased: "{n} opgeheven in de periode|{n} opgeheven in de periode",
        .holdsActive: "{n} van kracht aan het eind, waarvan {overdue} voorbij de herzieningsdatum",
        .rulesOverridden:
            "{n} regel overschrijdt zijn bovengrens met een vastgelegd besluit|{n} regels overschrijden hun bovengrens met een vastgelegd besluit",
        .change: "Wijziging",
        .before: "Voorheen",
        .after: "Nu",
        .changeAdded: "toegevoegd",
        .changeRemoved: "verwijderd",
        .changeReordered: "volgorde van de regels",
        .stockMeaningPeriod:
            "Aan het eind van de periode, volgens de laatste nacht. Groepen van minder dan {least} personen staan samen, en aantallen van groepen zijn afgerond op {base}.",
        .phaseActive: "Actief",
        .phaseArchive: "Archief",
        .phaseHeld: "Bewaard",
        .phaseRestricted: "Beperkt",
        .phase: "Fase",
        .archiveStock: "Archiefsegmenten",
        .stockTrend: "Voorraad aan het eind van elke maand",
        .flowMeaningPeriod:
            "Elke regel hieronder is een bewaarregel en wat die op een leeftijd vraagt. Alles wat zijn termijn voorbij is, is gedaan of aan het eind nog in respijt, bewaard, beperkt of mislukt; elke nacht moeten de vijf kloppen.",
        .pastPeriod: "Termijn voorbij",
        .forecast: "Vooruitblik",
        .proof: "Bewijs",
        .proofMeaning:
            "Elke controle die er is. Het slechtste resultaat van de periode telt; een controle zonder gegevens is niet bewezen, nooit geslaagd. Het bewijs is een vingerafdruk van wat de nachten over de controle vastlegden.",
        .evidence: "Bewijs (vingerafdruk)",
        .nightsWith: "Nachten",
        .promises: "Houdt het beleid woord?",
        .promisesMeaning:
            "De acht zinnen van het gepubliceerde beleid die aan de gegevens getoetst kunnen worden, elk met wat gevonden is. Zonder gegevens is niets bewezen.",
        .promise: "Zin",
        .found: "Bevinding",
        .promiseProfile: "§ 2 – Profielgegevens alleen als ze openbaar zijn",
        .promisePurposes: "§ 3 – Gegevens uitsluitend voor de genoemde doeleinden",
        .promiseHours: "§ 3 – Informatie alleen op weekdagen tussen 9 en 18 uur, tenzij anders gevraagd",
        .promiseText: "§ 3 – Geen oproepen en geen video: alleen tekstberichten",
        .promiseSharing: "§ 4 – Nooit verkocht, verhuurd of gedeeld voor commerciële doeleinden",
        .promiseRights: "§ 6 – Inzage, rectificatie, wissing, bezwaar, overdraagbaarheid",
        .promiseBlocking: "§ 7 – Blokkering bij ongepast gedrag",
        .promiseVersion: "§ 9 – Wijzigingen gepubliceerd met hun datum",
        .foundProfile: "{examined} profielen met foto of status, waarvan {failing} niet openbaar en {unknown} onbekend",
        .foundPurposes: "{examined} gesprekken, waarvan {failing} zonder bekende rol of doel",
        .foundHours: "{examined} informatieberichten sinds {date}, waarvan {failing} buiten de uren zonder verzoek",
        .foundText: "{examined} gesprekken, {failing} oproepen die plaatsvonden, {media} media ontvangen of verzonden",
        .foundVersion:
            "{examined} nachten onder een gedateerde versie van het beleid, waarvan {failing} onder een latere versie",
        .foundNothing: "Geen gegevens: wat elders is uitgevoerd, gevraagd of geblokkeerd staat niet in het bestand.",
        .rights: "Rechten van personen",
        .rightsMeaning:
            "Een verzoek krijgt antwoord binnen een maand na ontvangst. Aantallen onder {least} staan als “<~{least}”.",
        .rightsNone: "Er is geen register van verzoeken gevonden: over de termijnen is niets bewezen.",
        .rightsRestricted:
            "{n} persoon van wie de gegevens alleen bewaard mogen worden|{n} personen van wie de gegevens alleen bewaard mogen worden",
        .information: "Informatieberichten",
        .informationMeaning:
            "Zoals de laatste nacht van de periode ze telde; buiten de uren is buiten maandag tot vrijdag, 9 tot 18 uur, tijdzone {zone}.",
        .informationSent: "Verzonden",
        .informationLate: "Buiten de uren",
        .informationAsked: "waarvan op verzoek",
        .informationOptOuts: "Weigeringen",
        .informationConsents: "Verzoeken voor elk uur",
        .blocking: "Blokkeringen",
        .blockingNone: "Er staat geen blokkering in het bestand: er is niets bewezen.",
        .suppressionCount:
            "{n} vingerafdruk met sleutel voorkomt dat iemand opnieuw wordt aangeschreven|{n} vingerafdrukken met sleutel voorkomen dat iemand opnieuw wordt aangeschreven",
        .copiesSection: "Kopieën en verwerkers",
        .copiesMeaning:
            "Wat het bestand kent. Back-ups, telefoons en de kopieën van de berichtendienst zelf (hoogstens 30 dagen bij de aanbieder van de interface) verklaart de verantwoordelijke; ze zijn niet onderzocht.",
        .copiesNone: "Het bestand kent geen kopie.",
        .anonymisation: "Anonimisering",
        .anonymisationMeaning:
            "Kwaliteitscijfers worden vastgelegd voor de gegevens weggaan: minstens {k} personen per cel, van wie niemand meer dan de helft schreef, medianen vanaf {median} gevallen, 90e percentielen vanaf {p90}, aantallen afgerond op {base}.",
        .output: "Uitvoer",
        .label: "Label",
        .labelAnonymous: "anoniem",
        .labelPersonal: "pseudoniem – persoonsgegevens",
        .cellsShown: "Getoonde cellen",
        .cellsWithheld: "Verborgen cellen",
        .outputFigures: "Vastgelegde kwaliteitscijfers",
        .outputArchives: "Archieven van geschoonde tekst",
        .outputLive: "Actuele kwaliteitscijfers",
        .chainFact: "Kop van de cijferketen",
        .incidents: "Incidenten en bijna-incidenten",
        .incidentsNone: "Er is geen vastgelegd.",
        .incidentInterrupted:
            "{n} nacht ging verder na een onderbroken uitvoering|{n} nachten gingen verder na een onderbroken uitvoering",
        .incidentLimits:
            "{n} reden waarom een echt bestand gestopt zou zijn|{n} redenen waarom een echt bestand gestopt zou zijn",
        .incidentFailed: "{n} handeling die nodig was, is mislukt|{n} handelingen die nodig waren, zijn mislukt",
        .gaps: "Leemten in het gepubliceerde beleid",
        .gapsMeaning: "Wat de artikelen 13 en 21 van de AVG van een beleid vragen.",
        .gapsUnread: "Het beleid is niet onderzocht: noem de tekst met --notice BESTAND.",
        .gapsNone: "Niets van wat gezocht wordt, ontbreekt.",
        .gap: "Leemte",
        .article: "Artikel",
        .actionOwner: "Verantwoordelijke en datum",
        .annexes: "Bijlagen",
        .annexRules: "Geldende regels",
        .annexRulesUnknown: "De regels van dit beleid zijn niet voorhanden; hun vingerafdruk staat op de voorpagina.",
        .annexSegments: "Archieven geschreven in de periode",
        .annexNights: "Kop van het auditlogboek na elke nacht",
        .annexRecord: "Het register van verwerkingen (artikel 30) drukt `retention record` af.",
        .appliesTo: "Geldt voor",
        .countedFrom: "Geteld vanaf",
        .keptFor: "Na",
        .ceiling: "Bovengrens",
        .reason: "Reden",
        .source: "Bron",
        .clockCollected: "het nieuwste bericht",
        .clockLastInbound: "het laatste bericht van de persoon",
        .clockPersonLastInbound: "het laatste bericht van de persoon in welk gesprek ook",
        .clockClosed: "het einde van het gesprek",
        .clockDecision: "de beslissing over de sollicitatie",
        .clockRelationEnded: "het einde van de relatie",
        .unitDays: "{n} dag|{n} dagen",
        .unitWeeks: "{n} week|{n} weken",
        .unitMonths: "{n} maand|{n} maanden",
        .unitYears: "{n} jaar|{n} jaar",
        .whileNot: "{clock} (of, zolang dat nog niet gebeurd is, {other})",
        .unlessEvent: "{clock}, zolang {event} er niet is",
        .everybody: "iedereen",
        .operationOn: "{subject}: {action}",
        .rightsRestrictedFew: "Personen van wie de gegevens alleen bewaard mogen worden: minder dan {least}",
        .stopClockBack: "De nacht is voor {night}, vóór de laatste uitvoering, die voor {last} was.",
        .stopClockAhead:
            "De nacht is voor {night}, {n} dag na de laatste uitvoering ({last}).|De nacht is voor {night}, {n} dagen na de laatste uitvoering ({last}).",
        .stopShare:
            "Regel {rule}, {what}: {n} verstreken, meer dan {percent}~% van {all} gesprekken.|Regel {rule}, {what}: {n} verstreken, meer dan {percent}~% van {all} gesprekken.",
        .stopForecast:
            "Regel {rule}, {what}: {n} verstreken, meer dan het dubbele van de {expected} die 30 nachten eerder voorzien waren.|Regel {rule}, {what}: {n} verstreken, meer dan het dubbele van de {expected} die 30 nachten eerder voorzien waren.",
        .stopAlready:
            "{n} daarvan is al gedaan door een eerdere uitvoering.|{n} daarvan zijn al gedaan door een eerdere uitvoering.",
    ]
}
