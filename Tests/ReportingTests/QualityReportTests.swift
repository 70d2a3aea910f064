import Conversations
import Testing

@testable import Reporting

/// What the frozen view says of its own roundness.
struct QualityReportTests {
    private static let pair = Subject(.client, .assistance)

    private func figures(_ conversations: Int, unanswered: Int, closed: Int = 0, reopened: Int = 0) -> Figures {
        var figures = Figures()
        (figures.conversations, figures.persons, figures.unanswered) = (conversations, 10, unanswered)
        (figures.closed, figures.reopened) = (closed, reopened)
        return figures
    }

    /// Told by the week, the month or the quarter, and the rollups of it all.
    private func facts(_ parts: [(String, Figures)]) throws -> [Fact] {
        let blocks = try parts.map { name, figures in
            Fact(span: try #require(Span(name)), subject: Self.pair, kind: .block, figures: figures)
        }
        let quarter = try #require(Span("2026-Q3"))
        let spans = quarter.parts(.week) + quarter.parts(.month) + [quarter]
        let rollups = spans.flatMap { span -> [Fact] in
            let inside = blocks.filter { span.contains($0.span) }.compactMap(\.figures)
            guard !inside.isEmpty else { return [] }
            let subjects = span.level == .week ? [Subject.all] : [Self.pair, .all]
            return subjects.map { Fact(span: span, subject: $0, kind: .rollup, figures: Figures(adding: inside)) }
        }
        return blocks + rollups
    }

    private func document(_ facts: [Fact]) -> Document {
        QualityReport(exampleFrame(), facts: facts, head: "a", isBacklogOpen: false).document
    }

    private func section(_ heading: Text, _ document: Document) throws -> Document.Section {
        try #require(document.sections.first { $0.heading == heading })
    }

    private static let weeks = (27...39).map { "2026-W\($0)" }

    @Test func `a number that may be rounding for its greater part is not told`() throws {
        // Thirteen weeks of four each come to 15 where three of them were rounded up: it may be any number up to 41.
        let few = try document(
            facts(
                Self.weeks.enumerated().map { ($1, figures(20, unanswered: $0 < 3 ? 5 : 0, closed: 10, reopened: 5)) }))
        let answer = try #require(few.answers.first { $0.question == .questionUnanswered })
        #expect((answer.answer, answer.mark) == (.word(.answerTooFew), .open))
        #expect(answer.detail == Sentence(.qUnansweredBetween, ["low": .count(0), "high": .count(41)]))
        let many = try document(
            facts(Self.weeks.map { ($0, figures(20, unanswered: 5, closed: 25, reopened: 5)) }))
        let told = try #require(many.answers.first { $0.question == .questionUnanswered })
        #expect((told.answer, told.mark) == (.count(65), .plain))
        #expect(
            told.detail.values["first"] == .sentence(Sentence(.qUnansweredMargin, ["margin": .count(26)])))
        #expect(
            told.detail.values["second"] == .sentence(Sentence(.qReopenedWithin, ["percent": .percent(20)])))
        let volume = try #require(many.answers.first { $0.question == .questionVolume })
        #expect(volume.answer == .count(260))
        #expect(volume.detail.values["second"] == .sentence(Sentence(.qMarginVolume, ["margin": .count(26)])))
    }

    @Test func `each row says how far its counts may be off, and no rate is told of what is mostly rounding`() throws {
        let document = try document(
            facts(Self.weeks.map { ($0, figures(20, unanswered: 5, closed: $0 == "2026-W30" ? 20 : 5, reopened: 5)) }))
        let outcomes = try section(.qOutcomeSection, document).tables[0]
        #expect(outcomes.columns.last?.title == .qMargin && outcomes.rows[0].cells.last == .count(26))
        // 65 of 80, of which 26 may be rounding.
        #expect(outcomes.rows[0].cells[7] == .none)
        let weeks = try section(.qWeekSection, document).tables
        #expect(weeks[0].rows.allSatisfy { $0.cells.last == .count(2) })
        let rates = try #require(weeks.first { $0.id == "weeks-outcomes" }).rows.map { $0.cells[7] }
        #expect(rates.count { $0 == .none } == 12 && rates[3] == .percent(25))
        let special = try section(.qSpecialSection, document).tables[0]
        #expect(special.rows.first { $0.cells[0] == .word(.qMedia) }?.cells.last == .count(26))
        // Of exact counts there is none.
        #expect(
            try exampleLive().sections.flatMap(\.tables).allSatisfy { !$0.columns.contains { $0.title == .qMargin } })
    }

    @Test func `what is told of wider spans only is said to be missing week by week and month by month`() throws {
        let parts = ["2026-W27", "2026-W28"].map { ($0, figures(20, unanswered: 0)) }
        let document = try document(
            facts(parts + [("2026-08", figures(30, unanswered: 0)), ("2026-Q3", figures(50, unanswered: 0))]))
        #expect(
            try section(.qWeekSection, document).notes.map(\.sentence)
                == [Sentence(.qWeeksPartial, count: 40, ["all": .count(120)])])
        #expect(
            try section(.qTrendSection, document).notes.map(\.sentence)
                == [Sentence(.qMonthsPartial, count: 70, ["all": .count(120)])])
        let whole = try self.document(facts(parts))
        #expect(try section(.qWeekSection, whole).notes.isEmpty && section(.qTrendSection, whole).notes.isEmpty)
    }

    @Test func `the frozen view says of when the ends of conversations are, and the live view is of now`() throws {
        let meaning = try section(.qOutcomeSection, document(facts([("2026-W27", figures(20, unanswered: 0))]))).meaning
        #expect(meaning.map(\.text) == [.qOutcomeMeaning, .qOutcomeFrozen])
        #expect(try section(.qOutcomeSection, exampleLive()).meaning.map(\.text) == [.qOutcomeMeaning])
    }
}
