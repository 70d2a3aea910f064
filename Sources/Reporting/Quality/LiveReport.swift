import Conversations

/// The live view of the service's quality: what a team reads on Monday. Internal, personal data.
package struct LiveReport {
    let frame: QualityFrame
    let live: LiveFigures
    let seenOn: CivilDate

    package init(_ frame: QualityFrame, live: LiveFigures, seenOn: CivilDate) {
        (self.frame, self.live, self.seenOn) = (frame, live, seenOn)
    }

    package var eraseBy: CivilDate { live.eraseBy }

    package var document: Document {
        let rows = FigureTables.told(live.subjects).sorted().map {
            FigureTables.Row(name: FigureTables.name(of: $0), figures: live.subjects[$0], isTotal: $0 == .all)
        }
        let tables = FigureTables(title: .qSubject, prefix: "", rows: rows, standing: standing)
        return Document(
            kind: .live, period: frame.period.name, timeZone: frame.timeZone, title: .liveTitle,
            subtitle: Sentence(
                .periodFromTo,
                [
                    "name": .span(frame.span), "start": .day(frame.span.start),
                    "end": .day(frame.span.end.adding(days: -1)),
                ]),
            labels: [Sentence(.personalLabel, ["date": .day(live.eraseBy)])], rehearsal: frame.rehearsal, state: nil,
            answers: answers,
            facts: [
                .init(name: .controller, value: .text(frame.controller)),
                .init(name: .asOf, value: .day(seenOn)),
            ] + frame.technical,
            sections: [
                section(.qVolumeSection, .qVolumeMeaning, [tables.volumes]),
                section(.qResponseSection, .qResponseMeaning, [tables.responses, tables.nextResponses]),
                section(.qOutcomeSection, .qOutcomeMeaning, [tables.outcomes]), backlog,
                section(
                    .qSpecialSection, .qSpecialMeaning,
                    [
                        SpecialFigures(
                            subjects: live.subjects, unclassified: .count(live.unclassified),
                            undecided: live.undecided, standing: standing
                        ).table
                    ]),
                weeks,
                HeatSection.section(live.subjects.isEmpty ? nil : live.heat, zone: frame.timeZone, standing: standing),
            ], isSigned: false)
    }

    private var standing: Document.Standing {
        Document.Standing(
            n: live.subjects[.all]?.conversations ?? 0, k: 1, withheld: 0, rolledUp: 0,
            version: Anonymity.standard.version, isAnonymous: false)
    }

    private func section(_ heading: Text, _ meaning: Text, _ tables: [Document.Table]) -> Document.Section {
        .init(
            heading: heading, meaning: [Sentence(meaning)], tables: live.subjects.isEmpty ? [] : tables,
            nothing: .qualityNone)
    }

    private var answers: [Document.Answer] {
        guard let all = live.subjects[.all] else {
            return [.init(question: .questionVolume, answer: .count(0), mark: .plain, detail: Sentence(.qualityNone))]
        }
        return [.speed(all.firstResponse, of: frame.span)] + Document.Answer.outcome(of: all, isWhole: true, margin: 0)
    }

    private var backlog: Document.Section {
        let names: [Text] = [.qAge1, .qAge3, .qAge7, .qAge30, .qAgeMore]
        let table = Document.Table(
            id: "backlog", columns: [.init(title: .qAge), .init(title: .conversations, isNumber: true)],
            rows: zip(names, live.backlog).map { .init(cells: [.word($0), .count($1)]) }, standing: standing)
        return .init(heading: .qBacklog, meaning: [Sentence(.qBacklogMeaning)], tables: [table])
    }

    private var weeks: Document.Section {
        let spans = live.weeks.keys.sorted()
        let tables = FigureTables(
            title: .qWeek, prefix: "weeks-",
            rows: spans.map { .init(name: FigureTables.name(of: $0), figures: live.weeks[$0]) },
            standing: standing)
        let chart = Document.Chart.columns(
            title: .conversations, labels: spans.map(Value.span), values: spans.map { live.weeks[$0]?.conversations },
            isTime: false)
        return .init(
            heading: .qWeekSection, charts: spans.count > 1 ? [chart] : [],
            tables: spans.isEmpty ? [] : [tables.volumes, tables.responses], nothing: .qualityNone)
    }
}
