/// The report in French. `~` is a no-break space, which French puts before two-part punctuation.
enum French {
    static let texts: [Text: String] = [
        .title: "Rapport de conservation des données",
        .night: "Nuit du {date}",
        .dateAndTime: "{date} à {time}",
        .internalUse: "Document interne. Il ne nomme personne, mais de petits nombres peuvent renvoyer à quelqu’un.",
        .rehearsal: "Répétition",
        .rehearsalMeaning: "Ce rapport vient d’une base d’essai, que l’on peut faire vivre à n’importe quelle date. "
            + "Il ne prouve rien sur les données réelles.",
        .wouldHaveStopped: "Une base réelle se serait arrêtée avant tout changement~:",
        .stateClear: "Aucun écart constaté dans le périmètre examiné",
        .stateDeviations: "Écarts",
        .stateUnproven: "Non prouvé",
        .stateClearMeaning: "Tout ce qui était échu a été traité, et chaque contrôle a porté sur des données.",
        .stateDeviationsMeaning: "Au moins une donnée échue n’a pas été traitée ou un contrôle a échoué.",
        .stateUnprovenMeaning: "Rien n’a échoué, mais au moins un contrôle n’a rien eu à examiner~: il ne prouve rien.",
        .notExamined: "N’ont pas été examinés~: les téléphones des opérateurs, les copies que garde la messagerie "
            + "elle-même et les sauvegardes.",
        .summaryDone: "{n} opération était due et {done} a été faite.|{n} opérations étaient dues et {done} ont été "
            + "faites.",
        .summaryKept: "Restent retenus~: {grace} en délai de grâce, {held} sous gel juridique, {restricted} en "
            + "limitation.",
        .summaryChecks: "Contrôles~: {proven} prouvés, {failed} en échec, {unproven} non prouvés.",
        .controller: "Responsable du traitement",
        .notice: "Politique publiée",
        .noticeVersion: "{title}, version du {date}",
        .policy: "Règles de conservation",
        .policyHash: "Empreinte des règles",
        .approval: "Approbation",
        .approvedOn: "Approuvées le {date}",
        .notApproved: "Non approuvées (répétition)",
        .run: "Passage",
        .asOf: "État à la date du",
        .worked: "Durée du travail",
        .workedFromTo: "{duration}, du {start} au {end}",
        .store: "Base",
        .timeZone: "Fuseau horaire",
        .signatures: "Signatures",
        .signedController: "Pour le responsable du traitement",
        .signedOfficer: "Délégué à la protection des données",
        .signedWhere: "Nom, date et signature",

        .findings: "À regarder",
        .findingNone: "Rien à signaler.",
        .findingFailed: "{n} opération due n’a pas pu être faite.|{n} opérations dues n’ont pas pu être faites.",
        .findingUnbalanced: "{n} ligne ne s’équilibre pas~: des données échues manquent au compte."
            + "|{n} lignes ne s’équilibrent pas~: des données échues manquent au compte.",
        .findingChecks: "{n} contrôle a échoué.|{n} contrôles ont échoué.",
        .findingUnproven: "{n} contrôle n’a rien eu à examiner.|{n} contrôles n’ont rien eu à examiner.",
        .findingNoChecks: "Aucun contrôle n’a eu lieu.",
        .findingUnclassified: "{n} conversation n’a pas de rôle ou de finalité connus."
            + "|{n} conversations n’ont pas de rôle ou de finalité connus.",
        .findingTooManyUnclassified: "{n} conversation, soit plus de 5~% de la base, n’a pas de rôle ou de finalité "
            + "connus."
            + "|{n} conversations, soit plus de 5~% de la base, n’ont pas de rôle ou de finalité connus.",
        .findingUndated: "{n} donnée sans date utilisable n’est jamais effacée d’elle-même."
            + "|{n} données sans date utilisable ne sont jamais effacées d’elles-mêmes.",
        .findingInterrupted:
            "{n} opération avait déjà été faite par un passage interrompu.|{n} opérations avaient déjà été faites par un passage interrompu.",
        .auditHead: "Tête du journal d’audit",
        .findingOverdue: "{n} opération était déjà due la veille.|{n} opérations étaient déjà dues la veille.",

        .flow: "Ce qui était échu",
        .flowMeaning: "Chaque ligne est une règle et ce qu’elle demande à un âge donné. Ce qui a passé son délai est "
            + "fait, "
            + "en grâce, gelé, limité ou en échec~; la somme doit être juste. Une même conversation peut compter sur "
            + "plusieurs lignes.",
        .rule: "Règle",
        .everyRule: "toutes les règles",
        .whatIsDone: "Opération",
        .due: "Dus",
        .done: "Faits",
        .inGrace: "En grâce",
        .held: "Gelés",
        .restricted: "Limités",
        .failed: "En échec",
        .balance: "Équilibre",
        .balanced: "juste",
        .unbalanced: "faux",
        .overdue: "Dus dès la veille",
        .undated: "Sans date",
        .oldest: "Le plus ancien",
        .ahead: "Ce qui vient",
        .aheadMeaning: "Ce qui tombera à échéance, chaque nombre comprenant le précédent.",
        .within30: "Sous 30 jours",
        .within60: "Sous 60 jours",
        .within90: "Sous 90 jours",
        .noRules: "Aucune règle n’avait de données.",

        .policyChanged: "La politique a changé",
        .policyChangedMeaning:
            "Rien ne part en vertu de ce changement avant la fin du délai de grâce qui suit son approbation, le {date}. "
            + "Les valeurs sont citées telles que le fichier les écrit.",
        .dueOn: "Échu le {date}",
        .archives: "Archives",
        .segmentsWritten: "{n} segment écrit|{n} segments écrits",
        .segmentsErased: "{n} segment effacé à sa date de fin|{n} segments effacés à leur date de fin",
        .archivesMeaning: "Une archive ne contient que du texte expurgé. Elle a été relue et comparée avant tout "
            + "effacement dans la base, et s’efface à sa date de fin.",
        .segment: "Segment",
        .endsOn: "Date de fin",
        .conversations: "Conversations",
        .messages: "Messages",
        .size: "Taille",
        .fingerprint: "SHA-256 (début)",

        .stock: "Ce qui reste dans la base",
        .sourcesKept:
            "{n} fichier importé existe encore, le plus ancien importé le {date}|{n} fichiers importés existent encore, le plus ancien importé le {date}",
        .tablesUnlisted:
            "{n} table de la base n’est pas décrite et n’a pas été examinée|{n} tables de la base ne sont pas décrites et n’ont pas été examinées",
        .namesSkipped:
            "{n} nom de profil est un mot courant et n’a pas été cherché dans les textes|{n} noms de profil sont des mots courants et n’ont pas été cherchés dans les textes",
        .stockMeaning: "Après cette nuit. Les groupes de moins de {least} conversations sont réunis, pour ne "
            + "désigner personne.",
        .role: "Rôle",
        .purpose: "Finalité",
        .total: "Total",
        .grouped: "Autres, réunis",
        .storeEmpty: "La base est vide.",

        .checks: "Contrôles",
        .checksMeaning: "Un contrôle qui n’a rien examiné est non prouvé, jamais réussi.",
        .check: "Contrôle",
        .examined: "Examinés",
        .failing: "En défaut",
        .outcome: "Résultat",
        .oldestFailure: "Défaut le plus ancien",
        .proven: "prouvé",
        .checkFailed: "échec",
        .notProven: "non prouvé",
        .noChecks: "Aucun contrôle.",

        .quality: "Qualité du service",
        .qualityMeaning: "Calculé avant tout effacement, par rôle, finalité et mois du premier message. Le délai "
            + "court du "
            + "premier message de la personne à la première réponse humaine~; les réponses automatiques n’arrêtent "
            + "pas la montre.",
        .suppression: "«~c~»~: masqué, car moins de {least} personnes ont écrit~; un si petit nombre pourrait "
            + "désigner quelqu’un. "
            + "Aucun total n’est imprimé, afin que rien ne se recalcule.",
        .month: "Mois",
        .median: "Première réponse (médiane)",
        .unanswered: "Sans réponse",
        .suppressedCells: "{n} mois masqué|{n} mois masqués",
        .qualityNone: "Aucune conversation à mesurer.",
        .status: "Le texte expurgé et les pseudonymes restent des données personnelles tant que leur clé existe.",

        .months: "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
        .byteUnits: "o|ko|Mo|Go|To",
        .durationUnits: "j|h|min|s",
        .subjectConversations: "Conversations",
        .subjectPersons: "Personnes",
        .subjectSegments: "Segments d’archive",
        .subjectSources: "Fichiers importés",
        .actionProfilePhoto: "effacer la photo de profil",
        .actionProfileStatus: "effacer le statut de profil",
        .actionMedia: "effacer les médias",
        .actionArchive: "archiver",
        .actionPseudonymise: "pseudonymiser",
        .actionEraseAll: "tout effacer",
        .actionRedactAll: "expurger le texte",
        .actionRedact: "expurger ({categories})",
        .actionNone: "rien",
        .categoryPhone: "téléphones",
        .categoryName: "noms",
        .categoryEmail: "courriels",
        .categoryIBAN: "IBAN",
        .categoryCard: "cartes de paiement",
        .categoryNationalNumber: "numéros nationaux",
        .categoryHandle: "identifiants",
        .categoryIPAddress: "adresses IP",
        .categoryBirthDate: "dates de naissance",
        .categoryAddress: "adresses",
        .roleClient: "client",
        .roleProspect: "prospect",
        .roleCandidate: "candidat",
        .roleOperator: "opérateur",
        .roleUnknown: "inconnu",
        .purposeAssistance: "assistance",
        .purposeQuestion: "question",
        .purposeApplication: "candidature",
        .purposeTechnical: "problème technique",
        .purposeQuality: "suivi de la qualité",
        .purposeInformation: "information",
        .purposeUnknown: "inconnue",
    ]
}
