import Conversations

/// Each role and purpose, week by week, or of a year month by month: as finely as it was told.
struct FigureGrid {
    private let spans: [Span]
    private let subjects: [Subject]
    private let facts: [Span: [Subject: Fact]]
    private let version: Int

    /// - Parameter facts: every fact that was frozen, of any time.
    init(_ facts: [Fact], _ span: Span, version: Int) {
        let inside = span.parts(span.level == .year ? .month : .week)
        let frozen = Set(facts.map(\.span))
        spans = inside.filter(frozen.contains)
        var cells: [Span: [Subject: Fact]] = [:]
        for fact in facts where fact.subject.isPair && spans.contains(fact.span) {
            // A month's rollup holds its weeks as well as its own block.
            if let other = cells[fact.span]?[fact.subject], other.kind == .rollup { continue }
            cells[fact.span, default: [:]][fact.subject] = fact
        }
        self.facts = cells
        self.version = version
        subjects = Set(cells.values.flatMap(\.keys)).sorted()
    }

    var section: Document.Section {
        .init(
            heading: .qGridSection, meaning: [Sentence(.qGridMeaning)],
            tables: subjects.isEmpty
                ? []
                : [
                    table("grid-conversations", .conversations) { .count($0.conversations) },
                    table("grid-responses", .qGridMinutes) { $0.firstResponse.median.map(Value.minutes) ?? .none },
                ], nothing: .noFigures)
    }

    private func table(_ id: String, _ caption: Text, _ cell: (Figures) -> Value) -> Document.Table {
        Document.Table(
            id: id, caption: caption,
            columns: [.init(title: .qSubject)]
                + spans.map { .init(title: .qWeek, isNumber: true, label: .narrow($0)) },
            rows: subjects.map { subject in
                let cells = spans.map { span -> Value in
                    // Nobody was there: that is no secret, for what is withheld is shown as such.
                    guard let fact = facts[span]?[subject] else { return .none }
                    return fact.figures.map(cell) ?? .withheld
                }
                return .init(cells: [FigureTables.name(of: subject)] + cells)
            }, standing: standing)
    }

    private var standing: Document.Standing {
        let all = facts.values.flatMap(\.values)
        return Document.Standing(
            n: all.reduce(0) { $0 + ($1.figures?.conversations ?? 0) }, k: Anonymity.standard.leastPersons,
            withheld: all.count { $0.figures == nil }, rolledUp: 0, version: version, isAnonymous: true)
    }
}
