/// What the record of processing and the notice say.
extension English {
    static let notice: [Text: String] = [
        .gapIdentity: "legal identity, address and enterprise number",
        .gapOfficer: "how to reach the data protection officer, or that there is none",
        .gapLegalBases: "the legal basis of each purpose",
        .gapInterests: "the legitimate interests that are pursued",
        .gapRecipients: "recipients by name, the messenger’s operator among them",
        .gapTransfers: "transfers to third countries and their safeguards",
        .gapPeriods: "how long the data are held",
        .gapRestriction: "the right to restriction of processing",
        .gapWithdrawal: "the right to withdraw consent",
        .gapComplaint: "the right to complain to the supervisory authority",
        .gapMandatory: "whether the data must be given, and what follows if not",
        .gapAutomated: "whether decisions are automated",
        .gapSpecial: "explicit consent for special categories of data",
        .gapObjection: "the right to object to information, presented apart",
        .gapWorkers: "notice to the operators of quality reviews",
        .gapUnknownPeriod: "the notice says “{found}”, which no rule says",
        .noticeHeading: "How long we keep your data",
        .noticeIntro:
            "We keep what you write to us only as long as it is needed. The periods are counted as stated below; a legal obligation or a dispute may lengthen them in a single case.",
        .noticeStep: "{period} after {clock}: {action}",
        .noticeOtherPurposes: "other subjects",
        .noticeRest: "every other case",
        .noticeArchive:
            "“Archive” means: the text, without numbers and names, is compressed and kept apart, open to few people, until it is erased.",
        .noticeRights: "You may ask for erasure earlier: {contact}.",
        .noticeLastInbound: "your last message",
        .noticePersonLastInbound: "your last message in any conversation",
        .recordTitle: "Record of processing activities (Article 30 GDPR)",
        .recordController: "(a) Controller",
        .recordToFill: "to be filled in by the controller: {what}",
        .recordIdentity: "enterprise number, address, representative, data protection officer",
        .recordConditions:
            "the condition of Article 9 for special categories, the reference of the balancing test (Article 6(1)(f)), the dates of the contracts with processors",
        .recordPurpose: "(b) Purpose",
        .recordBasis: "Legal basis",
        .recordPersons: "(c) Categories of persons",
        .recordData: "(c) Categories of data",
        .recordDataWords:
            "telephone number, content of messages, profile information shared publicly; special categories of data that persons volunteer cannot be excluded (Article 9)",
        .recordRecipients: "(d) Recipients",
        .recordRecipientsWords:
            "technical processors; the messenger’s operator (messages 30 days at most); authorities where the law obliges",
        .recordTransfers: "(e) Third countries",
        .recordTransfersWords: "the messenger’s operator may store data in the United States: name the safeguard",
        .recordLimits: "(f) Time limits for erasure",
        .recordSecurity: "(g) Security measures",
        .recordSecurityWords:
            "files open to their owner alone; keys apart from the data, one for each purpose; archives of redacted text, read back before anything is erased; deleted content overwritten; every night verified and chained to the one before by a hash",
        .recordOther:
            "Source of the data: the persons themselves. No solely automated decision. Impact assessment: {what}.",
        .recordReference: "reference and date",
        .recordPolicyLine: "Rules {id}, hash {hash}; notice of {date}",
        .basisContract: "6(1)(b) for clients, 6(1)(f) for prospects",
        .basisApplication: "6(1)(b), steps before a contract",
        .basisQuality: "6(1)(f), with a balancing test, on redacted and aggregated data",
        .basisInformation: "consent, or the exception for own clients (CEL, art. XII.13)",
        .basisUnknown: "none: the purpose is to be recorded",
        .recordQuoted:
            "The names and legal bases of the rules are quoted as the file of rules writes them, in its language.",
        .noticeRedact:
            "“Redact” means: in the text, numbers, names and other contact details are replaced by a neutral mark.",
        .noticePseudonymise:
            "“Pseudonymise” means: your number and profile are replaced by a code, which only a key that is kept apart can lead back to you.",
        .gapUnknownPeriodOf: "the notice says “{found}” ({roles}), which no rule says of these persons",
    ]
}
