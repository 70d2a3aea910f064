import Foundation
import Testing

/// The frozen view: facts of the dataset and the report made of them, against queries of the conversations.
extension FigureTests {
    /// Each block of the dataset, rounded as its definition says, over the weeks that no block before it told.
    func compareFrozen(_ desk: Desk) throws {
        let lines = try desk.run("report", "--dataset").output.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let names = try #require(lines.first)
        let facts = lines.dropFirst().map { Dictionary(zip(names, $0), uniquingKeysWith: { a, _ in a }) }
        var told: Set<String> = []
        var levels: [String: Int] = [:]
        for level in ["week", "month", "quarter"] {
            for fact in facts where fact["level"] == level && fact["kind"] == "block" && fact["withheld"] == "" {
                guard fact["role"] != "all", fact["purpose"] != "all" else { continue }
                levels[level, default: 0] += 1
                try compare(fact, desk, &told)
            }
        }
        #expect(levels.keys.count >= 2, "\(levels)")
        let own = told
        let pooled = try comparePooled(desk, facts, &told)
        try compareRollups(desk, facts)
        try compareFrozenHours(desk, told)
        try compareTrend(desk, facts)
        try compareFrozenReport(desk, facts) { role, purpose in
            if purpose == nil, role == nil { return told }
            return purpose == nil ? own.union(pooled[role ?? ""] ?? []) : own
        }
    }

    /// What could not be told by itself is told with others of its role, or with all that is left of the quarter.
    /// - Returns: what was told with others of each role.
    private func comparePooled(
        _ desk: Desk, _ facts: [[String: String]], _ told: inout Set<String>
    ) throws -> [String: Set<String>] {
        var byRole: [String: Set<String>] = [:]
        let pooled = facts.filter {
            $0["kind"] == "block" && $0["withheld"] == "" && $0["purpose"] == "all" && $0["span"] == "2026-Q3"
        }
        #expect(!pooled.isEmpty)
        let parts = try pairs(desk)
        for fact in pooled.sorted(by: { $0["role"] != "all" && $1["role"] == "all" }) {
            let inside = parts.filter { part in
                !told.contains(part.name) && (fact["role"] == "all" || part.name.hasPrefix((fact["role"] ?? "") + " "))
            }
            let subset = inside.map(\.condition).joined(separator: " or ")
            let truth = try #require(query(desk, FigureQueries.figures("(\(subset))")).first)
            for (name, value) in truth {
                guard let shown = fact[name].flatMap({ Int($0) }) else { continue }
                let isTime = name.hasSuffix("_p90") || name.hasSuffix("_median")
                #expect(
                    shown == (isTime ? (value + 30) / 60 * 60 : (value + 2) / 5 * 5),
                    "pooled \(fact["role"] ?? "") \(name)")
            }
            told.formUnion(inside.map(\.name))
            byRole[fact["role"] ?? ""] = Set(inside.map(\.name))
        }
        return byRole
    }

    /// Role, purpose and week of the conversations of the third quarter, as a name and as a condition.
    func pairs(_ desk: Desk) throws -> [(name: String, condition: String)] {
        try FigureQueries.views.write(toFile: desk.folder + "/v.sql", atomically: false, encoding: .utf8)
        return try desk.shell(
            """
            (cat v.sql; echo "select distinct role, purpose, week from talk where week >= \(Self.third) and week < \(Self.fourth);") \
              | sqlite3 -readonly -separator ' ' state/store.db
            """
        )
        .split(whereSeparator: \.isNewline).map { line in
            let words = line.split(separator: " ")
            return (String(line), "(role = '\(words[0])' and purpose = '\(words[1])' and week = \(words[2]))")
        }
    }

    /// The frozen hours are those of the persons' messages in whatever was told of the quarter, in wider bins.
    private func compareFrozenHours(_ desk: Desk, _ told: Set<String>) throws {
        let rows = try report(desk, "2026-Q3", live: false).table("hours").rows.map {
            $0.dropFirst().map { $0.number ?? -1 }
        }
        let width = 24 / (rows.first?.count ?? 24)
        var truth = rows.map { $0.map { _ in 0 } }
        let subset = try pairs(desk).filter { told.contains($0.name) }.map(\.condition).joined(separator: " or ")
        for row in try query(desk, FigureQueries.hours("(\(subset))")) {
            let (day, hour) = (row["day"] ?? 0, ((row["utc"] ?? 0) + 2) % 24)
            truth[truth.count == 7 ? day : truth.count == 1 || day < 5 ? 0 : 1][hour / width] += row["n"] ?? 0
        }
        #expect(rows == truth.map { $0.map { ($0 + 2) / 5 * 5 } })
        #expect(rows.joined().reduce(0, +) > 300)
    }

    /// A month of the trend is the sum of the blocks inside of it.
    private func compareTrend(_ desk: Desk, _ facts: [[String: String]]) throws {
        let frozen = try report(desk, "2026-Q3", live: false)
        let months = facts.filter { $0["level"] == "month" && $0["kind"] == "rollup" && $0["role"] == "all" }
        for (prefix, level) in [("trend-", "month"), ("weeks-", "week")] {
            let rows = try frozen.table(prefix + "volumes").rows
            #expect(rows.count >= 3, "\(months.count)")
            for row in rows {
                let span = try #require(facts.first { $0["span"] == row[0].text && $0["level"] == level }, "\(row[0])")
                let inside = facts.filter {
                    $0["kind"] == "block" && $0["withheld"] == "" && ["week", level].contains($0["level"])
                        && ($0["starts"] ?? "") >= (span["starts"] ?? "~")
                        && ($0["ends"] ?? "~") <= (span["ends"] ?? "")
                }
                for (name, cell) in zip(
                    ["conversations", "", "inbound", "outbound", "automatic", "media"], row.dropFirst())
                where !name.isEmpty {
                    let sum = inside.reduce(0) { $0 + (Int($1[name] ?? "") ?? 0) }
                    #expect((cell.number ?? 0) == sum, "\(prefix) \(row[0].text) \(name)")
                }
            }
        }
    }

    private func compare(_ fact: [String: String], _ desk: Desk, _ told: inout Set<String>) throws {
        let pair = "\(fact["role"] ?? "") \(fact["purpose"] ?? "")"
        let span = try #require(
            query(
                desk,
                "select unixepoch('\(fact["starts"] ?? "")') - 7200 as s, unixepoch('\(fact["ends"] ?? "")') + 79200 as e;"
            )
            .first)
        let weeks = stride(from: span["s"] ?? 0, to: span["e"] ?? 0, by: 604_800).filter {
            !told.contains("\(pair) \($0)")
        }
        for week in weeks { told.insert("\(pair) \(week)") }
        let list = weeks.map(String.init).joined(separator: ", ")
        let truth = try #require(
            query(
                desk,
                FigureQueries.figures(
                    "role = '\(fact["role"] ?? "")' and purpose = '\(fact["purpose"] ?? "")' and week in (\(list))")
            ).first)
        #expect((truth["persons"] ?? 0) >= 10)
        for (name, value) in truth {
            guard let shown = fact[name].map({ Int($0) }) else { continue }
            let place = "\(fact["span"] ?? "") \(pair) \(name)"
            switch name {
            case _ where name.hasSuffix("_p90") || name.hasSuffix("_median"):
                // Withheld where too few cases are behind it.
                if let shown { #expect(shown == (value + 30) / 60 * 60, "\(place)") }
            default: if let shown { #expect(shown == (value + 2) / 5 * 5, "\(place)") }
            }
        }
        if (truth["answered"] ?? 0) >= 10 { #expect(fact["first_response_median"] != "") }
        if (truth["answered"] ?? 0) >= 30 { #expect(fact["first_response_p90"] != "") }
    }

    /// The report's tables are sums of blocks.
    private func compareRollups(_ desk: Desk, _ facts: [[String: String]]) throws {
        let frozen = try report(desk, "2026-Q3", live: false)
        let blocks = facts.filter {
            $0["kind"] == "block" && $0["withheld"] == "" && ($0["starts"] ?? "") >= "2026-06-29"
                && ($0["ends"] ?? "") <= "2026-09-27"
        }
        let pairs = try frozen.table("volumes").rows
        #expect(pairs.count > 4)
        for (id, names) in [
            ("volumes", ["conversations", "", "inbound", "outbound", "automatic", "media"]),
            ("outcomes", ["", "", "unanswered", "waiting", "closed", "reopened", "", "one_touch", ""]),
        ] {
            for row in try frozen.table(id).rows where row[1] != .text("c") {
                let words = row[0].text.split(separator: ", ").map { $0.lowercased() }
                let role = words.first { $0.hasPrefix("role") }?.dropFirst(4)
                let purpose = words.first { $0.hasPrefix("purpose") }?.dropFirst(7)
                let inside = blocks.filter {
                    (role == nil || $0["role"] == String(role ?? ""))
                        && (purpose == nil || $0["purpose"] == String(purpose ?? ""))
                }
                for (name, cell) in zip(names, row.dropFirst()) where !name.isEmpty {
                    #expect(
                        cell.number == inside.reduce(0) { $0 + (Int($1[name] ?? "") ?? 0) }, "\(row[0].text) \(name)")
                }
            }
        }
        let months = try frozen.table("trend-volumes").rows.count
        #expect(months >= 3)
    }
}
