import Conversations
import Planning
import Reporting
import StorePort

/// What a hold or a restriction that came during the night has kept: it was due, it was not done, and it did not fail.
struct LateHolds {
    private let held: KeptRecords
    private let restricted: KeptRecords
    /// What was not done, whatever kept it.
    private let conversations: [(id: Int64, rule: String, actions: Actions)]
    private let worklist: Worklist
    private let journal: Journal
    /// Of each segment that is kept, the rule.
    private let segments: [String]

    init(_ night: Night, _ draft: NightlyRun.Draft, _ snapshot: any StoreSnapshot) throws {
        (held, restricted) = try (
            snapshot.kept(by: .hold, asOf: night.asOf), snapshot.kept(by: .restriction, asOf: night.asOf)
        )
        (worklist, journal) = (draft.worklist, draft.journal)
        let done = Set(journal.left).union(journal.changed)
        let kept = held.conversations.union(restricted.conversations).subtracting(done)
        conversations = draft.worklist.conversations.filter { kept.contains($0.mark.id) }.map {
            ($0.mark.id, draft.worklist.rule(of: $0), $0.actions)
        }
        let due = Set(worklist.segments.map(\.name))
        let holds = try SegmentHolds(snapshot, night.keys, asOf: night.asOf)
        segments = try snapshot.segments().filter {
            try $0.erasedAt == nil && due.contains($0.name) && holds.keep($0, snapshot)
        }.map(\.rule)
    }

    /// Counts as held or restricted what a line counted as failed. What it weighs is not known apart.
    func move(_ line: inout RunRecord.Line) {
        let (held, restricted) = counts(line.plan)
        line.failed -= held + restricted
        line.plan.due.records -= held + restricted
        line.plan.overdue = min(line.plan.overdue, line.plan.due.records)
        line.plan.held += held
        line.plan.restricted += restricted
    }

    private func counts(_ line: PlanLine) -> (held: Int, restricted: Int) {
        switch line.subject {
        case .conversations:
            let left = conversations.filter { $0.rule == line.rule && $0.actions.isSuperset(of: line.actions) }
            return counts(left.map(\.id), held.conversations, restricted.conversations)
        case .persons:
            let left = worklist.persons.filter {
                $0.actions.isSuperset(of: line.actions) && !journal.did(line.actions, to: $0)
            }
            return counts(left.map(\.mark.id), held.persons, restricted.persons)
        case .segments: return (segments.count { $0 == line.rule }, 0)
        case .sources: return (0, 0)
        }
    }

    private func counts(_ left: [Int64], _ held: Set<Int64>, _ restricted: Set<Int64>) -> (Int, Int) {
        (left.count(where: held.contains), left.count { restricted.contains($0) && !held.contains($0) })
    }
}
