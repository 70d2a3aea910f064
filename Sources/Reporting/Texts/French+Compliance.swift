/// What the compliance report says beside the texts that every report has.
extension French {
    static let compliance: [Text: String] = [
        .complianceTitle: "Rapport de conformité",
        .qualityTitle: "Rapport de qualité",
        .liveTitle: "Chiffres de qualité du jour",
        .periodFromTo: "{name}~: du {start} au {end}",
        .smallCounts: "Document interne. Il ne nomme personne, mais de petits nombres peuvent désigner quelqu’un.",
        .personalLabel:
            "Interne, données personnelles~: chiffres des données présentes aujourd’hui, petits nombres compris. À effacer au plus tard le {date}.",
        .anonymousLabel:
            "Chiffres anonymes~: calculés une seule fois, avant le départ des données, et jamais recalculés.",
        .seenLabel: "Vu depuis le passage du {date}",
        .periodUnproven:
            "Aucun écart n’a été trouvé, mais des points restent ouverts ou sans preuve~: voir plus bas.",
        .periodClear:
            "Chaque nuit a eu lieu, tout ce qui était échu a été traité et chaque contrôle a porté sur des données.",
        .periodDeviations: "Au moins une nuit manque, une donnée échue n’a pas été traitée ou un contrôle a échoué.",
        .sentenceOverdue:
            "Quelque chose est-il en retard~? Oui~: {n} donnée échue est encore là.|Quelque chose est-il en retard~? Oui~: {n} données échues sont encore là.",
        .sentenceMistake:
            "Quelque chose a-t-il été effacé par erreur~? Oui~: {examined} changements ont été comparés à ce qui était décidé, et {failing} en diffèrent.",
        .sentenceMistakeUnproven:
            "Quelque chose a-t-il été effacé par erreur~? Rien n’a été changé dans cette période qui puisse être comparé.",
        .sentenceOverdueUnproven:
            "Quelque chose est-il en retard~? Non prouvé~: aucune nuit de la période n’a eu de passage.",
        .sentenceOverdueNone:
            "Quelque chose est-il en retard~? Non~: tout ce qui était échu a été traité.",
        .sentenceMistakeNone:
            "Quelque chose a-t-il été effacé par erreur~? Non~: {examined} changements ont été comparés à ce qui était décidé, sans différence.",
        .findingCheck:
            "{check} ({id})~: {failing} en défaut",
        .findingMissingNights:
            "{n} nuit sans passage|{n} nuits sans passage",
        .findingUnfinishedNights:
            "{n} nuit inachevée|{n} nuits inachevées",
        .findingHolds:
            "{n} gel à réexaminer depuis sa date|{n} gels à réexaminer depuis leur date",
        .proofVerified:
            "Avec les résultats de la vérification du {date}~: {n} contrôle|Avec les résultats de la vérification du {date}~: {n} contrôles",
        .proofNotVerified:
            "Aucune vérification hors des nuits n’a été jointe~: ce qu’elle seule examine reste non prouvé.",
        .archiveNextEnd:
            "Le prochain segment d’archive prend fin le {date}.",
        .annexBasis:
            "Fondement des règles",
        .ruleBasis:
            "Base légale",
        .ruleOwner:
            "Responsable",
        .ruleReviewed:
            "Revue le",
        .sentenceSpeed:
            "À quelle vitesse répondons-nous~? La moitié des premières réponses est venue en {median} ou moins.",
        .sentenceSpeedUnknown:
            "À quelle vitesse répondons-nous~? Trop peu de personnes ont écrit dans des semaines closes pour le dire sans désigner quelqu’un.",
        .nightsFact: "Nuits",
        .nightsCount: "{expected} attendues, {succeeded} réussies, {unfinished} inachevées, {missing} manquantes",
        .periodFact: "Période",
        .programFact: "Programme",
        .firstNightFact: "Première nuit de la base",
        .missingNight: "Aucun passage pour la nuit du {date}",
        .missingNights:
            "Aucun passage pour {n} nuit, du {start} au {end}|Aucun passage pour {n} nuits, du {start} au {end}",
        .unfinishedNight: "Le passage pour le {date} n’a pas abouti",
        .rehearsalNote:
            "Une base d’essai passe quand quelqu’un l’essaie~: les nuits sans passage ne lui sont pas reprochées.",
        .nightsSection: "Nuits",
        .nightsMeaning: "Une nuit sans passage est un constat~: ce qui était échu a dû attendre.",
        .nightWord: "Nuit",
        .state: "État",
        .changes: "Ce qui a changé",
        .changesMeaning:
            "Entre les règles en vigueur avant la période et à sa fin. Les valeurs sont citées comme le fichier de règles les écrit.",
        .noChanges: "Les règles n’ont pas changé.",
        .changesUnknown: "Les règles antérieures ne sont pas connues~: rien ne peut être comparé.",
        .holdsPlaced: "{n} gel ou limitation posé dans la période|{n} gels ou limitations posés dans la période",
        .holdsReleased: "{n} levé dans la période|{n} levés dans la période",
        .holdsActive: "{n} en vigueur à la fin, dont {overdue} au-delà de la date de réexamen",
        .rulesOverridden:
            "{n} règle dépasse son plafond par décision écrite|{n} règles dépassent leur plafond par décision écrite",
        .change: "Changement",
        .before: "Avant",
        .after: "Après",
        .changeAdded: "ajoutée",
        .changeRemoved: "supprimée",
        .changeReordered: "ordre des règles",
        .stockMeaningPeriod:
            "À la fin de la période, d’après la dernière nuit. Les groupes de moins de {least} personnes sont réunis, et les nombres des groupes arrondis à {base}.",
        .phaseActive: "Active",
        .phaseArchive: "Archive",
        .phaseHeld: "Gelée",
        .phaseRestricted: "Limitée",
        .phase: "Phase",
        .archiveStock: "Segments d’archive",
        .stockTrend: "Stock à la fin de chaque mois",
        .flowMeaningPeriod:
            "Chaque ligne est une règle et ce qu’elle demande à un âge donné. Tout ce qui a passé son délai est fait ou, à la fin de la période, en grâce, gelé, limité ou en échec~; chaque nuit, les cinq doivent faire la somme.",
        .pastPeriod: "Délai passé",
        .forecast: "Prévision",
        .proof: "Preuves",
        .proofMeaning:
            "Tous les contrôles existants. Le plus mauvais résultat de la période compte~; un contrôle sans données est non prouvé, jamais réussi. La preuve est une empreinte de ce que les nuits ont noté du contrôle.",
        .evidence: "Preuve (empreinte)",
        .nightsWith: "Nuits",
        .promises: "La politique tient-elle parole~?",
        .promisesMeaning:
            "Les huit phrases de la politique publiée qui peuvent être confrontées aux données, chacune avec ce qui a été constaté. Sans données, rien n’est prouvé.",
        .promise: "Phrase",
        .found: "Constat",
        .promiseProfile: "§ 2 – Informations de profil, si partagées publiquement",
        .promisePurposes: "§ 3 – Données utilisées exclusivement pour les finalités annoncées",
        .promiseHours: "§ 3 – Informations en semaine entre 9~h et 18~h uniquement, sauf demande contraire",
        .promiseText: "§ 3 – Ni appels ni visioconférences~: messages texte uniquement",
        .promiseSharing: "§ 4 – Jamais vendues, louées ou partagées à des fins commerciales",
        .promiseRights: "§ 6 – Accès, rectification, suppression, opposition, portabilité",
        .promiseBlocking: "§ 7 – Blocage en cas de comportement inapproprié",
        .promiseVersion: "§ 9 – Modifications publiées avec leur date de mise à jour",
        .foundProfile: "{examined} profils avec photo ou statut, dont {failing} non publics et {unknown} inconnus",
        .foundPurposes: "{examined} conversations, dont {failing} sans rôle ou finalité connus",
        .foundHours: "{examined} messages d’information depuis le {date}, dont {failing} hors horaire sans demande",
        .foundText: "{examined} conversations, {failing} appels qui ont eu lieu, {media} médias reçus ou envoyés",
        .foundVersion:
            "{examined} nuits sous une version datée de la politique, dont {failing} sous une version postérieure",
        .foundNothing:
            "Aucune donnée~: les exports, demandes et blocages faits ailleurs ne sont pas enregistrés dans la base.",
        .rights: "Droits des personnes",
        .rightsMeaning:
            "Une demande reçoit réponse dans le mois de sa réception. Les nombres sous {least} sont notés «~<~{least}~».",
        .rightsNone: "Aucun registre des demandes n’a été trouvé~: rien n’est prouvé sur les délais.",
        .rightsRestricted:
            "{n} personne dont les données ne peuvent qu’être stockées|{n} personnes dont les données ne peuvent qu’être stockées",
        .information: "Messages d’information",
        .informationMeaning:
            "Comptés par la dernière nuit de la période~; hors horaire veut dire hors du lundi au vendredi, de 9~h à 18~h, dans le fuseau {zone}.",
        .informationSent: "Envoyés",
        .informationLate: "Hors horaire",
        .informationAsked: "dont à la demande de la personne",
        .informationOptOuts: "Refus",
        .informationConsents: "Demandes à toute heure",
        .blocking: "Blocages",
        .blockingNone: "Aucun blocage n’est enregistré dans la base~: rien n’est prouvé.",
        .suppressionCount:
            "{n} empreinte à clé empêche de réécrire à quelqu’un|{n} empreintes à clé empêchent de réécrire à quelqu’un",
        .copiesSection: "Copies et sous-traitants",
        .copiesMeaning:
            "Ce que la base connaît. Les sauvegardes, les téléphones et les copies de la messagerie (30 jours au plus chez l’opérateur de l’interface) sont déclarés par le responsable et n’ont pas été examinés.",
        .copiesNone: "La base ne connaît aucune copie.",
        .anonymisation: "Anonymisation",
        .anonymisationMeaning:
            "Les chiffres de qualité sont figés avant le départ des données~: au moins {k} personnes par case, dont aucune n’a écrit plus de la moitié, médianes à partir de {median} cas, 90e centiles à partir de {p90}, nombres arrondis à {base}.",
        .output: "Sortie",
        .label: "Étiquette",
        .labelAnonymous: "anonyme",
        .labelPersonal: "pseudonyme – données personnelles",
        .cellsShown: "Cases publiées",
        .cellsWithheld: "Cases masquées",
        .outputFigures: "Chiffres de qualité figés",
        .outputArchives: "Archives de texte expurgé",
        .outputLive: "Chiffres de qualité du jour",
        .chainFact: "Tête de la chaîne des chiffres",
        .incidents: "Incidents et presque-incidents",
        .incidentsNone: "Aucun n’a été enregistré.",
        .incidentInterrupted: "{n} nuit a repris un passage interrompu|{n} nuits ont repris un passage interrompu",
        .incidentLimits:
            "{n} raison pour laquelle une base réelle se serait arrêtée|{n} raisons pour lesquelles une base réelle se serait arrêtée",
        .incidentFailed: "{n} opération échue a échoué|{n} opérations échues ont échoué",
        .gaps: "Lacunes de la politique publiée",
        .gapsMeaning: "Ce que les articles 13 et 21 du RGPD demandent à une politique.",
        .gapsUnread: "La politique n’a pas été examinée~: indiquez son texte par --notice FICHIER.",
        .gapsNone: "Rien de ce qui est cherché ne manque.",
        .gap: "Lacune",
        .article: "Article",
        .actionOwner: "Responsable et date",
        .annexes: "Annexes",
        .annexRules: "Règles en vigueur",
        .annexRulesUnknown:
            "Les règles de cette politique ne sont pas disponibles~; leur empreinte est en première page.",
        .annexSegments: "Archives écrites dans la période",
        .annexNights: "Tête du journal d’audit après chaque nuit",
        .annexRecord: "Le registre des traitements (article 30) s’imprime par `retention record`.",
        .appliesTo: "S’applique à",
        .countedFrom: "À compter de",
        .keptFor: "Après",
        .ceiling: "Plafond",
        .reason: "Motif",
        .source: "Source",
        .clockCollected: "le message le plus récent",
        .clockLastInbound: "le dernier message de la personne",
        .clockPersonLastInbound: "le dernier message de la personne, toutes conversations confondues",
        .clockClosed: "la fin de la conversation",
        .clockDecision: "la décision sur la candidature",
        .clockRelationEnded: "la fin de la relation",
        .unitDays: "{n} jour|{n} jours",
        .unitWeeks: "{n} semaine|{n} semaines",
        .unitMonths: "{n} mois|{n} mois",
        .unitYears: "{n} an|{n} ans",
        .whileNot: "{clock} (ou, tant qu’elle n’a pas eu lieu, {other})",
        .unlessEvent: "{clock}, tant que {event} n’a pas eu lieu",
        .everybody: "tout le monde",
        .operationOn: "{subject}~: {action}",
        .rightsRestrictedFew: "Personnes dont les données ne peuvent qu’être stockées~: moins de {least}",
        .stopClockBack: "La nuit est celle du {night}, avant le dernier passage, qui était pour le {last}.",
        .stopClockAhead:
            "La nuit est celle du {night}, {n} jour après le dernier passage ({last}).|La nuit est celle du {night}, {n} jours après le dernier passage ({last}).",
        .stopShare:
            "Règle {rule}, {what}~: {n} échu, plus de {percent}~% de {all} conversations.|Règle {rule}, {what}~: {n} échus, plus de {percent}~% de {all} conversations.",
        .stopForecast:
            "Règle {rule}, {what}~: {n} échu, plus du double des {expected} prévus 30 nuits plus tôt.|Règle {rule}, {what}~: {n} échus, plus du double des {expected} prévus 30 nuits plus tôt.",
        .stopAlready:
            "{n} en avait été fait par un passage antérieur.|{n} en avaient été faits par un passage antérieur.",
    ]
}
