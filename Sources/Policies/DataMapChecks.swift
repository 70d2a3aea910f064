import Conversations

extension DataMap.Part {
    /// The fields that a table of this part may name.
    var fields: [DataMap.Field] {
        switch self {
        case .person: [.lastInbound, .relationEnded, .restricted, .firstSeen, .pseudonym, .done, .floor, .revision]
        case .address: [.kind, .text]
        case .conversation:
            [
                .role, .purpose, .opened, .collected, .lastInbound, .closed, .closedBy, .decision, .firstInbound,
                .responded, .messages, .bytes, .notice, .firstSeen, .lastSeen, .done, .floor, .revision,
            ]
        case .participant, .operator, .attachment: []
        case .message: [.order, .sent, .direction, .kind, .text, .author]
        case .media: [.order, .kind, .file]
        case .preference: [.kind, .given, .sent]
        }
    }

    /// The fields without which the engine cannot plan or act.
    var requiredFields: [DataMap.Field] {
        switch self {
        case .person: [.lastInbound, .restricted, .firstSeen, .done, .floor, .revision]
        case .conversation:
            [
                .role, .purpose, .collected, .lastInbound, .messages, .bytes, .firstSeen, .lastSeen, .done, .floor,
                .revision,
            ]
        case .message: [.order, .sent, .direction, .text]
        case .preference: [.kind, .given]
        case .address, .participant, .media, .operator, .attachment: []
        }
    }

    /// The parts whose tables its rows belong to, each by a link.
    var owners: [DataMap.Part] {
        switch self {
        case .person, .operator, .attachment: []
        case .address, .conversation, .preference: [.person]
        case .participant: [.conversation, .person]
        case .message, .media: [.conversation]
        }
    }
}

/// What the tables of a map owe each other.
struct DataMapChecks {
    let tables: [PlacedTable]
    let tablesMark: SourceMark
    let problems: ProblemList

    func check() {
        checkSingleTables()
        for table in tables {
            checkKey(table)
            checkFields(table)
            checkTargets(table)
            checkOwners(table)
            checkCategories(table)
        }
    }

    private func checkSingleTables() {
        for part in [DataMap.Part.person, .conversation, .message] {
            let found = tables.filter { $0.table.part == part }
            if found.isEmpty {
                problems.add(
                    tablesMark, "no table is marked \"is: \(part.rawValue)\"",
                    remedy: "say which table is, with: is: \(part.rawValue)")
            }
            for extra in found.dropFirst() {
                problems.add(
                    extra.entry.keyMark, "a second table is marked \"is: \(part.rawValue)\"",
                    remedy: "keep one: the other may be an attachment")
            }
        }
    }

    private func checkKey(_ table: PlacedTable) {
        guard [.person, .conversation].contains(table.table.part), table.table.key == nil else { return }
        problems.add(
            table.entry.keyMark, "the \(table.table.part.rawValue) has no \"key\"",
            remedy: "name its integer primary key, such as: key: id")
    }

    private func checkFields(_ table: PlacedTable) {
        let missing = table.table.part.requiredFields.filter { table.table.fields[$0] == nil }
        guard !missing.isEmpty else { return }
        problems.add(
            table.entry.keyMark,
            "the \(table.table.part.rawValue) lacks fields: \(missing.map(\.rawValue).joined(separator: ", "))",
            remedy: "name the column of each under \"fields\"")
    }

    private func checkTargets(_ table: PlacedTable) {
        let names = tables.map(\.table.name)
        for link in table.table.links where !names.contains(link.table) {
            problems.add(
                table.mark("links", link.column), "the map has no table \(ShownText.quoted(link.table))",
                remedy: Suggestion.nearest(to: link.table, among: names).map { "did you mean \"\($0)\"?" }
                    ?? "list that table too, or remove the link")
        }
    }

    private func checkOwners(_ table: PlacedTable) {
        // A link to a table that is not there may be the one that is missing.
        guard table.table.links.allSatisfy({ link in tables.contains { $0.table.name == link.table } }) else { return }
        for owner in table.table.part.owners {
            guard let owning = tables.first(where: { $0.table.part == owner })?.table else { continue }
            let links = table.table.links.filter { $0.table == owning.name }
            guard links.isEmpty else { continue }
            problems.add(
                table.entry.keyMark, "the \(table.table.part.rawValue) has no link to the \(owner.rawValue)",
                remedy:
                    "say how they join, under \"links\", such as: \(owner.rawValue): \(owning.name).\(owning.key ?? "id")"
            )
        }
    }

    /// What redaction must reach is not to be called harmless.
    private func checkCategories(_ table: PlacedTable) {
        guard [.message, .address].contains(table.table.part), let column = table.table.fields[.text] else { return }
        let category = table.table.columns[column]
        guard category == nil || category == .keep || category == .hash else { return }
        problems.add(
            category == nil ? table.mark("fields", DataMap.Field.text.rawValue) : table.mark("columns", column),
            "the \(table.table.part.rawValue)'s text would never be redacted",
            remedy: "give column \(ShownText.quoted(column)) its category under \"columns\", such as: "
                + (table.table.part == .message ? "text" : "phone"))
    }
}
