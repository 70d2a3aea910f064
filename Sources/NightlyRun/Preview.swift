import Archiving
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
    /// Whether a run could begin with the archives that are there: changes nothing, and is to be asked while no run is at work.
    /// - Throws: `ArchiveError` or `NightError`, both of kind `damaged` (65), where they do not agree with the store, or the copy
    ///   of its audit log does not.
    package static func requireAgreement(_ night: Night, _ store: any NightStore, _ folder: ArchiveFolder) throws {
        _ = try Recovery(night: night, store: store, folder: folder).look()
    }

    /// The plan of a night, without changing anything.
    package static func preview(_ night: Night, _ store: any NightStore) throws -> Plan {
        try previewList(night, store).plan
    }

    /// The plan, every record behind its counts of due, and what would stop a run of it before its first change.
    package static func previewList(_ night: Night, _ store: any NightStore) throws -> (
        plan: Plan, due: [DueRecord], obstacles: [String]
    ) {
        try store.read { snapshot in
            var stage = try PlanStage(night, snapshot)
            let plan = try stage.plan()
            let worklist = stage.worklist
            let conversations = worklist.conversations.map {
                DueRecord(
                    subject: .conversations, id: "\($0.mark.id)", rule: worklist.rule(of: $0), actions: "\($0.actions)")
            }
            let persons = worklist.persons.map {
                DueRecord(subject: .persons, id: "\($0.mark.id)", rule: PlanBuilder.everyRule, actions: "\($0.actions)")
            }
            let segments = worklist.segments.map {
                DueRecord(subject: .segments, id: $0.name, rule: $0.rule, actions: "\(Actions.eraseAll)")
            }
            let sources = worklist.sources.enumerated().map { number, _ in
                DueRecord(subject: .sources, id: "\(number + 1)", rule: "intake", actions: "\(Actions.eraseAll)")
            }
            var obstacles = try Obstacles(night, plan, snapshot).words
            if try !snapshot.identity().isRehearsal && snapshot.approvals().last?.policyHash != night.policyHash {
                obstacles.insert("the policy is not approved as it now stands", at: 0)
            }
            return (plan, conversations + persons + segments + sources, obstacles)
        }
    }
}
