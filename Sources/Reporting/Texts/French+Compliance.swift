/// What the compliance report says beside the texts that every report has.
extension French {
    static let compliance: [Text: String] = [
        .complianceTitle: "Rapport de conformité",
        .qualityTitle: "Rapport de qualité",
        .liveTitle: "Chiffres de qualité du jour",
        .periodFromTo: "{name}~: du {start} au {end}",
        .smallCounts: "Document interne. Il ne nomme personne, mais un petit nombre peut désigner quelqu’un.",
        .personalLabel:
            "Interne, données personnelles~: chiffres des données présentes aujourd’hui, petits nombres compris. À effacer au plus tard le {date}.",
        .anonymousLabel:
            "Chiffres anonymes~: calculés une seule fois, avant l’effacement des données, et jamais recalculés.",
        .seenLabel: "État au passage du {date}.",
        .periodUnproven:
            "Aucun écart n’a été constaté, mais des points restent ouverts ou sans preuve~: voir «~À regarder~».",
        .periodClear:
            "Chaque nuit a eu lieu, tout ce qui était échu a été traité et chaque contrôle a porté sur des données.",
        .periodDeviations:
            "Au moins une nuit manque, une donnée échue n’a pas été traitée, un contrôle a échoué ou une phrase de la politique publiée n’est pas tenue.",
        .sentenceOverdue: "{n} donnée échue est encore là.|{n} données échues sont encore là.",
        .sentenceMistake:
            "{examined} changements ont été comparés à ce qui était décidé~; {n} en diffère.|{examined} changements ont été comparés à ce qui était décidé~; {n} en diffèrent.",
        .sentenceMistakeUnproven: "Rien n’a été changé dans la période qui puisse être comparé à ce qui était décidé.",
        .sentenceOverdueUnproven: "Aucun passage n’a eu lieu dans la période.",
        .sentenceOverdueNone: "Tout ce qui était échu a été traité.",
        .sentenceMistakeNone:
            "{n} changement a été comparé à ce qui était décidé, sans différence.|{n} changements ont été comparés à ce qui était décidé, sans différence.",
        .findingCheck: "{check} ({id})~: {failing} en défaut",
        .findingMissingNights:
            "{n} nuit sans passage|{n} nuits sans passage",
        .findingUnfinishedNights:
            "{n} nuit inachevée|{n} nuits inachevées",
        .findingHolds: "{n} gel dont la date de réexamen est passée|{n} gels dont la date de réexamen est passée",
        .proofVerified:
            "Avec les résultats de la vérification du {date}~: {n} contrôle|Avec les résultats de la vérification du {date}~: {n} contrôles",
        .proofNotVerified:
            "Aucune vérification faite en dehors des nuits n’a été jointe~: ce qu’elle seule examine reste non prouvé.",
        .archiveNextEnd:
            "Le prochain segment d’archive prend fin le {date}.",
        .annexBasis: "Fondement des règles",
        .ruleBasis:
            "Base légale",
        .ruleOwner:
            "Responsable",
        .ruleReviewed:
            "Revue le",
        .sentenceSpeed: "La moitié des premières réponses est venue en {median} ou moins ({span}).",
        .sentenceSpeedMost:
            "La moitié des premières réponses est venue en {median} ou moins, neuf sur dix en {p90} ou moins ({span}).",
        .sentenceOverdueSince: "Aucun passage depuis celui du {date}~: ce qui est échu depuis n’est pas connu.",
        .questionOverdue: "Quelque chose est-il en retard~?",
        .questionMistake: "Quelque chose a-t-il été effacé par erreur~?",
        .questionSpeed: "À quelle vitesse répondons-nous~?",
        .questionVolume: "Combien de conversations~?",
        .questionUnanswered: "Combien sont restées sans réponse~?",
        .answerYes: "Oui",
        .answerNo: "Non",
        .answerTooFew: "Trop peu de données",
        .sentenceSpeedUnknown:
            "Trop peu de personnes ont écrit dans des semaines closes pour le dire sans désigner quelqu’un.",
        .nightsFact: "Nuits",
        .nightsCount:
            "Attendues~: {expected} · réussies~: {succeeded} · inachevées~: {unfinished} · manquantes~: {missing}",
        .programFact: "Programme",
        .missingNight: "Aucun passage pour la nuit du {date}",
        .missingNights:
            "Aucun passage pour {n} nuit, du {start} au {end}|Aucun passage pour {n} nuits, du {start} au {end}",
        .unfinishedNight: "Le passage pour le {date} n’a pas abouti",
        .rehearsalNote:
            "Une base d’essai ne tourne que lorsque quelqu’un l’essaie~: les nuits sans passage ne lui sont pas reprochées.",
        .nightsSection: "Nuits",
        .nightsMeaning: "Une nuit sans passage est un constat~: ce qui était échu a dû attendre.",
        .nightWord: "Nuit",
        .changes: "Ce qui a changé",
        .changesMeaning:
            "Entre les règles en vigueur avant la période et celles en vigueur à sa fin. Les valeurs sont citées telles que le fichier de règles les écrit.",
        .noChanges: "Les règles n’ont pas changé.",
        .changesUnknown: "Les règles antérieures ne sont pas connues~: rien ne peut être comparé.",
        .holdsPlaced: "{n} gel ou limitation posé dans la période|{n} gels ou limitations posés dans la période",
        .holdsReleased: "{n} gel ou limitation levé dans la période|{n} gels ou limitations levés dans la période",
        .holdsActive:
            "{n} gel ou limitation en vigueur à la fin de la période (date de réexamen dépassée~: {overdue})|{n} gels ou limitations en vigueur à la fin de la période (date de réexamen dépassée~: {overdue})",
        .rulesOverridden:
            "{n} règle dépasse son plafond par décision écrite|{n} règles dépassent leur plafond par décision écrite",
        .change: "Changement",
        .before: "Avant",
        .after: "Après",
        .changeAdded: "ajoutée",
        .changeRemoved: "supprimée",
        .changeReordered: "ordre des règles",
        .stockMeaningPeriod:
            "À la fin de la période, d’après la dernière nuit. Les nombres sont arrondis à {base} près~; dans la répartition, les groupes de moins de {least} personnes sont réunis.",
        .phaseActive: "Base active",
        .phase: "Où",
        .archiveStock: "Archives",
        .notRecorded: "non enregistré",
        .restrictedStock: "dont en limitation (article 18)",
        .stockCategories: "Aussi enregistré, par catégorie",
        .category: "Catégorie",
        .records: "Enregistrements",
        .categoryNames: "Personnes avec un nom",
        .categoryProfilePhotos: "Photos de profil",
        .categoryProfileStatuses: "Statuts de profil",
        .categoryAddresses: "Numéros et autres adresses",
        .categoryMedia: "Médias",
        .categoryCalls: "Appels, pris ou manqués",
        .categoryWishes: "Refus et demandes d’information",
        .informationAfterRefusal: "Envoyés plus d’un jour après un refus",
        .informationRefusals: "Refus qui ont suivi un message",
        .incidentBreach: "{check} ({id})~: violation possible, à évaluer sous 72 heures (articles 33 et 34)",
        .heldStock: "dont sous gel juridique",
        .stockGroups: "Base active par rôle et finalité",
        .stockGroupsOn:
            "La répartition par rôle et finalité est celle de la dernière nuit d’un trimestre, le {date}~: entre deux rapports plus rapprochés, une différence pourrait désigner quelqu’un.",
        .stockGroupsNone: "La répartition par rôle et finalité est donnée à partir de la fin du premier trimestre.",
        .stockTrend: "Stock à la fin de chaque mois",
        .flowMeaningPeriod:
            "Chaque ligne est une règle et ce qu’elle demande à un âge donné. Tout ce qui a dépassé son délai est fait ou, à la fin de la période, en grâce, gelé, limité ou en échec~; la somme des cinq doit être juste chaque nuit.",
        .pastPeriod: "Délai dépassé",
        .forecast: "Prévision",
        .proof: "Preuves",
        .proofMeaning:
            "Tous les contrôles existants. Le plus mauvais résultat de la période compte~; un contrôle sans données est non prouvé, jamais réussi. La preuve est l’empreinte de ce que les nuits ont consigné du contrôle.",
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
        .foundProfile:
            "{n} profil avec photo ou statut (non publics~: {failing}, inconnus~: {unknown})|{n} profils avec photo ou statut (non publics~: {failing}, inconnus~: {unknown})",
        .foundPurposes:
            "{n} conversation (sans rôle ou finalité connus~: {failing})|{n} conversations (sans rôle ou finalité connus~: {failing})",
        .foundHours:
            "{n} message d’information depuis le {date} (hors horaires sans demande~: {failing})|{n} messages d’information depuis le {date} (hors horaires sans demande~: {failing})",
        .foundText:
            "{n} conversation (appels aboutis~: {failing}~; médias reçus ou envoyés~: {media})|{n} conversations (appels aboutis~: {failing}~; médias reçus ou envoyés~: {media})",
        .foundVersion:
            "{n} nuit sous une version datée de la politique (sous une version postérieure à la nuit~: {failing})|{n} nuits sous une version datée de la politique (sous une version postérieure à la nuit~: {failing})",
        .foundNothing:
            "Aucune donnée~: les exports, demandes et blocages faits ailleurs ne sont pas enregistrés dans la base.",
        .rights: "Droits des personnes",
        .rightsMeaning:
            "Une demande reçoit une réponse dans le mois de sa réception. Les nombres inférieurs à {least} sont notés «~<~{least}~».",
        .rightsNone: "Aucun registre des demandes n’a été trouvé~: rien n’est prouvé sur les délais.",
        .rightsRestricted:
            "{n} personne dont les données ne peuvent être que conservées (article 18)|{n} personnes dont les données ne peuvent être que conservées (article 18)",
        .information: "Messages d’information",
        .informationMeaning:
            "Dans les conversations commencées depuis le {date}. Hors horaires~: en dehors du lundi au vendredi, de 9~h à 18~h, dans le fuseau {zone}. Refus et accords~: à la fin de la période.",
        .informationSent: "Envoyés",
        .informationLate: "Hors horaires",
        .informationAsked: "dont à la demande de la personne",
        .informationOptOuts: "Personnes qui refusent",
        .informationConsents: "Accords pour toute heure",
        .blocking: "Blocages",
        .blockingNone: "Aucun blocage n’est enregistré dans la base~: rien n’est prouvé.",
        .suppressionCount:
            "{n} empreinte à clé empêche de réécrire à une personne effacée|{n} empreintes à clé empêchent de réécrire à des personnes effacées",
        .copiesSection: "Copies et sous-traitants",
        .copiesMeaning:
            "Ce que la base connaît. Les sauvegardes, les téléphones et les copies de la messagerie (30~jours au plus chez l’opérateur de l’interface) sont déclarés par le responsable et n’ont pas été examinés.",
        .copiesNone: "La base ne connaît aucune copie.",
        .anonymisation: "Anonymisation",
        .anonymisationMeaning:
            "Les chiffres de qualité sont figés avant l’effacement des données~: au moins {k} personnes par case, dont aucune n’a écrit plus de la moitié des messages, médianes à partir de {median} cas, 90es centiles à partir de {p90}, nombres arrondis à {base} près.",
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
        .incidents: "Incidents et quasi-incidents",
        .incidentsNone: "Aucun n’a été consigné.",
        .incidentInterrupted: "{n} nuit a repris un passage interrompu|{n} nuits ont repris un passage interrompu",
        .incidentLimits:
            "{n} raison pour laquelle une base réelle se serait arrêtée|{n} raisons pour lesquelles une base réelle se serait arrêtée",
        .incidentFailed: "{n} opération échue a échoué|{n} opérations échues ont échoué",
        .gaps: "Lacunes de la politique publiée",
        .gapsMeaning:
            "Ce que les articles 9, 13 et 21 du RGPD et la loi belge du 13 juin 2005 demandent à une politique publiée.",
        .gapsUnread: "La politique n’a pas été examinée~: joignez son texte par --notice FICHIER.",
        .gapsNone: "Rien de ce qui est recherché ne manque.",
        .gap: "Lacune",
        .article: "Article",
        .actionOwner: "Responsable et date",
        .annexes: "Annexes",
        .annexRules: "Règles en vigueur",
        .annexRulesUnknown:
            "Les règles de cette politique ne sont pas disponibles~; leur empreinte est en première page.",
        .annexSegments: "Archives écrites dans la période",
        .annexNights: "Tête du journal d’audit après chaque nuit",
        .annexRecord: "Le registre des activités de traitement (article 30) s’imprime par `retention record`.",
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
        .whileNot: "{clock} (ou, {pending}, {other})",
        .unlessEvent: "{clock}, {pending}",
        .everybody: "tout le monde",
        .operationOn: "{subject}~: {action}",
        .rightsRestrictedFew:
            "Personnes dont les données ne peuvent être que conservées (article 18)~: moins de {least}",
        .stopClockBack: "La nuit est celle du {night}, avant le dernier passage, qui était pour le {last}.",
        .stopClockAhead:
            "La nuit est celle du {night}, {n} jour après le dernier passage ({last}).|La nuit est celle du {night}, {n} jours après le dernier passage ({last}).",
        .stopShare:
            "Règle {rule}, {what}~: {n} échu, plus de {percent}~% de {all} conversations.|Règle {rule}, {what}~: {n} échus, plus de {percent}~% de {all} conversations.",
        .stopForecast:
            "Règle {rule}, {what}~: {n} échu, plus du double des {expected} prévus 30 nuits plus tôt.|Règle {rule}, {what}~: {n} échus, plus du double des {expected} prévus 30 nuits plus tôt.",
        .stopUndated:
            "{n} conversation de plus que lors du dernier passage n’a pas de date utilisable~: plus de {percent}~% de {all}.|{n} conversations de plus que lors du dernier passage n’ont pas de date utilisable~: plus de {percent}~% de {all}.",
        .stopAlready:
            "{n} en avait été fait par un passage antérieur.|{n} en avaient été faits par un passage antérieur.",
        .untilClosed: "tant que la conversation n’est pas close",
        .untilDecision: "tant que la candidature n’a pas reçu de décision",
        .untilRelationEnded: "tant que la relation n’a pas pris fin",
    ]
}
