import Conversations
import StorePort

/// A data map turned into the SQL names that queries are made of. Everything the engine says to the database
/// about the store's own tables goes through here.
struct MappedSchema: Sendable {
    let map: DataMap
    let person: DataMap.Table
    let conversation: DataMap.Table
    let message: DataMap.Table

    /// - Throws: `StoreError` of kind `map` where the map lacks what the engine needs.
    init(_ map: DataMap) throws {
        self.map = map
        func only(_ part: DataMap.Part) throws -> DataMap.Table {
            let tables = map.tables(part)
            guard tables.count == 1, let table = tables.first else {
                throw StoreError(
                    .map, "the data map lists \(tables.count) tables that are a \(part.rawValue)",
                    remedy: "list exactly one table with `is: \(part.rawValue)`")
            }
            return table
        }
        person = try only(.person)
        conversation = try only(.conversation)
        message = try only(.message)
    }

    static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }

    /// `alias."column"` for a field that the map must have.
    func column(_ table: DataMap.Table, _ field: DataMap.Field, _ alias: String) throws -> String {
        guard let name = table.fields[field] else {
            throw StoreError(
                .map, "table \(table.name) of the data map names no column for \(field.rawValue)",
                remedy: "add `\(field.rawValue): COLUMN` to its fields")
        }
        return alias.isEmpty ? Self.quoted(name) : "\(alias).\(Self.quoted(name))"
    }

    /// The same, or the literal NULL where the map has no such column.
    func columnOrNull(_ table: DataMap.Table, _ field: DataMap.Field, _ alias: String) -> String {
        table.fields[field].map { "\(alias).\(Self.quoted($0))" } ?? "null"
    }

    func key(_ table: DataMap.Table, _ alias: String) throws -> String {
        guard let name = table.key else {
            throw StoreError(
                .map, "table \(table.name) of the data map has no key", remedy: "add `key: COLUMN` to it")
        }
        return alias.isEmpty ? Self.quoted(name) : "\(alias).\(Self.quoted(name))"
    }

    func link(_ table: DataMap.Table, to other: DataMap.Table) -> DataMap.Link? {
        table.links.first { $0.table == other.name }
    }

    private func requiredLink(_ table: DataMap.Table, to other: DataMap.Table) throws -> DataMap.Link {
        guard let link = link(table, to: other) else {
            throw StoreError(
                .map, "table \(table.name) of the data map is not linked to \(other.name)",
                remedy: "add `COLUMN: \(other.name).COLUMN` to its links")
        }
        return link
    }

    /// `child.column = parent.target`: the join of two mapped tables, declared by the database or not.
    func join(_ child: DataMap.Table, _ childAlias: String, to parent: DataMap.Table, _ parentAlias: String) throws
        -> String
    {
        let link = try requiredLink(child, to: parent)
        return "\(childAlias).\(Self.quoted(link.column)) = \(parentAlias).\(Self.quoted(link.target))"
    }

    /// A condition on the child's own columns that picks the rows of the parent whose key is the parameter.
    func belongs(_ child: DataMap.Table, to parent: DataMap.Table, key parameter: String, alias: String = "") throws
        -> String
    {
        let link = try requiredLink(child, to: parent)
        let own = (alias.isEmpty ? "" : alias + ".") + Self.quoted(link.column)
        if link.target == parent.key { return "\(own) = \(parameter)" }
        return try
            "\(own) = (select \(Self.quoted(link.target)) from \(Self.quoted(parent.name)) where \(key(parent, "")) = \(parameter))"
    }

    /// The same for all parents whose keys a query gives.
    func belongs(_ child: DataMap.Table, to parent: DataMap.Table, keys query: String) throws -> String {
        let link = try requiredLink(child, to: parent)
        if link.target == parent.key { return "\(Self.quoted(link.column)) in (\(query))" }
        return try """
        \(Self.quoted(link.column)) in
          (select \(Self.quoted(link.target)) from \(Self.quoted(parent.name)) where \(key(parent, "")) in (\(query)))
        """
    }

    /// The tables from `table` to `owner`, both included, over links that pass through no person and no other
    /// conversation: how its rows belong to the owner's. The shortest; nil where there is none.
    func path(from table: DataMap.Table, to owner: DataMap.Table) -> [DataMap.Table]? {
        var paths = [[table]]
        var known: Set<String> = [table.name]
        while !paths.isEmpty {
            var longer: [[DataMap.Table]] = []
            for path in paths {
                guard let last = path.last else { continue }
                for link in last.links {
                    guard let next = map.tables.first(where: { $0.name == link.table }) else { continue }
                    if next.name == owner.name { return path + [next] }
                    guard next.part != .person, next.part != .conversation, known.insert(next.name).inserted else {
                        continue
                    }
                    longer.append(path + [next])
                }
            }
            paths = longer
        }
        return nil
    }

    /// A condition on a table's own columns that picks the rows which belong, over any number of links, to the owner
    /// whose key is the parameter.
    func belongsDeep(_ path: [DataMap.Table], key parameter: String) throws -> String {
        try belongsDeep(path, keys: "select \(parameter)")
    }

    /// The same for all owners whose keys a query gives.
    func belongsDeep(_ path: [DataMap.Table], keys query: String) throws -> String {
        guard path.count > 2 else { return try belongs(path[0], to: path[1], keys: query) }
        let link = try requiredLink(path[0], to: path[1])
        return try """
        \(Self.quoted(link.column)) in (select \(Self.quoted(link.target)) from \(name(path[1]))
        where \(belongsDeep(Array(path.dropFirst()), keys: query)))
        """
    }

    func name(_ table: DataMap.Table) -> String { Self.quoted(table.name) }

    /// Seconds to database units, and back. Dividing rounds towards minus infinity.
    var perSecond: Int64 { map.clock.perSecond }

    func units(_ instant: Instant) -> Int64 {
        let (value, overflow) = instant.seconds.multipliedReportingOverflow(by: perSecond)
        return overflow ? (instant.seconds < 0 ? Int64.min : Int64.max) : value
    }

    func seconds(_ units: Int64?) -> Int64? {
        guard let units else { return nil }
        guard perSecond != 1 else { return units }
        let (quotient, remainder) = units.quotientAndRemainder(dividingBy: perSecond)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
