import Conversations

/// Reads a data map file: a whole and valid map, or every mistake of the file with its place.
package enum DataMapParser {
    /// The bytes of the file, at most 256 KiB. `file` is how errors name it. Strict like a policy, with the same errors.
    package static func parse(_ bytes: [UInt8], file: String) throws(PolicyProblems) -> DataMap {
        let problems = ProblemList(SourceText(bytes, file: file))
        let root = try YAMLReader.read(bytes, problems: problems)
        let map = DataMapReader(values: ValueReader(problems: problems)).map(root)
        guard problems.isEmpty, let map else { throw problems.all }
        return map
    }
}

/// A table as it was read, with the places that problems are reported at.
struct PlacedTable {
    let table: DataMap.Table
    let entry: YAMLEntry

    /// The mark of a key inside one of the table's mappings; the table's own where it is not there.
    func mark(_ key: String, _ inner: String) -> SourceMark {
        guard case .mapping(let entries) = entry.value.content,
            case .mapping(let inside) = entries.first(where: { $0.key == key })?.value.content
        else { return entry.keyMark }
        return inside.first { $0.key == inner }?.keyMark ?? entry.keyMark
    }
}

struct DataMapReader {
    let values: ValueReader
    private var problems: ProblemList { values.problems }

    init(values: ValueReader) { self.values = values }

    private static let keys = [
        Key("datamap", "datamap: 1"), Key("store", "store: native"), Key("clock", "clock: unix-seconds"),
        Key("tables", "tables: { person: { is: person, key: id } }"),
    ]
    static let tableKeys = [
        Key("is", "is: conversation"), Key("key", "key: id"), Key("links", "links: { person: person.id }"),
        Key("fields", "fields: { role: role }"), Key("columns", "columns: { notice: keep }"),
    ]

    func map(_ root: YAMLNode) -> DataMap? {
        guard let section = Section(root, title: "the data map", keys: DataMapReader.keys, problems: problems) else {
            return nil
        }
        let version = section.required("datamap", values.choice(among: [("1", 1)]))
        let store = section.required("store", values.identifier)
        let clock = section.required("clock", values.choice(of: DataMap.ClockUnit.self))
        let tables = section.required("tables", tables)
        guard version != nil, let store, let clock, let tables else { return nil }
        return DataMap(store: store, clock: clock, tables: tables)
    }

    private func tables(_ entry: YAMLEntry) -> [DataMap.Table]? {
        guard let entries = entries(entry) else { return nil }
        let placed = entries.map(table)
        let whole = placed.compactMap { $0 }
        // A table that could not be read may be the one that others need.
        guard whole.count == placed.count else { return nil }
        DataMapChecks(tables: whole, tablesMark: entry.keyMark, problems: problems).check()
        return whole.map(\.table)
    }

    private func table(_ entry: YAMLEntry) -> PlacedTable? {
        let name = columnName(entry.key, at: entry.keyMark)
        let title = "table \(ShownText.quoted(entry.key))"
        guard let section = Section(entry.value, title: title, keys: DataMapReader.tableKeys, problems: problems) else {
            return nil
        }
        if entry.key.lowercased().hasPrefix("retention_") || entry.key.lowercased().hasPrefix("sqlite_") {
            problems.add(
                entry.keyMark, "\(title) is not for a map to list",
                remedy: "remove it: it is ours, or the database's own")
        }
        let part = section.required("is", values.choice(of: DataMap.Part.self))
        let key = section.ifThere("key", column)
        let links = section.optional("links", default: [], links)
        let fields = section.optional("fields", default: [:]) { self.fields($0, of: part) }
        let columns = section.optional("columns", default: [:], columns)
        guard let name, let part, let key, let links, let fields, let columns else { return nil }
        let table = DataMap.Table(name: name, part: part, key: key, links: links, fields: fields, columns: columns)
        return PlacedTable(table: table, entry: entry)
    }

    private func links(_ entry: YAMLEntry) -> [DataMap.Link]? {
        guard let entries = entries(entry) else { return nil }
        let links = entries.map { entry -> DataMap.Link? in
            guard let name = columnName(entry.key, at: entry.keyMark), let text = values.scalar(entry) else {
                return nil
            }
            let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let table = parts.first, let target = parts.last, !table.isEmpty, !target.isEmpty
            else {
                return values.refuse(
                    entry, "\(ShownText.quoted(text)) does not name a column of another table",
                    remedy: "write it as \(name): table.column")
            }
            return DataMap.Link(column: name, table: table, target: target)
        }
        return links.contains { $0 == nil } ? nil : links.compactMap { $0 }
    }

    private func fields(_ entry: YAMLEntry, of part: DataMap.Part?) -> [DataMap.Field: String]? {
        guard let entries = entries(entry) else { return nil }
        let known = part?.fields ?? DataMap.Field.allCases
        var fields: [DataMap.Field: String] = [:]
        for entry in entries {
            guard let field = DataMap.Field(rawValue: entry.key), known.contains(field) else {
                let names = known.map(\.rawValue)
                let nearest = Suggestion.nearest(to: entry.key, among: names)
                problems.add(
                    entry.keyMark,
                    "\(ShownText.quoted(entry.key)) is no field of \(part.map { "this table (is: \($0.rawValue))" } ?? "any table")",
                    remedy: nearest.map { "did you mean \"\($0)\"?" }
                        ?? (names.isEmpty ? "remove it" : "the fields are: \(names.joined(separator: ", "))"))
                continue
            }
            fields[field] = column(entry)
        }
        return fields.count == entries.count ? fields : nil
    }

    private func columns(_ entry: YAMLEntry) -> [String: DataMap.Category]? {
        guard let entries = entries(entry) else { return nil }
        var columns: [String: DataMap.Category] = [:]
        for entry in entries {
            guard let name = columnName(entry.key, at: entry.keyMark) else { continue }
            columns[name] = values.choice(of: DataMap.Category.self)(entry)
        }
        return columns.count == entries.count ? columns : nil
    }

    private func column(_ entry: YAMLEntry) -> String? {
        values.scalar(entry).flatMap { columnName($0, at: entry.value.mark) }
    }

    /// A name that can stand in double quotes in SQL.
    private func columnName(_ name: String, at mark: SourceMark) -> String? {
        let sound = name.unicodeScalars.allSatisfy {
            $0 != "\"" && !$0.properties.isWhitespace && $0.properties.generalCategory != .format
        }
        guard sound, !name.isEmpty, name.utf8.count <= 63 else {
            problems.add(
                mark, "\(ShownText.quoted(name)) is no name of a table or column",
                remedy: "write the name as the database has it, without spaces and quotes, 63 bytes at most")
            return nil
        }
        return name
    }

    /// The entries of a mapping, in the file's order.
    private func entries(_ entry: YAMLEntry) -> [YAMLEntry]? {
        switch entry.value.content {
        case .mapping(let entries): return entries
        case .refused: return nil
        case .scalar, .sequence:
            return values.refuse(
                entry, "\"\(entry.key)\" is not a mapping", remedy: "write names and values: { name: value }")
        }
    }
}
