/// Places that must be apart, none inside another: keys beside archives would leave with a copy of them, and the night
/// empties the intake folder.
struct FolderCheck {
    let section: Section
    let problems: ProblemList
    /// The policy's own folder; nil where it is not known: then it is as deep as any path may climb.
    let folder: String?

    private struct Place {
        let name: String
        let mark: SourceMark
        let parts: [Substring]
    }

    private static let places = [
        ("store", "path"), ("store", "keys"), ("store", "media"), ("archive", "folder"), ("reports", "folder"),
        ("intake", "folder"),
    ]

    func check() {
        var seen: [Place] = []
        for (outer, inner) in FolderCheck.places {
            guard let entry = entry(outer, inner), case .scalar(let text) = entry.value.content, !text.isEmpty else {
                continue
            }
            let place = Place(name: "\"\(outer): \(inner)\"", mark: entry.value.mark, parts: parts(of: text))
            if let other = seen.first(where: {
                $0.parts.starts(with: place.parts) || place.parts.starts(with: $0.parts)
            }) {
                report(place, other)
            }
            seen.append(place)
        }
    }

    private func report(_ place: Place, _ other: Place) {
        let relation =
            place.parts == other.parts
            ? "is the same place as" : place.parts.count > other.parts.count ? "lies inside" : "holds"
        problems.add(
            place.mark, "\(place.name) \(relation) \(other.name)",
            remedy: "give each its own folder, none inside another")
    }

    private func entry(_ outer: String, _ inner: String) -> YAMLEntry? {
        guard case .mapping(let entries) = section.entry(outer)?.value.content else { return nil }
        return entries.first { $0.key == inner }
    }

    /// The parts of the path from the root, without `.`, `..` and doubled slashes. Links are not followed.
    private func parts(of path: String) -> [Substring] {
        let unknown = [Substring](repeating: "\0", count: 64)
        var parts = path.hasPrefix("/") ? [] : folder.map { self.parts(of: $0) } ?? unknown
        for part in path.split(separator: "/") where part != "." {
            if part != ".." { parts.append(part) } else if !parts.isEmpty { parts.removeLast() }
        }
        return parts
    }
}
