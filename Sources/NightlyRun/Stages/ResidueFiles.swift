import Foundation

/// Files that hold no conversation and must not: reports, the audit log, what SQLite left in its folder.
struct ResidueFiles {
    let places: Night.Places

    var paths: [String] {
        [places.reports, places.temporary].flatMap { folder in names(folder).map { "\(folder)/\($0)" } } + [
            AuditMirror(store: places.store).path, places.store + ".lock",
        ]
    }

    private func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
