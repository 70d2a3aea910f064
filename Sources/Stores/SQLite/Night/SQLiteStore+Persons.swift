import Conversations
import Foundation
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
            try mark(batch, .persons, records: done.count, rows: done.count, db)
            return CommitOutcome(done: done, left: leftover(persons.map(\.record.id), done))
        }
    }
}

/// The statements that act on one person, prepared once.
private struct PersonChanges {
    private let schema: MappedSchema
    private let db: Database
    private let remember: RawStatement
    private let hasConversation: RawStatement
    private let addresses: [RawStatement]
    private let attachments: [RawStatement]
    /// Of tables beside the person: empties what leads to the person there.
    private let besides: [RawStatement]
    private let erase: RawStatement
    private let now: Instant

    init(_ schema: MappedSchema, _ db: Database, at now: Instant) throws {
        (self.schema, self.db, self.now) = (schema, db, now)
        let p = schema.person
        let key = try schema.key(p, "")
        remember = try RawStatement(
            db, "update \(schema.name(p)) set \(schema.column(p, .done, "")) = ?1 where \(key) = ?2")
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
        besides = try schema.map.tables.flatMap { table -> [RawStatement] in
            guard table.part == .attachment || table.part == .preference, schema.link(table, to: p) != nil else {
                return []
            }
            let rows = try schema.belongs(table, to: p, key: "?1")
            return try table.columns.filter { Self.identifying.contains($0.value) }.keys.sorted().map { column in
                let (name, empty) = (MappedSchema.quoted(column), try ColumnRedaction.empty(column, of: table, db))
                return try RawStatement(
                    db, "update \(schema.name(table)) set \(name) = \(empty) where \(rows) and \(name) is not \(empty)")
            }
        }
        erase = try RawStatement(db, "delete from \(schema.name(p)) where \(key) = ?1")
    }

    /// Returns whether the person's change was made; erasing waits while a conversation still names the person.
    func apply(_ person: PersonMark, before: Actions) throws -> Bool {
        let id = person.record.id
        if person.actions.contains(.eraseAll) {
            var isNamed = false
            try hasConversation.each(id) { isNamed = $0.int(0) != 0 }
            guard !isNamed else { return false }
            try suppress(person.suppressions)
            try remember(filesOf: .profilePhoto, id)
            for statement in attachments { try statement.run(id) }
            try erase.run(id)
            return true
        }
        if person.actions.contains(.eraseProfilePhoto) {
            try remember(filesOf: .profilePhoto, id)
            try clear(.profilePhoto, id)
        }
        if person.actions.contains(.eraseProfileStatus) { try clear(.profileStatus, id) }
        if person.actions.contains(.pseudonymise) {
            try suppress(person.suppressions)
            for category in PersonChanges.identifying { try clear(category, id) }
            for statement in addresses + besides { try statement.run(id) }
            try setPseudonym(person.pseudonym, id)
        }
        // Last: a trigger takes the actions back when the profile changes.
        try remember.run(before.union(person.actions).rawValue, id)
        return true
    }

    /// What leads to the person by itself, wherever the map says that the person's own row keeps it.
    private static let identifying: [DataMap.Category] = [.name, .phone, .email, .jid, .wamid, .text, .json]

    private func suppress(_ hashes: [[UInt8]]) throws {
        for hash in hashes {
            try db.execute(
                sql:
                    "insert or ignore into retention_suppression(hash, since, reason) values (?, ?, 'information-opt-out')",
                arguments: [Data(hash), now.seconds])
        }
    }

    private func columns(_ category: DataMap.Category) -> [String] {
        schema.person.columns.filter { $0.value == category }.keys.sorted().map(MappedSchema.quoted)
    }

    private func clear(_ category: DataMap.Category, _ id: Int64) throws {
        let names = schema.person.columns.filter { $0.value == category }.keys.sorted()
        let changes = try names.map {
            "\(MappedSchema.quoted($0)) = \(try ColumnRedaction.empty($0, of: schema.person, db))"
        }.joined(separator: ", ")
        guard !changes.isEmpty else { return }
        try db.execute(
            sql: "update \(schema.name(schema.person)) set \(changes) where \(schema.key(schema.person, "")) = ?",
            arguments: [id])
    }

    private func setPseudonym(_ pseudonym: String?, _ id: Int64) throws {
        guard let column = schema.person.fields[.pseudonym], let pseudonym else { return }
        try db.execute(
            sql: """
                update \(schema.name(schema.person)) set \(MappedSchema.quoted(column)) = ?
                where \(schema.key(schema.person, "")) = ?
                """,
            arguments: [pseudonym, id])
    }

    private func remember(filesOf category: DataMap.Category, _ id: Int64) throws {
        for column in columns(category) {
            try db.execute(
                sql: """
                    insert or ignore into retention_pending_file(path) select \(column) from \(schema.name(schema.person))
                    where \(schema.key(schema.person, "")) = ? and \(column) <> ''
                    """,
                arguments: [id])
        }
    }
}
