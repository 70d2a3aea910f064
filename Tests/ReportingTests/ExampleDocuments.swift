import Conversations
import Testing

@testable import Reporting

func exampleFrame(_ period: String = "2026-Q3") -> QualityFrame {
    QualityFrame(
        period: ReportPeriod(period) ?? .run(1), span: Span(period) ?? Span(.quarter, of: on("2026-08-01")),
        timeZone: "Europe/Brussels", controller: "Exemple & Fils", rehearsal: false, program: "retention 0",
        auditHead: String(repeating: "b", count: 64))
}

/// The frozen view of an invented year.
func exampleQuality() throws -> Document {
    QualityReport(
        exampleFrame(), facts: try InventedYear(seed: 1).facts, head: String(repeating: "a", count: 64),
        isBacklogOpen: false
    ).document
}

/// The live view of a few conversations.
func exampleLive() throws -> Document {
    guard let calendar = LocalCalendar(zone: "Europe/Brussels") else { throw InventedYear.Missing() }
    var tally = LiveTally(calendar, now: at("2026-08-10T00:00:00Z"))
    for number in 0..<3 {
        tally.add(
            ConversationTrace(
                role: .client, purpose: .assistance, person: Int64(number),
                opened: at("2026-08-03T08:00:00Z") + Int64(86_400 * number),
                firstInbound: at("2026-08-03T08:00:00Z"), responded: at("2026-08-03T08:10:00Z"),
                messages: [.init(direction: .fromPerson, sentAt: at("2026-08-03T08:00:00Z"), isMedia: number == 0)]))
    }
    return LiveReport(exampleFrame(), live: tally.figures(eraseBy: on("2026-08-17")), seenOn: on("2026-08-10")).document
}

/// A record of a real night that needs no second look.
func nightRecord(_ day: String, run: Int) -> RunRecord {
    var record = clearRecord()
    (record.run, record.asOf) = (run, at(day + "T01:15:00Z"))
    record.lines = [
        line("client-assistance", .conversations, [.archive, .redactAll], due: 3, done: 3, grace: 2, held: 1)
    ]
    record.segmentsWritten = []
    return record
}

func complianceInput(_ records: [RunRecord], last: String = "2026-09-30") throws -> ComplianceInput {
    ComplianceInput(
        period: ReportPeriod("2026-Q3") ?? .run(1), first: on("2026-09-28"), last: on(last), program: "retention 0",
        records: records, seen: records.last ?? nightRecord("2026-10-05", run: 9), changes: [],
        rules: try [exampleTerm(), catchAllTerm()])
}

func exampleTerm() throws -> RuleTerm {
    RuleTerm(
        rule: "client-assistance", roles: [.client], purposes: [.assistance, .question],
        after: try #require(Period("12 months")), clock: .closed, otherwise: .lastInbound,
        actions: [.archive, .redactAll], ceiling: try #require(Period("36 months")), reason: "answering", source: "CNIL"
    )
}

func catchAllTerm() throws -> RuleTerm {
    var term = try exampleTerm()
    (term.rule, term.roles, term.purposes, term.otherwise) = ("everything-else", nil, nil, nil)
    (term.basis, term.owner, term.reviewed) = ("article 6(1)(f) GDPR", "head of support", on("2026-03-01"))
    return term
}

func exampleCompliance() throws -> Document {
    try ComplianceReport(
        complianceInput([
            nightRecord("2026-09-28", run: 1), nightRecord("2026-09-29", run: 2), nightRecord("2026-09-30", run: 3),
        ])
    ).document
}
