import Conversations
import Planning
import Verification

@testable import Reporting

/// A record in which everything that a report can show happens at least once.
func exampleRecord() -> RunRecord {
    RunRecord(
        run: 1042, storeID: "5f0c9a31b7d2e846", rehearsal: true, asOf: at("2027-02-01T01:15:00Z"),
        startedAt: at("2027-02-01T01:15:00Z"), finishedAt: at("2027-02-01T01:16:12Z"), timeZone: "Europe/Brussels",
        controller: "Exemple & Fils", noticeTitle: "Politique de confidentialité",
        noticeVersion: on("2025-01-22"), policyID: "example-desk",
        policyHash: "9b1f0c3ad58e7426aa10f3c2d4b5e6978899aabbccddeeff0011223344556677", approvedAt: nil,
        lines: [
            line("client-assistance", .conversations, [.eraseMedia], due: 212, done: 212, forecast: [4, 11, 30]),
            line("client-assistance", .persons, [.eraseProfilePhoto, .eraseProfileStatus], due: 198, done: 198),
            line(
                "client-assistance", .conversations, [.archive, .redactAll], due: 1340, done: 1338, failed: 2,
                grace: 12,
                held: 3, restricted: 1, undated: 4, overdue: 9, forecast: [22, 51, 80]),
            line(PlanBuilder.everyRule, .persons, [.pseudonymise], due: 610, done: 610),
            line("application", .conversations, [.redact(.phone), .redact(.nationalNumber)], due: 0, done: 0),
            line("application", .conversations, [.eraseAll], due: 23, done: 23),
            line("client-assistance", .segments, [.eraseAll], due: 1, done: 1),
        ],
        segmentsWritten: [
            .init(
                name: "s-00042.jsonl.gz", rule: "client-assistance", endsOn: on("2029-10-31"),
                conversations: 700,
                messages: 7312, bytes: 412_345,
                sha256: "c0ffee00d15ea5e0c0ffee00d15ea5e0c0ffee00d15ea5e0c0ffee00d15ea5e0"),
            .init(
                name: "s-00043.jsonl.gz", rule: "client-assistance", endsOn: on("2029-11-30"),
                conversations: 638,
                messages: 6120, bytes: 1_204_000,
                sha256: "0badcafe0badcafe0badcafe0badcafe0badcafe0badcafe0badcafe0badcafe"),
        ],
        segmentsErased: 1,
        stock: [
            .init(
                role: .client, purpose: .assistance, conversations: 5120, messages: 48_211, bytes: 4_012_345,
                persons: 5120),
            .init(role: .client, purpose: .technical, conversations: 212, messages: 1804, bytes: 150_200, persons: 212),
            .init(role: .prospect, purpose: .question, conversations: 4, messages: 12, bytes: 900, persons: 4),
            .init(
                role: .candidate, purpose: .application, conversations: 31, messages: 204, bytes: 20_100, persons: 31),
        ],
        checks: [
            Check(id: "B1", title: "nothing is past its period", examined: 5367, failing: 0),
            Check(id: "C1", title: "archives open and match", examined: 2, failing: 0),
            Check(id: "B5", title: "no byte is left", examined: 40, failing: 1, oldest: at("2026-12-05T00:00:00Z")),
            Check(id: "B8", title: "media files are gone", examined: 0, failing: 0),
            Check(id: "Z9", title: "a check without a translation", examined: 3, failing: 0),
        ],
        quality: [
            cell(
                .client, .assistance, "2026-11",
                .init(conversations: 120, messages: 1_044, medianFirstResponse: 1325, unanswered: 4)),
            cell(
                .client, .assistance, "2026-12",
                .init(conversations: 98, messages: 812, medianFirstResponse: 93_900, unanswered: 0)),
            cell(.client, .assistance, "2026-08", nil), cell(.client, .assistance, "2026-09", nil),
            cell(.client, .assistance, "2026-10", nil),
            cell(.prospect, .question, "2026-12", nil),
            cell(
                .prospect, .question, "2027-01",
                .init(conversations: 14, messages: 60, medianFirstResponse: nil, unanswered: 14)),
        ],
        wouldHaveStopped: [
            .share(
                .init(
                    rule: "client-assistance", subject: .conversations, actions: [.archive], due: 1340, already: 12),
                percent: 20, conversations: 5367),
            .clockAhead(night: on("2027-02-01"), last: on("2026-11-14"), days: 79),
        ],
        unclassified: 3, copies: .init(sources: 3, oldestSource: on("2026-12-05"), unlistedTables: 1),
        doneBefore: 12, auditHead: "aa11bb22cc33dd44ee55ff6677889900aa11bb22cc33dd44ee55ff6677889900")
}

/// The same beside a change of policy whose grace is not over.
func changedRecord() -> RunRecord {
    var record = exampleRecord()
    record.policyChange = .init(
        values: [
            .init(rule: "application", what: .key("steps 1 after"), before: "6 months", after: "3 months"),
            .init(rule: "old", what: .removed, before: "old <rule>", after: nil),
            .init(rule: nil, what: .reordered, before: "a, b", after: "b, a"),
        ],
        graceEnds: on("2027-02-15"), lines: [.init(plan: record.lines[5].plan, dueThen: 31)])
    return record
}

/// A record of which nothing can be said against.
func clearRecord() -> RunRecord {
    var record = exampleRecord()
    (record.rehearsal, record.wouldHaveStopped, record.unclassified) = (false, [], 0)
    record.approvedAt = at("2026-12-20T10:00:00Z")
    record.lines = record.lines.filter { $0.failed == 0 }
    record.checks = record.checks.filter { $0.outcome == .proven }
    return record
}

/// A mistyped date is the year 1970, which no expectation holds.
func at(_ text: String) -> Instant { Instant(text) ?? Instant(seconds: 0) }
func on(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(daysSince1970: 0) }

func line(
    _ rule: String, _ subject: PlanSubject, _ actions: Actions, due: Int, done: Int, failed: Int = 0, grace: Int = 0,
    held: Int = 0, restricted: Int = 0, undated: Int = 0, overdue: Int = 0, forecast: [Int] = [0, 0, 0]
) -> RunRecord.Line {
    let oldest = due > 0 ? at("2023-05-31T22:00:00Z") : nil
    return .init(
        plan: PlanLine(
            rule: rule, subject: subject, actions: actions, due: Tally(records: due, oldest: oldest), inGrace: grace,
            held: held, restricted: restricted, undated: undated, overdue: overdue, forecast: forecast),
        done: done, failed: failed)
}

private func cell(
    _ role: Role, _ purpose: Purpose, _ month: String, _ figures: RunRecord.QualityCell.Figures?
) -> RunRecord.QualityCell {
    .init(role: role, purpose: purpose, month: month, figures: figures)
}
