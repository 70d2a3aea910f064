import Archiving
import Foundation

/// The folder on the store's own volume that SQLite writes its temporary files into. It is ours alone, and empty
/// between two runs: a rewriting of the store puts everything that is in it here for a while.
package struct TemporaryFolder {
    let path: String

    package init(path: String) { self.path = path }

    /// Makes the folder where it is missing.
    /// - Throws: `NightError` of kind `space` (73) where something else stands there, or others may enter it.
    package func prepare() throws {
        if mkdir(path, 0o700) != 0, errno != EEXIST {
            throw refused(
                "cannot be made: \(String(cString: strerror(errno)))",
                remedy: "check owner and mode of the store's folder: `retention doctor` says which")
        }
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw refused("is no folder") }
        guard status.st_uid == geteuid() else {
            let owner = FileOwner(status.st_uid)
            throw refused(
                owner.isAnother,
                remedy: "run this as \(owner.name), if the store is that user's: \(owner.becoming) retention ...; "
                    + "else remove the folder, which the next run makes anew")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw refused("may be entered by others", remedy: "chmod 700 \(path)")
        }
    }

    private func refused(
        _ what: String, remedy: String = "remove what is there; the next run makes the folder anew"
    ) -> NightError {
        NightError(.space, "the folder for temporary files \(path) \(what)", remedy: remedy)
    }

    /// Names of what is in it; SQLite unlinks each of its files as soon as it has made it.
    package func leftovers() -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// Removes the files of SQLite that a killed process left. A file of another name stays and is a finding.
    func sweep() {
        for name in leftovers() where name.hasPrefix("etilqs_") { unlink("\(path)/\(name)") }
    }
}
