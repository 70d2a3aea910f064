/// Folders that must be apart: keys beside archives would leave with a copy of them, and the night empties the
/// intake folder.
struct FolderCheck {
    let section: Section
    let problems: ProblemList

    private static let places = [
        ("store", "path"), ("store", "keys"), ("store", "media"), ("archive", "folder"), ("reports", "folder"),
        ("intake", "folder"),
    ]

    func check() {
        var seen: [String: String] = [:]
        for (outer, inner) in FolderCheck.places {
            guard let entry = entry(outer, inner), case .scalar(let text) = entry.value.content, !text.isEmpty else {
                continue
            }
            let name = "\(outer): \(inner)"
            if let first = seen.updateValue(name, forKey: FolderCheck.plain(text)) {
                problems.add(
                    entry.value.mark, "\"\(name)\" is the same place as \"\(first)\"",
                    remedy: "give each its own folder")
            }
        }
    }

    private func entry(_ outer: String, _ inner: String) -> YAMLEntry? {
        guard case .mapping(let entries) = section.entry(outer)?.value.content else { return nil }
        return entries.first { $0.key == inner }
    }

    /// The path without `.` parts and doubled or closing slashes.
    private static func plain(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}
