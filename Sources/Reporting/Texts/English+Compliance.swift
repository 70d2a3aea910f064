/// What the compliance report says beside the texts that every report has.
extension English {
    static let compliance: [Text: String] = [
        .complianceTitle: "Compliance report",
        .qualityTitle: "Quality report",
        .liveTitle: "Today’s quality figures",
        .periodFromTo: "{name}: {start} to {end}",
        .smallCounts: "Internal document. It names nobody, but a small count may point to somebody.",
        .personalLabel:
            "Internal, personal data: figures of the records that are there now, small counts included. To be erased by {date} at the latest.",
        .anonymousLabel: "Anonymous figures: computed once, before the records were erased, and never again.",
        .seenLabel: "As of the run of {date}.",
        .periodUnproven: "No deviation was found, but something is still open or without evidence: see “To look at”.",
        .periodClear: "Every night ran, everything due was handled and every check had data.",
        .periodDeviations: "At least one night is missing, something due was not handled, or a check failed.",
        .sentenceOverdue: "{n} record that was due is still there.|{n} records that were due are still there.",
        .sentenceMistake: "{examined} changes were compared with what was decided; {failing} differ.",
        .sentenceMistakeUnproven: "Nothing was changed in the period that could be compared with what was decided.",
        .sentenceOverdueUnproven: "No night ran in the period.",
        .sentenceOverdueNone: "All that was due was handled.",
        .sentenceMistakeNone:
            "{n} change was compared with what was decided and does not differ.|{n} changes were compared with what was decided, and none differs.",
        .findingCheck:
            "{check} ({id}): {failing} failing",
        .findingMissingNights:
            "{n} night without a run|{n} nights without a run",
        .findingUnfinishedNights:
            "{n} night not finished|{n} nights not finished",
        .findingHolds:
            "{n} hold is past its review date|{n} holds are past their review dates",
        .proofVerified:
            "With the results of the verification of {date}: {n} check|With the results of the verification of {date}: {n} checks",
        .proofNotVerified:
            "No verification made outside of the nights was handed in: what it alone examines stays not proven.",
        .archiveNextEnd:
            "The next archive segment ends on {date}.",
        .annexBasis:
            "What the rules rest on",
        .ruleBasis:
            "Legal basis",
        .ruleOwner:
            "Owner",
        .ruleReviewed:
            "Reviewed on",
        .sentenceSpeed: "Half of the first answers came within {median} ({span}).",
        .sentenceSpeedMost: "Half of the first answers came within {median}, nine in ten within {p90} ({span}).",
        .sentenceOverdueSince: "No run since the one of {date}: what fell due after it is not known.",
        .questionOverdue: "Is anything overdue?",
        .questionMistake: "Was anything erased by mistake?",
        .questionSpeed: "How fast are we answering?",
        .questionVolume: "How many conversations?",
        .questionUnanswered: "How many were left unanswered?",
        .answerYes: "Yes",
        .answerNo: "No",
        .answerTooFew: "Too little data",
        .sentenceSpeedUnknown: "Too few people wrote in finished weeks to say so without pointing to somebody.",
        .nightsFact: "Nights",
        .nightsCount: "{expected} expected, {succeeded} succeeded, {unfinished} not finished, {missing} missing",
        .programFact: "Program",
        .missingNight: "No run for the night of {date}",
        .missingNights: "No run for {n} night, {start} to {end}|No run for {n} nights, {start} to {end}",
        .unfinishedNight: "The run for {date} did not end",
        .rehearsalNote: "A trial store runs when somebody tries it: nights without a run are not held against it.",
        .nightsSection: "Nights",
        .nightsMeaning: "A night without a run is a finding: what was due had to wait.",
        .nightWord: "Night",
        .changes: "What changed",
        .changesMeaning:
            "Between the policy in force before the period and the one in force at its end. Values are quoted as the policy file writes them.",
        .noChanges: "The policy did not change.",
        .changesUnknown: "The earlier policy is not known, so nothing can be compared.",
        .holdsPlaced: "{n} hold or restriction placed in the period|{n} holds or restrictions placed in the period",
        .holdsReleased: "{n} hold or restriction lifted in the period|{n} holds or restrictions lifted in the period",
        .holdsActive:
            "{n} hold or restriction in force at the end of the period (past the review date: {overdue})|{n} holds or restrictions in force at the end of the period (past the review date: {overdue})",
        .rulesOverridden:
            "{n} rule exceeds its ceiling with a recorded decision|{n} rules exceed their ceiling with a recorded decision",
        .change: "Change",
        .before: "Before",
        .after: "After",
        .changeAdded: "added",
        .changeRemoved: "removed",
        .changeReordered: "order of the rules",
        .stockMeaningPeriod:
            "At the end of the period, as of the last night. Counts are rounded to the nearest {base}; in the breakdown, groups of fewer than {least} persons are put together.",
        .phaseActive: "Active store",
        .phase: "Where",
        .archiveStock: "Archives",
        .heldStock: "of which under legal hold",
        .stockGroups: "Active store by role and purpose",
        .stockGroupsOn:
            "The breakdown by role and purpose is of {date}, the end of a quarter: between reports that are closer to each other, a difference could point to somebody.",
        .stockGroupsNone: "The breakdown by role and purpose is given from the end of the first quarter on.",
        .stockTrend: "Stock at the end of each month",
        .flowMeaningPeriod:
            "Each line is a rule and what it asks for at an age. All that passed its period is done, or at the end of the period still in grace, held, restricted or failed; the five must add up on each night.",
        .pastPeriod: "Past their period",
        .forecast: "Forecast",
        .proof: "Proof",
        .proofMeaning:
            "Every check that exists. The worst result of the period counts; a check without data is not proven, never passed. The evidence is a hash over what the nights recorded of the check.",
        .evidence: "Evidence (hash)",
        .nightsWith: "Nights",
        .promises: "Does the policy keep its word?",
        .promisesMeaning:
            "The eight sentences of the published policy that can be tested against the data, each with what was found. Where there is no data, nothing is proven.",
        .promise: "Sentence",
        .found: "Found",
        .promiseProfile: "§ 2 – Profile data only where shared publicly",
        .promisePurposes: "§ 3 – Data are used exclusively for the stated purposes",
        .promiseHours: "§ 3 – Information on weekdays between 9:00 and 18:00 only, unless asked otherwise",
        .promiseText: "§ 3 – No calls and no video: text messages only",
        .promiseSharing: "§ 4 – Never sold, rented or shared for commercial ends",
        .promiseRights: "§ 6 – Access, rectification, erasure, objection, portability",
        .promiseBlocking: "§ 7 – Blocking for improper conduct",
        .promiseVersion: "§ 9 – Changes are published with their date",
        .foundProfile:
            "{n} profile with a photo or status (not public: {failing}, not known: {unknown})|{n} profiles with a photo or status (not public: {failing}, not known: {unknown})",
        .foundPurposes:
            "{n} conversation (without a known role or purpose: {failing})|{n} conversations (without a known role or purpose: {failing})",
        .foundHours:
            "{n} message of information since {date} (out of hours without a request: {failing})|{n} messages of information since {date} (out of hours without a request: {failing})",
        .foundText:
            "{n} conversation (calls that took place: {failing}; media received or sent: {media})|{n} conversations (calls that took place: {failing}; media received or sent: {media})",
        .foundVersion:
            "{n} night under a dated version of the policy (under a version of a later date: {failing})|{n} nights under a dated version of the policy (under a version of a later date: {failing})",
        .foundNothing: "No data: exports, requests and blocks that happened elsewhere are not recorded in the store.",
        .rights: "Rights of persons",
        .rightsMeaning:
            "Requests are answered within a month of their receipt. Counts below {least} are shown as “<~{least}”.",
        .rightsNone: "No register of requests was found: nothing is proven about the deadlines.",
        .rightsRestricted:
            "{n} person whose data may only be stored (Article 18)|{n} persons whose data may only be stored (Article 18)",
        .information: "Messages of information",
        .informationMeaning:
            "In conversations that began since {date}. Out of hours: outside of Monday to Friday, 9:00 to 18:00, {zone} time. Refusals and agreements: at the end of the period.",
        .informationSent: "Sent",
        .informationLate: "Out of hours",
        .informationAsked: "of which at the person’s request",
        .informationOptOuts: "Persons who refused",
        .informationConsents: "Persons who agreed to any hour",
        .blocking: "Blocking",
        .blockingNone: "No block is recorded in the store: nothing is proven.",
        .suppressionCount:
            "{n} keyed fingerprint keeps an erased person from being written to again|{n} keyed fingerprints keep erased persons from being written to again",
        .copiesSection: "Copies and processors",
        .copiesMeaning:
            "What the store knows of. Backups, telephones and the messenger’s own copies (30 days at most at the operator of the interface) are declared by the controller and were not examined.",
        .copiesNone: "No copy is known to the store.",
        .anonymisation: "Anonymisation",
        .anonymisationMeaning:
            "Quality figures are frozen before the records are erased: at least {k} persons a cell, none of whom wrote more than half of its messages, medians from {median} cases, 90th percentiles from {p90}, counts to the nearest {base}.",
        .output: "Output",
        .label: "Label",
        .labelAnonymous: "anonymous",
        .labelPersonal: "pseudonymous – personal data",
        .cellsShown: "Cells shown",
        .cellsWithheld: "Cells withheld",
        .outputFigures: "Frozen quality figures",
        .outputArchives: "Archives of redacted text",
        .outputLive: "Live quality figures",
        .chainFact: "Head of the chain of figures",
        .incidents: "Incidents and near misses",
        .incidentsNone: "None was recorded.",
        .incidentInterrupted:
            "{n} night went on from a run that had been interrupted|{n} nights went on from a run that had been interrupted",
        .incidentLimits:
            "{n} reason for which a real store would have stopped|{n} reasons for which a real store would have stopped",
        .incidentFailed: "{n} operation that was due failed|{n} operations that were due failed",
        .gaps: "Gaps of the published notice",
        .gapsMeaning: "What Articles 9, 13 and 21 GDPR and the Belgian act of 13 June 2005 want a notice to say.",
        .gapsUnread: "The notice was not examined: name its text with --notice FILE.",
        .gapsNone: "Nothing that is looked for is missing.",
        .gap: "Gap",
        .article: "Article",
        .actionOwner: "Owner and date",
        .annexes: "Annexes",
        .annexRules: "Rules in force",
        .annexRulesUnknown: "The rules of that policy are not at hand; its hash is on the front page.",
        .annexSegments: "Archives written in the period",
        .annexNights: "Audit head after each night",
        .annexRecord: "The record of processing activities (Article 30) is printed by `retention record`.",
        .appliesTo: "Applies to",
        .countedFrom: "Counted from",
        .keptFor: "After",
        .ceiling: "Ceiling",
        .reason: "Reason",
        .source: "Source",
        .clockCollected: "the newest message",
        .clockLastInbound: "the person’s last message",
        .clockPersonLastInbound: "the person’s last message in any conversation",
        .clockClosed: "the end of the conversation",
        .clockDecision: "the decision on the application",
        .clockRelationEnded: "the end of the relationship",
        .unitDays: "{n} day|{n} days",
        .unitWeeks: "{n} week|{n} weeks",
        .unitMonths: "{n} month|{n} months",
        .unitYears: "{n} year|{n} years",
        .whileNot: "{clock} (or, until that happens, {other})",
        .unlessEvent: "{clock}, as long as {event} has not happened",
        .everybody: "everybody",
        .operationOn: "{subject}: {action}",
        .rightsRestrictedFew: "Persons whose data may only be stored (Article 18): fewer than {least}",
        .stopClockBack: "The night is for {night}, before the last run, which was for {last}.",
        .stopClockAhead:
            "The night is for {night}, {n} day after the last run ({last}).|The night is for {night}, {n} days after the last run ({last}).",
        .stopShare:
            "Rule {rule}, {what}: {n} due, more than {percent}% of {all} conversations.|Rule {rule}, {what}: {n} due, more than {percent}% of {all} conversations.",
        .stopForecast:
            "Rule {rule}, {what}: {n} due, more than twice the {expected} that were forecast 30 nights before.|Rule {rule}, {what}: {n} due, more than twice the {expected} that were forecast 30 nights before.",
        .stopAlready: "{n} of them was done by an earlier run.|{n} of them were done by an earlier run.",
    ]
}
