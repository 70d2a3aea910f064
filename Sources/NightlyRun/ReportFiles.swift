import Archiving
import Conversations
import Reporting

/// The files that a report is handed over as. They go by run number and date: no name, no word of the service.
package struct ReportFiles {
    static func write(_ record: RunRecord, in night: Night) throws -> [String] {
        let language = ReportLanguage(rawValue: night.policy.reports.language.rawValue) ?? .french
        return try write(
            record, language: language, to: night.places.reports, calendar: night.calendar, anyFolder: false)
    }

    /// Writes a record's HTML and JSON into a folder and returns their paths. The same record gives the same bytes.
    /// - Parameter anyFolder: whether the folder may be open to others, as one named on the command line may.
    package static func write(
        _ record: RunRecord, language: ReportLanguage, to folder: String, calendar: LocalCalendar, anyFolder: Bool
    ) throws -> [String] {
        let stem = "\(folder)/run-\(record.run)-\(calendar.date(of: record.asOf))"
        let files = [
            ("\(stem).html", try Report.html(record, language: language)),
            ("\(stem).json", try Report.json(record)),
        ]
        for (path, bytes) in files { try DurableFile.write(bytes, to: path, replacing: true, anyFolder: anyFolder) }
        return files.map(\.0)
    }
}
