import Fixtures
import NightlyRun
import Planning
import StorePort
import Testing

/// Each line adds up, what was due was done, and no check failed.
func expectBalanced(_ outcome: NightlyRun.Outcome, sourceLocation: SourceLocation = #_sourceLocation) {
    for line in outcome.record.lines {
        #expect(line.isBalanced && line.failed == 0, "\(line)", sourceLocation: sourceLocation)
    }
    let failed = outcome.record.checks.filter { $0.outcome == .failed && !$0.isFinding }
    #expect(failed.isEmpty, sourceLocation: sourceLocation)
}

extension NightlyRun.Outcome {
    /// The sum of one figure over the lines of one subject.
    func total(_ subject: PlanSubject = .conversations, _ figure: (PlanLine) -> Int) -> Int {
        record.lines.map(\.plan).filter { $0.subject == subject }.reduce(0) { $0 + figure($1) }
    }

    var done: Int { record.lines.reduce(0) { $0 + $1.done } }
}

extension Desk {
    /// A desk that archived one of a person's two conversations; the other one is of two years later.
    static func afterArchiving(_ form: StoreForm) throws -> (desk: Desk, person: Int64, living: Int64) {
        let desk = try Desk(form)
        let person = try desk.person()
        try desk.conversation(of: person, on: "2023-01-10")
        let living = try desk.conversation(of: person, on: "2026-01-10")
        try desk.run("2024-02-01")
        return (desk, person, living)
    }

    /// Places a hold and returns its number.
    @discardableResult
    func hold(_ target: Hold.Target, _ kind: Hold.Kind = .hold, at: String = "2025-01-11") throws -> Int64? {
        try open().place([
            HoldPlacement(
                Hold(
                    id: 0, kind: kind, target: target, reason: "a claim", author: "Counsel", placedAt: Desk.instant(at),
                    reviewOn: #require(.init("2027-01-01")), releasedAt: nil))
        ])?.first
    }
}
