import Crypto
import Foundation
import Mustache

/// The report of one night. Pure: the record is all that is known, and the same record gives the same bytes.
package enum Report {
    /// A self-contained HTML page, UTF-8: no script, no request, nothing that names a person.
    /// Throws `ReportError` where a text is missing or the record names an unknown time zone.
    package static func html(_ record: RunRecord, language: ReportLanguage) throws(ReportError) -> [UInt8] {
        try rendered(PageMaker(record, language: language).page())
    }

    /// A document as a page: the same document gives the same bytes.
    package static func html(_ document: Document, language: ReportLanguage) throws(ReportError) -> [UInt8] {
        try rendered(DocumentPage(document, language: language).page())
    }

    /// Each table of a document as a CSV file, by the table's name.
    package static func tables(
        _ document: Document, language: ReportLanguage
    ) throws(ReportError) -> [(name: String, bytes: [UInt8])] {
        let wording = try Wording(language, timeZone: document.timeZone)
        var files: [(name: String, bytes: [UInt8])] = []
        for table in document.sections.flatMap(\.tables) where !table.rows.isEmpty {
            files.append((table.id, try TableFile.bytes(table, wording)))
        }
        return files
    }

    /// A document as JSON in the published form, the same in every language.
    package static func json(_ document: Document) throws -> [UInt8] { try canonical(DocumentJSON(document: document)) }

    /// The page's own name stands on each printed sheet, so that the style is its own as well.
    private static func rendered(_ words: Page) throws(ReportError) -> [UInt8] {
        EscapedByScalar.register
        var page = words
        page.style = Style.sheet(header: "\(page.title) · \(page.night)")
        page.styleHash = "sha256-\(Data(SHA256.hash(data: Data(page.style.utf8))).base64EncodedString())"
        let template: MustacheTemplate
        do { template = try MustacheTemplate(string: Template.text) } catch { throw .template("\(error)") }
        return Array(template.render(page).utf8)
    }

    /// The same report as canonical JSON, UTF-8: keys sorted, instants in UTC, no insignificant blank, one newline at
    /// the end. `record` is the night's record; its stock is told as a whole in `stockTotal`; `actions`
    /// words each set of actions that occurs; a quality cell without `figures` is suppressed.
    package static func json(_ record: RunRecord) throws -> [UInt8] {
        try canonical(JSONReport(record))
    }

    private static func canonical(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    }
}
