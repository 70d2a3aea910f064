import Foundation
import Testing

/// What is due, done and forecast of every rule, and what the proof counts, are what queries of the messages give.
@Suite struct RuleFigureTests {
    /// A line of a night's report: what was due and done, and the forecast.
    private struct Line: Equatable {
        var due: Int, done: Int, inGrace: Int
        var forecast: [Int]
    }

    func query(_ desk: Desk, _ sql: String) throws -> [[String]] {
        try sql.write(toFile: desk.folder + "/q.sql", atomically: false, encoding: .utf8)
        return try desk.shell("sqlite3 -readonly -separator '|' state/store.db < q.sql").split(
            whereSeparator: \.isNewline
        )
        .map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
    }

    /// The lines of the last night's report by rule and actions, those that say nothing left out.
    private func told(_ desk: Desk, _ night: String) throws -> [String: Line] {
        let name = try #require(desk.files(in: "reports").first { $0.hasSuffix("-\(night).json") })
        let data = try Data(contentsOf: URL(fileURLWithPath: desk.folder + "/reports/" + name))
        let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let record = try #require(report["record"] as? [String: Any])
        var lines: [String: Line] = [:]
        for line in try #require(record["lines"] as? [[String: Any]]) {
            let plan = try #require(line["plan"] as? [String: Any])
            let actions = (plan["actions"] as? [String] ?? []).joined(separator: ", ")
            let key = "\(plan["rule"] ?? "") \(plan["subject"] ?? "") \(actions)"
            lines[key] = Line(
                due: (plan["due"] as? [String: Any])?["records"] as? Int ?? -1, done: line["done"] as? Int ?? -1,
                inGrace: plan["inGrace"] as? Int ?? -1, forecast: plan["forecast"] as? [Int] ?? [])
        }
        return lines
    }

    /// What independent queries give for a night, of everything that was not done by the night `before`.
    private func truth(_ desk: Desk, after before: String, by night: String) throws -> [String: Line] {
        let isInGrace = night == FigureDesk.asOf
        let rows = try query(
            desk,
            RuleQueries.views + RuleQueries.lines(after: before, by: night)
                + RuleQueries.persons(after: before, by: night, isInGrace: isInGrace))
        var lines: [String: Line] = [:]
        for row in rows {
            let counts = row[2...].map { Int($0) ?? -1 }
            let subject = row[0] == "*" ? "persons" : "conversations"
            // A grace that runs tonight is over within each horizon. Erasing persons is not foretold.
            let graced = isInGrace ? counts[0] : 0
            let line = Line(
                due: counts[0] - graced, done: counts[0] - graced, inGrace: graced,
                forecast: row[1] == "erase all" && row[0] == "*" ? [0, 0, 0] : counts[1...].map { $0 + graced })
            if line != Line(due: 0, done: 0, inGrace: 0, forecast: [0, 0, 0]) {
                lines["\(row[0]) \(subject) \(row[1])"] = line
            }
        }
        return lines
    }

    @Test func `what is due, done and forecast of every rule is what its step says of the messages`() throws {
        let desk = try FigureDesk().desk
        var before = ""
        var compared: Set<String> = []
        for night in [FigureDesk.asOf, "2026-11-16", "2027-01-15", "2027-07-01"] {
            let truth = try truth(desk, after: before, by: night)
            if night != FigureDesk.asOf {
                #expect(try desk.run("run", "--as-of", night).code == 0)
                before = night
            }
            let told = try told(desk, night)
            for key in Set(truth.keys).union(told.keys).sorted() {
                #expect(told[key] == truth[key], "\(night) \(key)")
                if (told[key]?.done ?? 0) > 0 { compared.insert(key) }
            }
        }
        // Every step of every rule that the desk has conversations of was done on some night.
        #expect(compared.count == 16, "\(compared.sorted())")
    }
}
