import Conversations
import Verification

/// Words a record, section by section, in one language.
struct PageMaker {
    let record: RunRecord
    let wording: Wording
    var catalogue: Catalogue { wording.catalogue }
    var form: NumberForm { wording.form }

    init(_ record: RunRecord, language: ReportLanguage) throws(ReportError) {
        self.record = record
        wording = try Wording(language, timeZone: record.timeZone)
    }

    func page() throws(ReportError) -> Page {
        let state = OverallState(record)
        return Page(
            lang: catalogue.language.rawValue, title: try catalogue.plain(.title),
            night: try catalogue.filled(.night, ["date": day(record.asOf)]),
            internalUse: try catalogue.plain(.internalUse),
            rehearsal: try rehearsal(), state: try words(for: state), sentences: try sentences(), facts: try facts(),
            sections: try sections(state),
            identification: Page.Identification(
                heading: try catalogue.plain(.identification), facts: try technicalFacts()),
            signatures: try signatures())
    }

    /// In the order of reading: what needs attention, what happened, what is there, what was proven, how it went.
    private func sections(_ state: OverallState) throws(ReportError) -> [Page.Section] {
        let changed = try policyChange().map { [$0] } ?? []
        return [try findings(state)] + changed + [
            try flow(), try ahead(), try archives(), try stock(), try checks(), try quality(),
        ]
    }

    // MARK: Words that several sections use

    func day(_ instant: Instant) -> String { day(wording.calendar.date(of: instant)) }

    func day(_ date: CivilDate) -> String { form.date(date, months: wording.months) }

    func size(_ bytes: Int) -> String { form.size(bytes, units: wording.byteUnits) }

    /// A count in a table. Zeros are marked: a telephone's screen leaves them out.
    func number(_ value: Int) -> TableRow.Entry {
        .init(form.integer(value), mark: value == 0 ? "number zero" : "number")
    }

    func column(_ text: Text, number: Bool = false) throws(ReportError) -> Page.Column {
        Page.Column(title: try catalogue.plain(text), isNumber: number)
    }

    func columns(_ texts: [Text], numbersFrom first: Int) throws(ReportError) -> [Page.Column] {
        var columns: [Page.Column] = []
        for (index, text) in texts.enumerated() { columns.append(try column(text, number: index >= first)) }
        return columns
    }
}
