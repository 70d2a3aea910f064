import Conversations

/// Information, applications, technical problems, media and what has no known role or purpose.
struct SpecialFigures {
    let subjects: [Subject: Figures]
    let unclassified: Value
    /// Applications that wait for a decision for longer than 30 days; nil where it is not known.
    var undecided: Int?
    let standing: Document.Standing
    /// How far counts of the subjects that a condition holds for may be off; nil where they are exact.
    var margin: ((_ holds: (Subject) -> Bool) -> Int)?

    private struct Row {
        let name: Text
        let value: Value
        /// Whose counts it is made of; nil where it is no count.
        var of: ((Subject) -> Bool)?
    }

    var table: Document.Table {
        let margins = margin == nil ? [] : [Document.Column(title: .qMargin, isNumber: true)]
        return Document.Table(
            id: "special", columns: [.init(title: .qFigure), .init(title: .qValue, isNumber: true)] + margins,
            rows: (informing + applying + rest).map { row in
                .init(cells: [.word(row.name), row.value] + (margin.map { [told(row, $0)] } ?? []))
            }, standing: standing)
    }

    private func told(_ row: Row, _ margin: ((Subject) -> Bool) -> Int) -> Value {
        guard case .count = row.value, let holds = row.of else { return .none }
        return .count(margin(holds))
    }

    private var informing: [Row] {
        let all = all(.information)
        // Where nobody was informed there is nothing to refuse.
        let unrecorded: Value = all == nil ? .none : .word(.notRecorded)
        let isTold = margin.map { $0(Self.holds(.information)) * 10 <= all?.informed ?? 0 } ?? true
        let rate: Value = isTold ? all?.optOutRate.map(Value.count) ?? unrecorded : .none
        return [
            count(.qInformed, .information, \.informed), count(.qOutOfHours, .information, \.outOfHours),
            count(.qOutOfHoursAsked, .information, \.outOfHoursAsked), count(.qReach, .information, \.persons),
            Row(name: .qOptOuts, value: all?.optOuts.map(Value.count) ?? unrecorded, of: Self.holds(.information)),
            Row(name: .qOptOutRate, value: rate),
        ]
    }

    private var applying: [Row] {
        let decisions = all(.application)?.decisions
        return [
            count(.qApplications, .application, \.conversations),
            Row(name: .qDecided, value: decisions.map { .count($0.n) } ?? .none, of: Self.holds(.application)),
            Row(name: .qDecisionTime, value: decisions?.median.map(Value.seconds) ?? .none),
        ] + (undecided.map { [Row(name: .qUndecided, value: .count($0))] } ?? [])
    }

    private var rest: [Row] {
        [
            count(.qTechnical, .technical, \.conversations), count(.qTechnicalReopened, .technical, \.reopened),
            Row(name: .qTopics, value: .word(.notRecorded)), Row(name: .qBlocked, value: .word(.notRecorded)),
            Row(name: .qMedia, value: subjects[.all].map { .count($0.media) } ?? .none, of: { _ in true }),
            Row(name: .qUnclassified, value: unclassified, of: { $0.role == .unknown || $0.purpose == .unknown }),
        ]
    }

    private func count(_ name: Text, _ purpose: Purpose, _ key: KeyPath<Figures, Int>) -> Row {
        Row(
            name: name, value: all(purpose).map { .count($0[keyPath: key]) } ?? .none, of: Self.holds(purpose))
    }

    private static func holds(_ purpose: Purpose) -> (Subject) -> Bool { { $0.purpose == purpose } }

    private func all(_ purpose: Purpose) -> Figures? {
        let parts = subjects.filter { $0.key.isPair && $0.key.purpose == purpose }.map(\.value)
        return parts.isEmpty ? nil : parts.count == 1 ? parts[0] : Figures(adding: parts)
    }
}

extension Figures {
    /// Refusals on 1,000 messages of information: of two counts that are shown as well.
    fileprivate var optOutRate: Int? {
        optOuts.flatMap { informed > 0 ? ($0 * 1000 + informed / 2) / informed : nil }
    }
}
