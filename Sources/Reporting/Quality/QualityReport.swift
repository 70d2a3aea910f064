import Conversations

/// The frozen view of the service's quality: facts that were computed once, and that no person can be found in.
package struct QualityReport {
    let frame: QualityFrame
    /// Every fact that was frozen, of any time.
    let facts: [Fact]
    let head: String
    let isBacklogOpen: Bool
    private let rules = Anonymity.standard

    package init(_ frame: QualityFrame, facts: [Fact], head: String, isBacklogOpen: Bool) {
        (self.frame, self.facts, self.head, self.isBacklogOpen) = (frame, facts, head, isBacklogOpen)
    }

    package var document: Document {
        let tables = FigureTables(title: .qSubject, prefix: "", rows: rows, standing: standing)
        return Document(
            kind: .quality, period: frame.period.name, timeZone: frame.timeZone, title: .qualityTitle,
            subtitle: Sentence(
                .periodFromTo,
                [
                    "name": .span(frame.span), "start": .day(frame.span.start),
                    "end": .day(frame.span.end.adding(days: -1)),
                ]),
            labels: [Sentence(.anonymousLabel)], rehearsal: frame.rehearsal, state: nil, answers: answers,
            facts: [
                .init(name: .controller, value: .text(frame.controller))
            ] + frame.technical + [.init(name: .chainFact, value: .code(head), isTechnical: true)],
            sections: [
                .init(
                    heading: .qVolumeSection, meaning: [Sentence(.qVolumeMeaning), margins],
                    tables: told([tables.volumes]), nothing: .noFigures),
                responses(tables),
                .init(
                    heading: .qOutcomeSection, meaning: [Sentence(.qOutcomeMeaning), Sentence(.qOutcomeFrozen)],
                    tables: told([tables.outcomes]), nothing: .noFigures),
                special, trend, weeks, FigureGrid(facts, frame.span, version: rules.version).section, heat, size,
            ], isSigned: false)
    }

    /// Times of several spans do not add up: then they are told of each of them, further below.
    private func responses(_ tables: FigureTables) -> Document.Section {
        let isOne = tops.count == 1
        return .init(
            heading: .qResponseSection, meaning: [Sentence(.qResponseMeaning)],
            tables: isOne ? told([tables.responses, tables.nextResponses]) : [],
            nothing: rows.isEmpty ? .noFigures : .qTimesElsewhere)
    }

    private func told(_ tables: [Document.Table]) -> [Document.Table] { rows.isEmpty ? [] : tables }

    // MARK: What was told of the period

    /// The widest frozen spans that the period is made of, without overlap.
    var tops: [Span] {
        let frozen = Set(facts.map(\.span))
        func tiles(_ span: Span) -> [Span] {
            if frozen.contains(span) { return [span] }
            switch span.level {
            case .year: return span.parts(.quarter).flatMap(tiles)
            case .quarter: return span.parts(.month).flatMap(tiles)
            case .month: return span.parts(.week).flatMap(tiles)
            case .week: return []
            }
        }
        return tiles(frame.span)
    }

    /// Figures of each subject over the period; times only where one span holds all of it.
    var figures: [Subject: Figures] {
        let tops = Set(tops)
        let inside = facts.filter { tops.contains($0.span) && $0.figures != nil }
            .filter { $0.kind == .rollup || ($0.span.level == .week && $0.subject.isPair) }
        return Dictionary(grouping: inside, by: \.subject).compactMapValues { facts in
            let parts = facts.compactMap(\.figures)
            return parts.count == 1 ? parts[0] : parts.isEmpty ? nil : Figures(adding: parts)
        }
    }

    /// Role and purpose that stand in the period and may not be told.
    private var withheld: [Fact] {
        let tops = Set(tops)
        let pooled = facts.filter {
            tops.contains($0.span) && $0.kind == .block && !$0.subject.isPair && $0.figures != nil
        }
        return facts.filter { fact in
            tops.contains(fact.span) && fact.kind == .block && fact.figures == nil
                && !pooled.contains { $0.span == fact.span && $0.subject.contains(fact.subject) }
        }
    }

    private var rows: [FigureTables.Row] {
        let figures = figures
        let hidden = Set(withheld.map(\.subject)).subtracting(figures.keys)
        let tops = tops
        return (FigureTables.told(figures) + Array(hidden)).sorted().map {
            FigureTables.Row(
                name: FigureTables.name(of: $0), figures: figures[$0], isTotal: $0 == .all,
                margin: margin(in: tops, of: $0.contains))
        }
    }

    private var blocks: [Fact] { facts.filter { $0.kind == .block && frame.span.contains($0.span) } }

    /// How far a count over spans may be off: it is the sum of the blocks in them, and each was rounded by itself.
    private func margin(in spans: [Span], of holds: (Subject) -> Bool) -> Int {
        rules.margin(
            ofSum: facts.count { fact in
                fact.kind == .block && fact.figures != nil && holds(fact.subject)
                    && spans.contains { $0.contains(fact.span) }
            })
    }

    private var margins: Sentence { Sentence(.qMarginMeaning, ["base": .count(rules.base)]) }

    private var standing: Document.Standing {
        let tops = Set(tops)
        return Document.Standing(
            n: figures[.all]?.conversations ?? 0, k: rules.leastPersons, withheld: withheld.count,
            rolledUp: blocks.count { $0.figures == nil && !tops.contains($0.span) }, version: rules.version,
            isAnonymous: true)
    }

    private var answers: [Document.Answer] {
        let all = figures[.all]
        return [.speed(facts, in: frame.span)]
            + (all.map { outcome(of: $0) } ?? [nothingTold])
    }

    private func outcome(of all: Figures) -> [Document.Answer] {
        let tops = tops
        return Document.Answer.outcome(of: all, isWhole: tops.count == 1, margin: margin(in: tops) { _ in true })
    }

    private var nothingTold: Document.Answer {
        .init(
            question: .questionVolume, answer: .word(.answerTooFew), mark: .open, detail: Sentence(.qVolumeUnknown))
    }

    // MARK: Sections

    private var special: Document.Section {
        let (figures, tops) = (figures, tops)
        let unknown = figures.filter { $0.key.isPair && ($0.key.role == .unknown || $0.key.purpose == .unknown) }
        return .init(
            heading: .qSpecialSection, meaning: [Sentence(.qSpecialMeaning)],
            tables: figures.isEmpty
                ? []
                : [
                    SpecialFigures(
                        subjects: figures,
                        unclassified: unknown.isEmpty
                            ? .none : .count(unknown.values.reduce(0) { $0 + $1.conversations }), standing: standing,
                        margin: { margin(in: tops, of: $0) }
                    ).table
                ], nothing: .noFigures)
    }

    private func all(_ span: Span) -> Figures? {
        facts.first { $0.span == span && $0.subject == .all && $0.kind == .rollup }?.figures
    }

    private var trend: Document.Section {
        let last = frame.span.parts(.month).last ?? frame.span
        var months = [last]
        while months.count < 13 { months.insert(Span(.month, of: months[0].start.adding(days: -1)), at: 0) }
        return course(.qTrendSection, .qTrendMeaning, .month, "trend-", months, partial: .qMonthsPartial)
    }

    private var weeks: Document.Section {
        course(
            .qWeekSection, .qNotFrozen, .qWeek, "weeks-", frame.span.parts(.week), partial: .qWeeksPartial)
    }

    /// Of spans of one level, side by side: what was told of each, with nothing of what a wider one put together.
    private func standing(of spans: [Span]) -> Document.Standing {
        let blocks = facts.filter { $0.kind == .block && $0.figures == nil && spans.contains($0.span) }
        return Document.Standing(
            n: spans.reduce(0) { $0 + (all($1)?.conversations ?? 0) }, k: rules.leastPersons, withheld: blocks.count,
            rolledUp: 0, version: rules.version, isAnonymous: true)
    }

    /// Figures of all, span by span. A span that nothing was told of is shown as withheld.
    /// - Parameter partial: said where the rows of the period do not hold all that was told of it.
    private func course(
        _ heading: Text, _ meaning: Text, _ column: Text, _ prefix: String, _ spans: [Span], partial: Text
    ) -> Document.Section {
        let frozen = Set(facts.map(\.span))
        let shown = spans.filter(frozen.contains)
        let tables = FigureTables(
            title: column, prefix: prefix,
            rows: shown.map { span in
                .init(
                    name: FigureTables.name(of: span), figures: all(span), margin: margin(in: [span]) { _ in true })
            }, standing: standing(of: shown))
        var charts: [Document.Chart] = []
        if shown.count > 1 {
            charts = [
                .columns(
                    title: .conversations, labels: shown.map(Value.span), values: shown.map { all($0)?.conversations },
                    isTime: false),
                .columns(
                    title: .qGridMinutes, labels: shown.map(Value.span),
                    values: shown.map { all($0)?.firstResponse.median },
                    isTime: true),
            ]
        }
        return .init(
            heading: heading, meaning: [Sentence(meaning)], notes: part(of: shown, partial), charts: charts,
            tables: shown.isEmpty ? [] : [tables.volumes, tables.responses, tables.outcomes], nothing: .noFigures)
    }

    /// How much of what was told of the period stands in the rows of spans: what was told of wider ones only does not.
    private func part(of spans: [Span], _ text: Text) -> [Document.Note] {
        guard let whole = figures[.all]?.conversations else { return [] }
        let inside = spans.filter(frame.span.contains).reduce(0) { $0 + (all($1)?.conversations ?? 0) }
        guard inside < whole else { return [] }
        return [.init(sentence: Sentence(text, count: inside, ["all": .count(whole)]), mark: .plain)]
    }

    private var heat: Document.Section {
        let map = facts.last { $0.heat != nil && ($0.span.contains(frame.span) || frame.span.contains($0.span)) }?.heat
        return HeatSection.section(map, zone: frame.timeZone, standing: standing)
    }

    /// What a desk of this size can show: how fine each role and purpose was told.
    private var size: Document.Section {
        let told = blocks.filter { $0.figures != nil }
        let rows: [(Text, Int)] = [
            (.qToldWeek, told.count { $0.span.level == .week }), (.qToldMonth, told.count { $0.span.level == .month }),
            (.qToldQuarter, told.count { $0.span.level == .quarter && $0.subject.isPair }),
            (.qToldWider, told.count { !$0.subject.isPair }),
            (.qWithheldFew, withheld.count { $0.withheld == .few }),
            (.qWithheldGone, withheld.count { $0.withheld == .gone }),
        ]
        let table = Document.Table(
            id: "cells", columns: [.init(title: .qFigure), .init(title: .qCells, isNumber: true)],
            rows: rows.map { .init(cells: [.word($0.0), .count($0.1)]) }, standing: standing)
        return .init(
            heading: .qSizeSection,
            meaning: [
                Sentence(.qSizeMeaning, ["k": .count(rules.leastPersons)]), Sentence(.qOperators),
                Sentence(
                    .anonymisationMeaning,
                    [
                        "k": .count(rules.leastPersons), "median": .count(rules.leastForMedian),
                        "p90": .count(rules.leastForP90), "base": .count(rules.base),
                    ]),
            ],
            notes: isBacklogOpen ? [.init(sentence: Sentence(.qBacklogOpen), mark: .open)] : [], tables: [table])
    }
}
