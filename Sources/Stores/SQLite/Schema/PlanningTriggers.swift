import Conversations
import StorePort

/// The triggers that keep a mapped store's lower bounds true, written from its data map: what planning was computed
/// from is looked at again when it changes, and a write takes back what was done. They are those of the product's own
/// schema, under the names of another one.
struct PlanningTriggers {
    private let schema: MappedSchema
    private let c: DataMap.Table
    private let p: DataMap.Table
    private let group: DataMap.Table?

    init(_ schema: MappedSchema) {
        (self.schema, c, p) = (schema, schema.conversation, schema.person)
        group = schema.map.tables(.participant).first
    }

    /// Each with its name, in a fixed order.
    /// - Throws: `StoreError` of kind `map` where the map lacks what a trigger is made of.
    func all() throws -> [(name: String, sql: String)] {
        let parts = try ofConversations() + ofParticipants() + ofPersons() + ofContent()
        return parts.map { part in
            let name = "retention_\(part.name)"
            return (name, "create trigger \(MappedSchema.quoted(name)) \(part.event) begin\n\(part.body)\nend")
        }
    }

    private typealias Part = (name: String, event: String, body: String)

    private func ofConversations() throws -> [Part] {
        let person = try link(c, p)
        let fields: [DataMap.Field] = [
            .role, .purpose, .collected, .lastInbound, .closed, .decision, .notice,
        ]
        let columns = ([person.column] + fields.compactMap { c.fields[$0] }).map(MappedSchema.quoted)
        let own = MappedSchema.quoted(person.column)
        let first = try schema.column(c, .firstSeen, "")
        return try [
            (
                "conversation_moved", "after update of \(columns.joined(separator: ", ")) on \(schema.name(c))",
                """
                \(lower(c, "\(schema.key(c, "")) = new.\(schema.key(c, ""))"))
                \(lower(p, "\(target(person)) in (old.\(own), new.\(own))"))
                \(lower(p, members(of: "new")))
                """
            ),
            (
                "conversation_new", "after insert on \(schema.name(c))",
                """
                \(lower(p, "\(target(person)) = new.\(own)"))
                update \(schema.name(c)) set \(first) = unixepoch() * \(schema.perSecond)
                  where \(schema.key(c, "")) = new.\(schema.key(c, "")) and \(first) is null;
                """
            ),
            (
                "conversation_gone", "after delete on \(schema.name(c))",
                "\(lower(p, "\(target(person)) = old.\(own)"))\n\(scrub)"
            ),
        ]
    }

    private func ofParticipants() throws -> [Part] {
        guard let group else { return [] }
        let (conversation, person) = try (link(group, c), link(group, p))
        let owner = try link(c, p)
        return try [("new", "insert"), ("gone", "delete")].map { word, event in
            let row = word == "new" ? "new" : "old"
            let of = "\(row).\(MappedSchema.quoted(conversation.column))"
            let body = try """
            \(lower(c, "\(target(conversation)) = \(of)"))
            \(lower(p, """
                    \(target(person)) = \(row).\(MappedSchema.quoted(person.column))
                    or \(target(person)) in (select \(MappedSchema.quoted(person.column)) from \(schema.name(group))
                      where \(MappedSchema.quoted(conversation.column)) = \(of))
                    or \(target(owner)) in (select \(MappedSchema.quoted(owner.column)) from \(schema.name(c))
                      where \(target(conversation)) = \(of))
                    """))
            """
            return ("participant_\(word)", "after \(event) on \(schema.name(group))", body)
        }
    }

    private func ofPersons() throws -> [Part] {
        let key = try schema.key(p, "")
        let clock = try schema.column(p, .lastInbound, "")
        let done = try schema.column(p, .done, "")
        let floor = try schema.column(p, .floor, "")
        let body = try "\(lower(c, conversationsOfNew()))\n\(lower(p, companyOfNew()))"
        let table = schema.name(p)
        var parts: [Part] = [
            (
                "person_clock_back",
                """
                after update of \(clock) on \(table)
                when new.\(clock) is null or old.\(clock) is null or new.\(clock) < old.\(clock)
                """, body
            ),
            (
                "person_bit_cleared", "after update of \(done) on \(table) when (old.\(done) & ~new.\(done)) <> 0",
                "update \(table) set \(floor) = 0 where \(key) = new.\(key) and \(floor) <> 0;"
            ),
        ]
        if let ended = p.fields[.relationEnded].map(MappedSchema.quoted) {
            parts.append(("person_relation", "after update of \(ended) on \(table)", body))
        }
        let profile = p.columns.filter { ![.keep, .hash, .path].contains($0.value) }.keys.sorted()
        if !profile.isEmpty {
            let columns = profile.map(MappedSchema.quoted).joined(separator: ", ")
            parts.append(
                (
                    "profile_changed", "after update of \(columns) on \(table)",
                    "\(try undo(p, "\(key) = new.\(key)"))\n\(scrub)"
                ))
        }
        return parts
    }

    /// What redaction, pseudonymising or erasing media takes away is looked for again wherever it is written anew.
    private func ofContent() throws -> [Part] {
        let m = schema.message
        let fields = [DataMap.Field.text, .kind, .sent, .author].compactMap { m.fields[$0] }
        var parts: [Part] = try [
            ("message_new", "after insert on \(schema.name(m))", undone(m, c)),
            (
                "message_changed", update(of: Set(fields).union(ColumnRedaction.columns(of: m)), of: m),
                undone(m, c) + "\n" + scrub
            ),
        ]
        let own = ColumnRedaction.columns(of: c)
        if !own.isEmpty {
            let key = try schema.key(c, "")
            parts.append(
                ("conversation_content", update(of: own, of: c), "\(try undo(c, "\(key) = new.\(key)"))\n\(scrub)"))
        }
        for table in schema.map.tables {
            switch table.part {
            case .media: parts += try written(table, c, "media", [table.fields[.file]].compactMap(\.self))
            case .address: parts += try written(table, p, "address", table.columns.keys)
            case .attachment, .preference:
                let personal = ColumnRedaction.columns(of: table)
                guard !personal.isEmpty else { continue }
                if schema.path(from: table, to: c) != nil { parts += try written(table, c, "attached", personal) }
                if schema.link(table, to: p) != nil { parts += try written(table, p, "beside", personal) }
            case .person, .conversation, .participant, .message, .operator: continue
            }
        }
        return parts
    }

    /// A row is new, or one of these columns of it changes.
    private func written(
        _ table: DataMap.Table, _ owner: DataMap.Table, _ word: String, _ columns: some Collection<String>
    ) throws -> [Part] {
        let body = try undone(table, owner)
        let new: Part = ("\(word)_new_\(table.name)", "after insert on \(schema.name(table))", body)
        guard !columns.isEmpty else { return [new] }
        return [new, ("\(word)_changed_\(table.name)", update(of: Set(columns), of: table), body + "\n" + scrub)]
    }

    private func update(of columns: Set<String>, of table: DataMap.Table) -> String {
        "after update of \(columns.sorted().map(MappedSchema.quoted).joined(separator: ", ")) on \(schema.name(table))"
    }

    /// Takes back what was done on the owner of the row `new`, which may belong to it over several tables.
    private func undone(_ table: DataMap.Table, _ owner: DataMap.Table) throws -> String {
        let path = schema.path(from: table, to: owner) ?? [table, owner]
        let links = try zip(path, path.dropFirst()).map(link)
        var row = "= new.\(MappedSchema.quoted(links[0].column))"
        for (place, onward) in links.enumerated().dropFirst() {
            row = """
                in (select \(MappedSchema.quoted(onward.column)) from \(schema.name(path[place]))
                  where \(target(links[place - 1])) \(row))
                """
        }
        return try undo(owner, "\(target(links[links.count - 1])) \(row)")
    }

    // MARK: Pieces

    private let scrub = "insert or ignore into retention_scrub(pending) values (1);"

    private func link(_ table: DataMap.Table, _ owner: DataMap.Table) throws -> DataMap.Link {
        guard let link = schema.link(table, to: owner) else {
            throw StoreError(
                .map, "table \(table.name) of the data map is not linked to \(owner.name)",
                remedy: "add `COLUMN: \(owner.name).COLUMN` to its links")
        }
        return link
    }

    private func target(_ link: DataMap.Link) -> String { MappedSchema.quoted(link.target) }

    /// Sets the lower bound of rows to "look tonight".
    private func lower(_ table: DataMap.Table, _ rows: String) throws -> String {
        let (floor, revision) = try (schema.column(table, .floor, ""), schema.column(table, .revision, ""))
        return "update \(schema.name(table)) set \(floor) = 0, \(revision) = \(revision) + 1 where \(rows);"
    }

    /// Takes back what was done on rows.
    private func undo(_ table: DataMap.Table, _ rows: String) throws -> String {
        let (floor, revision) = try (schema.column(table, .floor, ""), schema.column(table, .revision, ""))
        let done = try schema.column(table, .done, "")
        return """
            update \(schema.name(table)) set \(revision) = \(revision) + 1, \(done) = 0,
              \(floor) = case when \(done) = 0 and \(table.part == .conversation) then \(floor) else 0 end where \(rows);
            """
    }

    /// A condition that picks the further persons of the conversation in a trigger's row.
    private func members(of row: String) throws -> String {
        guard let group else { return "false" }
        let (conversation, person) = try (link(group, c), link(group, p))
        return """
            \(target(person)) in (select \(MappedSchema.quoted(person.column)) from \(schema.name(group))
              where \(MappedSchema.quoted(conversation.column)) = \(row).\(target(conversation)))
            """
    }

    /// A condition that picks the conversations of the person `new`, own and of groups.
    private func conversationsOfNew() throws -> String {
        let owner = try link(c, p)
        let own = "\(MappedSchema.quoted(owner.column)) = new.\(target(owner))"
        guard let group else { return own }
        let (conversation, person) = try (link(group, c), link(group, p))
        return """
            \(own) or \(target(conversation)) in (select \(MappedSchema.quoted(conversation.column)) from \(schema.name(group))
              where \(MappedSchema.quoted(person.column)) = new.\(target(person)))
            """
    }

    /// A condition that picks the person `new` and everybody in a conversation with that person.
    private func companyOfNew() throws -> String {
        let own = try "\(schema.key(p, "")) = new.\(schema.key(p, ""))"
        guard let group else { return own }
        let (conversation, person) = try (link(group, c), link(group, p))
        let owner = try link(c, p)
        let shared = try """
        select \(target(conversation)) from \(schema.name(c)) where \(conversationsOfNew())
        """
        return """
            \(own)
            or \(target(owner)) in (select \(MappedSchema.quoted(owner.column)) from \(schema.name(c))
              where \(target(conversation)) in (\(shared)))
            or \(target(person)) in (select \(MappedSchema.quoted(person.column)) from \(schema.name(group))
              where \(MappedSchema.quoted(conversation.column)) in (\(shared)))
            """
    }
}
