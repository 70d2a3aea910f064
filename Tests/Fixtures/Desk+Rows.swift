import Conversations
import Foundation
import GRDB

/// What an application writes into the store, in terms of its data map.
extension Desk {
    func table(_ part: DataMap.Part) throws -> DataMap.Table {
        guard let table = map.tables(part).first else { throw FixtureError("no \(part)") }
        return table
    }

    func units(_ instant: Instant?) -> Int64? { instant.map { $0.seconds * map.clock.perSecond } }

    func units(_ text: String?) throws -> Int64? { units(try text.map(Desk.instant)) }

    /// Inserts one row. Links are written as the form refers to rows, fields under the map's names for them.
    @discardableResult
    func insert(
        _ part: DataMap.Part, id: Int64? = nil, links: [DataMap.Part: Int64] = [:],
        fields: [DataMap.Field: (any DatabaseValueConvertible)?] = [:],
        columns: [String: (any DatabaseValueConvertible)?] = [:], _ db: Database
    ) throws -> Int64 {
        let table = try table(part)
        var values: [String: (any DatabaseValueConvertible)?] = columns
        for (field, value) in fields { if let column = table.fields[field] { values[column] = value } }
        for link in table.links {
            guard let owner = map.tables.first(where: { $0.name == link.table })?.part, let row = links[owner] else {
                continue
            }
            values[link.column] = form.reference(owner, row)
        }
        if let id, let key = table.key {
            values[key] = id
            if table.columns["ref"] != nil { values["ref"] = form.reference(part, id) }
        }
        let names = values.keys.sorted()
        try db.execute(
            sql: """
                insert into \(table.name)(\(names.joined(separator: ", ")))
                values (\(names.map { _ in "?" }.joined(separator: ", ")))
                """,
            arguments: StatementArguments(names.map { values[$0] ?? nil }))
        return db.lastInsertedRowID
    }

    func nextID(_ part: DataMap.Part, _ db: Database) throws -> Int64 {
        let table = try table(part)
        let sequence = form == .native ? "(select seq from sqlite_sequence where name = '\(table.name)')" : "0"
        return try Int64.fetchOne(
            db,
            sql:
                "select max(coalesce((select max(\(table.key ?? "id")) from \(table.name)), 0), coalesce(\(sequence), 0)) + 1"
        ) ?? 1
    }

    /// A person with a profile and a phone number.
    @discardableResult
    package func person(
        _ name: String? = "Marie Lambert", phone: String? = "+32470000001", photo: String? = nil, status: String? = nil,
        firstSeen: String = "2020-01-02"
    ) throws -> Int64 {
        try database.write { db in
            let table = try table(.person)
            func column(_ category: DataMap.Category) -> String? {
                table.columns.filter { $0.value == category }.keys.sorted().first
            }
            var columns: [String: (any DatabaseValueConvertible)?] = [:]
            for (category, value) in [(.name, name), (.profilePhoto, photo), (.profileStatus, status), (.phone, phone)]
                as [(DataMap.Category, String?)]
            {
                if let column = column(category) { columns[column] = value }
            }
            let id = try insert(
                .person, id: nextID(.person, db), fields: [.firstSeen: units(firstSeen)], columns: columns, db)
            if let phone {
                try insert(
                    .address, links: [.person: id], fields: [.kind: "phone", .text: phone],
                    columns: form == .native ? ["evidence": "payload"] : [:], db)
            }
            if let photo { try file(photo, "photo of \(id)") }
            return id
        }
    }

    /// A conversation whose messages come from the person, a minute apart, and then answers of ours.
    /// - Parameter on: the time of the first message; nil for one without dates.
    @discardableResult
    package func conversation(
        of person: Int64, _ role: String = "client", _ purpose: String = "assistance", on: String?,
        texts: [String?] = ["Bonjour, mon numéro est le 0470 00 00 01", "merci"], answers: [String] = ["Avec plaisir"],
        media: [String] = [], group: [Int64] = [], closed: String? = nil, decision: String? = nil,
        firstSeen: String? = nil
    ) throws -> Int64 {
        try database.write { db in
            let start = try on.map(Desk.instant)
            let newest = start.map { $0 + Int64(60 * (texts.count + answers.count - 1)) }
            let inbound = texts.isEmpty ? newest : start.map { $0 + Int64(60 * (texts.count - 1)) }
            let seen = try firstSeen.map(Desk.instant) ?? newest ?? Desk.instant("2020-01-03")
            let id = try insert(
                .conversation, id: nextID(.conversation, db), links: [.person: person],
                fields: [
                    .role: role, .purpose: purpose, .opened: units(start), .collected: units(newest),
                    .lastInbound: units(inbound), .closed: units(closed), .decision: units(decision),
                    .firstInbound: texts.isEmpty ? nil : units(start),
                    .responded: answers.isEmpty ? nil : units(start.map { $0 + Int64(60 * texts.count) }),
                    .messages: texts.count + answers.count,
                    .bytes: (texts.compactMap { $0 } + answers).reduce(0) { $0 + $1.utf8.count }, .notice: "2025-01-22",
                    .firstSeen: units(seen), .lastSeen: units(max(seen, newest ?? seen)),
                ], db)
            for other in group { try insert(.participant, links: [.conversation: id, .person: other], db) }
            for (n, text) in (texts + answers).enumerated() {
                try insert(
                    .message, links: [.conversation: id],
                    fields: [
                        .order: n, .direction: n < texts.count ? 0 : 1, .kind: "text",
                        .sent: units(start.map { $0 + Int64(60 * n) }), .text: text,
                        .author: group.isEmpty || n >= texts.count ? nil : ([person] + group)[n % (group.count + 1)],
                    ], db)
            }
            for (n, name) in media.enumerated() {
                try insert(.media, links: [.conversation: id], fields: [.order: n, .kind: "image", .file: name], db)
                try file(name, "media of \(id)")
            }
            for person in [person] + group { if let inbound { try heard(person, inbound, db) } }
            return id
        }
    }

    private func heard(_ person: Int64, _ at: Instant, _ db: Database) throws {
        let table = try table(.person)
        guard let column = table.fields[.lastInbound], let key = table.key else { return }
        try db.execute(
            sql: "update \(table.name) set \(column) = max(\(column), ?) where \(key) = ?",
            arguments: [units(at), person])
    }

    package func file(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(places.media)/\(name)"))
    }

    /// Sets fields of a row as an application would.
    package func set(_ part: DataMap.Part, _ id: Int64, _ fields: [DataMap.Field: (any DatabaseValueConvertible)?])
        throws
    {
        let table = try table(part)
        try database.write { db in
            for (field, value) in fields {
                guard let column = table.fields[field], let key = table.key else { throw FixtureError("no \(field)") }
                try db.execute(sql: "update \(table.name) set \(column) = ? where \(key) = ?", arguments: [value, id])
            }
        }
    }

    /// A message that comes late: inserted by the application into a conversation that is there.
    package func lateMessage(in conversation: Int64, order: Int64, at: String, _ text: String) throws {
        try database.write { db in
            _ = try insert(
                .message, links: [.conversation: conversation],
                fields: [.order: order, .direction: 0, .kind: "text", .sent: units(at), .text: text], db)
        }
    }

    // MARK: Looking

    /// Every row of the store's own tables, by table; the engine's bounds left out, which no promise is about.
    package func rows() throws -> [String: [String]] {
        try database.read { db in
            var found: [String: [String]] = [:]
            for table in map.tables {
                let bounds = Set([table.fields[.floor]].compactMap(\.self))
                found[table.name] = try Row.fetchAll(db, sql: "select * from \(table.name)").map { row in
                    row.filter { !bounds.contains($0.0) }.map { "\($0)=\($1)" }.joined(separator: "|")
                }.sorted()
            }
            return found
        }
    }

    /// Every row that belongs to a conversation, and its own.
    package func rows(of conversation: Int64) throws -> [String] {
        try database.read { db in
            let c = try table(.conversation)
            return try map.tables.flatMap { table -> [String] in
                let condition: String
                if table.name == c.name {
                    condition = "\(c.key ?? "id") = \(conversation)"
                } else if let link = table.links.first(where: { $0.table == c.name }) {
                    condition =
                        "\(link.column) = (select \(link.target) from \(c.name) where \(c.key ?? "id") = \(conversation))"
                } else {
                    return []
                }
                let floor = table.fields[.floor]
                return try Row.fetchAll(db, sql: "select * from \(table.name) where \(condition)").map { row in
                    "\(table.name): " + row.filter { $0.0 != floor }.map { "\($0)=\($1)" }.joined(separator: "|")
                }.sorted()
            }
        }
    }

    /// The row of a person, with its addresses.
    package func rows(ofPerson id: Int64) throws -> [String] {
        try database.read { db in
            let p = try table(.person)
            let a = try table(.address)
            let link = a.links.first
            let own = try Row.fetchAll(db, sql: "select * from \(p.name) where \(p.key ?? "id") = \(id)").map { row in
                row.filter { $0.0 != p.fields[.floor] }.map { "\($0)=\($1)" }.joined(separator: "|")
            }
            let addresses = try Row.fetchAll(
                db,
                sql: """
                    select * from \(a.name) where \(link?.column ?? "") =
                      (select \(link?.target ?? "") from \(p.name) where \(p.key ?? "id") = \(id))
                    """)
            return own + addresses.map { "\($0)" }
        }
    }

    /// The texts of a conversation, in order.
    package func texts(of conversation: Int64) throws -> [String?] {
        try database.read { db in
            let m = try table(.message)
            let c = try table(.conversation)
            guard let link = m.links.first, let order = m.fields[.order], let text = m.fields[.text] else { return [] }
            return try Optional<String>.fetchAll(
                db,
                sql: """
                    select \(text) from \(m.name) where \(link.column) =
                      (select \(link.target) from \(c.name) where \(c.key ?? "id") = \(conversation)) order by \(order)
                    """)
        }
    }

    package func count(_ part: DataMap.Part) throws -> Int {
        let name = try table(part).name
        return try database.read { try Int.fetchOne($0, sql: "select count(*) from \(name)") ?? 0 }
    }

    package func done(_ part: DataMap.Part, _ id: Int64) throws -> Actions? {
        let table = try table(part)
        return try database.read { db in
            try Int64.fetchOne(
                db, sql: "select \(table.fields[.done] ?? "") from \(table.name) where \(table.key ?? "id") = \(id)")
        }.map(Actions.init(rawValue:))
    }
}
