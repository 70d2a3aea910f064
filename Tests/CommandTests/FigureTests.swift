import Foundation
import Testing

/// Every figure of the quality report, live and frozen, is what an independent query of the same store gives.
@Suite struct FigureTests {
    /// Monday 29 June and 28 September 2026 at midnight in Brussels: the weeks of the third quarter, and those after.
    static let (third, fourth) = (1_782_684_000, 1_790_546_400)

    func query(_ desk: Desk, _ sql: String) throws -> [[String: Int]] {
        try (".mode json\n" + FigureQueries.views + "\n" + sql).write(
            toFile: desk.folder + "/q.sql", atomically: false, encoding: .utf8)
        let output = try desk.shell("sqlite3 -readonly state/store.db < q.sql")
        let rows = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]]
        return try #require(rows, "\(output.prefix(300))").map { $0.compactMapValues { $0 as? Int } }
    }

    struct Table: Decodable {
        enum Cell: Decodable, Equatable {
            case number(Int), text(String), none
            init(from decoder: any Decoder) throws {
                let one = try decoder.singleValueContainer()
                if one.decodeNil() {
                    self = .none
                } else if let number = try? one.decode(Int.self) {
                    self = .number(number)
                } else {
                    self = .text(try one.decode(String.self))
                }
            }
            var number: Int? { if case .number(let number) = self { number } else { nil } }
            var text: String { if case .text(let text) = self { text } else { "" } }
        }
        let id: String
        let columns: [String]
        let rows: [[Cell]]
    }
    struct Report: Decodable {
        struct Section: Decodable { let tables: [Table] }
        let sections: [Section]
        func table(_ id: String) throws -> Table {
            try #require(sections.flatMap(\.tables).first { $0.id == id }, "\(id)")
        }
    }

    func report(_ desk: Desk, _ period: String, live: Bool) throws -> Report {
        let made = try desk.run(
            "report", "quality", "--period", period, "--as-of", FigureDesk.asOf, "--format", "json", "--output", "out")
        #expect(made.code == 0, "\(made.errors)")
        let name = try #require(
            desk.files(in: "out").first { $0.hasPrefix("quality-\(period)") && $0.contains("live") == live })
        return try JSONDecoder().decode(
            Report.self, from: Data(contentsOf: URL(fileURLWithPath: desk.folder + "/out/" + name)))
    }

    /// `roleClient, purposeTechnical` as a condition.
    func condition(_ name: String) -> String {
        let words = name.split(separator: ", ").map { $0.lowercased() }
        let role = words.first { $0.hasPrefix("role") }.map { "role = '\($0.dropFirst(4))'" }
        let purpose = words.first { $0.hasPrefix("purpose") }.map { "purpose = '\($0.dropFirst(7))'" }
        return [role, purpose].compactMap(\.self).joined(separator: " and ").isEmpty
            ? "1" : [role, purpose].compactMap(\.self).joined(separator: " and ")
    }

    private static let columns: [(table: String, names: [String])] = [
        ("volumes", ["conversations", "persons", "inbound", "outbound", "automatic", "media"]),
        (
            "responses",
            [
                "first_response_median", "first_response_p90", "service_response_median", "service_response_p90",
                "within_15_min", "within_1_h", "within_4_h", "within_1_day",
            ]
        ),
        (
            "next-responses",
            [
                "next_response_median", "next_response_p90", "service_next_response_median",
                "service_next_response_p90",
            ]
        ),
        (
            "outcomes",
            [
                "resolution_median", "resolution_p90", "unanswered", "waiting", "closed", "reopened", "reopen_rate",
                "one_touch", "one_touch_rate",
            ]
        ),
    ]

    @Test func `the live and the frozen view say what independent queries give`() throws {
        let desk = try FigureDesk().desk
        for (period, from, until) in [
            ("2026-Q3", Self.third, Self.fourth), ("2026-Q4", Self.fourth, FigureQueries.now),
        ] {
            try compareLive(desk, period, "opened >= \(from) and opened < \(until)")
        }
        try compareFrozen(desk)
        try searchReports(desk)
    }

    /// Every report in every form and language holds no name, number or text of the store.
    private func searchReports(_ desk: Desk) throws {
        for period in ["2026-Q3", "2026", "1"] {
            let made = try desk.run(
                "report", "--period", period, "--as-of", FigureDesk.asOf, "--format", "html,csv,json", "--language",
                "fr,nl,en", "--output", "all")
            #expect(made.code == 0, "\(made.errors)")
        }
        try desk.run("report", "--dataset").output.write(
            toFile: desk.folder + "/all/dataset.csv", atomically: false, encoding: .utf8)
        let words = try desk.shell(
            """
            sqlite3 -readonly state/store.db "select value from address union select ltrim(value, '+') from address
              union select display_name from person where display_name is not null union select status_text from person
              where length(status_text) > 3 union select text from message where length(text) > 3" > words
            wc -l < words; grep -c bonjour words; ls all | wc -l
            grep -r -l -a -F -f words all; true
            """
        ).split(separator: "\n")
        #expect(words.count == 3, "\(words)")
        #expect((Int(words[0]) ?? 0) > 200 && words[1] == "1" && (Int(words[2]) ?? 0) > 100)
    }

    private func compareLive(_ desk: Desk, _ period: String, _ time: String) throws {
        let live = try report(desk, period, live: true)
        for (id, names) in Self.columns {
            for row in try live.table(id).rows {
                let truth = try #require(
                    query(desk, FigureQueries.figures("\(time) and \(condition(row[0].text))")).first)
                for (name, cell) in zip(names, row.dropFirst()) {
                    #expect(cell.number == truth[name], "\(period) \(row[0].text) \(name)")
                }
            }
        }
        let weeks = try query(desk, "select distinct week from talk where \(time) order by 1;").compactMap {
            $0["week"]
        }
        for (id, names) in Self.columns.prefix(2) {
            let rows = try live.table("weeks-\(id)").rows
            #expect(rows.count == weeks.count)
            for (week, row) in zip(weeks, rows) {
                let truth = try #require(query(desk, FigureQueries.figures("week = \(week)")).first)
                for (name, cell) in zip(names, row.dropFirst()) {
                    #expect(cell.number == truth[name], "\(row[0].text) \(name)")
                }
            }
        }
        let backlog = try #require(query(desk, FigureQueries.backlog(time)).first)
        #expect(try live.table("backlog").rows.map { $0[1].number } == ["a", "b", "c", "d", "e"].map { backlog[$0] })
        try compareSpecial(desk, live, time)
        try compareHours(desk, live, time)
    }

    private func compareSpecial(_ desk: Desk, _ live: Report, _ time: String) throws {
        func figure(_ subset: String, _ name: String) throws -> Int? {
            try query(desk, FigureQueries.figures("\(time) and \(subset)")).first?[name]
        }
        let information = "purpose = 'information'"
        let (optOuts, informed) = (
            try figure(information, "opt_outs") ?? -1, try figure(information, "informed") ?? -1
        )
        let truth = [
            informed, try figure(information, "out_of_hours"),
            try figure(information, "out_of_hours_asked"), try figure(information, "persons"),
            optOuts, informed > 0 ? Int((Double(optOuts) * 1000 / Double(informed)).rounded()) : nil,
            try figure("purpose = 'application'", "conversations"), try figure("purpose = 'application'", "decisions"),
            try figure("purpose = 'application'", "decision_median"),
            try query(desk, FigureQueries.undecided(time)).first?["n"],
            try figure("purpose = 'technical'", "conversations"), try figure("purpose = 'technical'", "reopened"), nil,
            nil,
            try figure("1", "media"),
            try figure("(role = 'unknown' or purpose = 'unknown')", "conversations"),
        ]
        #expect(try live.table("special").rows.map { $0[1].number } == truth)
    }

    private func compareHours(_ desk: Desk, _ live: Report, _ time: String) throws {
        var truth = [[Int]](repeating: [Int](repeating: 0, count: 24), count: 7)
        for row in try query(desk, FigureQueries.hours(time)) {
            truth[row["day"] ?? 0][((row["utc"] ?? 0) + 2) % 24] += row["n"] ?? 0
        }
        #expect(try live.table("hours").rows.map { $0.dropFirst().map { $0.number ?? -1 } } == truth)
    }
}
