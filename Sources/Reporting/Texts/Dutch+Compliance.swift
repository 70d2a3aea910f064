/// What the compliance report says beside the texts that every report has.
extension Dutch {
    static let compliance: [Text: String] = [
        .complianceTitle: "Nalevingsverslag",
        .qualityTitle: "Kwaliteitsverslag",
        .liveTitle: "Kwaliteitscijfers van vandaag",
        .periodFromTo: "{name}: {start} tot en met {end}",
        .smallCounts: "Intern document. Het noemt niemand, maar een klein aantal kan iemand aanwijzen.",
        .personalLabel:
            "Intern, persoonsgegevens: cijfers van de gegevens die er nu zijn, ook kleine aantallen. Uiterlijk op {date} te wissen.",
        .anonymousLabel: "Anonieme cijfers: één keer berekend, voordat de gegevens gewist werden, en nooit opnieuw.",
        .seenLabel: "Toestand na de nacht van {date}.",
        .periodUnproven:
            "Er is geen afwijking gevonden, maar er staan nog punten open of zonder bewijs: zie “Aandachtspunten”.",
        .periodClear:
            "Elke nacht is uitgevoerd, alles waarvan de termijn verstreken was is verwerkt en elke controle had gegevens.",
        .periodDeviations:
            "Er ontbreekt minstens één nacht, iets waarvan de termijn verstreken was is niet verwerkt, een controle is mislukt of een zin van het gepubliceerde beleid is niet nagekomen.",
        .sentenceOverdue:
            "{n} gegeven waarvan de termijn verstreken is, is er nog.|{n} gegevens waarvan de termijn verstreken is, zijn er nog.",
        .sentenceMistake:
            "{examined} wijzigingen zijn vergeleken met wat besloten was; {n} wijkt af.|{examined} wijzigingen zijn vergeleken met wat besloten was; {n} wijken af.",
        .sentenceMistakeUnproven: "Er is in deze periode niets gewijzigd dat met het besluit vergeleken kon worden.",
        .sentenceOverdueUnproven: "In de periode is geen enkele nacht uitgevoerd.",
        .sentenceOverdueNone: "Alles waarvan de termijn verstreken was, is verwerkt.",
        .sentenceMistakeNone:
            "{n} wijziging is vergeleken met wat besloten was, zonder verschil.|{n} wijzigingen zijn vergeleken met wat besloten was, zonder verschil.",
        .findingCheck:
            "{check} ({id}): {failing} niet in orde",
        .findingMissingNights:
            "{n} nacht zonder uitvoering|{n} nachten zonder uitvoering",
        .findingUnfinishedNights:
            "{n} nacht niet afgemaakt|{n} nachten niet afgemaakt",
        .findingHolds: "{n} bevriezing is over haar herzieningsdatum|{n} bevriezingen zijn over hun herzieningsdatum",
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
        .sentenceSpeed: "De helft van de eerste antwoorden kwam binnen {median} ({span}).",
        .sentenceSpeedMost:
            "De helft van de eerste antwoorden kwam binnen {median}, negen op de tien binnen {p90} ({span}).",
        .sentenceOverdueSince: "Geen uitvoering sinds de nacht van {date}: wat daarna verstreken is, is niet bekend.",
        .questionOverdue: "Is er iets te laat?",
        .questionMistake: "Is er iets per vergissing gewist?",
        .questionSpeed: "Hoe snel antwoorden wij?",
        .questionVolume: "Hoeveel gesprekken?",
        .questionUnanswered: "Hoeveel bleven zonder antwoord?",
        .answerYes: "Ja",
        .answerNo: "Nee",
        .answerTooFew: "Te weinig gegevens",
        .sentenceSpeedUnknown:
            "Te weinig mensen schreven in afgesloten weken om dat te zeggen zonder iemand aan te wijzen.",
        .nightsFact: "Nachten",
        .nightsCount:
            "Verwacht: {expected} · gelukt: {succeeded} · niet afgemaakt: {unfinished} · ontbrekend: {missing}",
        .programFact: "Programma",
        .missingNight: "Geen uitvoering voor de nacht van {date}",
        .missingNights:
            "Geen uitvoering gedurende {n} nacht, {start} tot en met {end}|Geen uitvoering gedurende {n} nachten, {start} tot en met {end}",
        .unfinishedNight: "De nacht van {date} is niet afgemaakt",
        .rehearsalNote:
            "Een proefdatabank draait wanneer iemand ze uitprobeert: nachten zonder uitvoering worden haar niet aangerekend.",
        .nightsSection: "Nachten",
        .nightsMeaning: "Een nacht zonder uitvoering is een bevinding: wat verstreken was, moest wachten.",
        .nightWord: "Nacht",
        .changes: "Wat er veranderd is",
        .changesMeaning:
            "Tussen de regels van voor de periode en die aan het einde ervan. Waarden staan er zoals het regelbestand ze schrijft.",
        .noChanges: "De regels zijn niet veranderd.",
        .changesUnknown: "De vroegere regels zijn niet bekend, dus is er niets te vergelijken.",
        .holdsPlaced:
            "{n} bevriezing of beperking ingesteld in de periode|{n} bevriezingen of beperkingen ingesteld in de periode",
        .holdsReleased:
            "{n} bevriezing of beperking opgeheven in de periode|{n} bevriezingen of beperkingen opgeheven in de periode",
        .holdsActive:
            "{n} bevriezing of beperking van kracht aan het einde van de periode (voorbij de herzieningsdatum: {overdue})|{n} bevriezingen of beperkingen van kracht aan het einde van de periode (voorbij de herzieningsdatum: {overdue})",
        .rulesOverridden:
            "{n} regel overschrijdt zijn bovengrens met een vastgelegd besluit|{n} regels overschrijden hun bovengrens met een vastgelegd besluit",
        .change: "Wijziging",
        .before: "Voorheen",
        .after: "Nu",
        .changeAdded: "toegevoegd",
        .changeRemoved: "verwijderd",
        .changeReordered: "volgorde van de regels",
        .stockMeaningPeriod:
            "Aan het einde van de periode, volgens de laatste nacht. Aantallen zijn afgerond op {base}; in de verdeling zijn groepen van minder dan {least} personen samengenomen.",
        .phaseActive: "Actieve databank",
        .phase: "Waar",
        .archiveStock: "Archieven",
        .notRecorded: "niet vastgelegd",
        .restrictedStock: "waarvan beperkt (artikel 18)",
        .stockCategories: "Ook opgeslagen, per categorie",
        .category: "Categorie",
        .records: "Records",
        .categoryNames: "Personen met een naam",
        .categoryProfilePhotos: "Profielfoto’s",
        .categoryProfileStatuses: "Profielstatussen",
        .categoryAddresses: "Nummers en andere adressen",
        .categoryMedia: "Media",
        .categoryCalls: "Oproepen, beantwoord of gemist",
        .categoryWishes: "Weigeringen van en verzoeken om informatie",
        .informationAfterRefusal: "Meer dan een dag na een weigering verzonden",
        .informationRefusals: "Weigeringen na een bericht",
        .incidentBreach:
            "{check} ({id}): mogelijk een inbreuk, binnen 72 uur te beoordelen (artikelen 33 en 34)",
        .heldStock: "waarvan juridisch bevroren",
        .stockGroups: "Actieve databank per rol en doel",
        .stockGroupsOn:
            "De verdeling per rol en doel is die van de laatste nacht van een kwartaal, op {date}: tussen verslagen die dichter bij elkaar liggen, zou een verschil iemand kunnen aanwijzen.",
        .stockGroupsNone: "De verdeling per rol en doel staat er vanaf het einde van het eerste kwartaal.",
        .stockTrend: "In de databank aan het einde van elke maand",
        .flowMeaningPeriod:
            "Elke regel hieronder is een bewaarregel en wat die op een bepaalde leeftijd vraagt. Alles wat zijn termijn voorbij is, is gedaan of aan het einde van de periode nog in wachttijd, bevroren, beperkt of mislukt; elke nacht moet de som van de vijf kloppen.",
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
        .foundProfile:
            "{n} profiel met foto of status (niet openbaar: {failing}, niet bekend: {unknown})|{n} profielen met foto of status (niet openbaar: {failing}, niet bekend: {unknown})",
        .foundPurposes:
            "{n} gesprek (zonder bekende rol of bekend doel: {failing})|{n} gesprekken (zonder bekende rol of bekend doel: {failing})",
        .foundHours:
            "{n} informatiebericht sinds {date} (buiten de uren zonder verzoek: {failing})|{n} informatieberichten sinds {date} (buiten de uren zonder verzoek: {failing})",
        .foundText:
            "{n} gesprek (oproepen die plaatsvonden: {failing}; media ontvangen of verzonden: {media})|{n} gesprekken (oproepen die plaatsvonden: {failing}; media ontvangen of verzonden: {media})",
        .foundVersion:
            "{n} nacht onder een gedateerde versie van het beleid (onder een latere versie: {failing})|{n} nachten onder een gedateerde versie van het beleid (onder een latere versie: {failing})",
        .foundNothing: "Geen gegevens: uitvoer, verzoeken en blokkeringen van elders staan niet in de databank.",
        .rights: "Rechten van personen",
        .rightsMeaning:
            "Een verzoek krijgt antwoord binnen een maand na ontvangst. Aantallen onder {least} staan als “<~{least}”.",
        .rightsNone: "Er is geen register van verzoeken gevonden: over de termijnen is niets bewezen.",
        .rightsRestricted:
            "{n} persoon van wie de gegevens alleen bewaard mogen worden (artikel 18)|{n} personen van wie de gegevens alleen bewaard mogen worden (artikel 18)",
        .information: "Informatieberichten",
        .informationMeaning:
            "In gesprekken die begonnen zijn sinds {date}. Buiten de uren: buiten maandag tot vrijdag, 9 tot 18 uur, tijdzone {zone}. Weigeringen en akkoorden: aan het einde van de periode.",
        .informationSent: "Verzonden",
        .informationLate: "Buiten de uren",
        .informationAsked: "waarvan op verzoek",
        .informationOptOuts: "Personen die weigeren",
        .informationConsents: "Akkoord op elk uur",
        .blocking: "Blokkeringen",
        .blockingNone: "Er staat geen blokkering in de databank: er is niets bewezen.",
        .suppressionCount:
            "{n} vingerafdruk met sleutel voorkomt dat een gewiste persoon opnieuw wordt aangeschreven|{n} vingerafdrukken met sleutel voorkomen dat gewiste personen opnieuw worden aangeschreven",
        .copiesSection: "Kopieën en verwerkers",
        .copiesMeaning:
            "Wat de databank kent. Back-ups, telefoons en de kopieën van de berichtendienst zelf (hoogstens 30 dagen bij de aanbieder van de interface) geeft de verantwoordelijke op; ze zijn niet onderzocht.",
        .copiesNone: "De databank kent geen kopie.",
        .anonymisation: "Anonimisering",
        .anonymisationMeaning:
            "Kwaliteitscijfers worden vastgelegd voordat de gegevens gewist worden: minstens {k} personen per cel, van wie niemand meer dan de helft van de berichten schreef, medianen vanaf {median} gevallen, 90e percentielen vanaf {p90}, aantallen afgerond op {base}.",
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
        .incidentsNone: "Er zijn er geen vastgelegd.",
        .incidentInterrupted:
            "{n} nacht ging verder na een onderbroken uitvoering|{n} nachten gingen verder na een onderbroken uitvoering",
        .incidentLimits:
            "{n} reden waarom een echte databank gestopt zou zijn|{n} redenen waarom een echte databank gestopt zou zijn",
        .incidentFailed:
            "{n} verrichting die aan de beurt was, is mislukt|{n} verrichtingen die aan de beurt waren, zijn mislukt",
        .gaps: "Leemten in het gepubliceerde beleid",
        .gapsMeaning:
            "Wat de artikelen 9, 13 en 21 AVG en de Belgische wet van 13 juni 2005 van een gepubliceerd beleid vragen.",
        .gapsUnread: "Het beleid is niet onderzocht: voeg de tekst toe met --notice BESTAND.",
        .gapsNone: "Niets van wat gezocht wordt, ontbreekt.",
        .gap: "Leemte",
        .article: "Artikel",
        .actionOwner: "Verantwoordelijke en datum",
        .annexes: "Bijlagen",
        .annexRules: "Geldende regels",
        .annexRulesUnknown: "De regels van dit beleid zijn niet voorhanden; hun vingerafdruk staat op de voorpagina.",
        .annexSegments: "Archieven geschreven in de periode",
        .annexNights: "Kop van het auditlogboek na elke nacht",
        .annexRecord: "Het register van verwerkingsactiviteiten (artikel 30) wordt afgedrukt met `retention record`.",
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
        .whileNot: "{clock} (of, {pending}, {other})",
        .unlessEvent: "{clock}, {pending}",
        .everybody: "iedereen",
        .operationOn: "{subject}: {action}",
        .rightsRestrictedFew:
            "Personen van wie de gegevens alleen bewaard mogen worden (artikel 18): minder dan {least}",
        .stopClockBack: "De nacht is voor {night}, vóór de laatste uitvoering, die voor {last} was.",
        .stopClockAhead:
            "De nacht is voor {night}, {n} dag na de laatste uitvoering ({last}).|De nacht is voor {night}, {n} dagen na de laatste uitvoering ({last}).",
        .stopShare:
            "Regel {rule}, {what}: {n} verstreken, meer dan {percent}~% van {all} gesprekken.|Regel {rule}, {what}: {n} verstreken, meer dan {percent}~% van {all} gesprekken.",
        .stopForecast:
            "Regel {rule}, {what}: {n} verstreken, meer dan het dubbele van de {expected} die 30 nachten eerder voorzien waren.|Regel {rule}, {what}: {n} verstreken, meer dan het dubbele van de {expected} die 30 nachten eerder voorzien waren.",
        .stopUndated:
            "{n} gesprek meer dan bij de laatste uitvoering heeft geen bruikbare datum: meer dan {percent}~% van {all}.|{n} gesprekken meer dan bij de laatste uitvoering hebben geen bruikbare datum: meer dan {percent}~% van {all}.",
        .stopAlready:
            "{n} daarvan is al gedaan door een eerdere uitvoering.|{n} daarvan zijn al gedaan door een eerdere uitvoering.",
        .untilClosed: "zolang het gesprek niet beëindigd is",
        .untilDecision: "zolang er niet over de sollicitatie beslist is",
        .untilRelationEnded: "zolang de relatie niet beëindigd is",
    ]
}
