import Conversations

/// The tables that both views share: volumes, how fast we answer, how it ends. A row without figures is withheld.
struct FigureTables {
    struct Row {
        var name: Value
        var figures: Figures?
        var isTotal = false
        /// How far each count may be off; nil where they are exact.
        var margin: Int?
    }

    let title: Text
    let rows: [Row]
    let standing: Document.Standing?
    /// Before the table's own name.
    let prefix: String

    init(title: Text, prefix: String, rows: [Row], standing: Document.Standing?) {
        (self.title, self.prefix, self.rows, self.standing) = (title, prefix, rows, standing)
    }

    var volumes: Document.Table {
        table(
            "volumes", caption: prefix.isEmpty ? nil : .qVolumeSection,
            [.conversations, .qPersons, .qInbound, .qOutbound, .qAutomatic, .qMedia], isOfCounts: true
        ) { figures, _ in
            [
                figures.conversations, figures.persons, figures.inbound, figures.outbound, figures.automatic,
                figures.media,
            ].map(Value.count)
        }
    }

    var responses: Document.Table {
        table(
            "responses", caption: prefix.isEmpty ? nil : .qResponseSection,
            [
                .qMedian, .qP90, .qMedianService, .qP90Service, .qWithin15, .qWithin60, .qWithin240, .qWithinDay,
            ]
        ) { figures, _ in
            let within = figures.within.map { $0.map(Value.percent) } ?? [.none, .none, .none, .none]
            return [
                time(figures.firstResponse.median), time(figures.firstResponse.p90),
                time(figures.firstResponseInService.median), time(figures.firstResponseInService.p90),
            ] + within
        }
    }

    /// Answers after the first.
    var nextResponses: Document.Table {
        table("next-responses", caption: .qNext, [.qMedian, .qP90, .qMedianService, .qP90Service]) { figures, _ in
            [figures.nextResponse, figures.nextResponseInService].flatMap { [time($0.median), time($0.p90)] }
        }
    }

    var outcomes: Document.Table {
        table(
            "outcomes", caption: prefix.isEmpty ? nil : .qOutcomeSection,
            [
                .qResolution, .qResolutionP90, .unanswered, .qWaiting, .qClosed, .qReopenedColumn, .qReopenRate,
                .qOneTouch, .qOneTouchRate,
            ], isOfCounts: true
        ) { figures, margin in
            [time(figures.resolution.median), time(figures.resolution.p90)]
                + [figures.unanswered, figures.waiting, figures.closed, figures.reopened].map(Value.count)
                + [
                    share(figures.reopened, of: figures.closed, margin), .count(figures.oneTouch),
                    share(figures.oneTouch, of: figures.closed, margin),
                ]
        }
    }

    /// In per cent of two counts that are shown as well: it tells nothing more than they do.
    private func share(_ part: Int, of whole: Int, _ margin: Int) -> Value {
        Figures.percent(part, of: whole, margin: margin).map(Value.percent) ?? .none
    }

    private func time(_ seconds: Int?) -> Value { seconds.map(Value.seconds) ?? .none }

    /// - Parameter isOfCounts: whether the margin of its counts stands in the last column, where there is one.
    private func table(
        _ id: String, caption: Text? = nil, _ columns: [Text], isOfCounts: Bool = false,
        _ cells: (_ figures: Figures, _ margin: Int) -> [Value]
    ) -> Document.Table {
        let hasMargin = isOfCounts && rows.contains { $0.margin != nil }
        let columns = columns + (hasMargin ? [.qMargin] : [])
        return Document.Table(
            id: prefix + id, caption: caption,
            columns: [.init(title: title)] + columns.map { .init(title: $0, isNumber: true) },
            rows: rows.map { row in
                let told = row.figures.map { figures in
                    cells(figures, row.margin ?? 0) + (hasMargin ? [row.margin.map(Value.count) ?? .none] : [])
                }
                return Document.Row(
                    cells: [row.name] + (told ?? columns.map { _ in .withheld }), isQuiet: row.figures == nil,
                    isTotal: row.isTotal)
            }, standing: standing)
    }

    /// The subjects that say something: a role with one purpose says what that one says.
    static func told(_ figures: [Subject: Figures]) -> [Subject] {
        figures.keys.filter { subject in
            guard subject.role != nil, subject.purpose == nil else { return true }
            let parts = figures.filter { subject.contains($0.key) && $0.key.isPair }
            return parts.count != 1 || parts.first?.value != figures[subject]
        }
    }

    static func name(of subject: Subject) -> Value {
        switch (subject.role, subject.purpose) {
        case (nil, _): .word(.qAll)
        case (let role?, nil): .words([role.text])
        case (let role?, let purpose?): .words([role.text, purpose.text])
        }
    }

    /// Of a row: weeks are of the report's own period, whose year is known.
    static func name(of span: Span) -> Value { span.level == .week ? .narrow(span) : .span(span) }
}
