import Conversations

/// A document as a page in one language.
struct DocumentPage {
    let document: Document
    let wording: Wording

    init(_ document: Document, language: ReportLanguage) throws(ReportError) {
        self.document = document
        wording = try Wording(language, timeZone: document.timeZone)
    }

    func page() throws(ReportError) -> Page {
        let catalogue = wording.catalogue
        var labels: [String] = []
        for label in document.labels { labels.append(try wording.words(label)) }
        var answers: [Page.Answer] = []
        for answer in document.answers { answers.append(try self.answer(answer)) }
        var facts: [Page.Fact] = []
        for fact in document.facts where !fact.isTechnical { facts.append(try self.fact(fact)) }
        var technical: [Page.Fact] = []
        for fact in document.facts where fact.isTechnical { technical.append(try self.fact(fact)) }
        var sections: [Page.Section] = []
        for section in document.sections { sections.append(try self.section(section)) }
        return Page(
            lang: catalogue.language.rawValue, title: try catalogue.plain(document.title),
            night: try wording.words(document.subtitle),
            internalUse: labels.joined(separator: " "), rehearsal: try rehearsal(), state: try state(),
            answers: answers, sentences: [], facts: facts, sections: sections,
            identification: technical.isEmpty
                ? nil : Page.Identification(heading: try catalogue.plain(.identification), facts: technical),
            signatures: Page.Signatures(
                heading: try catalogue.plain(.signatures),
                lines: [try catalogue.plain(.signedController), try catalogue.plain(.signedOfficer)],
                blank: try catalogue.plain(.signedWhere), status: try catalogue.plain(.status),
                isSigned: document.isSigned))
    }

    private func rehearsal() throws(ReportError) -> Page.Rehearsal? {
        guard document.rehearsal else { return nil }
        return Page.Rehearsal(
            word: try wording.catalogue.plain(.rehearsal), meaning: try wording.catalogue.plain(.rehearsalMeaning),
            intro: nil, stops: [])
    }

    private func state() throws(ReportError) -> Page.State? {
        guard let state = document.state else { return nil }
        let (words, meaning): (Text, Text) =
            switch state {
            case .clear: (.stateClear, .periodClear)
            case .deviations: (.stateDeviations, .periodDeviations)
            case .unproven: (.stateUnproven, .periodUnproven)
            }
        return Page.State(
            mark: state.rawValue, words: try wording.catalogue.plain(words),
            meaning: try wording.catalogue.plain(meaning), notExamined: try wording.catalogue.plain(.notExamined))
    }

    private func answer(_ answer: Document.Answer) throws(ReportError) -> Page.Answer {
        Page.Answer(
            question: try wording.catalogue.plain(answer.question), answer: try wording.words(answer.answer),
            mark: answer.mark.rawValue, detail: try wording.words(answer.detail))
    }

    private func fact(_ entry: Document.Entry) throws(ReportError) -> Page.Fact {
        var isCode = false
        if case .code = entry.value { isCode = true }
        return Page.Fact(
            name: try wording.catalogue.plain(entry.name), value: try wording.words(entry.value), isCode: isCode)
    }

    private func section(_ section: Document.Section) throws(ReportError) -> Page.Section {
        var paragraphs: [String] = []
        for sentence in section.meaning { paragraphs.append(try wording.words(sentence)) }
        var notes: [Page.Note] = []
        for note in section.notes {
            notes.append(.init(text: try wording.words(note.sentence), mark: note.mark.rawValue))
        }
        var charts: [Page.Chart] = []
        for (index, chart) in section.charts.enumerated() {
            let id = "\(section.heading.rawValue)-\(index)"
            if let drawn = try ChartDrawing(wording: wording).draw(chart, id: id) { charts.append(drawn) }
        }
        var tables: [Page.Table] = []
        for table in section.tables where !table.rows.isEmpty { tables.append(try self.table(table)) }
        let isEmpty = notes.isEmpty && tables.isEmpty
        return Page.Section(
            heading: try wording.catalogue.plain(section.heading), paragraphs: paragraphs, notes: notes, charts: charts,
            tables: tables, nothing: try isEmpty ? section.nothing.map(wording.catalogue.plain) : nil)
    }

    private func table(_ table: Document.Table) throws(ReportError) -> Page.Table {
        var columns: [Page.Column] = []
        for column in table.columns {
            columns.append(.init(title: try wording.title(of: column), isNumber: column.isNumber))
        }
        var rows: [TableRow] = []
        for row in table.rows {
            var cells: [TableRow.Entry] = []
            for cell in row.cells { cells.append(try entry(cell)) }
            rows.append(TableRow(cells: cells, isQuiet: row.isQuiet, isTotal: row.isTotal))
        }
        var made = Page.Table(
            caption: try table.caption.map(wording.catalogue.plain), columns: columns, rows: rows)
        made.standing = try table.standing.map(words)
        return made
    }

    private func entry(_ value: Value) throws(ReportError) -> TableRow.Entry {
        let words = try wording.words(value)
        switch value {
        case .count(0), .percent(0): return .init(words, mark: "number zero")
        case .count, .percent, .seconds, .minutes, .bytes: return .init(words, mark: "number")
        case .marked(let inner, let mark):
            if case .count = inner { return .init(words, mark: "number \(mark)") }
            return .init(words, mark: mark)
        case .code: return .init(words, mark: "code")
        case .english: return .init(words, lang: wording.catalogue.language == .english ? nil : "en")
        default: return .init(words)
        }
    }

    private func words(_ standing: Document.Standing) throws(ReportError) -> String {
        let label: Text = standing.isAnonymous ? .labelAnonymous : .labelPersonal
        return try wording.words(
            Sentence(
                standing.isAnonymous ? .qStanding : .qStandingLive,
                [
                    "n": .count(standing.n), "k": .count(standing.k), "withheld": .count(standing.withheld),
                    "rolled": .count(standing.rolledUp), "version": .count(standing.version), "label": .word(label),
                ].filter { standing.isAnonymous || ["n", "version", "label"].contains($0.key) }))
    }
}
