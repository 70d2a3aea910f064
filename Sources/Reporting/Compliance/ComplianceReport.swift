import Conversations
import Verification

/// Makes the compliance report of a period: what was due, what became of it, what is proven and what is not.
package struct ComplianceReport {
    let input: ComplianceInput
    let last: RunRecord
    let calendar: LocalCalendar
    let nights: Nights
    let flow: PeriodFlow
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
        let verified = input.verified?.checks.filter { !ofNights.contains($0.id) } ?? []
        proof = ProofTable(input.records, outside: PolicyChecks.checks(input, calendar: calendar) + verified)
    }

    package var document: Document {
        Document(
            kind: .compliance, period: input.period.name, timeZone: last.timeZone, title: .complianceTitle,
            subtitle: Sentence(
                .periodFromTo, ["name": periodName, "start": .day(bounds.first), "end": .day(bounds.last)]),
            labels: [Sentence(.smallCounts), Sentence(.seenLabel, ["date": .day(calendar.date(of: last.asOf))])],
            rehearsal: last.rehearsal, state: state, sentences: sentences,
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

    private var sentences: [Sentence] {
        [overdue, mistakes, speed]
    }

    private var overdue: Sentence {
        guard !input.records.isEmpty else { return Sentence(.sentenceOverdueUnproven) }
        let left = flow.lines.reduce(0) { $0 + $1.failed }
        return left > 0 ? Sentence(.sentenceOverdue, count: left) : Sentence(.sentenceOverdueNone)
    }

    /// What a run changed and its plan did not say (B12), or what was younger than its limit (B10).
    private var mistakes: Sentence {
        let checks = proof.lines.filter { ["B10", "B12"].contains($0.id) && $0.outcome != .notProven }
        guard !checks.isEmpty else { return Sentence(.sentenceMistakeUnproven) }
        let failing = checks.reduce(0) { $0 + $1.failing }
        return Sentence(
            failing > 0 ? .sentenceMistake : .sentenceMistakeNone,
            ["examined": .count(checks.reduce(0) { $0 + $1.examined }), "failing": .count(failing)].filter {
                failing > 0 || $0.key == "examined"
            })
    }

    /// Of the widest span that the period holds and that has figures.
    private var speed: Sentence {
        let told = input.facts.filter { $0.subject == .all && $0.kind == .rollup }
            .max { ($0.span.parts(.week).count, $0.span) < ($1.span.parts(.week).count, $1.span) }
        guard let median = told?.figures?.firstResponse.median else { return Sentence(.sentenceSpeedUnknown) }
        return Sentence(.sentenceSpeed, ["median": .seconds(median)])
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
            .init(name: .run, value: .count(last.run)),
            .init(name: .store, value: .code(last.storeID)),
            .init(name: .timeZone, value: .text(last.timeZone)),
            .init(name: .auditHead, value: .code(last.auditHead)),
            .init(name: .chainFact, value: .code(input.factHead)),
        ]
    }
}
