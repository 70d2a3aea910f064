/// What the record of processing and the notice say.
extension French {
    static let notice: [Text: String] = [
        .gapIdentity: "identité légale, adresse et numéro d’entreprise",
        .gapOfficer: "coordonnées du délégué à la protection des données, ou son absence",
        .gapLegalBases: "la base légale de chaque finalité",
        .gapInterests: "les intérêts légitimes poursuivis",
        .gapRecipients: "les destinataires nommés, dont l’exploitant de la messagerie",
        .gapTransfers: "les transferts vers des pays tiers et leurs garanties",
        .gapPeriods: "les durées de conservation",
        .gapRestriction: "le droit à la limitation du traitement",
        .gapWithdrawal: "le droit de retirer son consentement",
        .gapComplaint: "le droit d’introduire une réclamation auprès de l’autorité",
        .gapMandatory: "si la fourniture des données est obligatoire, et les conséquences d’un refus",
        .gapAutomated: "l’existence de décisions automatisées",
        .gapSpecial: "le consentement explicite pour les catégories particulières",
        .gapObjection: "le droit de s’opposer aux informations, présenté séparément du reste",
        .gapWorkers: "l’information des opérateurs sur le suivi de la qualité",
        .gapUnknownPeriod: "la politique dit «~{found}~», ce qu’aucune règle ne dit",
        .noticeHeading: "Durées de conservation",
        .noticeIntro:
            "Nous ne conservons ce que vous nous écrivez que le temps nécessaire. Les durées se comptent comme indiqué ci-dessous~; une obligation légale ou un litige peut les prolonger dans un cas particulier.",
        .noticeStep: "{period} après {clock}~: {action}",
        .noticeOtherPurposes: "autres sujets",
        .noticeRest: "tous les autres cas",
        .noticeArchive:
            "«~Archiver~» veut dire~: le texte, sans numéros ni noms, est compressé et conservé à part, accessible à peu de personnes, jusqu’à son effacement.",
        .noticeRights: "Vous pouvez demander l’effacement plus tôt~: {contact}.",
        .noticeLastInbound: "votre dernier message",
        .noticePersonLastInbound: "votre dernier message, toutes conversations confondues",
        .recordTitle: "Registre des activités de traitement (article 30 du RGPD)",
        .recordController: "(a) Responsable du traitement",
        .recordToFill: "à compléter par le responsable~: {what}",
        .recordIdentity: "numéro d’entreprise, adresse, représentant, délégué à la protection des données",
        .recordConditions:
            "condition de l’article 9 pour les catégories particulières, référence de la mise en balance (article 6(1)(f)), date des contrats de sous-traitance",
        .recordPurpose: "(b) Finalité",
        .recordBasis: "Base légale",
        .recordPersons: "(c) Catégories de personnes",
        .recordData: "(c) Catégories de données",
        .recordDataWords:
            "numéro de téléphone, contenu des messages, informations de profil publiques~; des données de catégories particulières communiquées spontanément ne peuvent être exclues (article 9)",
        .recordRecipients: "(d) Destinataires",
        .recordRecipientsWords:
            "sous-traitants techniques~; exploitant de la messagerie (messages 30 jours au plus)~; autorités si la loi l’impose",
        .recordTransfers: "(e) Pays tiers",
        .recordTransfersWords:
            "l’exploitant de la messagerie peut conserver des données aux États-Unis~: indiquer la garantie",
        .recordLimits: "(f) Délais d’effacement",
        .recordSecurity: "(g) Mesures de sécurité",
        .recordSecurityWords:
            "fichiers accessibles à leur seul propriétaire~; clés séparées des données, une par finalité~; archives de texte expurgé, relues avant tout effacement~; contenu supprimé écrasé~; chaque nuit vérifiée et enchaînée à la précédente par une empreinte",
        .recordOther:
            "Source des données~: les personnes elles-mêmes. Aucune décision entièrement automatisée. Analyse d’impact~: {what}.",
        .recordReference: "référence et date",
        .recordPolicyLine: "Règles {id}, empreinte {hash}~; politique du {date}",
        .basisContract: "6(1)(b) pour les clients, 6(1)(f) pour les prospects",
        .basisApplication: "6(1)(b), mesures précontractuelles",
        .basisQuality: "6(1)(f), avec mise en balance, sur données expurgées et agrégées",
        .basisInformation: "consentement, ou exception pour les propres clients (CDE, art. XII.13)",
        .basisUnknown: "aucune~: la finalité est à enregistrer",
        .recordQuoted:
            "Les noms et les bases légales des règles sont cités tels que le fichier de règles les écrit, dans sa langue.",
        .noticeRedact:
            "«~Expurger~» veut dire~: dans le texte, les numéros, les noms et les autres coordonnées sont remplacés par une mention neutre.",
        .noticePseudonymise:
            "«~Pseudonymiser~» veut dire~: votre numéro et votre profil sont remplacés par un code que seule une clé gardée à part permet de rattacher à vous.",
        .gapUnknownPeriodOf: "la politique dit «~{found}~» ({roles}), ce qu’aucune règle ne dit de ces personnes",
    ]
}
