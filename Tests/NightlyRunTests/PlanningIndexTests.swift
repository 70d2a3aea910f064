import Conversations
import Fixtures
import GRDB
import NightlyRun
import Planning
import Testing

/// The index by which a night finds what is due, against the definition that looks at everything.
@Suite(.serialized) struct PlanningIndexTests {
    @Test(arguments: [1, 15, 22, 24, 26, 38] as [UInt64])
    func `the plan by lower bounds is the plan by a full scan, after every step of a history`(seed: UInt64) throws {
        let history = try History(seed: seed)
        var due = 0
        for number in 0..<80 {
            let step = try history.step()
            let (fast, slow) = try history.plans()
            due += slow.lines.reduce(0) { $0 + $1.due.records }
            guard fast == slow else {
                Issue.record("step \(number), \(step): \(differing(fast, slow))")
                return
            }
            #expect(try history.wholePlan() == slow, "step \(number), \(step)")
            let tonight = try history.planOfTonight()
            #expect(tonight.worklistDigest == slow.worklistDigest, "step \(number), \(step)")
            #expect(ofTonight(tonight) == ofTonight(slow), "step \(number), \(step)")
            let definition = try SQLDefinition(desk: history.desk, asOf: history.asOf).lines()
            #expect(SQLDefinition.lines(of: slow) == definition, "step \(number), \(step)")
        }
        // A history in which nothing is ever due compares nothing.
        #expect(due > 10)
    }

    /// What of a plan's lines is no forecast.
    private func ofTonight(_ plan: Plan) -> [String] {
        plan.lines.filter { $0.due.records + $0.inGrace + $0.held + $0.restricted > 0 }.map {
            "\($0.rule) \($0.subject) \($0.actions) \($0.due) \($0.inGrace) \($0.held) \($0.restricted) \($0.overdue)"
        }
    }

    private func differing(_ a: Plan, _ b: Plan) -> String {
        let only = a.lines.filter { !b.lines.contains($0) }
        let other = b.lines.filter { !a.lines.contains($0) }
        return "fast \(only) slow \(other)"
    }

    /// Triggers that histories of many steps of their kind see missing. Each has a case of its own as well
    /// (`TriggerTests`), as those have that are seen too rarely.
    static let favouredSteps: [String: Set<String>] = [
        "person_clock_back": ["new", "inbound", "withdrawn"], "person_relation": ["new", "relation"],
    ]

    @Test(arguments: favouredSteps.keys.sorted())
    func `the comparison sees that a trigger is missing`(trigger: String) throws {
        let seen = try (UInt64(1000)..<1012).contains { seed in
            let history = try History(seed: seed, favouring: Self.favouredSteps[trigger] ?? [])
            try history.desk.database.write { try $0.execute(sql: "drop trigger \(trigger)") }
            return try (0..<60).contains { _ in
                _ = try history.step()
                let (fast, slow) = try history.plans()
                return fast != slow
            }
        }
        #expect(seen)
    }
}
