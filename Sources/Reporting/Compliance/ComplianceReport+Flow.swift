import Conversations
import Planning

/// What was due and what became of it, and what falls due.
///
/// Its counts are not exact, so that no withheld cell of the frozen figures can be worked out with their help: rule by rule
/// they are told of whole quarters only, and rounded. What did not add up or failed is told exactly, of any period.
extension ComplianceReport {
    /// Whether the period is a quarter that is over.
    private var isWholeQuarter: Bool {
        guard case .calendar(let name, _, let last) = input.period else { return false }
        return Span(name)?.level == .quarter && input.last == last
    }

    var flowSection: Document.Section {
        let isTold = isWholeQuarter
        var rows = flow.lines.map { line in
            let counts = [line.pastPeriod, line.done, line.inGrace, line.held, line.restricted]
            return Document.Row(
                cells: operation(line.plan) + counts.map { isTold ? StockGroups.flow($0) : .none }
                    + outcome(failed: line.failed, isBalanced: line.isBalanced, oldest: line.oldest),
                isQuiet: isTold && line.pastPeriod == 0)
        }
        if !rows.isEmpty { rows.append(flowTotal) }
        let numbers: [Text] = [.pastPeriod, .done, .inGrace, .held, .restricted, .failed]
        let table = Document.Table(
            id: "flow",
            columns: [.init(title: .rule), .init(title: .whatIsDone)]
                + numbers.map { .init(title: $0, isNumber: true) } + [.init(title: .balance), .init(title: .oldest)],
            rows: rows)
        return .init(
            heading: .flow, meaning: [Sentence(.flowMeaningPeriod), coarseness],
            notes: isTold ? [] : [.init(sentence: Sentence(.flowByQuarter), mark: .plain)], tables: [table],
            nothing: .noRules)
    }

    /// All rules and operations together.
    private var flowTotal: Document.Row {
        func sum(_ count: (PeriodFlow.Line) -> Int) -> Int { flow.lines.reduce(0) { $0 + count($1) } }
        let counts = [sum(\.pastPeriod), sum(\.done), sum(\.inGrace), sum(\.held), sum(\.restricted)]
        return .init(
            cells: [.word(.total), .none] + counts.map(StockGroups.flow)
                + outcome(
                    failed: sum(\.failed), isBalanced: flow.lines.allSatisfy(\.isBalanced),
                    oldest: flow.lines.compactMap(\.oldest).min()), isTotal: true)
    }

    private func outcome(failed: Int, isBalanced: Bool, oldest: Instant?) -> [Value] {
        [
            failed > 0 ? .marked(.count(failed), "bad") : .count(0),
            isBalanced ? .marked(.word(.balanced), "good") : .marked(.word(.unbalanced), "bad"),
            oldest.map { .day(calendar.date(of: $0)) } ?? .none,
        ]
    }

    private var coarseness: Sentence {
        Sentence(.flowRounded, ["base": .count(StockGroups.flowBase), "few": .count(StockGroups.few)])
    }

    /// Rule by rule as it was at the end of a quarter; all rules together as of the last night.
    var forecast: Document.Section {
        let lines = input.quarterly?.lines.map(\.plan) ?? []
        var rows = lines.map { plan in
            Document.Row(
                cells: operation(plan)
                    + (0..<3).map { plan.forecast.indices.contains($0) ? StockGroups.flow(plan.forecast[$0]) : .none }
                    + [.count(plan.undated)],
                isQuiet: plan.undated == 0 && plan.forecast.allSatisfy { $0 == 0 })
        }
        if !last.lines.isEmpty { rows.append(forecastTotal) }
        let table = Document.Table(
            id: "forecast",
            columns: [.init(title: .rule), .init(title: .whatIsDone)]
                + [.within30, .within60, .within90, .undated].map { .init(title: $0, isNumber: true) }, rows: rows)
        let seen =
            input.quarterly.map { Sentence(.forecastOn, ["date": .day(calendar.date(of: $0.asOf))]) }
            ?? Sentence(.forecastNone)
        return .init(
            heading: .forecast, meaning: [Sentence(.aheadMeaning), coarseness],
            notes: last.lines.isEmpty ? [] : [.init(sentence: seen, mark: .plain)], tables: [table], nothing: .noRules)
    }

    private var forecastTotal: Document.Row {
        let plans = last.lines.map(\.plan)
        let sums = (0..<3).map { place in
            plans.reduce(0) { $0 + ($1.forecast.indices.contains(place) ? $1.forecast[place] : 0) }
        }
        return .init(
            cells: [.word(.total), .day(calendar.date(of: last.asOf))] + sums.map(StockGroups.flow)
                + [.count(plans.reduce(0) { $0 + $1.undated })], isTotal: true)
    }

    func operation(_ plan: PlanLine) -> [Value] {
        let rule: Value = plan.rule == PlanBuilder.everyRule ? .word(.everyRule) : .text(plan.rule)
        guard plan.subject != .conversations else { return [rule, .actions(plan.actions)] }
        return [
            rule,
            .sentence(Sentence(.operationOn, ["subject": .word(plan.subject.text), "action": .actions(plan.actions)])),
        ]
    }
}
