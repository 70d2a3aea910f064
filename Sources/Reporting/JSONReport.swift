/// The published JSON form of a report.
struct JSONReport: Codable, Equatable {
    /// Of this form. A reader refuses a number it does not know.
    let format: Int
    let state: OverallState.Verdict
    let record: RunRecord
    let stockTogether: StockGroups.Weight?
    let stockTotal: StockGroups.Weight
    /// English words for each number that stands under `actions` in the record.
    let actions: [String: String]
    /// Persons below which a quality cell is suppressed.
    let leastPersons: Int

    init(_ record: RunRecord) {
        let groups = StockGroups(record.stock)
        format = 1
        state = OverallState(record).verdict
        stockTogether = groups.together
        stockTotal = groups.total
        leastPersons = RunRecord.QualityCell.leastPersons
        actions = Dictionary(
            record.lines.map { (String($0.plan.actions.rawValue), $0.plan.actions.description) },
            uniquingKeysWith: { first, _ in first })
        var published = record
        published.stock = groups.shown
        self.record = published
    }
}
