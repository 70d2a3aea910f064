import Archiving
import Foundation

/// Whether every place is there, is the store's owner's, and can be written to by that user, who alone runs the job.
struct PlaceOwners {
    let loaded: LoadedPolicy
    /// Who owns the store.
    let owner: uid_t

    private struct Place {
        let path: String
        var isFolder = true
        /// What is done where it is not there; nil where a run makes it, or needs none.
        var missing: String?
        var isWritten = true
        /// Whether it is the job's own. Others may be let put files into the intake folder: a run goes on without it.
        var isOwn = true
    }

    func findings() -> [Finding] {
        let wrong = [storesFolder()].compactMap(\.self) + places.compactMap(finding)
        return [itsOwner()]
            + (wrong.isEmpty ? [.ok("places", "all are there, and the store's owner can write to them")] : wrong)
    }

    private var places: [Place] {
        let places = loaded.places
        let make = { (_ path: String) in "mkdir -m 700 \(path), as \(FileOwner(owner).name)" }
        let files = ["", ".lock", ".audit.jsonl", "-journal", "-wal", "-shm"].map {
            Place(path: places.store + $0, isFolder: false)
        }
        let archive = "mount its volume, or restore it from a backup; where nothing was archived yet, "
        let intake = loaded.policy.intake.folder.map(loaded.absolute)
        return files + [
            Place(
                path: loaded.keyFolder,
                missing: "mount its volume, or restore the key folder from its backup: no new key would do",
                isWritten: false),
            Place(path: places.temporary), Place(path: places.media, missing: make(places.media)),
            Place(path: places.archive, missing: archive + make(places.archive)),
            Place(path: places.reports, missing: make(places.reports)),
        ] + (intake.map { [Place(path: $0, missing: make($0), isOwn: false)] } ?? [])
    }

    /// The job is the user's who owns the store.
    private func itsOwner() -> Finding {
        let name = FileOwner(owner).name
        guard owner != geteuid() else { return .ok("owner", "the store belongs to \(name)") }
        return .failed(
            "owner", Sight(of: loaded.places.store) == .there ? .cannotCreate : .missing,
            "the store \(FileOwner(owner).isAnother)",
            remedy: "ask as that user: \(FileOwner(owner).becoming) retention doctor")
    }

    /// A store in another user's folder was made by the wrong one: the job of that user cannot open it.
    private func storesFolder() -> Finding? {
        let folder = (loaded.places.store as NSString).deletingLastPathComponent
        guard let status = Sight.status(folder) else { return nil }
        if status.st_uid != owner && status.st_uid != 0 {
            let (user, wrong) = (FileOwner(status.st_uid).name, FileOwner(owner).name)
            return .failed(
                "places", .cannotCreate, "the store belongs to \(wrong), and its folder \(folder) to \(user)",
                remedy: "give what \(wrong) made to \(user), as root: chown -R \(user): \(folder) \(loaded.keyFolder)")
        }
        return finding(Place(path: folder))
    }

    private func finding(_ place: Place) -> Finding? {
        guard let status = Sight.status(place.path) else {
            guard Sight(of: place.path) == .missing else { return closed(place) }
            guard let remedy = place.missing else { return nil }
            let what = "\(place.path) is not there"
            return place.isOwn
                ? .failed("places", .missing, what, remedy: remedy) : .warning("places", what, remedy: remedy)
        }
        guard status.st_uid == owner || !place.isOwn || place.path == folderOfStore else {
            let user = FileOwner(owner).name
            return .failed(
                "places", .cannotCreate,
                "\(place.path) belongs to \(FileOwner(status.st_uid).name), and the store to \(user)",
                remedy: "as root: chown \(place.isFolder ? "-R " : "")\(user): \(place.path)")
        }
        guard place.isFolder == (status.st_mode & S_IFMT == S_IFDIR) else {
            return .failed(
                "places", .cannotCreate, "\(place.path) is \(place.isFolder ? "no folder" : "no file")",
                remedy: "find out who put it there, and move it away")
        }
        // What another user may do is for that user to ask.
        let wanted = R_OK | (place.isWritten ? W_OK : 0) | (place.isFolder ? X_OK : 0)
        return owner == geteuid() && access(place.path, wanted) != 0 ? closed(place) : nil
    }

    private var folderOfStore: String { (loaded.places.store as NSString).deletingLastPathComponent }

    private func closed(_ place: Place) -> Finding {
        let what = "\(FileOwner.own.name) may not \(place.isWritten ? "write to" : "read") \(place.path)"
        let remedy =
            place.isOwn
            ? "chmod u+\(place.isFolder ? "rwx" : "rw") \(place.path), and look whether its volume is read-only"
            : "let that user read it and remove files in it: what was imported leaves it"
        return place.isOwn
            ? .failed("places", .cannotCreate, what, remedy: remedy) : .warning("places", what, remedy: remedy)
    }
}
