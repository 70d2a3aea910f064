import Conversations
import Crypto
import Foundation
import Planning
import Testing
import Verification

@testable import Reporting

private func html(_ record: RunRecord, _ language: ReportLanguage = .french) throws -> String {
    String(decoding: try Report.html(record, language: language), as: UTF8.self)
}

@Test(arguments: ReportLanguage.allCases)
func `the same record gives the same bytes`(_ language: ReportLanguage) throws {
    #expect(try Report.html(exampleRecord(), language: language) == Report.html(exampleRecord(), language: language))
    #expect(try Report.json(exampleRecord()) == Report.json(exampleRecord()))
}

@Test(arguments: [
    (ReportLanguage.french, "Nuit du 1er février 2027", "Écarts", "expurger le texte, archiver"),
    (.dutch, "Nacht van 1 februari 2027", "Afwijkingen", "tekst schonen, archiveren"),
    (.english, "Night of 1 February 2027", "Deviations", "redact text, archive"),
])
func `the front page is in the language`(_ language: ReportLanguage, _ night: String, _ state: String, _ words: String)
    throws
{
    let page = try html(exampleRecord(), language).replacing("\u{a0}", with: " ")
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
    #expect(!page.contains("<span>\(PlanBuilder.everyRule)</span>"))
    for text in [night, state, words] { #expect(page.contains(text), "\(text)") }
}

@Test(arguments: [
    (
        ReportLanguage.french,
        "13 conversations de plus que lors du dernier passage n’ont pas de date utilisable : plus de 20 % de 63."
    ),
    (.dutch, "13 gesprekken meer dan bij de laatste uitvoering hebben geen bruikbare datum: meer dan 20 % van 63."),
    (.english, "13 conversations more than at the last run have no usable date: more than 20% of 63."),
])
func `a share without dates is told in the language`(_ language: ReportLanguage, _ words: String) throws {
    var record = exampleRecord()
    record.wouldHaveStopped = [.undated(13, percent: 20, conversations: 63)]
    let page = try html(record, language).replacing("\u{a0}", with: " ").replacing("\u{202f}", with: " ")
    #expect(page.contains(words))
}

@Test(arguments: ["&", "<", ">", "\"", "'"], ["", "\u{301}"])
func `no text of a record can break out of its place`(_ character: String, _ mark: String) throws {
    let hostile = "x\(character)\(mark)y"
    var record = exampleRecord()
    let plain = try html(record, .english)
    record.controller = hostile
    record.noticeTitle = hostile
    record.lines[0].plan.rule = hostile
    record.segmentsWritten[0].name = hostile
    record.wouldHaveStopped[0] = .forecast(
        .init(rule: hostile, subject: .conversations, actions: [.archive], due: 1, already: 0), expected: 0)
    record.checks[4].title = hostile
    let page = try html(record, .english)
    #expect(!page.utf8.elementsEqual(plain.utf8))
    // Compared by scalar: to Swift, a quote with a mark behind it is not a quote.
    let found = Array(page.unicodeScalars), sought = Array(hostile.unicodeScalars)
    #expect(!found.indices.dropLast(sought.count).contains { Array(found[$0..<$0 + sought.count]) == sought })
    #expect(tags(in: page) == tags(in: plain))
}

@Test func `the page asks nothing of anybody`() throws {
    for language in ReportLanguage.allCases {
        let page = try html(exampleRecord(), language).lowercased()
        for request in ["http:", "https:", "src=", "href=", "url(", "@import", "<script", "<link", "<form", "style=\""]
        {
            #expect(!page.contains(request), "\(request)")
        }
    }
}

@Test func `the content security policy allows exactly the style that is there`() throws {
    let page = try html(exampleRecord())
    let style = try #require(page.firstRange(of: "<style>"))
    let end = try #require(page.firstRange(of: "</style>"))
    let hash = Data(SHA256.hash(data: Data(page[style.upperBound..<end.lowerBound].utf8))).base64EncodedString()
    // The plus and slash of Base64 need no escaping; nothing in it does.
    #expect(page.contains("style-src 'sha256-\(hash)'"))
}

@Test func `every name in the template is a name of the page`() throws {
    let page = try PageMaker(exampleRecord(), language: .french).page()
    var known: Set<String> = []
    collect(page, into: &known)
    // Charts and what tables rest on stand in the reports of a period only.
    collect(try DocumentPage(exampleQuality(), language: .french).page(), into: &known)
    let tags = Template.text.split(separator: "{{").dropFirst().compactMap { $0.split(separator: "}}").first }
    let used = tags.map { $0.trimmingPrefix(while: { "#/^{".contains($0) }) }.filter { $0 != "." && !$0.hasPrefix("%") }
    #expect(used.count > 30)
    for name in used { #expect(known.contains(String(name)), "\(name)") }
}

@Test func `only the style is not escaped`() {
    #expect(Template.text.split(separator: "{{{", omittingEmptySubsequences: false).count == 2)
    #expect(Template.text.contains("{{{style}}}"))
    #expect(!Template.text.contains("{{&"))
}

@Test func `a rehearsal says so and a real night does not`() throws {
    let rehearsal = try html(exampleRecord())
    #expect(rehearsal.contains("<aside class=\"rehearsal\">"))
    let words = rehearsal.replacing("\u{a0}", with: " ").replacing("\u{202f}", with: " ")
    let stop = "Règle client-assistance, Conversations : archiver : 1 340 échus, plus de 20 % de 5 367 conversations."
    #expect(words.contains("\(stop) 12 en avaient été faits par un passage antérieur."))
    #expect(words.contains("La nuit est celle du 1er février 2027, 79 jours après le dernier passage"))
    #expect(rehearsal.contains("Non approuvées"))
    let night = try html(clearRecord())
    #expect(!night.contains("<aside"))
    #expect(night.contains("Approuvées le 20\u{a0}décembre\u{a0}2026"))
}

@Test func `nights without a run are told of a rehearsal and are no deviation`() throws {
    var record = clearRecord()
    record.rehearsal = true
    record.checks.append(Check(id: OverallState.nightsCheck, title: "nights", examined: 30, failing: 4))
    let page = try html(record)
    #expect(OverallState(record).verdict == .clear)
    #expect(page.contains("<li class=\"open\">4 nuits sans passage</li>"))
}

@Test func `a long table has a window of its own and a short one has none`() throws {
    var record = exampleRecord()
    #expect(try html(record).count(of: "class=\"wide long\"") == 0)
    record.checks = (1...25).map { Check(id: "Z\($0)", title: "check", examined: 1, failing: 0) }
    #expect(try html(record).count(of: "class=\"wide long\"") == 1)
}

@Test func `a suppressed month shows c and no figure and the reason`() throws {
    let page = try html(exampleRecord()).replacing("\u{a0}", with: " ")
    #expect(page.contains("août 2026 – octobre 2026 (3 mois masqués)"))
    #expect(page.contains("moins de 10 personnes"))
    #expect(page.count(of: "<span>c</span>") == 8)  // two rows of four figures
}

@Test func `a check without a translation is marked as English`() throws {
    #expect(try html(exampleRecord()).contains(" lang=\"en\"><span>a check without a translation</span>"))
    #expect(try !html(exampleRecord(), .english).contains("<th scope=\"row\" class=\"text\" lang"))
}

@Test func `an unknown time zone is an error and not a guess`() {
    var record = exampleRecord()
    record.timeZone = "Mars/Olympus"
    #expect(throws: ReportError.unknownTimeZone("Mars/Olympus")) { try Report.html(record, language: .french) }
}

@Test func `the JSON is canonical and holds the record`() throws {
    let bytes = try Report.json(exampleRecord())
    #expect(bytes.last == UInt8(ascii: "\n"))
    let report = try JSONDecoder().decode(JSONReport.self, from: Data(bytes))
    #expect(report == JSONReport(exampleRecord()))
    #expect(report.record.lines == exampleRecord().lines)
    #expect(report.state == .deviations)
    #expect(report.actions[String(Actions.eraseAll.rawValue)] == "erase all")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("{\"actions\":{"))
    #expect(text.contains("\"asOf\":\"2027-02-01T01:15:00Z\""))
    #expect(!text.contains("\\/"))
}

@Test func `neither form of a night's report breaks the stock down or counts it exactly`() throws {
    let report = try JSONDecoder().decode(JSONReport.self, from: Data(try Report.json(exampleRecord())))
    #expect(report.record.stock.isEmpty)
    #expect(report.stockTotal.conversations == 5360)
    let page = String(decoding: try Report.html(exampleRecord(), language: .english), as: UTF8.self)
    let stock = try #require(page.firstRange(of: "What remains in the store"))
    let section = page[stock.upperBound...].prefix(1_500)
    #expect(section.contains("5,360") && !section.contains("5,367") && !section.contains("candidate"))
}

/// Every tag of a page, in order: what a hostile text would change.
private func tags(in page: String) -> [Substring] {
    page.split(separator: "<").dropFirst().compactMap { $0.split(separator: " ").first?.split(separator: ">").first }
}

private func collect(_ value: Any, into names: inout Set<String>) {
    for child in Mirror(reflecting: value).children {
        if let label = child.label { names.insert(label) }
        collect(child.value, into: &names)
    }
}

extension String {
    fileprivate func count(of part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count - 1
    }
}

@Test(arguments: ReportLanguage.allCases)
func `a change of policy is told with what it makes due and when`(_ language: ReportLanguage) throws {
    let heading = "<h2>\(try Catalogue(language).plain(.policyChanged))</h2>"
    let page = try Report.html(changedRecord(), language: language)
    let words = String(decoding: page, as: UTF8.self)
    #expect(words.contains(heading))
    #expect(words.contains("steps 1 after") && words.contains("old &lt;rule&gt;") && words.contains(">31<"))
    // Nothing of it where nothing changed.
    #expect(!String(decoding: try Report.html(exampleRecord(), language: language), as: UTF8.self).contains(heading))
    // And it comes back from the record as it was.
    let json = try JSONEncoder().encode(changedRecord())
    #expect(try JSONDecoder().decode(RunRecord.self, from: json) == changedRecord())
}
