/// The published JSON form of a report.
struct JSONReport: Codable, Equatable {
    /// Of this form. A reader refuses a number it does not know.
    let format: Int
    let state: OverallState.Verdict
    let record: RunRecord
    /// All that is stored, rounded. The record's own stock, by role and purpose, is not published night by night.
    let stockTotal: StockGroups.Weight
    /// English words for each number that stands under `actions` in the record.
    let actions: [String: String]
    /// Persons below which a quality cell is suppressed.
    let leastPersons: Int

    init(_ record: RunRecord) {
        format = 3
        state = OverallState(record).verdict
        stockTotal = StockGroups(record.stock).total.rounded
        leastPersons = RunRecord.QualityCell.leastPersons
        actions = Dictionary(
            record.lines.map { (String($0.plan.actions.rawValue), $0.plan.actions.description) },
            uniquingKeysWith: { first, _ in first })
        var published = record
        published.stock = []
        self.record = published
    }
}
