import Conversations
import StorePort

/// Imports files one after the other. A file that fails is told in its summary; the others are imported.
package struct Importer {
    private let settings: ImportSettings
    private let store: any ImportStore

    package init(settings: ImportSettings, store: any ImportStore) { (self.settings, self.store) = (settings, store) }

    /// - Parameter paths: files, or folders of files; absolute.
    /// - Returns: one summary a file, in the order of the paths and of the names in a folder.
    /// - Throws: what the store throws: then nothing of the file at hand is half there, and those before it are.
    package func importFiles(_ paths: [String], each: (ImportSummary) -> Void = { _ in }) throws -> [ImportSummary] {
        let files = SourceFiles.find(paths)
        return try files.enumerated().map { index, file in
            var summary = ImportSummary(file: index + 1, files: files.count, shortHash: shortHash(file.path))
            do {
                if let fault = file.fault { throw fault }
                try importFile(file.path, into: &summary)
            } catch let fault as ImportFault {
                summary.fault = fault
            }
            each(summary)
            return summary
        }
    }

    private func importFile(_ path: String, into summary: inout ImportSummary) throws {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let export = ExportImport(
            settings: settings, store: store, classified: settings.origin(path: path, numbers: []),
            folder: settings.hash.of(.folder, folder))
        try export.run(into: &summary) { try FileBytes(path: path) }
    }

    private func shortHash(_ path: String) -> String {
        settings.hash.of(.file, path).bytes.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
