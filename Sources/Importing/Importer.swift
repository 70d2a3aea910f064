import Conversations
import StorePort

/// Imports files one after the other. A file that fails is told in its summary; the others are imported.
package struct Importer {
    private let settings: ImportSettings
    private let store: any ImportStore
    private let reading: (Int) throws -> Void

    /// - Parameter reading: told how many bytes more of the file at hand were read, 0 where it begins. It ends the import by an error of
    ///   its own: what was committed stays, and importing again goes on from there.
    package init(settings: ImportSettings, store: any ImportStore, reading: @escaping (Int) throws -> Void = { _ in }) {
        (self.settings, self.store, self.reading) = (settings, store, reading)
    }

    /// - Parameter paths: files, or folders of files; absolute.
    /// - Returns: one summary a file, in the order of the paths and of the names in a folder.
    /// - Throws: what the store throws: then nothing of the file at hand is half there, and those before it are.
    package func importFiles(_ paths: [String], each: (ImportSummary) -> Void = { _ in }) throws -> [ImportSummary] {
        let files = SourceFiles.find(paths)
        return try files.enumerated().map { index, file in
            var summary = ImportSummary(file: index + 1, of: files.count, shortHash: shortHash(file.path))
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

    /// The files under these paths, in the order in which they are imported: that of `ImportSummary.file`.
    package static func files(under paths: [String]) -> [String] { SourceFiles.find(paths).map(\.path) }

    private func importFile(_ path: String, into summary: inout ImportSummary) throws {
        try reading(0)
        let folder = settings.hash.of(.folder, path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
        let export = ExportImport(
            settings: settings, store: store, path: path, folder: folder)
        switch try SourceForm(path: path) {
        case .text: try export.run(into: &summary, source: nil) { try FileBytes(path: path, reading: reading) }
        case .zip:
            let archive = try ZipArchive(path: path)
            let chat = try archive.chat()
            let hash = try Importer.sourceHash(ofFile: path, under: settings.hash)
            let media = MediaExtraction(archive, chat: chat, folder: settings.media)
            try export.run(into: &summary, source: hash, media: media) { try archive.open(chat) }
        case .json:
            try WebhookImport(settings: settings, store: store, path: path, folder: folder)
                .run(into: &summary, bytes: FileBytes(path: path, reading: reading))
        }
    }

    /// The hash of a file's bytes, as `retention_source` keeps it.
    package static func sourceHash(ofFile path: String, under hash: KeyedHash) throws -> Fingerprint {
        var stream = KeyedHash.Stream(hash, .source)
        let file = try FileBytes(path: path)
        var block = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            let count = try block.withUnsafeMutableBytes { try file.read(into: $0) }
            guard count > 0 else { return stream.value() }
            block.withUnsafeBytes { stream.add(.init(rebasing: $0[..<count])) }
        }
    }

    private func shortHash(_ path: String) -> String {
        settings.hash.of(.file, path).bytes.prefix(4).hexadecimal
    }
}
