import Archiving
import Conversations
import Planning
import StorePort
import Verification

/// Re-reads what the night did. Each check says how much it examined: nothing examined is not proven.
struct VerifyStage {
    let night: Night
    let store: any NightStore
    let folder: ArchiveFolder

    func run(plan: Plan, journal: Journal, written: [SegmentManifest]) throws -> [Check] {
        [
            try nothingLeft(plan, journal),
            try archivesMatch(written),
            try archivesEnd(),
            try didWhatItSaid(journal),
            Check(id: "store-sound", title: "the database is sound", examined: 1, failing: try store.quickCheck() ? 0 : 1),
        ]
    }

    /// Plans the same night again: what is still due was not done.
    private func nothingLeft(_ plan: Plan, _ journal: Journal) throws -> Check {
        let again = try store.read { snapshot in
            var stage = try PlanStage(night, snapshot)
            return try stage.plan()
        }
        let left = again.lines.reduce(0) { $0 + $1.due.records }
        let examined = plan.lines.reduce(0) { $0 + $1.due.records + $1.inGrace + $1.held + $1.restricted }
        return Check(id: "B1", title: "nothing that was due is left", examined: examined, failing: left)
    }

    /// Looks for what the journal says: what left is gone, and what was only changed is still there.
    private func didWhatItSaid(_ journal: Journal) throws -> Check {
        let (conversations, persons) = try store.read {
            try (
                $0.present(conversations: Array(journal.doneConversations.keys)),
                $0.present(persons: Array(journal.donePersons.keys))
            )
        }
        let wrong =
            journal.doneConversations.count { $1.isDisjoint(with: [.archive, .eraseAll]) != conversations.contains($0) }
            + journal.donePersons.count { $1.isDisjoint(with: .eraseAll) != persons.contains($0) }
        return Check(
            id: "B12", title: "the run did what the plan said",
            examined: journal.doneConversations.count + journal.donePersons.count, failing: wrong)
    }

    private func archivesMatch(_ written: [SegmentManifest]) throws -> Check {
        var failing = 0
        for manifest in written {
            do { _ = try folder.verify(manifest) } catch { failing += 1 }
        }
        return Check(id: "C1", title: "segments of this night open and match", examined: written.count, failing: failing)
    }

    private func archivesEnd() throws -> Check {
        let segments = try store.read { try $0.segments() }.filter { $0.erasedAt == nil }
        let past = segments.filter { $0.endsOn <= night.today }.count
        return Check(id: "C2", title: "no segment is past its end date", examined: segments.count, failing: past)
    }
}
