import Archiving
import Foundation
import Reporting

/// Writes documents as files in the formats and languages that were asked for.
struct ReportWriter {
    enum Format: String, CaseIterable { case html, pdf, csv, json }

    let formats: [Format]
    let languages: [ReportLanguage]
    let folder: String
    /// Whether the folder may be open to others, as one named on the command line may.
    let anyFolder: Bool
    /// Hears the name of each file before it is made.
    let tell: (String) -> Void

    /// Returns the paths of the files, which begin with `stem`. JSON and the same document's bytes never differ.
    func write(_ document: Document, stem: String) throws -> [String] {
        var paths: [String] = []
        func save(_ bytes: [UInt8], _ name: String) throws {
            let path = "\(folder)/\(stem)\(name)"
            try DurableFile.write(bytes, to: path, replacing: true, anyFolder: anyFolder)
            paths.append(path)
        }
        if formats.contains(.json) { try save(Reporting.Report.json(document), ".json") }
        for language in languages {
            let suffix = "-\(language.rawValue)"
            tell("\(stem)\(suffix).html")
            let html = try Reporting.Report.html(document, language: language)
            if formats.contains(.html) { try save(html, "\(suffix).html") }
            if formats.contains(.pdf) {
                tell("\(stem)\(suffix).pdf")
                try save(PDFPrinter().print(html), "\(suffix).pdf")
            }
            guard formats.contains(.csv) else { continue }
            for table in try Reporting.Report.tables(document, language: language) {
                try save(table.bytes, "\(suffix)-\(table.name).csv")
            }
        }
        return paths
    }
}
