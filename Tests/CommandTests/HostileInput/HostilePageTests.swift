import Foundation
import Testing

/// Reports are read by people, in a browser and in a spreadsheet: what stands in them does nothing there.
@Suite struct HostilePageTests {
    /// A desk after a night, with this text wherever a person may write what a report shows.
    private func desk(_ hostile: String) throws -> Desk {
        let quoted = hostile.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let desk = try Desk(hearing: ["bonjour"]) {
            $0.replacing("  name: SEXYPHONE", with: "  name: \"\(quoted)\"")
                .replacing("reason: ", with: "reason: \"\(quoted)\" #")
        }
        try #require(try String(contentsOfFile: desk.policy, encoding: .utf8).contains(quoted))
        try desk.hear(["encore"], phone: "+32 470 00 00 02", daysAgo: 20)
        try desk.run(
            "hold", "add", "2", "--reason", hostile, "--by", hostile, "--review-on", desk.date(inDays: 5))
        let night = try desk.night()
        try #require(night.code == 0, "\(night.errors)")
        return desk
    }

    private func written(_ desk: Desk, _ ending: String) throws -> [String: String] {
        let made = try desk.run(
            "report", "--period", String(desk.date(inDays: 16).prefix(4)), "--format", "html,csv,json", "--output",
            desk.folder + "/out")
        _ = made
        var pages: [String: String] = [:]
        for folder in ["reports", "out"] {
            for name in desk.files(in: folder) where name.hasSuffix(ending) {
                pages[name] = try String(contentsOfFile: "\(desk.folder)/\(folder)/\(name)", encoding: .utf8)
            }
        }
        return pages
    }

    @Test(arguments: ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "＝1+1", "\";=1+1", "\t=1+1"])
    func `A3 no cell of a table is a formula`(_ hostile: String) throws {
        let desk = try desk(hostile)
        _ = try desk.shell("mkdir -p out && chmod 700 out")
        let tables = try written(desk, ".csv")
        #expect(!tables.isEmpty)
        for (name, table) in tables {
            for cell in cells(table) {
                let start = cell.unicodeScalars.first ?? " "
                #expect(!"=+-@＝＋－＠\t\r".unicodeScalars.contains(start) || Double(cell) != nil, "\(name): \(cell)")
            }
        }
    }

    /// As RFC 4180 has it: a quote within quotes is doubled.
    private func cells(_ table: String) -> [String] {
        var (cells, cell, isQuoted) = ([String](), "", false)
        var rest = Substring(table)
        while let sign = rest.popFirst() {
            switch sign {
            case "\"" where isQuoted && rest.first == "\"": cell.append(rest.removeFirst())
            case "\"": isQuoted.toggle()
            case "," where !isQuoted, "\n" where !isQuoted, "\r\n" where !isQuoted:
                cells.append(cell)
                cell = ""
            default: cell.append(sign)
            }
        }
        return cells + [cell]
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</style><svg onload=alert(1)>",
        "\"><a href=javascript:alert(1)>x</a>", "&#60;script&#62;", "' onmouseover='alert(1)",
    ])
    func `A4 no text of a page is markup`(_ hostile: String) throws {
        let (plain, desk) = (try desk("plain"), try desk(hostile))
        for each in [plain, desk] { _ = try each.shell("mkdir -p out && chmod 700 out") }
        let (expected, pages) = (try written(plain, ".html"), try written(desk, ".html"))
        #expect(!pages.isEmpty && Set(pages.keys) == Set(expected.keys))
        for (name, page) in pages {
            // The same tags as the page of a plain text has, no more.
            #expect(tags(page) == tags(expected[name] ?? ""), "\(name)")
            #expect(!page.contains(hostile), "\(name)")
            #expect(page.contains("default-src 'none'"), "\(name)")
        }
    }

    private func tags(_ page: String) -> [String: Int] {
        page.matches(of: /<\/?[a-zA-Z][a-zA-Z0-9]*/).reduce(into: [:]) { $0[String($1.output), default: 0] += 1 }
    }

    @Test func `A23 a count of few is suppressed`() throws {
        let desk = try Desk(hearing: ["bonjour"])
        try desk.run(
            "import", "--complete", try desk.export("b.txt", phone: "+32 470 00 00 03", daysAgo: [30]), "--role",
            "client", "--purpose", "technical", "--ours", "Assistance")
        #expect(try desk.night().code == 0)
        let pages = desk.files(in: "reports").filter { $0.hasSuffix(".json") }
        #expect(!pages.isEmpty)
        for name in pages {
            let text = try String(contentsOfFile: "\(desk.folder)/reports/\(name)", encoding: .utf8)
            let record = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            let stock = (record?["record"] as? [String: Any])?["stock"] as? [[String: Any]] ?? []
            // One person's row never stands alone: a night's report has no row of a role and purpose.
            #expect(stock.isEmpty)
        }
        try expectNoFew(inDataset: desk.run("report", "--dataset").output)
    }

    /// Every row of so few has no figure, and says why.
    private func expectNoFew(inDataset text: String) throws {
        let rows = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let names = try #require(rows.first)
        let (withheld, first) = (try #require(names.firstIndex(of: "withheld")), names.firstIndex(of: "conversations"))
        let figures = try #require(first)..<(names.count - 1)
        #expect(rows.count > 2)
        for row in rows.dropFirst() {
            #expect(row[withheld] == "few" && row[figures].allSatisfy(\.isEmpty), "\(row)")
        }
    }
}
