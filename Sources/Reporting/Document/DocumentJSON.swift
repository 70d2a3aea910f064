import Conversations

/// The published JSON form of a document: values bare, words as the names of texts, so that it is the same in every
/// language. `Documentation/Report.schema.json` describes it.
struct DocumentJSON: Encodable {
    let document: Document

    private enum Key: String, CodingKey {
        case format, report, period, timeZone, rehearsal, state, answers, labels, facts, sections
        case question, answer, detail, id, notes, tables, columns, rows, standing, text, n, values, mark, withheld
    }

    func encode(to encoder: any Encoder) throws {
        var top = encoder.container(keyedBy: Key.self)
        try top.encode(2, forKey: .format)
        try top.encode(document.kind, forKey: .report)
        try top.encode(document.period, forKey: .period)
        try top.encode(document.timeZone, forKey: .timeZone)
        try top.encode(document.rehearsal, forKey: .rehearsal)
        try top.encode(document.state, forKey: .state)
        try top.encode(document.labels.map(SentenceJSON.init), forKey: .labels)
        try top.encode(document.answers.map(AnswerJSON.init), forKey: .answers)
        let facts = document.facts.map { ($0.name.rawValue, ValueJSON($0.value)) }
        try top.encode(Dictionary(facts, uniquingKeysWith: { first, _ in first }), forKey: .facts)
        try top.encode(document.sections.map(SectionJSON.init), forKey: .sections)
    }

    private struct AnswerJSON: Encodable {
        let answer: Document.Answer
        init(_ answer: Document.Answer) { self.answer = answer }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(answer.question.rawValue, forKey: .question)
            try container.encode(ValueJSON(answer.answer), forKey: .answer)
            try container.encode(answer.mark, forKey: .mark)
            try container.encode(SentenceJSON(answer.detail), forKey: .detail)
        }
    }

    private struct SectionJSON: Encodable {
        let section: Document.Section
        init(_ section: Document.Section) { self.section = section }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(section.heading.rawValue, forKey: .id)
            try container.encode(section.notes.map(NoteJSON.init), forKey: .notes)
            try container.encode(section.tables.map(TableJSON.init), forKey: .tables)
        }
    }

    private struct NoteJSON: Encodable {
        let note: Document.Note
        init(_ note: Document.Note) { self.note = note }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(note.mark, forKey: .mark)
            try SentenceJSON(note.sentence).encode(to: encoder)
        }
    }

    private struct TableJSON: Encodable {
        let table: Document.Table
        init(_ table: Document.Table) { self.table = table }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(table.id, forKey: .id)
            try container.encode(table.columns.map { ValueJSON($0.label ?? .word($0.title)) }, forKey: .columns)
            try container.encode(table.rows.map { $0.cells.map(ValueJSON.init) }, forKey: .rows)
            try container.encodeIfPresent(table.standing, forKey: .standing)
        }
    }
}

private struct SentenceJSON: Encodable {
    let sentence: Sentence
    init(_ sentence: Sentence) { self.sentence = sentence }

    private enum Key: String, CodingKey { case text, n, values }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(sentence.text.rawValue, forKey: .text)
        try container.encodeIfPresent(sentence.count, forKey: .n)
        if !sentence.values.isEmpty { try container.encode(sentence.values.mapValues(ValueJSON.init), forKey: .values) }
    }
}

/// A number, a text or null; a cell that is withheld is the text `c`.
private struct ValueJSON: Encodable {
    let value: Value
    init(_ value: Value) { self.value = value }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value {
        case .count(let number), .percent(let number), .seconds(let number), .minutes(let number), .bytes(let number):
            try container.encode(number)
        case .day(let date): try container.encode(date)
        case .moment(let instant): try container.encode(instant)
        case .span(let span), .narrow(let span): try container.encode(span)
        case .word(let text): try container.encode(text.rawValue)
        case .check(let id): try container.encode(CheckTitles.english[id] ?? id)
        case .words(let texts): try container.encode(texts.map(\.rawValue).joined(separator: ", "))
        case .actions(let actions): try container.encode(actions.description)
        case .name(let text, let index): try container.encode("\(text.rawValue) \(index)")
        case .sentence(let sentence): try container.encode(SentenceJSON(sentence))
        case .text(let text), .english(let text), .code(let text), .month(let text): try container.encode(text)
        case .marked(let value, _): try ValueJSON(value).encode(to: encoder)
        case .withheld: try container.encode("c")
        case .none: try container.encodeNil()
        }
    }
}
