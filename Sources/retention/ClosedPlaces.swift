import Foundation

/// The folders in which runs find every file that they did not make, and stop at it.
extension LoadedPolicy {
    private var closedPlaces: [(name: String, path: String)] {
        let own = [
            ("archive", places.archive), ("keys", keyFolder), ("media", places.media), ("temporary", places.temporary),
        ]
        return own + (policy.intake.folder.map { [("intake", absolute($0))] } ?? [])
    }

    /// Whether a file that a person named may be written there.
    /// - Parameters:
    ///   - path: as it was given on the command line.
    ///   - option: by which it was given.
    /// - Throws: `Failure` (64) for a path that leads into one of the policy's own folders, over a link too.
    func requireOutside(_ path: String, option: String) throws {
        let asked = Self.real(fromWorkingFolder(path))
        for place in closedPlaces {
            let closed = Self.real(place.path)
            guard asked == closed || asked.hasPrefix(closed + "/") else { continue }
            throw Failure(
                .usage, "\(option) leads into the \(place.name) folder, where every later run would stop at the file",
                remedy: "name a place outside of the folders that the policy names")
        }
    }

    /// The path without links, also of what is not there yet.
    private static func real(_ path: String) -> String {
        if let found = Sight.realPath(path) { return found }
        let (parent, name) = ((path as NSString).deletingLastPathComponent, (path as NSString).lastPathComponent)
        guard parent != path, !parent.isEmpty else { return path }
        return (real(parent) as NSString).appendingPathComponent(name)
    }
}
