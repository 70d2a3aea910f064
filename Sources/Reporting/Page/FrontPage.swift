import Conversations
import Planning
import Verification

/// The front page: the overall state, three sentences, and what the night rests on.
extension PageMaker {
    func rehearsal() throws(ReportError) -> Page.Rehearsal? {
        guard record.rehearsal else { return nil }
        return Page.Rehearsal(
            word: try catalogue.plain(.rehearsal), meaning: try catalogue.plain(.rehearsalMeaning),
            intro: record.wouldHaveStopped.isEmpty ? nil : try catalogue.plain(.wouldHaveStopped),
            stops: try stops())
    }

    private func stops() throws(ReportError) -> [String] {
        var stops: [String] = []
        for reason in record.wouldHaveStopped { stops.append(try words(for: reason)) }
        return stops
    }

    private func words(for reason: StopReason) throws(ReportError) -> String {
        switch reason {
        case .clockBack(let night, let last):
            return try catalogue.filled(.stopClockBack, ["night": day(night), "last": day(last)])
        case .clockAhead(let night, let last, let days):
            return try catalogue.counted(.stopClockAhead, days, ["night": day(night), "last": day(last)])
        case .share(let line, let percent, let conversations):
            let values = ["percent": form.integer(percent), "all": form.integer(conversations)]
            return try words(for: line, .stopShare, values)
        case .forecast(let line, let expected):
            return try words(for: line, .stopForecast, ["expected": form.integer(expected)])
        case .undated(let count, let percent, let conversations):
            let values = ["percent": form.integer(percent), "all": form.integer(conversations)]
            return try catalogue.counted(.stopUndated, count, values)
        }
    }

    private func words(
        for line: StopReason.Line, _ text: Text, _ values: [String: String]
    ) throws(ReportError) -> String {
        var values = values
        values["rule"] = line.rule == PlanBuilder.everyRule ? try catalogue.plain(.everyRule) : line.rule
        values["what"] = try catalogue.filled(
            .operationOn,
            ["subject": try catalogue.plain(line.subject.text), "action": try catalogue.words(for: line.actions)])
        let words = try catalogue.counted(text, line.due, values)
        return line.already > 0 ? "\(words) \(try catalogue.counted(.stopAlready, line.already))" : words
    }

    func words(for state: OverallState) throws(ReportError) -> Page.State {
        let (words, meaning): (Text, Text) =
            switch state.verdict {
            case .clear: (.stateClear, .stateClearMeaning)
            case .deviations: (.stateDeviations, .stateDeviationsMeaning)
            case .unproven: (.stateUnproven, .stateUnprovenMeaning)
            }
        return Page.State(
            mark: state.verdict.rawValue, words: try catalogue.plain(words), meaning: try catalogue.plain(meaning),
            notExamined: try catalogue.plain(.notExamined))
    }

    func sentences() throws(ReportError) -> [String] {
        let due = record.lines.reduce(0) { $0 + $1.plan.due.records }
        let done = record.lines.reduce(0) { $0 + $1.done }
        let kept = [
            "grace": record.lines.reduce(0) { $0 + $1.plan.inGrace },
            "held": record.lines.reduce(0) { $0 + $1.plan.held },
            "restricted": record.lines.reduce(0) { $0 + $1.plan.restricted },
        ]
        let checks = [
            "proven": record.checks.count { $0.outcome == .proven },
            // As the state counts them: a night that a store for trying did without stands among what to look at.
            "failed": OverallState(record).failedChecks,
            "unproven": record.checks.count { $0.outcome == .notProven },
        ]
        return [
            try catalogue.counted(.summaryDone, due, ["done": form.integer(done)]),
            try catalogue.filled(.summaryKept, kept.mapValues(form.integer)),
            try catalogue.filled(.summaryChecks, checks.mapValues(form.integer)),
        ]
    }

    func facts() throws(ReportError) -> [Page.Fact] {
        let notice = [
            "title": record.noticeTitle, "date": day(record.noticeVersion),
        ]
        let approval =
            if let approved = record.approvedAt {
                try catalogue.filled(.approvedOn, ["date": day(approved)])
            } else {
                try catalogue.plain(.notApproved)
            }
        let worked = [
            "duration": form.workingTime(Int(record.finishedAt - record.startedAt), units: wording.durationUnits),
            "start": try wording.words(.moment(record.startedAt)), "end": try wording.words(.moment(record.finishedAt)),
        ]
        return [
            try fact(.controller, record.controller),
            try fact(.notice, try catalogue.filled(.noticeVersion, notice)),
            try fact(.policy, record.policyID),
            try fact(.policyHash, record.policyHash, isCode: true),
            try fact(.approval, approval),
            try fact(.asOf, try wording.words(.moment(record.asOf))),
            try fact(.worked, try catalogue.filled(.workedFromTo, worked)),
        ]
    }

    func technicalFacts() throws(ReportError) -> [Page.Fact] {
        [
            try fact(.run, String(record.run)), try fact(.store, record.storeID, isCode: true),
            try fact(.timeZone, record.timeZone), try fact(.auditHead, record.auditHead, isCode: true),
        ]
    }

    private func fact(_ name: Text, _ value: String, isCode: Bool = false) throws(ReportError) -> Page.Fact {
        Page.Fact(name: try catalogue.plain(name), value: value, isCode: isCode)
    }

    func findings(_ state: OverallState) throws(ReportError) -> Page.Section {
        let counts: [(Text, Int, String)] = [
            (.findingFailed, state.failed, "bad"), (.findingUnbalanced, state.unbalanced, "bad"),
            (.findingChecks, state.failedChecks, "bad"),
            (.findingTooManyUnclassified, state.tooManyUnclassified ? state.unclassified : 0, "bad"),
            (.findingUnproven, state.unprovenChecks, "open"),
            (.findingUnclassified, state.tooManyUnclassified ? 0 : state.unclassified, "open"),
            (.findingUndated, state.undated, "open"), (.findingOverdue, state.overdue, "open"),
            (.findingInterrupted, record.doneBefore, "open"), (.findingMissingNights, state.excusedNights, "open"),
        ]
        var notes: [Page.Note] = []
        for (text, count, mark) in counts where count > 0 {
            notes.append(Page.Note(text: try catalogue.counted(text, count), mark: mark))
        }
        if !state.hasChecks { notes.append(Page.Note(text: try catalogue.plain(.findingNoChecks), mark: "open")) }
        return Page.Section(
            heading: try catalogue.plain(.findings), paragraphs: [], notes: notes, tables: [],
            nothing: notes.isEmpty ? try catalogue.plain(.findingNone) : nil)
    }

    func signatures() throws(ReportError) -> Page.Signatures {
        Page.Signatures(
            heading: try catalogue.plain(.signatures),
            lines: [try catalogue.plain(.signedController), try catalogue.plain(.signedOfficer)],
            blank: try catalogue.plain(.signedWhere), status: try catalogue.plain(.status), isSigned: true)
    }
}
