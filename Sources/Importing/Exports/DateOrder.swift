/// Which of a date's numbers is the day, the month and the year.
package enum DateOrder: String, Sendable, CaseIterable {
    case dmy, mdy, ymd
}

/// How the order of a file's dates is known.
package enum DateOrderEvidence: String, Sendable {
    /// A value above 12 can only be a day.
    case valueAbove12 = "a value above 12"
    /// The year stands first.
    case yearFirst = "the year is first"
    /// Somebody said it, and the file cannot decide.
    case given = "--date-order"
}

/// What the dates of a file say about their own order, shape by shape. Whether they rise is no evidence:
/// the first lines of an export often do not.
struct DateOrderSurvey {
    private var shapes: [ExportHeader.Shape: (dayFirst: Bool, monthFirst: Bool)] = [:]

    mutating func add(_ header: ExportHeader) {
        let known = shapes[header.shape] ?? (false, false)
        shapes[header.shape] = (known.dayFirst || header.fields.0 > 12, known.monthFirst || header.fields.1 > 12)
    }

    /// The order for each shape. `given` applies only where the file cannot decide.
    func decide(given: DateOrder?) throws -> DateOrders {
        var orders = DateOrders()
        for (shape, evidence) in shapes {
            switch (shape.isYearFirst, evidence.dayFirst, evidence.monthFirst) {
            case (true, _, _): orders.set(.ymd, .yearFirst, for: shape)
            case (false, true, false): orders.set(.dmy, .valueAbove12, for: shape)
            case (false, false, true): orders.set(.mdy, .valueAbove12, for: shape)
            case (false, true, true):
                guard let given, given != .ymd else { throw ImportFault.contradictoryDates }
                orders.set(given, .given, for: shape)
            case (false, false, false):
                guard let given, given != .ymd else { throw ImportFault.undecidableDates }
                orders.set(given, .given, for: shape)
            }
        }
        return orders
    }
}

/// The order of the dates of a file, for each shape that its lines have.
struct DateOrders {
    private(set) var byShape: [ExportHeader.Shape: DateOrder] = [:]
    /// The weakest that any shape rests on: what somebody said, then a value, then the year.
    private(set) var evidence: DateOrderEvidence = .yearFirst
    /// The order of most shapes, for the summary.
    private(set) var order: DateOrder = .ymd

    fileprivate mutating func set(_ order: DateOrder, _ evidence: DateOrderEvidence, for shape: ExportHeader.Shape) {
        byShape[shape] = order
        if byShape.count == 1 || evidence == .given || self.evidence == .yearFirst {
            (self.order, self.evidence) = (order, evidence)
        }
    }

    /// In a shape of both orders, a line with a value above 12 still says its own.
    func order(of header: ExportHeader) -> DateOrder? {
        guard let order = byShape[header.shape] else { return nil }
        if order == .dmy, header.fields.1 > 12 { return .mdy }
        if order == .mdy, header.fields.0 > 12 { return .dmy }
        return order
    }
}
