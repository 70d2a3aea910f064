import Conversations
import Verification

/// What was proven, and how the service went.
extension PageMaker {
    func checks() throws(ReportError) -> Page.Section {
        var rows: [TableRow] = []
        for check in record.checks {
            let known = CheckTitles.title(of: check.id, in: catalogue.language)
            let isForeign = known == nil && catalogue.language != .english
            let outcome: TableRow.Entry =
                switch check.outcome {
                case .proven: .init(try catalogue.plain(.proven), mark: "good")
                case .failed: .init(try catalogue.plain(.checkFailed), mark: "bad")
                case .notProven: .init(try catalogue.plain(.notProven), mark: "open")
                }
            rows.append(
                TableRow(cells: [
                    .init(known ?? check.title, lang: isForeign ? "en" : nil), outcome, number(check.examined),
                    number(check.failing), .init(check.oldest.map(day) ?? "–"), .init(check.id, mark: "name code"),
                ]))
        }
        let columns = [
            try column(.check), try column(.outcome), try column(.examined, number: true),
            try column(.failing, number: true), try column(.oldestFailure), Page.Column(title: "ID", isNumber: false),
        ]
        return Page.Section(
            heading: try catalogue.plain(.checks), paragraphs: [try catalogue.plain(.checksMeaning)], notes: [],
            tables: rows.isEmpty ? [] : [Page.Table(columns: columns, rows: rows)],
            nothing: rows.isEmpty ? try catalogue.plain(.noChecks) : nil)
    }

    func quality() throws(ReportError) -> Page.Section {
        let least = ["least": form.integer(RunRecord.QualityCell.leastPersons)]
        let columns = try columns([.month, .conversations, .messages, .median, .unanswered], numbersFrom: 1)
        var tables: [Page.Table] = []
        for role in Role.allCases {
            for purpose in Purpose.allCases {
                let cells = record.quality.filter { $0.role == role && $0.purpose == purpose }
                    .sorted { $0.month < $1.month }
                guard !cells.isEmpty else { continue }
                let caption = "\(try catalogue.plain(role.text)) · \(try catalogue.plain(purpose.text))"
                tables.append(Page.Table(caption: caption, columns: columns, rows: try rows(of: cells)))
            }
        }
        return Page.Section(
            heading: try catalogue.plain(.quality),
            paragraphs: [try catalogue.plain(.qualityMeaning), try catalogue.filled(.suppression, least)], notes: [],
            tables: tables, nothing: tables.isEmpty ? try catalogue.plain(.qualityNone) : nil)
    }

    /// A row a month; suppressed months that follow one another share one.
    private func rows(of cells: [RunRecord.QualityCell]) throws(ReportError) -> [TableRow] {
        var rows: [TableRow] = []
        var suppressed: [String] = []
        for cell in cells {
            guard let figures = cell.figures else {
                suppressed.append(cell.month)
                continue
            }
            rows += try row(ofSuppressed: suppressed)
            suppressed = []
            rows.append(
                TableRow(cells: [
                    .init(form.month(cell.month, months: wording.months)), number(figures.conversations),
                    number(figures.messages),
                    .init(figures.medianFirstResponse.map { form.duration($0, units: wording.durationUnits) } ?? "–"),
                    number(figures.unanswered),
                ]))
        }
        return rows + (try row(ofSuppressed: suppressed))
    }

    private func row(ofSuppressed suppressed: [String]) throws(ReportError) -> [TableRow] {
        guard let first = suppressed.first, let last = suppressed.last else { return [] }
        var span = form.month(first, months: wording.months)
        if suppressed.count > 1 {
            let count = try catalogue.counted(.suppressedCells, suppressed.count)
            span += " – \(form.month(last, months: wording.months)) (\(count))"
        }
        return [TableRow(cells: [.init(span), "c", "c", "c", "c"], isQuiet: true)]
    }
}
