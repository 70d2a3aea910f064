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
    case identification, signatures, signedController, signedOfficer, signedWhere

    // What to look at
    case findings, findingNone, findingFailed, findingUnbalanced, findingChecks, findingUnproven, findingNoChecks
    case findingUnclassified, findingTooManyUnclassified, findingUndated, findingOverdue, findingInterrupted

    // What was due
    case flow, flowMeaning, rule, everyRule, whatIsDone, due, done, inGrace, held, restricted, failed, balance,
        balanced,
        unbalanced
    case overdue, undated, oldest, ahead, aheadMeaning, within30, within60, within90, noRules

    // What changed in the policy
    case policyChanged, policyChangedMeaning, dueOn

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

    // Compliance report
    case complianceTitle, qualityTitle, liveTitle, periodFromTo, smallCounts, personalLabel, anonymousLabel
    case seenLabel, periodUnproven, periodClear, periodDeviations, sentenceOverdue, sentenceMistake
    case sentenceOverdueNone, sentenceOverdueUnproven, sentenceMistakeNone, findingCheck, findingMissingNights,
        findingUnfinishedNights
    case findingHolds, proofVerified, proofNotVerified, archiveNextEnd, annexBasis, ruleBasis, ruleOwner, ruleReviewed
    case sentenceMistakeUnproven, sentenceSpeed, sentenceSpeedMost, sentenceSpeedUnknown, sentenceOverdueSince
    case questionOverdue, questionMistake, questionSpeed, questionVolume, questionUnanswered, answerYes, answerNo
    case answerTooFew, nightsFact, nightsCount, programFact, missingNight, missingNights, unfinishedNight,
        rehearsalNote, nightsSection
    case nightsMeaning, nightWord, changes, changesMeaning, noChanges, changesUnknown, holdsPlaced
    case holdsReleased, holdsActive, rulesOverridden, change, before, after, changeAdded, changeRemoved
    case changeReordered, stockMeaningPeriod, phaseActive, heldStock, stockGroups, stockGroupsOn, stockGroupsNone, phase
    case archiveStock, stockTrend, flowMeaningPeriod, pastPeriod, forecast, proof, proofMeaning, evidence
    case nightsWith, promises, promisesMeaning, promise, found, promiseProfile, promisePurposes, promiseHours
    case promiseText, promiseSharing, promiseRights, promiseBlocking, promiseVersion, foundProfile, foundPurposes
    case foundHours, foundText, foundVersion, foundNothing, rights, rightsMeaning, rightsNone, rightsRestricted
    case information, informationMeaning, informationSent, informationLate, informationAsked, informationOptOuts
    case informationConsents, blocking, blockingNone, suppressionCount, copiesSection, copiesMeaning, copiesNone
    case anonymisation, anonymisationMeaning, output, label, labelAnonymous, labelPersonal, cellsShown
    case cellsWithheld, outputFigures, outputArchives, outputLive, chainFact, incidents, incidentsNone
    case incidentInterrupted, incidentLimits, incidentFailed, gaps, gapsMeaning, gapsUnread, gapsNone, gap
    case article, actionOwner, annexes, annexRules, annexRulesUnknown, annexSegments, annexNights, annexRecord
    case appliesTo, countedFrom, keptFor, ceiling, reason, source, clockCollected, clockLastInbound
    case clockPersonLastInbound, clockClosed, clockDecision, clockRelationEnded, unitDays, unitWeeks, unitMonths
    case unitYears, whileNot, unlessEvent, untilClosed, untilDecision, untilRelationEnded, everybody, operationOn,
        rightsRestrictedFew, stopClockBack, stopClockAhead
    case stopShare, stopForecast, stopUndated, stopAlready
    case notRecorded, restrictedStock, stockCategories, category, records, categoryNames, categoryProfilePhotos
    case categoryProfileStatuses, categoryAddresses, categoryMedia, categoryCalls, categoryWishes
    case flowRounded, flowByQuarter, forecastOn, forecastNone, sentenceMistakeFew
    case informationAfterRefusal, informationRefusals, incidentBreach
    case findingPromise, findingUnclassifiedNights, findingFailedEarlier
    case both, answerNoneSeen, sentenceEarlyUnproven
    case sentenceOverdueGrace, sentenceOverdueGraceFew
    case sizeLess
    case annexQuoted
    case sentenceEarlyFailed, sentenceEarlyNone

    // Quality report
    case qVolume, qVolumeLeast, qVolumeUnknown, qUnansweredMeaning, qReopenedWithin, qVolumeSection, qVolumeMeaning
    case qSubject, qAll, qMargin, qMarginMeaning, qMarginVolume, qUnansweredMargin, qUnansweredBetween, qOutcomeFrozen
    case qWeeksPartial, qMonthsPartial
    case qPersons, qInbound, qOutbound, qAutomatic, qResponseSection, qResponseMeaning, qMedian, qP90
    case qMedianService, qP90Service, qWithin15, qWithin60, qWithin240, qWithinDay, qNext, qOutcomeSection
    case qOutcomeMeaning, qResolution, qResolutionP90, qClosed, qReopenedColumn, qReopenRate, qOneTouch, qOneTouchRate,
        qWaiting, qBacklog
    case qBacklogMeaning, qAge, qAge1, qAge3, qAge7, qAge30, qAgeMore, qSpecialSection, qSpecialMeaning, qFigure
    case qValue, qInformed, qOutOfHours, qOutOfHoursAsked, qReach, qOptOuts, qOptOutRate, qTopics, qBlocked,
        qApplications, qDecided, qDecisionTime, qUndecided,
        qTechnical
    case qTechnicalReopened, qGridSection, qGridMeaning, qGridMinutes, qTimesElsewhere, qWeekShort, qMonthsShort
    case qMedia, qUnclassified, qTrendSection, qTrendMeaning, qWeekSection, qWeek, qWeekName, qQuarterName
    case qHeatSection, qHeatMeaning, qHeatNone, qHeatChart, qDay, qDays, qEveryDay, qWeekParts, qChart, qSizeSection
    case qSizeMeaning, qToldWeek, qToldMonth, qToldQuarter, qToldWider, qWithheldFew, qWithheldGone, qCells
    case qOperators, qNotFrozen, qBacklogOpen, qStanding, qStandingLive, noFigures

    // Record of processing and notice
    case gapIdentity, gapOfficer, gapLegalBases, gapInterests, gapRecipients, gapTransfers, gapPeriods
    case gapRestriction, gapWithdrawal, gapComplaint, gapMandatory, gapAutomated, gapSpecial, gapObjection
    case gapWorkers, gapUnknownPeriod, noticeHeading, noticeIntro, noticeStep, noticeOtherPurposes, noticeRest,
        noticeArchive, noticeRights, noticeLastInbound, noticePersonLastInbound, noticeRedact, noticePseudonymise
    case recordTitle, recordController, recordToFill, recordIdentity, recordConditions, recordPurpose, recordBasis,
        recordPersons
    case recordData, recordDataWords, recordRecipients, recordRecipientsWords, recordTransfers
    case recordTransfersWords, recordLimits, recordSecurity, recordSecurityWords, recordOther, recordReference
    case recordPolicyLine, recordQuoted, gapUnknownPeriodOf, basisContract, basisApplication, basisQuality,
        basisInformation, basisUnknown
}
