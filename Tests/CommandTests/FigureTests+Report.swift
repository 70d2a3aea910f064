import Foundation
import Testing

/// The frozen report's own tables: what stands in them is what the dataset told, and times are those of what was told.
extension FigureTests {
    /// - Parameter told: the weeks of a role and purpose that are told of a row: of a role, of all, or of both.
    func compareFrozenReport(
        _ desk: Desk, _ facts: [[String: String]], _ told: (_ role: String?, _ purpose: String?) -> Set<String>
    ) throws {
        let frozen = try report(desk, "2026-Q3", live: false)
        try compareTimes(desk, frozen, told)
        try compareRates(frozen)
        try compareMargins(frozen, facts)
        try compareGrid(frozen, facts)
        try compareFrozenSpecial(frozen, facts)
        try compareCells(frozen, facts)
    }

    /// Medians, percentiles, shares and persons of a row: of all conversations that were told of it, counted at once.
    private func compareTimes(
        _ desk: Desk, _ frozen: Report, _ told: (_ role: String?, _ purpose: String?) -> Set<String>
    ) throws {
        var compared = 0
        for (id, columns) in [
            ("volumes", ["", "persons"]),
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
            ), ("outcomes", ["resolution_median", "resolution_p90"]),
        ] {
            for row in try frozen.table(id).rows {
                let words = row[0].text.lowercased().split(separator: ", ")
                let names = told(
                    words.first { $0.hasPrefix("role") }.map { String($0.dropFirst(4)) },
                    words.first { $0.hasPrefix("purpose") }.map { String($0.dropFirst(7)) })
                let subset = try pairs(desk).filter { names.contains($0.name) }.map(\.condition)
                    .joined(separator: " or ")
                let truth = try #require(
                    query(desk, FigureQueries.figures("(\(subset)) and \(condition(row[0].text))")).first)
                for (name, cell) in zip(columns, row.dropFirst()) where !name.isEmpty {
                    guard let shown = cell.number else { continue }
                    compared += 1
                    let value = truth[name] ?? -1
                    let isTime = name.hasSuffix("_p90") || name.hasSuffix("_median")
                    #expect(
                        shown == (isTime ? (value + 30) / 60 * 60 : (value + 2) / 5 * 5), "\(id) \(row[0].text) \(name)"
                    )
                }
            }
        }
        #expect(compared > 60)
    }

    private func compareRates(_ frozen: Report) throws {
        for row in try frozen.table("outcomes").rows where row[1] != .text("c") {
            guard let closed = row[5].number, closed > 0, let margin = row[10].number else { continue }
            for (count, rate) in [(6, 7), (8, 9)] {
                let part = try #require(row[count].number)
                let percent = Int((Double(part) * 100 / Double(closed)).rounded())
                #expect(row[rate].number == (margin * 10 > closed ? nil : percent))
            }
        }
    }

    /// A count is a sum of blocks, and each of them was rounded to five: by two at most.
    private func compareMargins(_ frozen: Report, _ facts: [[String: String]]) throws {
        for row in try frozen.table("volumes").rows where row[1] != .text("c") {
            let words = row[0].text.lowercased().split(separator: ", ")
            let blocks = facts.filter { fact in
                fact["kind"] == "block" && fact["withheld"] == "" && isInside(fact)
                    && words.allSatisfy { word in
                        word == "qall" || word == "role" + (fact["role"] ?? "")
                            || word == "purpose" + (fact["purpose"] ?? "")
                    }
            }
            #expect(row[7].number == 2 * blocks.count && !blocks.isEmpty, "\(row[0].text)")
        }
    }

    /// Whether a fact is of the third quarter.
    private func isInside(_ fact: [String: String]) -> Bool {
        fact["starts"].map { "2026-06-29" <= $0 && $0 < "2026-09-28" } ?? false
    }

    /// Each cell of the weeks of a role and purpose is its block of the dataset.
    private func compareGrid(_ frozen: Report, _ facts: [[String: String]]) throws {
        for (id, name) in [("grid-conversations", "conversations"), ("grid-responses", "first_response_median")] {
            let table = try frozen.table(id)
            #expect(table.columns.dropFirst().first == "2026-W27" && table.columns.count == 14)
            var seen = (numbers: 0, withheld: 0)
            for row in table.rows {
                let words = row[0].text.lowercased().split(separator: ", ")
                for (week, cell) in zip(table.columns, row).dropFirst() {
                    let fact = facts.first {
                        $0["span"] == week && $0["kind"] == "block" && words[0] == "role" + ($0["role"] ?? "")
                            && words[1] == "purpose" + ($0["purpose"] ?? "")
                    }
                    if fact?["withheld"]?.isEmpty == false {
                        #expect(cell == .text("c"))
                        seen.withheld += 1
                    } else {
                        #expect(cell.number == fact?[name].flatMap { Int($0) })
                        if cell.number != nil { seen.numbers += 1 }
                    }
                }
            }
            #expect(seen.numbers > 5 && seen.withheld > 5, "\(seen)")
        }
    }

    private func compareFrozenSpecial(_ frozen: Report, _ facts: [[String: String]]) throws {
        func sum(_ name: String, _ column: String = "", _ value: String = "") -> Int? {
            let inside = facts.filter {
                $0["span"] == "2026-Q3" && $0["kind"] == "rollup" && $0["role"] != "all" && $0["purpose"] != "all"
                    && (column.isEmpty || $0[column] == value)
            }
            return inside.isEmpty ? nil : inside.reduce(0) { $0 + (Int($1[name] ?? "") ?? 0) }
        }
        let rows = try frozen.table("special").rows.map { $0[1].number }
        let all = facts.first { $0["span"] == "2026-Q3" && $0["role"] == "all" && $0["kind"] == "rollup" }
        #expect(
            rows[0...2]
                == ["informed", "out_of_hours", "out_of_hours_asked"].map { sum($0, "purpose", "information") }[0...2])
        #expect((rows[3] ?? 0) >= 10)
        let (refused, informed) = (sum("opt_outs", "purpose", "information") ?? -1, rows[0] ?? -1)
        #expect(refused >= 5 && rows[4] == refused)
        let margin = try #require(try frozen.table("special").rows[0][2].number)
        let rate = Int((Double(refused) * 1000 / Double(informed)).rounded())
        #expect(rows[5] == (margin * 10 > informed ? nil : rate))
        #expect(rows[6] == sum("conversations", "purpose", "application"))
        #expect(rows[7] == sum("decisions", "purpose", "application"))
        #expect(rows[9] == sum("conversations", "purpose", "technical"))
        #expect(rows[10] == sum("reopened", "purpose", "technical"))
        // Topics and blocks are recorded nowhere.
        #expect(
            try frozen.table("special").rows[11...12].map { $0[1] } == [.text("notRecorded"), .text("notRecorded")])
        #expect(rows[13] == Int(all?["media"] ?? ""))
        #expect(rows[14] == sum("conversations", "role", "unknown"))
    }

    /// How many blocks of the quarter were told by the week, the month, the quarter, and with others.
    private func compareCells(_ frozen: Report, _ facts: [[String: String]]) throws {
        let blocks = facts.filter {
            $0["kind"] == "block" && ($0["starts"] ?? "") >= "2026-06-29" && ($0["ends"] ?? "~") <= "2026-09-27"
                && $0["withheld"] == ""
        }
        let truth = ["week", "month", "quarter"].map { level in
            blocks.count { $0["level"] == level && (level != "quarter" || $0["purpose"] != "all") }
        }
        let rows = try frozen.table("cells").rows.map { $0[1].number }
        #expect(rows[0...2] == truth.map(Optional.some)[0...2])
        #expect(rows[3] == blocks.count { $0["purpose"] == "all" })
    }
}
