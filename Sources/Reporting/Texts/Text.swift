/// Every text of a report that is the same in each report. The catalogues give its words in a language.
///
/// `{name}` in a catalogue is filled in. A text with `|` has forms: singular and plural, or the names of a list.
package enum Text: String, CaseIterable, Sendable, Hashable {
    // Front page
    case title, night, dateAndTime, internalUse
    case rehearsal, rehearsalMeaning, wouldHaveStopped
    case stateClear, stateDeviations, stateUnproven
    case stateClearMeaning, stateDeviationsMeaning, stateUnprovenMeaning, notExamined
    case summaryDone, summaryKept, summaryChecks
    case controller, notice, noticeVersion, policy, policyHash, approval, approvedOn, notApproved
    case auditHead, run, asOf, worked, workedFromTo, store, timeZone
    case signatures, signedController, signedOfficer, signedWhere

    // What to look at
    case findings, findingNone, findingFailed, findingUnbalanced, findingChecks, findingUnproven, findingNoChecks
    case findingUnclassified, findingTooManyUnclassified, findingUndated, findingOverdue, findingInterrupted

    // What was due
    case flow, flowMeaning, rule, everyRule, whatIsDone, due, done, inGrace, held, restricted, failed, balance,
        balanced,
        unbalanced
    case overdue, undated, oldest, ahead, aheadMeaning, within30, within60, within90, noRules

    // Archives
    case archives, segmentsWritten, segmentsErased, archivesMeaning
    case segment, endsOn, conversations, messages, size, fingerprint

    // Stock
    case stock, sourcesKept, tablesUnlisted, namesSkipped, stockMeaning, role, purpose, total, grouped, storeEmpty

    // Checks
    case checks, checksMeaning, check, examined, failing, outcome, oldestFailure, proven, checkFailed, notProven
    case noChecks

    // Quality
    case quality, qualityMeaning, suppression, month, median, unanswered, suppressedCells, qualityNone, status

    // Words
    case months, byteUnits, durationUnits
    case subjectConversations, subjectPersons, subjectSegments, subjectSources
    case actionProfilePhoto, actionProfileStatus, actionMedia, actionArchive, actionPseudonymise, actionEraseAll
    case actionRedactAll, actionRedact, actionNone
    case categoryPhone, categoryName, categoryEmail, categoryIBAN, categoryCard, categoryNationalNumber
    case categoryHandle, categoryIPAddress, categoryBirthDate, categoryAddress
    case roleClient, roleProspect, roleCandidate, roleOperator, roleUnknown
    case purposeAssistance, purposeQuestion, purposeApplication, purposeTechnical, purposeQuality
    case purposeInformation, purposeUnknown
}
