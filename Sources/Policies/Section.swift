/// A key that a mapping may hold, with a line that shows how it is written.
struct Key {
    let name: String
    let example: String
    init(_ name: String, _ example: String) { (self.name, self.example) = (name, example) }
}

/// A mapping being read: reports a wrong kind, unknown keys and missing ones, and hands out the entries by name.
struct Section {
    let mark: SourceMark
    private let title: String
    private let keys: [Key]
    private let entries: [String: YAMLEntry]
    private let problems: ProblemList

    /// Nil, and reported, where the node is no mapping. `title` is how messages name it, such as `a step`.
    init?(_ node: YAMLNode, title: String, keys: [Key], problems: ProblemList) {
        (mark, self.title, self.keys, self.problems) = (node.mark, title, keys, problems)
        guard case .mapping(let entries) = node.content else {
            if case .refused = node.content { return nil }
            problems.add(
                node.mark, "\(title) is not a mapping",
                remedy: "write keys and values: \(keys.prefix(3).map(\.example).joined(separator: ", "))")
            return nil
        }
        self.entries = Dictionary(entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        for entry in entries where !keys.contains(where: { $0.name == entry.key }) { reportUnknown(entry) }
    }

    /// The entry, or nil where the key is not there.
    func entry(_ key: String) -> YAMLEntry? { entries[key] }

    /// Reads what must be there; nil, and reported, where it is missing or wrong.
    func required<Value>(_ key: String, _ read: (YAMLEntry) -> Value?) -> Value? {
        guard let entry = entries[key] else {
            let example = keys.first { $0.name == key }?.example ?? "\(key): ..."
            problems.add(mark, "\(title) has no \"\(key)\"", remedy: "add a line such as: \(example)")
            return nil
        }
        return read(entry)
    }

    /// Reads what may be left out; nil, and reported, only where it is there and wrong.
    func optional<Value>(_ key: String, default value: Value, _ read: (YAMLEntry) -> Value?) -> Value? {
        guard let entry = entries[key] else { return value }
        return read(entry)
    }

    /// Reads what may be left out and has no default: `.some(nil)` where it is not there; nil, and reported, where it
    /// is wrong.
    func ifThere<Value>(_ key: String, _ read: (YAMLEntry) -> Value?) -> Value?? {
        guard let entry = entries[key] else { return .some(nil) }
        return read(entry).map { .some($0) }
    }

    private func reportUnknown(_ entry: YAMLEntry) {
        let names = keys.map(\.name)
        let nearest = Suggestion.nearest(to: entry.key, among: names)
        problems.add(
            entry.keyMark, "unknown key \(ShownText.quoted(entry.key)) in \(title)",
            remedy: nearest.map { "did you mean \"\($0)\"?" } ?? "the keys here are: \(names.joined(separator: ", "))")
    }
}
