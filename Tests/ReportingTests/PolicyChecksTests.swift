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

    @Test func `who approves a policy approves each of its rules`() throws {
        var input = try input { $0.approvedAt = at("2026-05-01T08:00:00Z") }
        for index in 0..<2 {
            input.rules?[index].basis = "article 6(1)(b)"
            input.rules?[index].owner = "head of support"
            input.rules?[index].reviewed = nil
        }
        #expect(try line("A2", input).failing == 0)
        #expect(try line("A8", input).outcome == .proven)
        input.seen.approvedAt = at("2025-05-01T08:00:00Z")
        #expect(try line("A8", input).failing == 2)
        input.seen.approvedAt = nil
        #expect(try line("A2", input).failing == 2)
        #expect(try line("A8", input).outcome == .notProven)
    }

    @Test func `a purpose that the notice does not name fails A4`() throws {
        var input = try input()
        #expect(try line("A4", input).outcome == .notProven)
        input.noticePurposes = [.assistance, .question]
        #expect(try line("A4", input).outcome == .proven)
        input.rules?[0].purposes = [.assistance, .quality]
        #expect(try line("A4", input).failing == 1)
    }

    @Test func `nights and figures prove what they hold`() throws {
        var input = try input {
            $0.unclassified = 2
            $0.practice.informed = 30
            ($0.practice.outOfHours, $0.practice.outOfHoursAsked) = (4, 4)
        }
        (input.holdsActive, input.holdsOverdue) = (3, 1)
        input.facts = try InventedYear(seed: 1).facts
        for id in ["E2", "E5", "G1", "H3"] { #expect(try line(id, input).outcome == .proven, "\(id)") }
        #expect(try line("E2", input).examined == input.facts.count { $0.figures != nil })
        for (id, failing) in [("B9", 2), ("H7", 1)] {
            let line = try line(id, input)
            #expect(line.failing == failing && line.isFinding)
        }
        let told = try #require(
            input.facts.firstIndex { $0.kind == .block && $0.figures?.firstResponse.median != nil })
        input.facts[told].figures?.persons = 5
        #expect(try line("E2", input).failing == 1)
        input.facts[told].figures?.firstResponse.median = 61
        #expect(try line("E5", input).failing == 1)
        input.facts[told].figures?.firstResponse = .init(n: 5, median: 60, p90: nil)
        #expect(try line("E5", input).failing == 1)
        input.records[0].practice.outOfHoursAsked = 3
        input.seen.practice.outOfHoursAsked = 3
        #expect(try line("G1", input).failing == 1)
        #expect(try ComplianceReport(input).state == .deviations)
        input.last = on("2026-10-02")
        #expect(try line("H3", input).failing == 1)
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
