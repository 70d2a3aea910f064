import Conversations
/// What is kept: archives and the store's stock.
extension PageMaker {
    func archives() throws(ReportError) -> Page.Section {
        let rows = record.segmentsWritten.map { segment in
            TableRow(cells: [
                .init(segment.name, mark: "name code"), .init(segment.rule),
                .init(day(segment.endsOn)), number(segment.conversations),
                number(segment.messages), .init(size(segment.bytes)),
                .init(String(segment.sha256.prefix(16)), mark: "code"),
            ])
        }
        var columns = try columns([.segment, .rule, .endsOn, .conversations, .messages, .size], numbersFrom: 3)
        columns.append(try column(.fingerprint))
        return Page.Section(
            heading: try catalogue.plain(.archives), paragraphs: [try catalogue.plain(.archivesMeaning)],
            notes: [
                Page.Note(text: try catalogue.counted(.segmentsWritten, record.segmentsWritten.count), mark: "plain"),
                Page.Note(text: try catalogue.counted(.segmentsErased, record.segmentsErased), mark: "plain"),
            ],
            tables: rows.isEmpty ? [] : [Page.Table(columns: columns, rows: rows)], nothing: nil)
    }

    func stock() throws(ReportError) -> Page.Section {
        let total = StockGroups(record.stock).total.rounded
        let rows = [TableRow(cells: [number(total.conversations), number(total.messages), .init(size(total.bytes))])]
        let columns = try columns([.conversations, .messages, .size], numbersFrom: 0)
        return Page.Section(
            heading: try catalogue.plain(.stock),
            paragraphs: [try catalogue.filled(.stockMeaning, ["base": form.integer(StockGroups.base)])],
            notes: try copies() + namesSkipped(),
            tables: record.stock.isEmpty ? [] : [Page.Table(columns: columns, rows: rows)],
            nothing: record.stock.isEmpty ? try catalogue.plain(.storeEmpty) : nil)
    }

    /// What else holds the same conversations; nothing is said where there is nothing.
    private func copies() throws(ReportError) -> [Page.Note] {
        var notes: [Page.Note] = []
        if let oldest = record.copies.oldestSource, record.copies.sources > 0 {
            let date = ["date": day(oldest)]
            notes.append(
                Page.Note(text: try catalogue.counted(.sourcesKept, record.copies.sources, date), mark: "plain"))
        }
        if record.copies.unlistedTables > 0 {
            notes.append(
                Page.Note(text: try catalogue.counted(.tablesUnlisted, record.copies.unlistedTables), mark: "plain"))
        }
        return notes
    }

    private func namesSkipped() throws(ReportError) -> [Page.Note] {
        guard record.namesSkipped > 0 else { return [] }
        return [Page.Note(text: try catalogue.counted(.namesSkipped, record.namesSkipped), mark: "plain")]
    }
}
