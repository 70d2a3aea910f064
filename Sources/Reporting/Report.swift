import Crypto
import Foundation
import Mustache

/// The report of one night. Pure: the record is all that is known, and the same record gives the same bytes.
package enum Report {
    /// A self-contained HTML page, UTF-8: no script, no request, nothing that names a person.
    /// Throws `ReportError` where a text is missing or the record names an unknown time zone.
    package static func html(_ record: RunRecord, language: ReportLanguage) throws(ReportError) -> [UInt8] {
        EscapedByScalar.register
        let hash = Data(SHA256.hash(data: Data(Style.text.utf8))).base64EncodedString()
        let page = try PageMaker(record, language: language).page(style: Style.text, styleHash: "sha256-\(hash)")
        let template: MustacheTemplate
        do { template = try MustacheTemplate(string: Template.text) } catch { throw .template("\(error)") }
        return Array(template.render(page).utf8)
    }

    /// The same report as canonical JSON, UTF-8: keys sorted, instants in UTC, no insignificant blank, one newline at
    /// the end. `record` is the night's record; small groups of the stock are together in `stockTogether`; `actions`
    /// words each set of actions that occurs; a quality cell without `figures` is suppressed.
    package static func json(_ record: RunRecord) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(JSONReport(record))) + [UInt8(ascii: "\n")]
    }
}
