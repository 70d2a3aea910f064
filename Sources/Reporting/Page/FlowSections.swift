import Conversations
import Planning

/// What was due and what became of it, and what falls due next.
extension PageMaker {
    func flow() throws(ReportError) -> Page.Section {
        var rows: [TableRow] = []
        for line in record.lines {
            let plan = line.plan
            let counts = [plan.due.records, line.done, plan.inGrace, plan.held, plan.restricted, line.failed]
            var cells = [try rule(plan), try operation(plan)] + counts.map(number)
            if line.failed > 0 { cells[7].mark = "number bad" }
            cells.append(
                line.isBalanced
                    ? .init(try catalogue.plain(.balanced), mark: "good")
                    : .init(try catalogue.plain(.unbalanced), mark: "bad"))
            rows.append(TableRow(cells: cells, isQuiet: line.isBalanced && counts.allSatisfy { $0 == 0 }))
        }
        var columns = try columns(
            [.rule, .whatIsDone, .due, .done, .inGrace, .held, .restricted, .failed], numbersFrom: 2)
        columns.append(try column(.balance))
        return try section(.flow, .flowMeaning, columns, rows)
    }

    func ahead() throws(ReportError) -> Page.Section {
        var rows: [TableRow] = []
        for plan in record.lines.map(\.plan) {
            // A record of a hand-made or older form may lack a horizon: it is shown as unknown, not as zero.
            let horizons = (0..<3).map { plan.forecast.indices.contains($0) ? number(plan.forecast[$0]) : "?" }
            let cells: [TableRow.Entry] =
                [try rule(plan), try operation(plan)] + horizons + [
                    number(plan.overdue), number(plan.undated), .init(plan.due.oldest.map(day) ?? "–"),
                ]
            let quiet = plan.overdue == 0 && plan.undated == 0 && plan.forecast.allSatisfy { $0 == 0 }
            rows.append(TableRow(cells: cells, isQuiet: quiet))
        }
        let columns = try columns(
            [.rule, .whatIsDone, .within30, .within60, .within90, .overdue, .undated, .oldest], numbersFrom: 2)
        return try section(.ahead, .aheadMeaning, columns, rows)
    }

    /// A change of policy whose grace is not over; nil where there is none.
    func policyChange() throws(ReportError) -> Page.Section? {
        guard let change = record.policyChange else { return nil }
        var values: [TableRow] = []
        for value in change.values {
            let what: TableRow.Entry =
                switch value.what {
                case .added: .init(try catalogue.plain(.changeAdded))
                case .removed: .init(try catalogue.plain(.changeRemoved))
                case .reordered: .init(try catalogue.plain(.changeReordered))
                case .key(let key): .init(key, mark: "code")
                }
            let entries = [value.before, value.after].map { TableRow.Entry($0 ?? "–") }
            values.append(TableRow(cells: [.init(value.rule ?? "–", mark: "name"), what] + entries))
        }
        var lines: [TableRow] = []
        for line in change.lines {
            let counts = [line.plan.due.records, line.plan.inGrace, line.dueThen]
            lines.append(TableRow(cells: [try rule(line.plan), try operation(line.plan)] + counts.map(number)))
        }
        let ends = day(change.graceEnds)
        var columns = try columns([.rule, .whatIsDone, .due, .inGrace], numbersFrom: 2)
        columns.append(Page.Column(title: try catalogue.filled(.dueOn, ["date": ends]), isNumber: true))
        let tables = [
            Page.Table(columns: try self.columns([.rule, .change, .before, .after], numbersFrom: 4), rows: values),
            Page.Table(columns: columns, rows: lines),
        ]
        return Page.Section(
            heading: try catalogue.plain(.policyChanged),
            paragraphs: [try catalogue.filled(.policyChangedMeaning, ["date": ends])], notes: [],
            tables: tables.filter { !$0.rows.isEmpty }, nothing: nil)
    }

    private func section(
        _ heading: Text, _ meaning: Text, _ columns: [Page.Column], _ rows: [TableRow]
    ) throws(ReportError) -> Page.Section {
        Page.Section(
            heading: try catalogue.plain(heading), paragraphs: [try catalogue.plain(meaning)], notes: [],
            tables: rows.isEmpty ? [] : [Page.Table(columns: columns, rows: rows)],
            nothing: rows.isEmpty ? try catalogue.plain(.noRules) : nil)
    }

    /// A person's own data falls due under all the rules together.
    private func rule(_ plan: PlanLine) throws(ReportError) -> TableRow.Entry {
        .init(plan.rule == PlanBuilder.everyRule ? try catalogue.plain(.everyRule) : plan.rule, mark: "name")
    }

    /// `Personnes : pseudonymiser`. Which records are meant is said only where it is not the conversations.
    private func operation(_ plan: PlanLine) throws(ReportError) -> TableRow.Entry {
        let words = try catalogue.words(for: plan.actions)
        guard plan.subject != .conversations else { return .init(words) }
        return .init(try catalogue.plain(plan.subject.text) + wording.colon + words)
    }
}
