/// Reading words of closed vocabularies, alone and in lists.
extension ValueReader {
    /// One word of a closed vocabulary.
    func choice<Value: RawRepresentable & CaseIterable>(of type: Value.Type) -> (YAMLEntry) -> Value?
    where Value.RawValue == String {
        choice(among: Value.allCases.map { ($0.rawValue, $0) })
    }

    /// One of these words.
    func choice<Value>(among words: [(String, Value)]) -> (YAMLEntry) -> Value? {
        { entry in
            guard let text = scalar(entry) else { return nil }
            if let known = words.first(where: { $0.0 == text }) { return known.1 }
            let names = words.map(\.0)
            let nearest = Suggestion.nearest(to: text, among: names)
            return refuse(
                entry, "\(ShownText.quoted(text)) is not a value of \"\(entry.key)\"",
                remedy: nearest.map { "did you mean \"\($0)\"?" } ?? "write one of: \(names.joined(separator: ", "))")
        }
    }

    /// One value or a list of them, none twice; nil where any is wrong.
    func oneOrMore<Value: Hashable>(_ read: @escaping (YAMLEntry) -> Value?) -> (YAMLEntry) -> [Value]? {
        { entry in
            if case .sequence = entry.value.content { return list(read)(entry) }
            return read(entry).map { [$0] }
        }
    }

    /// A list of values, at least one, none twice; nil where any is wrong.
    func list<Value: Hashable>(_ read: @escaping (YAMLEntry) -> Value?) -> (YAMLEntry) -> [Value]? {
        { entry in
            guard let items = items(entry) else { return nil }
            var values: [Value] = []
            var seen: Set<Value> = []
            var sound = true
            for item in items {
                guard let value = read(item) else {
                    sound = false
                    continue
                }
                if !seen.insert(value).inserted {
                    problems.add(
                        item.value.mark, "this stands in \"\(entry.key)\" twice", remedy: "keep one of the two")
                    sound = false
                }
                values.append(value)
            }
            return sound ? values : nil
        }
    }

    /// The items of a list as entries of its key; nil, and reported, where it is no list or an empty one.
    func items(_ entry: YAMLEntry) -> [YAMLEntry]? {
        switch entry.value.content {
        case .refused: return nil
        case .sequence(let nodes) where !nodes.isEmpty:
            return nodes.map { YAMLEntry(key: entry.key, keyMark: $0.mark, value: $0) }
        case .sequence: return refuse(entry, "\"\(entry.key)\" is an empty list", remedy: "write at least one item")
        case .scalar(""): return refuse(entry, "\"\(entry.key)\" is empty", remedy: "write at least one item")
        case .scalar, .mapping:
            return refuse(
                entry, "\"\(entry.key)\" is not a list", remedy: "write the items in brackets or after hyphens")
        }
    }
}
