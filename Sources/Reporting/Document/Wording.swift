import Conversations

/// Puts values and sentences into the words of a language.
struct Wording {
    let catalogue: Catalogue
    let form: NumberForm
    let calendar: LocalCalendar
    let months: [String]
    let byteUnits: [String]
    let durationUnits: [String]

    init(_ language: ReportLanguage, timeZone: String) throws(ReportError) {
        guard let calendar = LocalCalendar(zone: timeZone) else { throw .unknownTimeZone(timeZone) }
        (catalogue, form, self.calendar) = (Catalogue(language), NumberForm(language), calendar)
        months = try catalogue.forms(.months)
        byteUnits = try catalogue.forms(.byteUnits)
        durationUnits = try catalogue.forms(.durationUnits)
    }

    func words(_ sentence: Sentence) throws(ReportError) -> String {
        var values: [String: String] = [:]
        for (name, value) in sentence.values { values[name] = try words(value) }
        guard let count = sentence.count else { return try catalogue.filled(sentence.text, values) }
        return try catalogue.counted(sentence.text, count, values)
    }

    func words(_ value: Value) throws(ReportError) -> String {
        switch value {
        case .count(let count): form.integer(count)
        case .percent(let percent): form.percent(percent)
        case .seconds(let seconds): form.duration(seconds, units: durationUnits)
        case .minutes(let seconds): form.integer((seconds + 30) / 60)
        case .bytes(let bytes): form.size(bytes, units: byteUnits)
        case .day(let date): form.date(date, months: months)
        case .moment(let instant): try moment(instant)
        case .span(let span): try words(span)
        case .narrow(let span): try narrow(span)
        case .month(let month): form.month(month, months: months)
        case .word(let text): try catalogue.plain(text)
        case .check(let id): CheckTitles.title(of: id, in: catalogue.language) ?? id
        case .words(let texts): try list(texts)
        case .actions(let actions): try catalogue.words(for: actions)
        case .name(let text, let index): try name(text, index)
        case .sentence(let sentence): try words(sentence)
        case .text(let text), .english(let text), .code(let text): text
        case .marked(let value, _): try words(value)
        case .withheld: "c"
        case .none: "–"
        }
    }

    /// Between a name and what it is.
    var colon: String { catalogue.language == .french ? "\u{a0}: " : ": " }

    func title(of column: Document.Column) throws(ReportError) -> String {
        try words(column.label ?? .word(column.title))
    }

    private func moment(_ instant: Instant) throws(ReportError) -> String {
        let time = form.time(secondsOfDay: calendar.secondsOfDay(of: instant))
        return try catalogue.filled(
            .dateAndTime, ["date": form.date(calendar.date(of: instant), months: months), "time": time])
    }

    private func list(_ texts: [Text]) throws(ReportError) -> String {
        var words: [String] = []
        for text in texts { words.append(try catalogue.plain(text)) }
        return words.joined(separator: ", ")
    }

    private func name(_ text: Text, _ index: Int) throws(ReportError) -> String {
        let names = try catalogue.forms(text)
        return names.indices.contains(index) ? names[index] : String(index)
    }

    private func narrow(_ span: Span) throws(ReportError) -> String {
        guard let number = span.name.split(separator: "-").dropFirst().first,
            let count = Int(number.drop { !$0.isNumber })
        else { return span.name }
        switch span.level {
        case .week: return try catalogue.filled(.qWeekShort, ["number": String(count)])
        case .month: return try name(.qMonthsShort, count - 1)
        case .quarter, .year: return span.name
        }
    }

    private func words(_ span: Span) throws(ReportError) -> String {
        let parts = span.name.split(separator: "-")
        guard let year = parts.first, let number = parts.dropFirst().first else { return span.name }
        let count = Int(number.drop { !$0.isNumber }) ?? 0
        let values = ["year": String(year), "number": String(count)]
        switch span.level {
        case .week: return try catalogue.filled(.qWeekName, values)
        case .quarter: return try catalogue.counted(.qQuarterName, count, values)
        case .month: return form.month(span.name, months: months)
        case .year: return span.name
        }
    }
}

extension NumberForm {
    /// `12 %`, in English `12%`.
    func percent(_ value: Int) -> String { integer(value) + (language == .english ? "%" : "\u{a0}%") }
}
