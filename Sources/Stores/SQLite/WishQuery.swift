import Conversations

/// What persons asked for and refused: several rows a person, of which the newest is the last word.
struct WishQuery {
    private let schema: MappedSchema
    private let table: DataMap.Table
    private let link: DataMap.Link

    /// Nil where the database records none.
    init?(_ schema: MappedSchema) throws {
        guard let table = schema.map.tables(.preference).first, table.fields[.kind] != nil,
            table.fields[.given] != nil, let link = schema.link(table, to: schema.person)
        else { return nil }
        (self.schema, self.table, self.link) = (schema, table, link)
    }

    private func order(_ alias: String) throws -> String {
        try "coalesce(\(schema.columnOrNull(table, .sent, alias)), 0) desc, \(schema.key(table, alias)) desc"
    }

    private func isOf(_ kind: String) throws -> String { try "\(schema.column(table, .kind, "r")) = '\(kind)'" }

    /// A row a person who ever said something of a kind: `given` of the last word.
    func lastWords(_ kind: String) throws -> String {
        let person = "r.\(MappedSchema.quoted(link.column))"
        return try """
        select given from (select \(schema.column(table, .given, "r")) as given,
            row_number() over (partition by \(person) order by \(order("r"))) as place
          from \(schema.name(table)) r where \(isOf(kind))) where place = 1
        """
    }

    /// An expression of the last word of the person `p`: `value` where it was given, else NULL.
    func lastWord(_ kind: String, _ value: String) throws -> String {
        try """
        (select case when \(schema.column(table, .given, "r")) <> 0 then \(value) end from \(schema.name(table)) r
          where \(schema.join(table, "r", to: schema.person, "p")) and \(isOf(kind)) order by \(order("r")) limit 1)
        """
    }

    /// When a wish was said; NULL where that is not recorded.
    func said() -> String { schema.columnOrNull(table, .sent, "r") }

    /// A condition: the person `p` refused information once the conversation `c`, of information, had begun, and before
    /// another one did; and by `now`. Nil where it is not recorded when.
    func refusedAfter(now: Int64) throws -> String? {
        let c = schema.conversation
        guard table.fields[.sent] != nil, let person = schema.link(c, to: schema.person) else { return nil }
        let (opened, other) = try (schema.column(c, .opened, "c"), schema.column(c, .opened, "d"))
        let column = MappedSchema.quoted(person.column)
        return try """
        exists(select 1 from \(schema.name(table)) r where \(schema.join(table, "r", to: schema.person, "p"))
          and \(isOf("information-opt-out")) and \(schema.column(table, .given, "r")) <> 0
          and \(said()) >= \(opened) and \(said()) <= \(now)
          and not exists(select 1 from \(schema.name(c)) d where d.\(column) = c.\(column)
            and \(schema.column(c, .purpose, "d")) = 'information' and \(other) <= \(said())
            and (\(other), \(schema.key(c, "d"))) > (\(opened), \(schema.key(c, "c")))))
        """
    }
}
