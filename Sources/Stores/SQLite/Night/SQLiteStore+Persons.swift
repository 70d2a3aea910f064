import Conversations
import GRDB
import StorePort

/// What a night does to persons' own data.
extension SQLiteStore {
    package func commitPersons(_ batch: BatchMark, persons: [PersonMark], asOf: Instant) throws
        -> CommitOutcome
    {
        try write { db in
            let stands = try RecordGuard(persons: schema, asOf: asOf, db)
            let changes = try PersonChanges(schema, db, at: asOf)
            var done: [Int64] = []
            for person in persons {
                guard let before = try stands.unchanged(person.record) else { continue }
                if try changes.apply(person, before: before) { done.append(person.record.id) }
            }
            try mark(batch, .persons, parts(done, of: batch), rows: done.count, db)
            return CommitOutcome(done: done, left: leftover(persons.map(\.record.id), done))
        }
    }
}

/// The statements that act on one person, prepared once.
private struct PersonChanges {
    private let remember: RawStatement
    private let hasConversation: RawStatement
    private let addresses: [RawStatement]
    private let attachments: [RawStatement]
    /// Of tables beside the person: empties what leads to the person there.
    private let besides: [RawStatement]
    /// Notes the files of profile photos, before the columns that name them are emptied.
    private let rememberPhotos: [RawStatement]
    /// Empties the columns of the person's own row.
    private let clearPhoto: RawStatement?
    private let clearStatus: RawStatement?
    private let clearIdentity: RawStatement?
    private let setPseudonym: RawStatement?
    private let suppress: RawStatement
    private let erase: RawStatement
    private let now: Instant

    init(_ schema: MappedSchema, _ db: Database, at now: Instant) throws {
        self.now = now
        let p = schema.person
        let (table, key) = try (schema.name(p), schema.key(p, ""))
        remember = try RawStatement(
            db, "update \(table) set \(schema.column(p, .done, "")) = ?1 where \(key) = ?2")
        let own = try schema.belongs(schema.conversation, to: p, key: "?1")
        let inGroup = try schema.map.tables(.participant).first.map { group in
            "or exists(select 1 from \(schema.name(group)) where \(try schema.belongs(group, to: p, key: "?1")))"
        }
        hasConversation = try RawStatement(
            db, "select exists(select 1 from \(schema.name(schema.conversation)) where \(own)) \(inGroup ?? "")")
        func delete(_ tables: [DataMap.Table]) throws -> [RawStatement] {
            try tables.map { table in
                try RawStatement(
                    db, "delete from \(schema.name(table)) where \(schema.belongs(table, to: p, key: "?1"))")
            }
        }
        addresses = try delete(schema.map.tables(.address))
        attachments = try delete(
            schema.map.tables.filter {
                [.attachment, .address, .preference].contains($0.part) && schema.link($0, to: p) != nil
            }.reversed())
        besides = try Self.besides(schema, db)
        rememberPhotos = try Self.columns(p, [.profilePhoto]).map { column in
            try RawStatement(
                db,
                """
                insert or ignore into retention_pending_file(path) select \(MappedSchema.quoted(column)) from \(table)
                where \(key) = ?1 and \(MappedSchema.quoted(column)) <> ''
                """)
        }
        func clear(_ categories: [DataMap.Category]) throws -> RawStatement? {
            let changes = try Self.columns(p, categories).map {
                "\(MappedSchema.quoted($0)) = \(try ColumnRedaction.empty($0, of: p, db))"
            }.joined(separator: ", ")
            return changes.isEmpty ? nil : try RawStatement(db, "update \(table) set \(changes) where \(key) = ?1")
        }
        (clearPhoto, clearStatus) = try (clear([.profilePhoto]), clear([.profileStatus]))
        clearIdentity = try clear(Self.identifying)
        setPseudonym = try p.fields[.pseudonym].map { column in
            try RawStatement(db, "update \(table) set \(MappedSchema.quoted(column)) = ?1 where \(key) = ?2")
        }
        suppress = try RawStatement(
            db,
            "insert or ignore into retention_suppression(hash, since, reason) values (?1, ?2, 'information-opt-out')")
        erase = try RawStatement(db, "delete from \(table) where \(key) = ?1")
    }

    /// What leads to the person by itself, wherever the map says that the person's own row keeps it.
    private static let identifying: [DataMap.Category] = [.name, .phone, .email, .jid, .wamid, .text, .json]

    private static func columns(_ table: DataMap.Table, _ categories: [DataMap.Category]) -> [String] {
        table.columns.filter { categories.contains($0.value) }.keys.sorted()
    }

    private static func besides(_ schema: MappedSchema, _ db: Database) throws -> [RawStatement] {
        try schema.map.tables.flatMap { table -> [RawStatement] in
            guard table.part == .attachment || table.part == .preference, schema.link(table, to: schema.person) != nil
            else { return [] }
            let rows = try schema.belongs(table, to: schema.person, key: "?1")
            return try columns(table, identifying).map { column in
                let (name, empty) = (MappedSchema.quoted(column), try ColumnRedaction.empty(column, of: table, db))
                return try RawStatement(
                    db, "update \(schema.name(table)) set \(name) = \(empty) where \(rows) and \(name) is not \(empty)")
            }
        }
    }

    /// Returns whether the person's change was made; erasing waits while a conversation still names the person.
    func apply(_ person: PersonMark, before: Actions) throws -> Bool {
        let id = person.record.id
        if person.actions.contains(.eraseAll) {
            var isNamed = false
            try hasConversation.each(id) { isNamed = $0.int(0) != 0 }
            guard !isNamed else { return false }
            try suppress(person.suppressions)
            for statement in rememberPhotos + attachments { try statement.run(id) }
            try erase.run(id)
            return true
        }
        if person.actions.contains(.eraseProfilePhoto) {
            for statement in rememberPhotos { try statement.run(id) }
            try clearPhoto?.run(id)
        }
        if person.actions.contains(.eraseProfileStatus) { try clearStatus?.run(id) }
        if person.actions.contains(.pseudonymise) {
            try suppress(person.suppressions)
            try clearIdentity?.run(id)
            for statement in addresses + besides { try statement.run(id) }
            if let pseudonym = person.pseudonym { try setPseudonym?.run(text: Array(pseudonym.utf8)[...], id) }
        }
        // Last: a trigger takes the actions back when the profile changes.
        try remember.run(before.union(person.actions).rawValue, id)
        return true
    }

    private func suppress(_ hashes: [[UInt8]]) throws {
        for hash in hashes { try suppress.run(blob: hash[...], now.seconds) }
    }
}
