import Conversations
import GRDB
import StorePort

/// The reads that reports stand on.
extension SQLiteSnapshot {
    func stock() throws -> [StockRow] {
        let table = schema.conversation
        let role = try schema.column(table, .role, "")
        let purpose = try schema.column(table, .purpose, "")
        let person = schema.link(table, to: schema.person).map { MappedSchema.quoted($0.column) } ?? "null"
        let collected = try schema.column(table, .collected, "")
        return try Row.fetchAll(
            db,
            sql: """
                select \(role), \(purpose), count(*), sum(\(schema.column(table, .messages, ""))),
                  sum(\(schema.column(table, .bytes, ""))), count(distinct \(person)),
                  min(case when \(collected) >= \(schema.units(.earliestPlausible)) then \(collected) end)
                from \(schema.name(table)) group by 1, 2 order by 1, 2
                """
        ).map {
            try StockRow(
                role: $0.get(0), purpose: $0.get(1), conversations: $0.get(2), messages: $0.get(3) ?? 0,
                bytes: $0.get(4) ?? 0,
                persons: $0.get(5), oldest: schema.seconds($0.get(6)).map(Instant.init(seconds:)))
        }
    }

    func practice(asOf: Instant) throws -> PracticeCounts {
        var counts = PracticeCounts()
        try countProfiles(&counts)
        try countPreferences(&counts)
        let holds = try HoldConditions(schema: schema, asOf: asOf, db)
        let person = schema.name(schema.person)
        counts.restrictedPersons = try count(
            "\(person) p where \(holds.person(schema.key(schema.person, "p"), kind: .restriction))")
        counts.heldConversations = try count(
            "retention_hold h where h.kind = 'hold' and h.conversation is not null and \(HoldConditions.counts(asOf: asOf))"
        )
        counts.suppressed = try count("retention_suppression")
        counts.media = try schema.map.tables(.media).reduce(0) { try $0 + count(schema.name($1)) }
        if schema.map.isNative {
            counts.calls = try count("event where kind in ('voice-call', 'video-call')")
        }
        return counts
    }

    private func count(_ from: String) throws -> Int { try Int.fetchOne(db, sql: "select count(*) from \(from)") ?? 0 }

    private func countProfiles(_ counts: inout PracticeCounts) throws {
        let table = schema.person
        let shown = table.columns.filter { $0.value == .profilePhoto || $0.value == .profileStatus }.keys.sorted()
        guard !shown.isEmpty else { return }
        let some = shown.map { "\(MappedSchema.quoted($0)) is not null" }.joined(separator: " or ")
        counts.profiles = try count("\(schema.name(table)) where \(some)")
        guard schema.map.isNative else {
            counts.unknownProfiles = counts.profiles
            return
        }
        counts.hiddenProfiles = try count("person where (\(some)) and profile_public = 0")
        counts.unknownProfiles = try count("person where (\(some)) and profile_public is null")
    }

    private func countPreferences(_ counts: inout PracticeCounts) throws {
        guard let table = schema.map.tables(.preference).first, table.fields[.kind] != nil,
            table.fields[.given] != nil, let link = schema.link(table, to: schema.person)
        else { return }
        func persons(_ kind: String) throws -> Int {
            try Int.fetchOne(
                db,
                sql: """
                    select count(distinct \(MappedSchema.quoted(link.column))) from \(schema.name(table))
                    where \(schema.column(table, .kind, "")) = ? and \(schema.column(table, .given, "")) <> 0
                    """,
                arguments: [kind]) ?? 0
        }
        counts.optOuts = try persons("information-opt-out")
        counts.anyTime = try persons("any-time-request")
    }

    func records(from first: Instant, until end: Instant) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                select record from retention_run
                where as_of >= ? and as_of < ? and state = 'done' and record is not null order by id
                """,
            arguments: [first.seconds, end.seconds])
    }

    func unfinishedRuns(from first: Instant, until end: Instant) throws -> [Instant] {
        try Int64.fetchAll(
            db, sql: "select as_of from retention_run where as_of >= ? and as_of < ? and state <> 'done' order by id",
            arguments: [first.seconds, end.seconds]
        ).map(Instant.init(seconds:))
    }
}
