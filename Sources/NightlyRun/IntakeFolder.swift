import Foundation
import StorePort

/// The folder from which sources are imported and which the night may empty of those that are safely in the store.
/// Files are known by a keyed hash of their bytes: their names hold names and numbers, and are written nowhere.
package struct IntakeFolder: Sendable {
    package let path: String
    /// The keyed hash under which an import recorded a source's bytes.
    private let hash: @Sendable (String) throws -> [UInt8]

    package init(path: String, hash: @escaping @Sendable (String) throws -> [UInt8]) {
        (self.path, self.hash) = (path, hash)
    }

    struct File {
        let path: String
        let bytes: Int
        let hash: [UInt8]
    }

    /// Every regular file below the folder; links are neither followed nor listed. None where the folder is not there.
    func files() throws -> [File] {
        guard let walk = FileManager.default.enumerator(atPath: path) else { return [] }
        var files: [File] = []
        while let name = walk.nextObject() as? String {
            guard walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
            let file = "\(path)/\(name)"
            let bytes = (walk.fileAttributes?[.size] as? NSNumber)?.intValue ?? 0
            files.append(File(path: file, bytes: bytes, hash: try hash(file)))
        }
        return files.sorted { $0.path < $1.path }
    }

    /// Unlinks a file if its bytes are still those that were planned. Returns whether it went.
    func unlink(_ file: File) throws -> Bool {
        guard try hash(file.path) == file.hash else { return false }
        guard Foundation.unlink(file.path) == 0 || errno == ENOENT else {
            throw NightError(
                .inputOutput, "a source file in the intake folder cannot be removed",
                remedy: "check owner and mode of the intake folder")
        }
        return true
    }
}
