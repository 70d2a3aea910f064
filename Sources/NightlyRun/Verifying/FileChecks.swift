import Conversations
import Foundation
import StorePort
import Verification

/// The files and folders around the store: whose they are, and whether rows and files agree.
extension Verifier {
    func files() throws -> [Check] {
        [permissions(), try media(), temporary()] + (night.intake.map { [$0.check] } ?? [])
    }

    private func permissions() -> Check {
        let places = night.places
        let own = [places.archive, places.reports, places.media, places.temporary, night.keys.path]
        let inside = [places.archive, places.reports, night.keys.path].flatMap { folder in
            names(in: folder).map { "\(folder)/\($0)" }
        }
        // A foreign store is its application's, which may let others of its group in.
        let isOwn = store.isOwn
        let store = isOwn ? [places.store] : []
        let all = own + inside + store + [AuditMirror(store: places.store).path, places.store + ".lock"]
        let there = all.compactMap { path -> stat? in
            var status = stat()
            return lstat(path, &status) == 0 ? status : nil
        }
        let open = there.count { $0.st_mode & 0o077 != 0 || $0.st_uid != geteuid() || $0.st_mode & S_IFMT == S_IFLNK }
        let isFolderOpen = isOwn && StoreFolder(store: places.store).isOpenToOthers
        return Check(
            id: "H5", title: "nobody else may read or enter the store, keys, archives and reports",
            examined: there.count, failing: open + (isFolderOpen ? 1 : 0))
    }

    private func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }

    private func media() throws -> Check {
        let rows = Set(try store.namedFiles())
        let walk = FileManager.default.enumerator(atPath: night.places.media)
        var files: Set<String> = []
        while let name = walk?.nextObject() as? String {
            if walk?.fileAttributes?[.type] as? FileAttributeType != .typeDirectory { files.insert(name) }
        }
        return Check(
            id: "B8", title: "each media file has its row, and each row its file", examined: rows.union(files).count,
            failing: rows.symmetricDifference(files).count)
    }

    private func temporary() -> Check {
        Check(
            id: "temporary-empty", title: "the folder for temporary files is empty", examined: 1,
            failing: TemporaryFolder(path: night.places.temporary).leftovers().count)
    }
}
