import Conversations
import GRDB
import StorePort

/// What is stored of persons, counted.
extension SQLiteSnapshot {
    func practice(asOf: Instant) throws -> PracticeCounts {
        var counts = PracticeCounts()
        try countProfiles(&counts)
        let holds = try HoldConditions(schema: schema, asOf: asOf, db)
        let person = schema.name(schema.person)
        counts.restrictedPersons = try count(
            "\(person) p where \(holds.person(schema.key(schema.person, "p"), kind: .restriction))")
        counts.heldConversations = try count("(\(holds.kept(.hold)))")
        counts.restrictedConversations = try count("(\(holds.kept(.restriction)))")
        counts.suppressed = try count("retention_suppression")
        if let wishes = try WishQuery(schema) {
            counts.optOuts = try count("(\(wishes.lastWords("information-opt-out"))) where given <> 0")
            counts.anyTime = try count("(\(wishes.lastWords("any-time-request"))) where given <> 0")
        }
        try countRows(&counts)
        return counts
    }

    private func count(_ from: String) throws -> Int { try Int.fetchOne(db, sql: "select count(*) from \(from)") ?? 0 }

    private func countRows(_ counts: inout PracticeCounts) throws {
        for (category, part) in [
            (StoredCategory.addresses, DataMap.Part.address), (.media, .media), (.wishes, .preference),
        ] {
            let tables = schema.map.tables(part)
            guard !tables.isEmpty else { continue }
            counts.categories[category] = try tables.reduce(0) { try $0 + count(schema.name($1)) }
        }
        counts.media = counts.categories[.media]
        guard schema.map.isNative else { return }
        counts.calls = try count("event where kind in ('voice-call', 'video-call')")
        counts.categories[.calls] = try count("event")
        counts.mediaBytes = try Int.fetchOne(db, sql: "select sum(bytes) from media")
    }

    /// One look at each person's row.
    private func countProfiles(_ counts: inout PracticeCounts) throws {
        let table = schema.person
        func filled(_ categories: DataMap.Category...) -> String? {
            let columns = table.columns.filter { categories.contains($0.value) }.keys.sorted()
            guard !columns.isEmpty else { return nil }
            return "(" + columns.map { "\(MappedSchema.quoted($0)) is not null" }.joined(separator: " or ") + ")"
        }
        let shown = filled(.profilePhoto, .profileStatus)
        let isPublic = schema.map.isNative ? "profile_public" : "null"
        let conditions: [String?] = [
            filled(.name), filled(.profilePhoto), filled(.profileStatus), shown,
            shown.map { "\($0) and \(isPublic) = 0" },
            shown.map { "\($0) and \(isPublic) is null" },
        ]
        let sums = conditions.map { $0.map { "coalesce(sum(\($0)), 0)" } ?? "null" }.joined(separator: ", ")
        guard let row = try Row.fetchOne(db, sql: "select \(sums) from \(schema.name(table))") else { return }
        for (place, category) in [StoredCategory.names, .profilePhotos, .profileStatuses].enumerated() {
            counts.categories[category] = try row.get(place) as Int?
        }
        (counts.profiles, counts.hiddenProfiles) = try (row.get(3) ?? 0, row.get(4) ?? 0)
        counts.unknownProfiles = try row.get(5) ?? 0
    }
}
