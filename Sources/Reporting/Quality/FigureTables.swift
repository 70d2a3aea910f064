import Conversations

/// The tables that both views share: volumes, how fast we answer, how it ends. A row without figures is withheld.
struct FigureTables {
    typealias Row = (name: Value, figures: Figures?, isTotal: Bool)

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
            [.conversations, .qPersons, .qInbound, .qOutbound, .qAutomatic, .qMedia]
        ) { figures in
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
        ) { figures in
            let within = figures.within.map { $0.map(Value.percent) } ?? [.none, .none, .none, .none]
            return [
                time(figures.firstResponse.median), time(figures.firstResponse.p90),
                time(figures.firstResponseInService.median), time(figures.firstResponseInService.p90),
            ] + within
        }
    }

    /// Answers after the first.
    var nextResponses: Document.Table {
        table("next-responses", caption: .qNext, [.qMedian, .qP90, .qMedianService, .qP90Service]) { figures in
            [figures.nextResponse, figures.nextResponseInService].flatMap { [time($0.median), time($0.p90)] }
        }
    }

    var outcomes: Document.Table {
        table(
            "outcomes", caption: prefix.isEmpty ? nil : .qOutcomeSection,
            [
                .qResolution, .qResolutionP90, .unanswered, .qWaiting, .qClosed, .qReopenedColumn, .qReopenRate,
                .qOneTouch, .qOneTouchRate,
            ]
        ) { figures in
            [time(figures.resolution.median), time(figures.resolution.p90)]
                + [figures.unanswered, figures.waiting, figures.closed, figures.reopened].map(Value.count)
                + [
                    share(figures.reopened, of: figures.closed), .count(figures.oneTouch),
                    share(figures.oneTouch, of: figures.closed),
                ]
        }
    }

    /// In per cent of two counts that are shown as well: it tells nothing more than they do.
    private func share(_ part: Int, of whole: Int) -> Value {
        Figures.percent(part, of: whole).map(Value.percent) ?? .none
    }

    private func time(_ seconds: Int?) -> Value { seconds.map(Value.seconds) ?? .none }

    private func table(
        _ id: String, caption: Text? = nil, _ columns: [Text], _ cells: (Figures) -> [Value]
    ) -> Document.Table {
        Document.Table(
            id: prefix + id, caption: caption,
            columns: [.init(title: title)] + columns.map { .init(title: $0, isNumber: true) },
            rows: rows.map { row in
                Document.Row(
                    cells: [row.name] + (row.figures.map(cells) ?? columns.map { _ in .withheld }),
                    isQuiet: row.figures == nil, isTotal: row.isTotal)
            }, standing: standing)
    }

    /// Information, applications, technical problems, media and what has no known role or purpose.
    /// - Parameter undecided: applications that wait for a decision for longer than 30 days; nil where it is not known.
    static func special(
        _ subjects: [Subject: Figures], unclassified: Value, undecided: Int? = nil, standing: Document.Standing
    ) -> Document.Table {
        func all(_ purpose: Purpose) -> Figures? {
            let parts = subjects.filter { $0.key.isPair && $0.key.purpose == purpose }.map(\.value)
            return parts.isEmpty ? nil : parts.count == 1 ? parts[0] : Figures(adding: parts)
        }
        let (information, application) = (all(.information), all(.application))
        func count(_ figures: Figures?, _ key: KeyPath<Figures, Int>) -> Value {
            figures.map { .count($0[keyPath: key]) } ?? .none
        }
        let technical = all(.technical)
        // Where nobody was informed there is nothing to refuse.
        let unrecorded: Value = information == nil ? .none : .word(.notRecorded)
        let rows: [(Text, Value)] =
            [
                (.qInformed, count(information, \.informed)), (.qOutOfHours, count(information, \.outOfHours)),
                (.qOutOfHoursAsked, count(information, \.outOfHoursAsked)), (.qReach, count(information, \.persons)),
                (.qOptOuts, information?.optOuts.map(Value.count) ?? unrecorded),
                (.qOptOutRate, information?.optOutRate.map(Value.count) ?? unrecorded),
                (.qApplications, count(application, \.conversations)), (.qDecided, count(application, \.decisions.n)),
                (.qDecisionTime, application?.decisions.median.map(Value.seconds) ?? .none),
            ] + (undecided.map { [(.qUndecided, .count($0))] } ?? []) + [
                (.qTechnical, count(technical, \.conversations)), (.qTechnicalReopened, count(technical, \.reopened)),
                (.qTopics, .word(.notRecorded)), (.qBlocked, .word(.notRecorded)),
                (.qMedia, count(subjects[.all], \.media)),
                (.qUnclassified, unclassified),
            ]
        return Document.Table(
            id: "special", columns: [.init(title: .qFigure), .init(title: .qValue, isNumber: true)],
            rows: rows.map { .init(cells: [.word($0.0), $0.1]) }, standing: standing)
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

extension Figures {
    /// Refusals on 1,000 messages of information: of two counts that are shown as well.
    fileprivate var optOutRate: Int? {
        optOuts.flatMap { informed > 0 ? ($0 * 1000 + informed / 2) / informed : nil }
    }
}
