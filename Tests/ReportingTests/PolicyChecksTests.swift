import Conversations
import Testing
import Verification

@testable import Reporting

/// What the report proves from the policy, what it takes from a verification, and what its state rests on.
struct PolicyChecksTests {
    private func input(_ change: (inout RunRecord) -> Void = { _ in }) throws -> ComplianceInput {
        var record = nightRecord("2026-09-30", run: 1)
        record.rehearsal = false
        change(&record)
        var input = try complianceInput([record])
        input.first = on("2026-09-30")
        return input
    }

    private func line(_ id: String, _ input: ComplianceInput) throws -> ProofTable.Line {
        try #require(ComplianceReport(input).proof.lines.first { $0.id == id })
    }

    @Test func `a stored role and purpose without a rule fails A1`() throws {
        var input = try input()
        #expect(try line("A1", input).outcome == .proven)
        input.rules = try [exampleTerm()]
        #expect(try line("A1", input).failing > 0)
        #expect(try ComplianceReport(input).state == .deviations)
    }

    @Test func `a rule without basis, owner or review is a finding and no deviation`() throws {
        let input = try input()
        let line = try line("A2", input)
        #expect((line.examined, line.failing, line.isFinding) == (2, 1, true))
        let report = try ComplianceReport(input)
        #expect(report.state == .unproven)
        #expect(report.findings.notes.contains { $0.mark == .open && $0.sentence.text == .findingCheck })
    }

    @Test func `a period above its ceiling needs a decision`() throws {
        var input = try input()
        input.rules?[0].after = try #require(Period("4 years"))
        #expect(try line("A3", input).failing == 1)
        input.rules?[0].isOverridden = true
        #expect(try line("A3", input).failing == 0)
    }

    @Test func `a rule reviewed more than twelve months ago is shown with its day`() throws {
        var input = try input()
        #expect(try line("A8", input).failing == 0)
        input.rules?[1].reviewed = on("2025-09-29")
        let line = try line("A8", input)
        #expect(line.failing == 1 && line.oldest != nil)
    }

    @Test func `a night under a policy that nobody approved fails A5, a rehearsal proves nothing`() throws {
        #expect(try line("A5", input { $0.approvedAt = nil }).failing == 1)
        #expect(try line("A5", input { $0.rehearsal = true }).outcome == .notProven)
    }

    @Test func `a verification proves what no night looks at`() throws {
        var input = try input()
        #expect(try line("C3", input).outcome == .notProven)
        input.verified = Verified(
            at: input.seen.asOf, checks: [Check(id: "C3", title: "x", examined: 40, failing: 0)])
        let proven = try line("C3", input)
        #expect(proven.outcome == .proven && proven.examined == 40 && proven.nights == 0 && proven.evidence != nil)
        input.verified?.checks[0].failing = 2
        let report = try ComplianceReport(input)
        #expect(report.state == .deviations)
        #expect(report.deviations.map(\.text) == [.findingCheck])
        // What a night found of its own time stands.
        input.records[0].checks = [Check(id: "B1", title: "x", examined: 9, failing: 0)]
        input.verified?.checks = [Check(id: "B1", title: "x", examined: 9, failing: 3)]
        #expect(try line("B1", input).outcome == .proven)
    }

    @Test func `a finding that every night repeats is counted once`() throws {
        var input = try input()
        let check = Check(id: "holds-reviewed", title: "x", examined: 3, failing: 2, isFinding: true)
        input.records[0].checks = [check]
        input.records.append(input.records[0])
        let line = try line("holds-reviewed", input)
        #expect((line.failing, line.nights) == (2, 2))
    }
}
