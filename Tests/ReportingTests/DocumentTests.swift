import Conversations
import Foundation
import Testing

@testable import Reporting

private func documents() throws -> [Document] { [try exampleCompliance(), try exampleQuality(), try exampleLive()] }

private func html(_ document: Document, _ language: ReportLanguage) throws -> String {
    String(decoding: try Report.html(document, language: language), as: UTF8.self)
}

@Test(arguments: ReportLanguage.allCases)
func `each report is written in each language, the same bytes each time, and asks nothing`(_ language: ReportLanguage)
    throws
{
    for document in try documents() {
        let page = try html(document, language)
        #expect(page == (try html(document, language)))
        #expect(page.utf8.count < 500 << 10)
        #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
        for request in ["http:", "https:", "src=", "href=", "url(", "@import", "<script", "<link", "style=\""] {
            #expect(!page.lowercased().contains(request), "\(document.kind) \(request)")
        }
        // A text that lacks a value would show its name.
        #expect(page.components(separatedBy: "</style>").last?.contains("{") == false)
    }
}

@Test func `each picture has a text alternative and its own id`() throws {
    let page = try html(try exampleQuality(), .french)
    let pictures = page.split(separator: "<svg").dropFirst()
    #expect(pictures.count >= 4)
    var ids: Set<Substring> = []
    for picture in pictures {
        #expect(picture.contains("<title id=") && picture.contains("<desc id="))
        let id = try #require(picture.split(separator: "\"").first { $0.hasSuffix("-alternative") })
        #expect(ids.insert(id).inserted)
    }
}

@Test func `no letter of a picture is above it, as large as they are on a telephone`() throws {
    let wording = try Wording(.french, timeZone: "Europe/Brussels")
    for count in [13, 53] {
        let labels = (0..<count).map { Value.month($0 < 9 ? "2026-0\($0 + 1)" : "2026-12") }
        let chart = Document.Chart.columns(
            title: .conversations, labels: labels, values: (0..<count).map { 1_200 - $0 }, isTime: false)
        let drawn = try #require(try ChartDrawing(wording: wording).draw(chart, id: "x"))
        // Digits are three quarters of a letter's 24 units tall.
        #expect(drawn.words.contains { $0.text == "1\u{202f}200" } && drawn.words.allSatisfy { $0.y >= 18 })
        #expect(drawn.shapes.allSatisfy { $0.y >= 24 && $0.y + $0.height <= drawn.height })
    }
}

@Test(arguments: [
    (ReportLanguage.french, "Conversations, octobre\u{a0}2025 – mars\u{a0}2026\u{a0}: de 1 à 6."),
    (.dutch, "Gesprekken, oktober\u{a0}2025 – maart\u{a0}2026: van 1 tot 6."),
    (.english, "Conversations, October\u{a0}2025 – March\u{a0}2026: from 1 to 6."),
])
func `a picture is told in words that go with any month`(_ language: ReportLanguage, _ words: String) throws {
    let months = ["2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03"].map(Value.month)
    let chart = Document.Chart.columns(title: .conversations, labels: months, values: Array(1...6), isTime: false)
    let drawn = try ChartDrawing(wording: Wording(language, timeZone: "Europe/Brussels")).draw(chart, id: "x")
    #expect(drawn?.alternative.hasPrefix(words) == true, "\(drawn?.alternative ?? "")")
}

@Test func `the frozen view is called anonymous and the live view personal`() throws {
    #expect(try exampleQuality().labels == [Sentence(.anonymousLabel)])
    #expect(try exampleLive().labels == [Sentence(.personalLabel, ["date": .day(on("2026-08-17"))])])
    // Each table says so below it.
    let (frozen, live) = (try exampleQuality(), try exampleLive())
    #expect(frozen.sections.flatMap(\.tables).allSatisfy { $0.standing?.isAnonymous == true })
    #expect(live.sections.flatMap(\.tables).allSatisfy { $0.standing?.isAnonymous == false })
    #expect(frozen.sections.flatMap(\.tables).count > 12 && live.sections.flatMap(\.tables).count > 7)
}

@Test func `a year is shown month by month, and its quarters' times are not made into one`() throws {
    let year = QualityReport(
        exampleFrame("2026"), facts: try InventedYear(seed: 1).facts, head: "a", isBacklogOpen: false
    ).document
    let tables = year.sections.flatMap(\.tables)
    let grid = try #require(tables.first { $0.id == "grid-conversations" })
    #expect(grid.columns.count == 13)
    #expect(grid.columns[1].label == .narrow(try #require(Span("2026-01"))))
    #expect(grid.rows.flatMap(\.cells).contains(.withheld))
    let responses = try #require(year.sections.first { $0.heading == .qResponseSection })
    #expect(responses.tables.isEmpty && responses.nothing == .qTimesElsewhere)
    #expect(tables.contains { $0.id == "trend-responses" })
    // How fast we answer is said of the last of its quarters.
    #expect(year.answers[0].detail.values["span"] == .span(try #require(Span("2026-Q4"))))
}

@Test func `the frozen view holds no number that is not a multiple of five but times and percents`() throws {
    for table in try exampleQuality().sections.flatMap(\.tables) where table.id != "cells" && table.id != "hours" {
        let exact = table.columns.firstIndex { $0.title == .qMargin }
        for cell in table.rows.flatMap({ row in row.cells.indices.filter { $0 != exact }.map { row.cells[$0] } }) {
            if case .count(let count) = cell { #expect(count.isMultiple(of: 5), "\(table.id)") }
            if case .seconds(let seconds) = cell { #expect(seconds.isMultiple(of: 60), "\(table.id)") }
        }
    }
}

@Test(arguments: ReportLanguage.allCases)
func `tables open in a spreadsheet and run nothing`(_ language: ReportLanguage) throws {
    var document = try exampleCompliance()
    document.sections[0].tables = [
        .init(
            id: "hostile", columns: [.init(title: .rule), .init(title: .done, isNumber: true)],
            rows: ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\tx", "plain, \"quoted\"\nline", "＝1"].map {
                .init(cells: [.text($0), .count(-3)])
            })
    ]
    let file = try #require(try Report.tables(document, language: language).first { $0.name == "hostile" })
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(Array(file.bytes.prefix(3)) == [0xef, 0xbb, 0xbf])
    for cell in ["'=1+1,-3\r\n", "'+cmd,", "'-2+3,", "'@SUM(A1),", "'\tx,", "\"plain, \"\"quoted\"\"\nline\",", "'＝1,"]
    {
        #expect(text.contains(cell), "\(cell)")
    }
}

@Test(arguments: ["<script>alert(1)</script>", "\u{202e}txt.exe", "{{style}}", "\"><img src=x>", "a\u{0}b"])
func `hostile text is shown as text`(_ text: String) throws {
    var document = try exampleCompliance()
    let plain = try html(document, .english)
    document.facts[0].value = .text(text)
    let page = try html(document, .english)
    #expect(page.split(separator: "<").count == plain.split(separator: "<").count)
    #expect(!page.contains("<script") && !page.contains("<img"))
}

@Test func `JSON is the same in every language and names texts by their keys`() throws {
    for document in try documents() {
        let bytes = try Report.json(document)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(object["format"] as? Int == 2)
        #expect(object["report"] as? String == document.kind.rawValue)
        let sections = try #require(object["sections"] as? [[String: Any]])
        #expect(sections.count == document.sections.count)
        for section in sections {
            for table in try #require(section["tables"] as? [[String: Any]]) {
                let columns = try #require(table["columns"] as? [String])
                for row in try #require(table["rows"] as? [[Any]]) { #expect(row.count == columns.count) }
            }
        }
    }
}

@Test func `the dataset has one line a fact and a value a column`() throws {
    let facts = try InventedYear(seed: 2).facts
    let lines = String(decoding: FactDataset.csv(facts), as: UTF8.self).split(separator: "\r\n")
    #expect(lines.count == facts.count + 1)
    for line in lines {
        #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == FactDataset.columns.count)
    }
}

@Test(arguments: ReportLanguage.allCases)
func `every check is named in every language`(_ language: ReportLanguage) {
    for id in CheckTitles.english.keys { #expect(CheckTitles.title(of: id, in: language)?.isEmpty == false, "\(id)") }
}
