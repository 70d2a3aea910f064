import Archiving
import Conversations
import Planning
import Reporting
import StorePort
import Verification

/// The figures of a night's report that stand on what the night is about to erase.
struct ReportStage {
    let night: Night

    /// Figures that must be taken before anything is erased.
    struct Before {
        let quality: [RunRecord.QualityCell]
        let unclassified: Int
    }

    func before(_ snapshot: any StoreSnapshot) throws -> Before {
        let calendar = night.calendar
        let cells = try snapshot.responses { calendar.date(of: $0).yearAndMonth }
        return Before(
            quality: cells.map(quality),
            unclassified: try snapshot.stock().filter {
                Role(stored: $0.role) == .unknown || Purpose(stored: $0.purpose) == .unknown
            }.reduce(0) { $0 + $1.conversations })
    }

    private func quality(_ cell: ResponseCell) -> RunRecord.QualityCell {
        let figures = RunRecord.QualityCell.Figures(
            conversations: cell.conversations, messages: cell.messages,
            medianFirstResponse: median(cell.responses), unanswered: cell.unanswered)
        return RunRecord.QualityCell(
            role: Role(stored: cell.role), purpose: Purpose(stored: cell.purpose), month: cell.month,
            figures: cell.persons >= RunRecord.QualityCell.leastPersons ? figures : nil)
    }

    /// The lower of the two middle values where their number is even; nil of none.
    private func median(_ values: [Int]) -> Int? {
        values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
    }
}

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
