import Conversations
import Planning

/// Nights, changes and stock.
extension ComplianceReport {
    var nightsSection: Document.Section {
        var notes: [Document.Note] = []
        let mark: Document.Note.Mark = last.rehearsal ? .open : .bad
        if last.rehearsal { notes.append(.init(sentence: Sentence(.rehearsalNote), mark: .plain)) }
        for gap in nights.missing {
            let sentence =
                gap.nights == 1
                ? Sentence(.missingNight, ["date": .day(gap.first)])
                : Sentence(.missingNights, count: gap.nights, ["start": .day(gap.first), "end": .day(gap.last)])
            notes.append(.init(sentence: sentence, mark: mark))
        }
        for day in nights.unfinished {
            notes.append(.init(sentence: Sentence(.unfinishedNight, ["date": .day(day)]), mark: .bad))
        }
        return Document.Section(
            heading: .nightsSection, meaning: [Sentence(.nightsMeaning)], notes: notes, nothing: .findingNone)
    }

    var changes: Document.Section {
        let active = Sentence(.holdsActive, count: input.holdsActive, ["overdue": .count(input.holdsOverdue)])
        let counts: [(Text, Int)] = [
            (.holdsPlaced, input.holdsPlaced), (.holdsReleased, input.holdsReleased),
            (.rulesOverridden, input.overrides),
        ]
        var notes = [Document.Note(sentence: active, mark: input.holdsOverdue > 0 ? .bad : .plain)]
        notes += counts.filter { $0.1 > 0 }.map { .init(sentence: Sentence($0.0, count: $0.1), mark: .plain) }
        guard let changes = input.changes else {
            notes.insert(.init(sentence: Sentence(.changesUnknown), mark: .open), at: 0)
            return .init(heading: .changes, meaning: [Sentence(.changesMeaning)], notes: notes)
        }
        if changes.isEmpty { notes.insert(.init(sentence: Sentence(.noChanges), mark: .plain), at: 0) }
        let rows = changes.map { change in
            let what: Value =
                switch change.what {
                case .added: .word(.changeAdded)
                case .removed: .word(.changeRemoved)
                case .reordered: .word(.changeReordered)
                case .key(let key): .code(key)
                }
            return Document.Row(cells: [
                change.rule.map(Value.text) ?? .none, what, change.before.map(Value.text) ?? .none,
                change.after.map(Value.text) ?? .none,
            ])
        }
        let table = Document.Table(
            id: "changes",
            columns: [.init(title: .rule), .init(title: .change), .init(title: .before), .init(title: .after)],
            rows: rows)
        return .init(heading: .changes, meaning: [Sentence(.changesMeaning)], notes: notes, tables: [table])
    }

    // MARK: Stock

    var stock: Document.Section {
        let held = Sentence(
            .summaryKept,
            [
                "grace": StockGroups.flow(flow.lines.reduce(0) { $0 + $1.inGrace }),
                "held": StockGroups.flow(flow.lines.reduce(0) { $0 + $1.held }),
                "restricted": StockGroups.flow(flow.lines.reduce(0) { $0 + $1.restricted }),
            ])
        let groups = input.quarterly.map(groups)
        let seen =
            input.quarterly.map { Sentence(.stockGroupsOn, ["date": .day(calendar.date(of: $0.asOf))]) }
            ?? Sentence(.stockGroupsNone)
        return .init(
            heading: .stock,
            meaning: [
                Sentence(.stockMeaningPeriod, ["least": .count(StockGroups.least), "base": .count(StockGroups.base)])
            ], notes: [held, seen].map { .init(sentence: $0, mark: .plain) } + nextEnd, charts: trendChart,
            tables: [phases] + categories + (groups.map { [$0] } ?? []) + [trend])
    }

    /// All that is stored, after the last night.
    private var phases: Document.Table {
        let (total, archive) = (StockGroups(last.stock).total, last.archive)
        let oldest = last.stock.compactMap(\.oldest).min()
        let rows: [[Value]] = [
            [
                .word(.phaseActive), .count(StockGroups.rounded(total.conversations)),
                .count(StockGroups.rounded(total.messages)), oldest.map(Value.day) ?? .none,
                StockGroups.size(total.bytes),
            ],
            [.word(.heldStock), StockGroups.shown(last.practice.heldConversations), .none, .none, .none],
            [
                .word(.restrictedStock), last.practice.restrictedConversations.map(StockGroups.shown) ?? .none, .none,
                .none, .none,
            ],
            [
                .word(.archiveStock), .count(StockGroups.rounded(archive.conversations)),
                .count(StockGroups.rounded(archive.messages)), .none, StockGroups.size(archive.bytes),
            ],
        ]
        return Document.Table(
            id: "stock",
            columns: [
                .init(title: .phase), .init(title: .conversations, isNumber: true),
                .init(title: .messages, isNumber: true), .init(title: .oldest), .init(title: .size, isNumber: true),
            ], rows: rows.map { .init(cells: $0) })
    }

    /// What is stored beside conversations; a record of before it was counted has none of it.
    private var categories: [Document.Table] {
        guard let categories = last.practice.categories else { return [] }
        let rows = categories.map { category in
            Document.Row(cells: [
                .word(category.category.text), category.records.map(StockGroups.shown) ?? .word(.notRecorded),
                category.bytes.map(StockGroups.size) ?? .none,
            ])
        }
        return [
            Document.Table(
                id: "stock-categories", caption: .stockCategories,
                columns: [
                    .init(title: .category), .init(title: .records, isNumber: true),
                    .init(title: .size, isNumber: true),
                ], rows: rows)
        ]
    }

    private func groups(_ record: RunRecord) -> Document.Table {
        let groups = StockGroups(record.stock)
        func weights(_ conversations: Int, _ messages: Int, _ oldest: CivilDate?, _ bytes: Int) -> [Value] {
            [conversations, messages].map { .count(StockGroups.rounded($0)) }
                + [oldest.map(Value.day) ?? .none, StockGroups.size(bytes)]
        }
        var rows = groups.shown.map { row in
            Document.Row(
                cells: [.word(row.role.text), .word(row.purpose.text)]
                    + weights(row.conversations, row.messages, row.oldest, row.bytes))
        }
        if let rest = groups.together {
            rows.append(
                .init(cells: [.word(.grouped), .none] + weights(rest.conversations, rest.messages, nil, rest.bytes)))
        }
        let total = groups.total
        rows.append(
            .init(
                cells: [.word(.total), .none] + weights(total.conversations, total.messages, nil, total.bytes),
                isTotal: true))
        return Document.Table(
            id: "stock-groups", caption: .stockGroups,
            columns: [
                .init(title: .role), .init(title: .purpose), .init(title: .conversations, isNumber: true),
                .init(title: .messages, isNumber: true), .init(title: .oldest), .init(title: .size, isNumber: true),
            ], rows: rows)
    }

    private var nextEnd: [Document.Note] {
        last.archive.nextEnd.map {
            [.init(sentence: Sentence(.archiveNextEnd, ["date": .day($0)]), mark: .plain)]
        } ?? []
    }

    private var months: [(month: String, conversations: Int, archived: Int)] {
        input.trend.map { record in
            (
                calendar.date(of: record.asOf).yearAndMonth,
                record.stock.reduce(0) { $0 + $1.conversations }, record.archive.conversations
            )
        }
    }

    private var trendChart: [Document.Chart] {
        guard months.count > 1 else { return [] }
        return [
            .columns(
                title: .stockTrend, labels: months.map { .month($0.month) },
                values: months.map { StockGroups.rounded($0.conversations) }, isTime: false)
        ]
    }

    private var trend: Document.Table {
        Document.Table(
            id: "stock-trend", caption: .stockTrend,
            columns: [
                .init(title: .month), .init(title: .phaseActive, isNumber: true),
                .init(title: .archiveStock, isNumber: true),
            ],
            rows: months.map {
                .init(cells: [
                    .month($0.month), .count(StockGroups.rounded($0.conversations)),
                    .count(StockGroups.rounded($0.archived)),
                ])
            })
    }
}
