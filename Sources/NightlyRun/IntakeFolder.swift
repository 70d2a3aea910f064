import Foundation
import StorePort
import Verification

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

    struct File: Sendable {
        let path: String
        let bytes: Int
        let hash: [UInt8]
    }

    /// Every regular file below the folder that can be read; links are neither followed nor listed.
    struct Listing {
        var files: [File] = []
        /// Whether the folder is there and every file of it could be read: only then a file that is not listed is gone.
        var isComplete = true
    }

    /// Nothing of a folder that is not there goes, and a night goes on without it: a finding.
    var check: Check {
        Check(
            id: "intake", title: "the intake folder is there and can be read", examined: 1, failing: isThere ? 0 : 1,
            isFinding: true)
    }

    private var isThere: Bool { access(path, R_OK | X_OK) == 0 }

    func listing() -> Listing {
        var listing = Listing()
        guard isThere, let walk = FileManager.default.enumerator(atPath: path) else {
            return Listing(isComplete: false)
        }
        while let name = walk.nextObject() as? String {
            let file = "\(path)/\(name)"
            let type = walk.fileAttributes?[.type] as? FileAttributeType
            // A folder that cannot be entered is passed over without a word: what is in it is not gone.
            if type == .typeDirectory, access(file, R_OK | X_OK) != 0 { listing.isComplete = false }
            guard type == .typeRegular else { continue }
            let bytes = (walk.fileAttributes?[.size] as? NSNumber)?.intValue ?? 0
            // A file that cannot be read stays.
            if let hash = try? hash(file) {
                listing.files.append(File(path: file, bytes: bytes, hash: hash))
            } else {
                listing.isComplete = false
            }
        }
        listing.files.sort { $0.path < $1.path }
        return listing
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
