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
        table("volumes", [.conversations, .qPersons, .qInbound, .qOutbound, .qAutomatic, .qMedia]) { figures in
            [
                figures.conversations, figures.persons, figures.inbound, figures.outbound, figures.automatic,
                figures.media,
            ].map(Value.count)
        }
    }

    var responses: Document.Table {
        table(
            "responses",
            [
                .qMedian, .qP90, .qMedianService, .qP90Service, .qWithin15, .qWithin60, .qWithin240, .qWithinDay,
                .qNext,
            ]
        ) { figures in
            let within = figures.within.map { $0.map(Value.percent) } ?? [.none, .none, .none, .none]
            return [
                time(figures.firstResponse.median), time(figures.firstResponse.p90),
                time(figures.firstResponseInService.median), time(figures.firstResponseInService.p90),
            ] + within + [time(figures.nextResponse.median)]
        }
    }

    var outcomes: Document.Table {
        table(
            "outcomes",
            [.qResolution, .qResolutionP90, .unanswered, .qWaiting, .qClosed, .qReopenedColumn, .qOneTouch]
        ) { figures in
            [time(figures.resolution.median), time(figures.resolution.p90)]
                + [figures.unanswered, figures.waiting, figures.closed, figures.reopened, figures.oneTouch].map(
                    Value.count)
        }
    }

    private func time(_ seconds: Int?) -> Value { seconds.map(Value.seconds) ?? .none }

    private func table(_ id: String, _ columns: [Text], _ cells: (Figures) -> [Value]) -> Document.Table {
        Document.Table(
            id: prefix + id, columns: [.init(title: title)] + columns.map { .init(title: $0, isNumber: true) },
            rows: rows.map { row in
                Document.Row(
                    cells: [row.name] + (row.figures.map(cells) ?? columns.map { _ in .withheld }),
                    isQuiet: row.figures == nil, isTotal: row.isTotal)
            }, standing: standing)
    }

    /// Information, applications, technical problems, media and what has no known role or purpose.
    static func special(_ subjects: [Subject: Figures], unclassified: Value) -> Document.Table {
        func all(_ purpose: Purpose) -> Figures? {
            let parts = subjects.filter { $0.key.isPair && $0.key.purpose == purpose }.map(\.value)
            return parts.isEmpty ? nil : parts.count == 1 ? parts[0] : Figures(adding: parts)
        }
        let (information, application) = (all(.information), all(.application))
        func count(_ figures: Figures?, _ key: KeyPath<Figures, Int>) -> Value {
            figures.map { .count($0[keyPath: key]) } ?? .none
        }
        let rows: [(Text, Value)] = [
            (.qInformed, count(information, \.informed)), (.qOutOfHours, count(information, \.outOfHours)),
            (.qOutOfHoursAsked, count(information, \.outOfHoursAsked)),
            (.qApplications, count(application, \.conversations)), (.qDecided, count(application, \.decisions.n)),
            (.qDecisionTime, application?.decisions.median.map(Value.seconds) ?? .none),
            (.qTechnical, count(all(.technical), \.conversations)), (.qMedia, count(subjects[.all], \.media)),
            (.qUnclassified, unclassified),
        ]
        return Document.Table(
            id: "special", columns: [.init(title: .qFigure), .init(title: .qValue, isNumber: true)],
            rows: rows.map { .init(cells: [.word($0.0), $0.1]) })
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
}
