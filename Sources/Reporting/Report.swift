import Foundation

package enum ReportLanguage: String, Sendable, CaseIterable { case fr, nl, en }

package enum Report {
    package static func html(_ record: RunRecord, language: ReportLanguage) throws -> [UInt8] { try json(record) }
    package static func json(_ record: RunRecord) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try Array(encoder.encode(record))
    }
}
