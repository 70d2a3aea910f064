import Foundation
import Testing

/// What the proof of a period counts, and what it says of holds, refusals and restrictions.
extension RuleFigureTests {
    /// What each check of a period should have examined and found.
    private typealias Counts = [String: [Int]]

    private func report(_ desk: Desk, _ period: String, _ asOf: String) throws -> [[String: Any]] {
        let made = try desk.run(
            "report", "compliance", "--period", period, "--as-of", asOf, "--format", "json", "--output", "out")
        #expect(made.code == 0, "\(made.errors)")
        let data = try Data(contentsOf: URL(fileURLWithPath: desk.folder + "/out/compliance-\(period).json"))
        let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        return try #require(report["sections"] as? [[String: Any]])
    }

    private func note(_ text: String, _ sections: [[String: Any]]) -> Int? {
        sections.flatMap { $0["notes"] as? [[String: Any]] ?? [] }.first { $0["text"] as? String == text }?["n"] as? Int
    }

    private func number(_ desk: Desk, _ sql: String) throws -> Int {
        try #require(query(desk, sql).first?.first.flatMap { Int($0) }, "\(sql)")
    }

    @Test func `the proof counts what queries of the store and a look at its files count`() throws {
        let desk = try FigureDesk().desk
        #expect(try desk.run("run", "--as-of", "2026-11-16").code == 0)
        try compareFigures(desk)
        var truth: Counts = [:]
        func add(_ id: String, _ examined: Int) { truth[id, default: [0, 0]][0] += examined }
        var before = "2026-11-16"
        for night in ["2027-01-15", "2027-07-01"] {
            let rows = try query(desk, RuleQueries.views + RuleQueries.touched(after: before, by: night))
            let touched = try #require(rows.first).compactMap { Int($0) }
            #expect(touched.count == 4 && touched.allSatisfy { $0 > 0 })
            #expect(try desk.run("run", "--as-of", night).code == 0)
            add("B1", touched[0])
            add("B12", touched[1] + touched[2])
            add("E6", try number(desk, "select count(*) from retention_fact_span;") + touched[3])
            let segments = desk.files(in: "archive").count { $0.hasSuffix(".jsonl.gz") }
            // What this night wrote is read back, what is there is looked at for its end.
            add("C1", night == "2027-07-01" ? segments : 0)
            add("C2", segments)
            for id in ["B6", "store-sound", "temporary-empty"] { add(id, 1) }
            before = night
        }
        // The nights of October to the one before each, without the ones that ran.
        let days = try query(
            desk,
            "select julianday('2027-01-15') - julianday('2026-10-12'), julianday('2027-07-01') - julianday('2026-10-12');"
        )[0].compactMap { Double($0).map { Int($0) } }
        truth["H2-nights"] = [days[0] + days[1], days[1] - 3]
        truth["A1"] = [try number(desk, "select count(distinct role || ' ' || purpose) from conversation;"), 0]
        let policy = try String(contentsOfFile: desk.policy, encoding: .utf8).split(separator: "\n")
        let (rules, steps) = (policy.count { $0.hasPrefix("  - name:") }, policy.count { $0.contains("- { after:") })
        (truth["A2"], truth["A3"], truth["A4"]) = ([rules, rules], [steps, 0], [steps, 0])
        try compare(desk, truth, "2027", "2027-07-01")
    }

    /// What is counted of a year's stock and frozen figures.
    private func compareFigures(_ desk: Desk) throws {
        let facts = try desk.run("report", "--dataset", "--period", "2026").output.split(whereSeparator: \.isNewline)
            .dropFirst().count { $0.split(separator: ",", omittingEmptySubsequences: false)[7].isEmpty }
        let unknown = "select count(*) from conversation where role = 'unknown' or purpose = 'unknown';"
        let stored = [try number(desk, "select count(*) from conversation;"), try number(desk, unknown)]
        #expect(facts > 50 && stored[1] > 0)
        try compare(desk, ["E2": [facts, 0], "E5": [facts, 0], "B9": stored], "2026", "2026-11-16")
    }

    private func compare(_ desk: Desk, _ truth: Counts, _ period: String, _ asOf: String) throws {
        let tables = try report(desk, period, asOf).flatMap { $0["tables"] as? [[String: Any]] ?? [] }
        let rows = try #require(tables.first { $0["id"] as? String == "checks" }?["rows"] as? [[Any]])
        for (id, counts) in truth.sorted(by: { $0.key < $1.key }) {
            let row = try #require(rows.first { $0[0] as? String == id }, "\(id)")
            // What counts conversations, or what was done to them, is told as the flow is.
            let isCoarse = ["B1", "B9", "B12"].contains(id)
            let shown = isCoarse ? (counts[0] < 60 ? "< 60" : "\((counts[0] + 20) / 40 * 40)") : "\(counts[0])"
            #expect(["\(row[3])", "\(row[4])"] == [shown, "\(counts[1])"], "\(id)")
        }
        for row in rows where row[3] as? Int == 0 { #expect(row[2] as? String == "notProven", "\(row[0])") }
    }

    /// Holds bear the time of the clock on the wall.
    @Test func `holds, refusals and restrictions are told as the store's rows count them`() throws {
        let desk = try FigureDesk().desk
        let decision = ["--reason", "claim", "--by", "DPO", "--policy", desk.policy]
        let ids = try query(desk, "select id from conversation where purpose = 'technical' order by id limit 4;").map {
            $0[0]
        }
        for (id, kind) in zip(ids, [[], [], [], ["--restriction"]]) {
            let placed = try desk.runAll(
                ["hold", "add", id, "--review-on", desk.date(inDays: 90)] + kind + decision)
            #expect(placed.code == 0, "\(placed.errors)")
        }
        #expect(try desk.run("hold", "release", "2", "--by", "DPO").code == 0)
        // The same number may be stored with its plus and without.
        let refused = """
            select count(distinct ltrim(value, '+')) from address join (select person, given, row_number() over
                (partition by person order by at desc) as place from preference where kind like '%out') using (person)
              where place = 1 and given and kind in ('phone', 'wa-id');
            """
        _ = try desk.shell("sqlite3 state/store.db 'update person set restricted = 1 where id % 9 = 0'")
        let refusing = try number(desk, refused)
        #expect(try desk.run("run", "--as-of", "2027-07-01").code == 0)
        let left = try number(desk, refused)
        let summer = try report(desk, "2027-07", "2027-07-01")
        #expect(refusing > left)
        #expect(note("suppressionCount", summer) == refusing - left)
        #expect(note("rightsRestricted", summer) == (try number(desk, "select count(*) from person where restricted;")))

        let rows = try #require(
            summer.flatMap { $0["tables"] as? [[String: Any]] ?? [] }.first { $0["id"] as? String == "stock" }?["rows"]
                as? [[Any]])
        let kept = try number(
            desk,
            """
            select count(*) from conversation where person in (select id from person where restricted)
              or id in (select conversation from retention_hold where kind = 'restriction');
            """)
        #expect(kept > 10 && rows[2][1] as? Int == (kept + 10) / 20 * 20)
        let today = desk.date(inDays: 0)
        let year = String(today.prefix(4))
        let span = "between unixepoch('\(year)-01-01') - 3600 and unixepoch('\(year)-12-31') + 82800"
        let now = try report(desk, year, max("2027-07-01", desk.date(inDays: 2)))
        #expect(
            note("holdsPlaced", now)
                == (try number(desk, "select count(*) from retention_hold where placed_at \(span);")))
        #expect(note("holdsReleased", now) == 1)
        #expect(
            note("holdsActive", now)
                == (try number(desk, "select count(*) from retention_hold where released_at is null;")))
    }
}
