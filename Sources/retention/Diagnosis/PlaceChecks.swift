import Archiving
import Foundation
import NightlyRun

/// The places that a policy names: whose they are, whether the job can write to them, who else may read or write them,
/// whether there is room, and whether the keys are apart from what they protect.
struct PlaceChecks {
    let loaded: LoadedPolicy

    func findings() -> [Finding] {
        guard let store = Sight.status(loaded.places.store) else {
            return Finding.of("store") {
                try loaded.requireStore()
                return []
            }
        }
        let ownership = PlaceOwners(loaded: loaded, owner: store.st_uid).findings()
        return ownership + permissions() + Finding.of("space") { try space(store) } + keysApart(store)
    }

    private func permissions() -> [Finding] {
        let places = loaded.places
        // A report may be read by a group; what holds conversations or keys by nobody else.
        let secret = [places.store, loaded.keyFolder, places.media, places.temporary].map { ($0, mode_t(0o077)) }
        let all = secret + [places.archive, places.reports].map { ($0, mode_t(0o022)) }
        let wrong = all.flatMap { place, forbidden in mode(place, forbidden) } + storesFolder()
        return wrong.isEmpty ? [.ok("permissions", "\(all.count) places are closed to other users")] : wrong
    }

    private func storesFolder() -> [Finding] {
        let folder = StoreFolder(store: loaded.places.store)
        guard loaded.policy.store.map == nil, folder.isOpenToOthers else { return [] }
        return [
            .failed(
                "permissions", .cannotCreate, "other users may write into the folder of the store",
                remedy: folder.remedy)
        ]
    }

    private func mode(_ path: String, _ forbidden: mode_t) -> [Finding] {
        guard let status = Sight.status(path) else { return [] }
        guard status.st_mode & forbidden != 0 else { return [] }
        let letters = forbidden == 0o077 ? "go=" : "go-w"
        return [
            .failed(
                "permissions", .cannotCreate,
                "other users may \(forbidden == 0o077 ? "enter or read" : "write into") \(path)",
                remedy: "chmod \(letters) \(path)")
        ]
    }

    /// A scrub writes the store once more, and its journal as well.
    private func space(_ store: stat) throws -> [Finding] {
        let wanted = 2 * Int(store.st_size)
        let free = try FreeSpace(at: loaded.places.store).bytes
        guard free < wanted else {
            return [.ok("space", "\(megabytes(free)) are free, a scrub needs \(megabytes(wanted))")]
        }
        return [
            .failed(
                "space", .cannotCreate,
                "a scrub needs \(megabytes(wanted)) beside the store, and \(megabytes(free)) are free",
                remedy: "free \(megabytes(wanted - free)), or move the store to a larger volume")
        ]
    }

    private func keysApart(_ store: stat) -> [Finding] {
        guard let keys = Sight.status(loaded.keyFolder) else { return [] }
        let folder = (loaded.places.store as NSString).deletingLastPathComponent
        let words = "who holds store and keys can undo the pseudonyms"
        if loaded.keyFolder.hasPrefix(folder + "/") {
            return [
                .warning(
                    "keys", "the keys lie in the store's folder: a backup of \(folder) takes both, and \(words)",
                    remedy: "leave \(loaded.keyFolder) out of that backup, and back it up elsewhere")
            ]
        }
        if keys.st_dev == store.st_dev {
            return [
                .warning(
                    "keys", "keys and store lie on one volume: an image of it takes both, and \(words)",
                    remedy: "back up files and not the volume, the keys elsewhere")
            ]
        }
        return [.ok("keys", "the keys lie apart from the store")]
    }

    private func megabytes(_ bytes: Int) -> String { "\((bytes + 999_999) / 1_000_000) MB" }
}
