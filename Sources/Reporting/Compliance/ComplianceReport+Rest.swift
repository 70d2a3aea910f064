import Conversations

/// Rights, information, blocks, copies, anonymisation, incidents, gaps and annexes.
extension ComplianceReport {
    /// Below this a count of persons is shown as "fewer".
    static let leastShown = 5

    var rights: Document.Section {
        let count = last.practice.restrictedPersons
        let restricted: Document.Note =
            count > 0 && count < Self.leastShown
            ? .init(sentence: Sentence(.rightsRestrictedFew, ["least": .count(Self.leastShown)]), mark: .plain)
            : .init(sentence: Sentence(.rightsRestricted, count: count), mark: .plain)
        return .init(
            heading: .rights, meaning: [Sentence(.rightsMeaning, ["least": .count(Self.leastShown)])],
            notes: [.init(sentence: Sentence(.rightsNone), mark: .open), restricted])
    }

    /// A night counts messages of information some weeks back: as many nights as it takes to reach the beginning of the
    /// period.
    static func practice(_ input: ComplianceInput, _ calendar: LocalCalendar) -> RunRecord.Practice {
        var practice = input.seen.practice
        for record in input.records.reversed() {
            guard let since = practice.informedSince, since > input.first, calendar.date(of: record.asOf) <= since
            else { continue }
            practice.informed += record.practice.informed
            practice.outOfHours += record.practice.outOfHours
            practice.outOfHoursAsked += record.practice.outOfHoursAsked
            practice.afterRefusal = sum(practice.afterRefusal, record.practice.afterRefusal)
            practice.refusals = sum(practice.refusals, record.practice.refusals)
            practice.informedSince = record.practice.informedSince
        }
        return practice
    }

    /// Where one of both is not known, neither is the sum.
    private static func sum(_ a: Int?, _ b: Int?) -> Int? { a.flatMap { a in b.map { a + $0 } } }

    var information: Document.Section {
        let rows: [(Text, Value)] = [
            (.informationSent, .count(practice.informed)), (.informationLate, .count(practice.outOfHours)),
            (.informationAsked, .count(practice.outOfHoursAsked)),
            (.informationAfterRefusal, practice.afterRefusal.map(Value.count) ?? .word(.notRecorded)),
            (.informationRefusals, fewPersons(practice.refusals)), (.qOptOutRate, refusalRate),
            (.informationOptOuts, fewPersons(practice.optOuts)),
            (.informationConsents, fewPersons(practice.anyTime)),
        ]
        let table = Document.Table(
            id: "information", columns: [.init(title: .qFigure), .init(title: .qValue, isNumber: true)],
            rows: rows.map { .init(cells: [.word($0.0), $0.1]) })
        return .init(
            heading: .information,
            meaning: [
                Sentence(
                    .informationMeaning,
                    [
                        "date": practice.informedSince.map(Value.day) ?? .none, "zone": .text(last.timeZone),
                    ])
            ],
            tables: [table])
    }

    /// Not told where the number of refusals is not.
    private var refusalRate: Value {
        guard let refusals = practice.refusals else { return .word(.notRecorded) }
        guard practice.informed > 0, refusals == 0 || refusals >= Self.leastShown else { return .none }
        return .count((refusals * 1000 + practice.informed / 2) / practice.informed)
    }

    private func fewPersons(_ count: Int?) -> Value {
        guard let count else { return .word(.notRecorded) }
        return count > 0 && count < Self.leastShown ? .text("< \(Self.leastShown)") : .count(count)
    }

    var blocking: Document.Section {
        .init(
            heading: .blocking,
            notes: [
                .init(sentence: Sentence(.blockingNone), mark: .open),
                .init(sentence: Sentence(.suppressionCount, count: last.practice.suppressed), mark: .plain),
            ])
    }

    /// Imported files that are still there, in clear text; nil where there are none.
    var sourcesKept: Sentence? {
        guard let oldest = last.copies.oldestSource, last.copies.sources > 0 else { return nil }
        return Sentence(.sourcesKept, count: last.copies.sources, ["date": .day(oldest)])
    }

    var copies: Document.Section {
        var notes = sourcesKept.map { [Document.Note(sentence: $0, mark: .open)] } ?? []
        if last.copies.unlistedTables > 0 {
            notes.append(.init(sentence: Sentence(.tablesUnlisted, count: last.copies.unlistedTables), mark: .open))
        }
        return .init(
            heading: .copiesSection, meaning: [Sentence(.copiesMeaning)], notes: notes, nothing: .copiesNone)
    }

    var anonymisation: Document.Section {
        let rules = Anonymity.standard
        let blocks = input.facts.filter { $0.kind == .block }
        let table = Document.Table(
            id: "anonymisation",
            columns: [
                .init(title: .output), .init(title: .label), .init(title: .cellsShown, isNumber: true),
                .init(title: .cellsWithheld, isNumber: true),
            ],
            rows: [
                .init(cells: [
                    .word(.outputFigures), .marked(.word(.labelAnonymous), "good"),
                    .count(blocks.count { $0.figures != nil }), .count(blocks.count { $0.figures == nil }),
                ]),
                .init(cells: [.word(.outputArchives), .marked(.word(.labelPersonal), "open"), .none, .none]),
                .init(cells: [.word(.outputLive), .marked(.word(.labelPersonal), "open"), .none, .none]),
            ])
        return .init(
            heading: .anonymisation,
            meaning: [
                Sentence(
                    .anonymisationMeaning,
                    [
                        "k": .count(rules.leastPersons), "median": .count(rules.leastForMedian),
                        "p90": .count(rules.leastForP90), "base": .count(rules.base),
                    ]), Sentence(.status),
            ], tables: [table])
    }

    var incidents: Document.Section {
        let counts: [(Text, Int)] = [
            (.incidentInterrupted, input.records.count { $0.doneBefore > 0 }),
            (.incidentLimits, input.records.reduce(0) { $0 + $1.wouldHaveStopped.count }),
            (.incidentFailed, input.records.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.failed } }),
        ]
        return .init(
            heading: .incidents,
            notes: counts.filter { $0.1 > 0 }.map { .init(sentence: Sentence($0.0, count: $0.1), mark: .open) }
                + breaches,
            nothing: .incidentsNone)
    }

    /// Residue, over-erasure, a clear identifier in an archive or log, something readable by others, something back.
    private static let mayBeBreach: Set<String> = ["B5", "B10", "B12", "C3", "F7", "H1", "H5"]

    private var breaches: [Document.Note] {
        proof.lines.filter { Self.mayBeBreach.contains($0.id) && $0.failing > 0 }.map { line in
            .init(sentence: Sentence(.incidentBreach, ["check": title(line), "id": .code(line.id)]), mark: .bad)
        }
    }

    var gaps: Document.Section {
        guard let gaps = input.gaps else {
            return .init(
                heading: .gaps, meaning: [Sentence(.gapsMeaning)],
                notes: [.init(sentence: Sentence(.gapsUnread), mark: .open)])
        }
        let table = Document.Table(
            id: "gaps", columns: [.init(title: .article), .init(title: .gap), .init(title: .actionOwner)],
            rows: gaps.map { .init(cells: [.text($0.article), $0.value, .none]) })
        return .init(heading: .gaps, meaning: [Sentence(.gapsMeaning)], tables: [table], nothing: .gapsNone)
    }

    // MARK: Annexes

    var rules: Document.Section {
        guard let rules = input.rules else {
            return .init(heading: .annexRules, notes: [.init(sentence: Sentence(.annexRulesUnknown), mark: .open)])
        }
        return .init(
            heading: .annexRules, meaning: [Sentence(.annexQuoted)],
            tables: [RuleTable.table(rules), RuleTable.accountability(rules)])
    }

    var annexes: Document.Section {
        let segments = Document.Table(
            id: "segments", caption: .annexSegments,
            columns: [
                .init(title: .segment), .init(title: .rule), .init(title: .endsOn),
                .init(title: .conversations, isNumber: true), .init(title: .size, isNumber: true),
                .init(title: .fingerprint),
            ],
            rows: input.records.flatMap(\.segmentsWritten).map { segment in
                .init(cells: [
                    .code(segment.name), .text(segment.rule), .day(segment.endsOn),
                    StockGroups.flow(segment.conversations), StockGroups.size(segment.bytes),
                    .code(String(segment.sha256.prefix(16))),
                ])
            })
        let heads = Document.Table(
            id: "nights", caption: .annexNights,
            columns: [.init(title: .nightWord), .init(title: .run, isNumber: true), .init(title: .auditHead)],
            rows: input.records.map {
                .init(cells: [.day(calendar.date(of: $0.asOf)), .count($0.run), .code(String($0.auditHead.prefix(32)))])
            })
        return .init(heading: .annexes, meaning: [Sentence(.annexRecord)], tables: [segments, heads])
    }
}

extension StoredCategory {
    var text: Text {
        switch self {
        case .names: .categoryNames
        case .profilePhotos: .categoryProfilePhotos
        case .profileStatuses: .categoryProfileStatuses
        case .addresses: .categoryAddresses
        case .media: .categoryMedia
        case .calls: .categoryCalls
        case .wishes: .categoryWishes
        }
    }
}

extension StockGroups {
    /// A count of what was due or falls due: none, few, or rounded.
    static func flow(_ count: Int) -> Value {
        count > 0 && count < few ? .text("< \(few)") : .count(flowRounded(count))
    }

    /// A count of the whole store: none, fewer than `least`, or rounded.
    static func shown(_ count: Int) -> Value { count < least ? told(count) : .count(rounded(count)) }

    /// Bytes of something: none, fewer than what sizes are rounded to, or rounded.
    static func size(_ bytes: Int) -> Value {
        bytes > 0 && bytes < leastBytes
            ? .sentence(Sentence(.sizeLess, ["size": .bytes(leastBytes)])) : .bytes(roundedBytes(bytes))
    }

    /// A count of conversations of one file: fewer than `least` are not told apart.
    static func told(_ count: Int) -> Value { count > 0 && count < least ? .text("< \(least)") : .count(count) }
}
