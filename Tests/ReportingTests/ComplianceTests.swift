import Conversations
import Planning
import Testing
import Verification

@testable import Reporting

private func report(_ records: [RunRecord], last: String = "2026-09-30") throws -> ComplianceReport {
    try ComplianceReport(complianceInput(records, last: last))
}

private func section(_ heading: Text, _ document: Document) throws -> Document.Section {
    try #require(document.sections.first { $0.heading == heading })
}

@Test func `a missing night is a deviation, and is shown with its days`() throws {
    let whole = try exampleCompliance()
    #expect(whole.state == .unproven)
    let broken = try report([nightRecord("2026-09-28", run: 1), nightRecord("2026-09-30", run: 2)])
    #expect(broken.nights.missing == [.init(first: on("2026-09-29"), last: on("2026-09-29"))])
    #expect(broken.document.state == .deviations)
    let notes = try section(.nightsSection, broken.document).notes
    #expect(notes.contains { $0.sentence == Sentence(.missingNight, ["date": .day(on("2026-09-29"))]) })
}

@Test func `a rehearsal is not held to every night`() throws {
    var record = nightRecord("2026-09-30", run: 1)
    record.rehearsal = true
    #expect(try report([record]).document.state == .unproven)
}

@Test func `a period without any night is not proven and still a report`() throws {
    var input = try complianceInput([])
    input.seen.rehearsal = true
    let document = try ComplianceReport(input).document
    #expect(document.state == .unproven)
    #expect(document.answers.first?.detail == Sentence(.sentenceOverdueUnproven))
    input.seen.rehearsal = false
    #expect(try ComplianceReport(input).document.state == .deviations)
}

@Test func `over several nights what was done adds up and what is left is counted once`() throws {
    let flow = PeriodFlow([
        nightRecord("2026-09-28", run: 1), nightRecord("2026-09-29", run: 2), nightRecord("2026-09-30", run: 3),
    ])
    let line = try #require(flow.lines.first)
    #expect(flow.lines.count == 1)
    #expect((line.done, line.inGrace, line.held, line.failed) == (9, 2, 1, 0))
    #expect(line.pastPeriod == 12)
    var last = nightRecord("2026-10-01", run: 4)
    last.lines = []
    let after = PeriodFlow([nightRecord("2026-09-30", run: 3), last])
    #expect(after.lines.map(\.pastPeriod) == [3])
}

@Test func `the oldest of a flow is that of any night and not of the first`() throws {
    var records = [
        nightRecord("2026-09-28", run: 1), nightRecord("2026-09-29", run: 2), nightRecord("2026-09-30", run: 3),
    ]
    records[0].lines[0].plan.due.oldest = nil
    records[1].lines[0].plan.due.oldest = at("2026-03-04T10:00:00Z")
    records[2].lines[0].plan.due.oldest = at("2026-05-06T10:00:00Z")
    #expect(PeriodFlow(records).lines.first?.oldest == at("2026-03-04T10:00:00Z"))
    #expect(try section(.flow, try report(records).document).tables[0].rows[0].cells.last == .day(on("2026-03-04")))
}

@Test func `a quarter has its name as each language says it`() throws {
    let names = try ReportLanguage.allCases.map { language in
        let wording = try Wording(language, timeZone: "Europe/Brussels")
        return try ["2026-Q1", "2026-Q3"].map { try wording.words(.span(try #require(Span($0)))) }
    }
    let expected = [
        ["1er trimestre 2026", "3e trimestre 2026"], ["1e kwartaal van 2026", "3e kwartaal van 2026"],
        ["quarter 1 of 2026", "quarter 3 of 2026"],
    ]
    #expect(Set(names) == Set(expected))
}

@Test func `a night that does not balance shows in the period`() throws {
    var record = nightRecord("2026-09-29", run: 2)
    record.lines[0].done = 1
    let broken = try report([nightRecord("2026-09-28", run: 1), record, nightRecord("2026-09-30", run: 3)])
    #expect(broken.flow.lines.first?.isBalanced == false)
    #expect(broken.document.state == .deviations)
}

@Test func `every check that exists is in the proof, and without data it is not proven`() throws {
    let proof = try report([nightRecord("2026-09-30", run: 1)]).proof
    let ids = Set(proof.lines.map(\.id))
    for id in ["A1", "A8", "B1", "B14", "C6", "D4", "E10", "F11", "G3", "H8"] { #expect(ids.contains(id), "\(id)") }
    #expect(proof.lines.first { $0.id == "F1" }?.outcome == .notProven)
    #expect(proof.lines.first { $0.id == "F1" }?.evidence == nil)
    let b1 = try #require(proof.lines.first { $0.id == "B1" })
    #expect(b1.outcome == .proven && b1.evidence?.count == 64)
    // A check that the catalogue does not know is there as well, at the end.
    #expect(proof.lines.last?.id == "Z9")
    #expect(proof.lines.map(\.id).firstIndex(of: "B2") ?? 99 < proof.lines.map(\.id).firstIndex(of: "B10") ?? 0)
}

@Test func `one failing night fails the check for the period, and other nights are other evidence`() throws {
    var bad = nightRecord("2026-09-29", run: 2)
    bad.checks = [Check(id: "B1", title: "x", examined: 3, failing: 1)]
    let proof = try report([nightRecord("2026-09-28", run: 1), bad, nightRecord("2026-09-30", run: 3)]).proof
    let line = try #require(proof.lines.first { $0.id == "B1" })
    #expect(line.outcome == .failed && line.nights == 3)
    let other = try report([nightRecord("2026-09-28", run: 1)]).proof.lines.first { $0.id == "B1" }
    #expect(other?.evidence != line.evidence)
}

@Test func `the policy's eight sentences each have a result`() throws {
    var record = nightRecord("2026-09-30", run: 1)
    record.unclassified = 0
    record.practice.profiles = 12
    record.practice.informed = 40
    record.practice.outOfHours = 3
    record.practice.outOfHoursAsked = 2
    record.practice.calls = 0
    func results(_ record: RunRecord) throws -> [Value] {
        let table = try #require(try section(.promises, try report([record]).document).tables.first)
        return table.rows.map { $0.cells[1] }
    }
    func mark(_ text: Text, _ mark: String) -> Value { .marked(.word(text), mark) }
    let (good, bad, open) = (mark(.proven, "good"), mark(.checkFailed, "bad"), mark(.notProven, "open"))
    #expect(try results(record) == [good, good, bad, good, open, open, open, good])
    record.practice.outOfHoursAsked = 3
    record.practice.hiddenProfiles = 1
    record.practice.calls = 2
    record.unclassified = 1
    record.noticeVersion = on("2027-01-01")
    // Of a few conversations without a purpose nobody knows whether the sentence is kept.
    #expect(try results(record) == [bad, open, good, bad, open, open, open, bad])
    record.unclassified = 300
    #expect(try results(record)[1] == bad)
    record.practice = .init()
    record.practice.unknownProfiles = 2
    #expect(try results(record)[0] == open)
    #expect(try results(record)[2] == open)
}

@Test func `a sentence of the notice that is not kept is a deviation, and is named`() throws {
    var record = nightRecord("2026-09-30", run: 1)
    record.practice.calls = 0
    var input = try complianceInput([record])
    input.first = on("2026-09-30")
    #expect(try ComplianceReport(input).state == .unproven)
    input.seen.practice.calls = 1
    let report = try ComplianceReport(input)
    #expect(report.state == .deviations)
    let named = try #require(report.findings.notes.first { $0.mark == .bad }?.sentence)
    #expect(named.text == .findingPromise && named.values["promise"] == .word(.promiseText))
    // What a check says already is not said twice.
    input.seen.practice = .init()
    (input.seen.practice.informed, input.seen.practice.outOfHours) = (30, 2)
    #expect(try ComplianceReport(input).deviations.map(\.text) == [.findingCheck])
}

@Test func `what made an earlier night deviate is named after it was mended`() throws {
    var records = ["2026-09-28", "2026-09-29", "2026-09-30"].map { nightRecord($0, run: 1) }
    #expect(try report(records).deviations.isEmpty)
    (records[0].unclassified, records[1].unclassified) = (300, 400)
    let unclassified = try report(records)
    #expect(unclassified.state == .deviations)
    let worst = Sentence(.findingUnclassifiedNights, count: 2, ["date": .day(on("2026-09-29"))])
    #expect(unclassified.deviations == [worst])
    (records[0].unclassified, records[1].unclassified) = (0, 0)
    (records[0].lines[0].done, records[0].lines[0].failed) = (1, 2)
    let failed = try report(records)
    #expect(failed.state == .deviations)
    #expect(failed.deviations == [Sentence(.findingFailedEarlier, count: 1, ["date": .day(on("2026-09-28"))])])
    (records[2].lines[0].done, records[2].lines[0].failed) = (2, 1)
    #expect(try report(records).deviations == [Sentence(.findingFailed, count: 1)])
}

@Test func `the front page answers the three questions`() throws {
    let document = try exampleCompliance()
    #expect(document.answers.map(\.question) == [.questionOverdue, .questionMistake, .questionSpeed])
    #expect(
        document.answers.map(\.detail.text) == [.sentenceOverdueGraceFew, .both, .sentenceSpeedUnknown])
    #expect(document.answers[1].detail.values["first"] == .sentence(Sentence(.sentenceMistakeUnproven)))
    #expect(document.answers.map(\.mark) == [.good, .open, .open])
    var input = try complianceInput([nightRecord("2026-09-30", run: 3)])
    input.records[0].checks.append(Check(id: "B12", title: "x", examined: 7, failing: 0))
    input.records[0].lines[0].failed = 2
    input.facts = try InventedYear(seed: 1).facts.filter { Span("2026-Q3")?.contains($0.span) ?? false }
    let answers = try ComplianceReport(input).document.answers
    #expect(answers[0].detail == Sentence(.sentenceOverdue, count: 2))
    #expect((answers[0].answer, answers[0].mark) == (.word(.answerYes), .bad))
    #expect(answers[1].detail.values["first"] == .sentence(Sentence(.sentenceMistakeFew, ["few": .count(60)])))
    input.records[0].checks[input.records[0].checks.count - 1].examined = 107
    #expect(
        try ComplianceReport(input).document.answers[1].detail.values["first"]
            == .sentence(Sentence(.sentenceMistakeNone, count: 120)))
    let quarter = input.facts.first { $0.span.level == .quarter && $0.subject == .all && $0.kind == .rollup }
    let median = try #require(quarter?.figures?.firstResponse.median)
    #expect(answers[2].answer == .seconds(median))
    #expect(answers[2].detail.values["span"] == .span(try #require(Span("2026-Q3"))))
}

@Test func `what waits for the end of its grace is not told as handled, nor exactly`() throws {
    var record = nightRecord("2026-09-30", run: 1)
    func overdue() throws -> Document.Answer { try report([record]).document.answers[0] }
    #expect(try overdue().detail == Sentence(.sentenceOverdueGraceFew, ["few": .count(60)]))
    record.lines[0].plan.inGrace = 437
    #expect(try overdue().detail == Sentence(.sentenceOverdueGrace, count: 440))
    #expect(try (overdue().answer, overdue().mark) == (.word(.answerNo), .good))
    record.lines[0].plan.inGrace = 0
    #expect(try overdue().detail == Sentence(.sentenceOverdueNone))
}

@Test func `that nothing was erased by mistake is said only where it is proven of what was too young as well`() throws {
    var input = try complianceInput([nightRecord("2026-09-30", run: 3)])
    func mistakes() throws -> Document.Answer { try ComplianceReport(input).document.answers[1] }
    let unproven = Value.sentence(Sentence(.sentenceEarlyUnproven))
    #expect(try (mistakes().answer, mistakes().mark) == (.word(.stateUnproven), .open))
    input.records[0].checks.append(Check(id: "B12", title: "x", examined: 200, failing: 0))
    #expect(try (mistakes().answer, mistakes().mark) == (.word(.answerNoneSeen), .open))
    #expect(try mistakes().detail.values["second"] == unproven)
    let none = Value.sentence(Sentence(.sentenceMistakeNone, count: 200))
    input.records[0].checks.append(Check(id: "B10", title: "x", examined: 256, failing: 0))
    #expect(try (mistakes().answer, mistakes().mark) == (.word(.answerNo), .good))
    #expect(try mistakes().detail.values["first"] == none)
    #expect(try mistakes().detail.values["second"] == .sentence(Sentence(.sentenceEarlyNone)))
    // One night that did not look leaves it open.
    input.records.append(input.records[0])
    input.records[1].checks.removeLast()
    #expect(try (mistakes().answer, mistakes().mark) == (.word(.answerNoneSeen), .open))
    input.records.removeLast()
    let last = input.records[0].checks.count - 1
    input.records[0].checks[last].failing = 1
    #expect(try mistakes().answer == .word(.answerYes) && mistakes().detail == Sentence(.sentenceEarlyFailed, count: 1))
    input.records[0].checks[last - 1].failing = 1
    #expect(try mistakes().mark == .bad)
    let words = try Wording(.french, timeZone: "Europe/Brussels").words(mistakes().detail)
    #expect(words.hasPrefix("200 changements") && words.hasSuffix("1 en diffère."))
}

@Test func `what is left after the last night is told, and not guessed of nights that did not run`() throws {
    var input = try complianceInput([nightRecord("2026-09-29", run: 2)])
    #expect(
        try ComplianceReport(input).document.answers[0].detail
            == Sentence(.sentenceOverdueSince, ["date": .day(on("2026-09-29"))]))
    input.seen.checks = [Check(id: "B1", title: "x", examined: 9, failing: 4)]
    input.records = [input.seen]
    let answer = try ComplianceReport(input).document.answers[0]
    #expect(answer.detail == Sentence(.sentenceOverdue, count: 4) && answer.mark == .bad)
}

@Test func `messages of information are counted over as many nights as the period takes`() throws {
    var records = ["2026-07-20", "2026-08-10", "2026-08-24", "2026-09-30"].map { nightRecord($0, run: 1) }
    for (index, since) in ["2026-06-15", "2026-07-06", "2026-07-20", "2026-08-26"].enumerated() {
        records[index].practice.informedSince = on(since)
        records[index].practice.informed = [1, 10, 100, 1000][index]
        records[index].practice.outOfHours = [1, 2, 4, 8][index]
    }
    var input = try complianceInput(records)
    input.first = on("2026-07-01")
    let practice = try ComplianceReport(input).practice
    // The last night, the newest before its five weeks, and the newest before that one's.
    #expect((practice.informed, practice.outOfHours) == (1101, 13))
    #expect(practice.informedSince == on("2026-06-15"))
    input.first = on("2026-09-01")
    #expect(try ComplianceReport(input).practice.informed == 1000)
}

@Test func `nothing shows a count of few persons`() throws {
    var record = nightRecord("2026-09-30", run: 1)
    record.practice.optOuts = 4
    record.practice.restrictedPersons = 3
    let document = try report([record]).document
    #expect(try section(.information, document).tables[0].rows[6].cells[1] == .text("< 5"))
    #expect(try section(.rights, document).notes.contains { $0.sentence.text == .rightsRestrictedFew })
    // The stock is broken down at the end of a quarter only, and small groups are together there.
    #expect(!(try section(.stock, document).tables.contains { $0.id == "stock-groups" }))
    var input = try complianceInput([record])
    input.quarterly = nightRecord("2026-06-30", run: 0)
    let stock = try #require(
        try section(.stock, ComplianceReport(input).document).tables.first { $0.id == "stock-groups" })
    #expect(!stock.rows.isEmpty && !stock.rows.contains { $0.cells.contains(.word(.roleProspect)) })
}

@Test func `what was due is told rule by rule of a whole quarter, and what failed exactly and always`() throws {
    var records = [nightRecord("2026-09-29", run: 1), nightRecord("2026-09-30", run: 2)]
    records[0].lines[0].done = 80
    records[1].lines[0].failed = 1
    var input = try complianceInput(records)
    func flow() throws -> Document.Table { try section(.flow, ComplianceReport(input).document).tables[0] }
    #expect(try flow().rows[0].cells[2...6] == [.count(80), .count(80), .text("< 60"), .text("< 60"), .count(0)])
    #expect(try flow().rows[0].cells[7] == .marked(.count(1), "bad"))
    input.period = try #require(ReportPeriod("2026-09"))
    #expect(try flow().rows[0].cells[2...6].allSatisfy { $0 == .none })
    #expect(try flow().rows[0].cells[7] == .marked(.count(1), "bad"))
    #expect(try flow().rows.last?.cells[2...3] == [.count(80), .count(80)])
}

@Test func `a forecast is told rule by rule as of the end of a quarter`() throws {
    var record = nightRecord("2026-09-30", run: 1)
    record.lines[0].plan.forecast = [70, 130, 200]
    var input = try complianceInput([record])
    func forecast() throws -> Document.Table { try section(.forecast, ComplianceReport(input).document).tables[0] }
    #expect(try forecast().rows.map { Array($0.cells[2...4]) } == [[.count(80), .count(120), .count(200)]])
    input.quarterly = nightRecord("2026-06-30", run: 0)
    input.quarterly?.lines[0].plan.forecast = [0, 7, 60]
    #expect(
        try forecast().rows.map { Array($0.cells[2...4]) } == [
            [.count(0), .text("< 60"), .count(80)], [.count(80), .count(120), .count(200)],
        ])
}

@Test func `imported files that are still there stand among what to look at`() throws {
    var record = nightRecord("2026-09-30", run: 1)
    let kept = Sentence(.sourcesKept, count: 3, ["date": .day(on("2026-12-05"))])
    #expect(try report([record]).findings.notes.contains { $0.sentence == kept && $0.mark == .open })
    record.copies.sources = 0
    #expect(try !report([record]).findings.notes.contains { $0.sentence.text == .sourcesKept })
}

@Test func `no size is told exactly, and a small one is not nothing`() throws {
    var record = nightRecord("2026-09-30", run: 1)
    let digest = String(repeating: "0", count: 64)
    record.segmentsWritten = [532, 14_001].map {
        .init(
            name: "s", rule: "r", endsOn: on("2029-10-31"), conversations: 3, messages: 9, bytes: $0, sha256: digest)
    }
    record.archive.bytes = 29_261
    let document = try report([record]).document
    let less = Value.sentence(Sentence(.sizeLess, ["size": .bytes(10_000)]))
    let segments = try #require(try section(.annexes, document).tables.first { $0.id == "segments" })
    #expect(segments.rows.map { $0.cells[4] } == [less, .bytes(10_000)])
    let stock = try section(.stock, document).tables[0]
    #expect(stock.rows.first { $0.cells[0] == .word(.archiveStock) }?.cells[4] == .bytes(30_000))
    #expect(try Wording(.french, timeZone: "UTC").words(less) == "<\u{a0}10\u{a0}ko")
    #expect(StockGroups.size(0) == .bytes(0))
}
