import Conversations
import Verification

/// Makes the compliance report of a period: what was due, what became of it, what is proven and what is not.
package struct ComplianceReport {
    let input: ComplianceInput
    let last: RunRecord
    let calendar: LocalCalendar
    let nights: Nights
    let flow: PeriodFlow
    /// What the last night counted, and messages of information over the whole of the period.
    let practice: RunRecord.Practice
    let proof: ProofTable

    /// Throws where the time zone of the last night is not known here.
    package init(_ input: ComplianceInput) throws(ReportError) {
        last = input.seen
        guard let calendar = LocalCalendar(zone: last.timeZone) else { throw .unknownTimeZone(last.timeZone) }
        (self.input, self.calendar) = (input, calendar)
        nights = Nights(
            from: input.first, through: input.last, succeeded: input.records.map { calendar.date(of: $0.asOf) },
            unfinished: input.unfinished)
        flow = PeriodFlow(input.records)
        // What nights looked at, they say of their own time; a verification may be of a later one.
        let ofNights = Set(input.records.flatMap(\.checks).map(\.id))
        practice = Self.practice(input, calendar)
        let own =
            PolicyChecks.checks(input, calendar: calendar)
            + PeriodChecks.checks(input, practice, calendar: calendar)
        let taken = ofNights.union(own.map(\.id))
        let verified = input.verified?.checks.filter { !taken.contains($0.id) } ?? []
        proof = ProofTable(input.records, outside: own.filter { !ofNights.contains($0.id) } + verified)
    }

    package var document: Document {
        Document(
            kind: .compliance, period: input.period.name, timeZone: last.timeZone, title: .complianceTitle,
            subtitle: Sentence(
                .periodFromTo, ["name": periodName, "start": .day(bounds.first), "end": .day(bounds.last)]),
            labels: [Sentence(.smallCounts), Sentence(.seenLabel, ["date": .day(calendar.date(of: last.asOf))])],
            rehearsal: last.rehearsal, state: state, answers: [overdue, mistakes, speed],
            facts: facts,
            sections: [
                findings, nightsSection, changes, stock, flowSection, forecast, promises, proofSection, rights,
                information,
                blocking, copies, anonymisation, incidents, gaps, rules, annexes,
            ], isSigned: true)
    }

    /// The days of the period, whether or not a night was expected on them.
    private var bounds: (first: CivilDate, last: CivilDate) {
        guard case .calendar(_, let first, let last) = input.period else { return (input.first, input.last) }
        return (first, last)
    }

    var periodName: Value {
        if case .run = input.period { return .text("\(last.run)") }
        return Span(input.period.name).map(Value.span) ?? .text(input.period.name)
    }

    // MARK: Front page

    /// A missing night is a deviation of a real store; a rehearsal runs when somebody tries it.
    var state: OverallState.Verdict {
        let verdicts = input.records.map { OverallState($0).verdict }
        if verdicts.contains(.deviations) || !deviations.isEmpty { return .deviations }
        return verdicts.isEmpty || verdicts.contains(.unproven) || proof.lines.contains { $0.outcome == .notProven }
            ? .unproven : .clear
    }

    /// What is left after the last night. Where nights are missing after it, nobody knows.
    private var overdue: Document.Answer {
        func answer(_ answer: Text, _ mark: Document.Answer.Mark, _ detail: Sentence) -> Document.Answer {
            .init(question: .questionOverdue, answer: .word(answer), mark: mark, detail: detail)
        }
        guard !input.records.isEmpty else { return answer(.stateUnproven, .open, Sentence(.sentenceOverdueUnproven)) }
        let left = last.checks.filter { $0.id == "B1" }.reduce(flow.lines.reduce(0) { $0 + $1.failed }) {
            max($0, $1.failing)
        }
        let day = calendar.date(of: last.asOf)
        if left > 0 { return answer(.answerYes, .bad, Sentence(.sentenceOverdue, count: left)) }
        guard day >= input.last else {
            return answer(.stateUnproven, .open, Sentence(.sentenceOverdueSince, ["date": .day(day)]))
        }
        let waiting = flow.lines.reduce(0) { $0 + $1.inGrace }
        guard waiting > 0 else { return answer(.answerNo, .good, Sentence(.sentenceOverdueNone)) }
        return answer(
            .answerNo, .good,
            waiting < StockGroups.few
                ? Sentence(.sentenceOverdueGraceFew, ["few": .count(StockGroups.few)])
                : Sentence(.sentenceOverdueGrace, count: StockGroups.flowRounded(waiting)))
    }

    /// What a run changed and its plan did not say (B12), or what was younger than its limit (B10). A run that did as it
    /// was planned may have been planned wrong: in a night without B10 nothing was seen, which is less than no.
    private var mistakes: Document.Answer {
        func answer(_ answer: Text, _ mark: Document.Answer.Mark, _ first: Sentence, _ second: Text) -> Document.Answer
        {
            let both = ["first": Value.sentence(first), "second": .sentence(Sentence(second))]
            return .init(
                question: .questionMistake, answer: .word(answer), mark: mark, detail: Sentence(.both, both))
        }
        func line(_ id: String) -> ProofTable.Line? { proof.lines.first { $0.id == id && $0.outcome != .notProven } }
        let (unplanned, early) = (line("B12"), line("B10"))
        if let broken = brokenPlan(unplanned, early) {
            return .init(question: .questionMistake, answer: .word(.answerYes), mark: .bad, detail: broken)
        }
        guard let unplanned else {
            return answer(.stateUnproven, .open, Sentence(.sentenceMistakeUnproven), .sentenceEarlyUnproven)
        }
        let seen =
            unplanned.examined < StockGroups.few
            ? Sentence(.sentenceMistakeFew, ["few": .count(StockGroups.few)])
            : Sentence(.sentenceMistakeNone, count: StockGroups.flowRounded(unplanned.examined))
        return early?.nights ?? 0 >= unplanned.nights
            ? answer(.answerNo, .good, seen, .sentenceEarlyNone)
            : answer(.answerNoneSeen, .open, seen, .sentenceEarlyUnproven)
    }

    /// Nil where neither check failed.
    private func brokenPlan(_ unplanned: ProofTable.Line?, _ early: ProofTable.Line?) -> Sentence? {
        if let unplanned, unplanned.failing > 0 {
            return Sentence(
                .sentenceMistake, count: unplanned.failing, ["examined": StockGroups.flow(unplanned.examined)])
        }
        guard let early, early.failing > 0 else { return nil }
        return Sentence(.sentenceEarlyFailed, count: early.failing)
    }

    /// Facts that were frozen of the period.
    private var speed: Document.Answer {
        let spans = input.facts.map(\.span)
        guard let span = Span(input.period.name) ?? spans.max(by: { $0.parts(.week).count < $1.parts(.week).count })
        else { return .speed(nil, of: nil) }
        return .speed(input.facts, in: span)
    }

    private var facts: [Document.Entry] {
        let nights = Sentence(
            .nightsCount,
            [
                "expected": .count(self.nights.expected), "succeeded": .count(self.nights.succeeded),
                "unfinished": .count(self.nights.unfinished.count), "missing": .count(self.nights.missed),
            ])
        let approval: Value =
            last.approvedAt.map { .sentence(Sentence(.approvedOn, ["date": .day(calendar.date(of: $0))])) }
            ?? .word(.notApproved)
        return [
            .init(name: .controller, value: .text(last.controller)),
            .init(
                name: .notice,
                value: .sentence(
                    Sentence(.noticeVersion, ["title": .text(last.noticeTitle), "date": .day(last.noticeVersion)]))),
            .init(name: .nightsFact, value: .sentence(nights)),
            .init(name: .policy, value: .text(last.policyID)),
            .init(name: .policyHash, value: .code(last.policyHash)),
            .init(name: .approval, value: approval),
            .init(name: .programFact, value: .text(input.program)),
            .init(name: .run, value: .count(last.run), isTechnical: true),
            .init(name: .store, value: .code(last.storeID), isTechnical: true),
            .init(name: .timeZone, value: .text(last.timeZone), isTechnical: true),
            .init(name: .auditHead, value: .code(last.auditHead), isTechnical: true),
            .init(name: .chainFact, value: .code(input.factHead), isTechnical: true),
        ]
    }
}
