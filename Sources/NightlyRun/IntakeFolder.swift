import Foundation
import StorePort

/// The folder from which sources are imported and which the night may empty of those that are safely in the store.
/// Files are known by a keyed hash of their bytes: their names hold names and numbers, and are written nowhere.
package struct IntakeFolder: Sendable {
    package let path: String
    /// The keyed hash under which an import recorded a source's bytes.
    private let hash: @Sendable (String) throws -> [UInt8]
    /// The keyed hash under which an import recorded whose records a source holds.
    let personHash: @Sendable (PersonContent.Address) -> [UInt8]

    package init(
        path: String, hash: @escaping @Sendable (String) throws -> [UInt8],
        personHash: @escaping @Sendable (PersonContent.Address) -> [UInt8]
    ) {
        (self.path, self.hash, self.personHash) = (path, hash, personHash)
    }

    struct File {
        let path: String
        let bytes: Int
        let hash: [UInt8]
    }

    /// Every regular file below the folder; links are neither followed nor listed. None where the folder is not there.
    func files() -> [File] {
        guard let walk = FileManager.default.enumerator(atPath: path) else { return [] }
        var files: [File] = []
        while let name = walk.nextObject() as? String {
            guard walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
            let file = "\(path)/\(name)"
            let bytes = (walk.fileAttributes?[.size] as? NSNumber)?.intValue ?? 0
            // A file that cannot be read was not imported either: it stays.
            if let hash = try? hash(file) { files.append(File(path: file, bytes: bytes, hash: hash)) }
        }
        return files.sorted { $0.path < $1.path }
    }

    /// Unlinks a file if its bytes are still those that were planned. Returns whether it went.
    func unlink(_ file: File) throws -> Bool {
        guard let now = try? hash(file.path), now == file.hash, Foundation.unlink(file.path) == 0 else { return false }
        let folder = open((file.path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if folder >= 0 { close(folder) } }
        guard folder >= 0, fsync(folder) == 0 else {
            throw NightError(
                .inputOutput, "the intake folder cannot be made durable", remedy: "check the disk; the next run goes on"
            )
        }
        return true
    }
}
