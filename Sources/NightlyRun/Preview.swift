import Conversations
import Planning
import Policies
import StorePort

/// A record that a plan would act on, by its number in the store.
package struct DueRecord: Sendable, Equatable, Codable {
    package let subject: PlanSubject
    package let id: String
    package let rule: String
    package let actions: String
}

extension NightlyRun {
    /// The plan of a night, without changing anything.
    package static func preview(_ night: Night, _ store: any NightStore) throws -> Plan {
        try previewList(night, store).0
    }

    /// The plan, and every record behind its counts of due.
    package static func previewList(_ night: Night, _ store: any NightStore) throws -> (Plan, [DueRecord]) {
        try store.read { snapshot in
            var stage = try PlanStage(night, snapshot)
            let plan = try stage.plan()
            let worklist = stage.worklist
            let conversations = worklist.conversations.map {
                DueRecord(subject: .conversations, id: "\($0.mark.id)", rule: $0.rule, actions: "\($0.actions)")
            }
            let persons = worklist.persons.map {
                DueRecord(subject: .persons, id: "\($0.mark.id)", rule: PlanBuilder.everyRule, actions: "\($0.actions)")
            }
            let segments = worklist.segments.map {
                DueRecord(subject: .segments, id: $0, rule: "", actions: "\(Actions.eraseAll)")
            }
            return (plan, conversations + persons + segments)
        }
    }
}
