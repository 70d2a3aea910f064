import Archiving
import Conversations
import Planning
import Reporting
import StorePort
import Verification

/// Puts the record of a night together from its plan and its journal.
struct RecordBuilder {
    let night: Night
    let identity: StoreIdentity

    func record(
        _ draft: NightlyRun.Draft, _ segments: [SegmentManifest], _ checks: [Check], _ store: any NightStore
    ) throws -> RunRecord {
        let (stock, approvals) = try store.read { try ($0.stock(), $0.approvals()) }
        let copies = try store.read(copies)
        var record = RunRecord(
            run: draft.journal.run, storeID: identity.storeID, rehearsal: identity.isRehearsal, asOf: night.asOf,
            startedAt: draft.startedAt, finishedAt: night.now(), timeZone: night.policy.timeZone,
            controller: night.policy.controller.name, noticeTitle: night.policy.notice.title,
            noticeVersion: night.policy.notice.version, policyID: night.policy.id, policyHash: night.policyHash,
            approvedAt: approvals.last { $0.policyHash == night.policyHash }?.at, lines: lines(draft),
            segmentsWritten: segments.map(segment), segmentsErased: draft.journal.doneSegments,
            stock: stock.map {
                RunRecord.Stock(
                    role: Role(stored: $0.role), purpose: Purpose(stored: $0.purpose), conversations: $0.conversations,
                    messages: $0.messages, bytes: $0.bytes)
            },
            checks: checks, quality: draft.before.quality, wouldHaveStopped: draft.obstacles.reasons,
            unclassified: draft.before.unclassified, copies: copies,
            doneBefore: try store.read { try $0.doneByInterruptedRuns(before: draft.journal.run) },
            auditHead: try store.read { try $0.auditHead() })
        record.namesSkipped = draft.journal.namesSkipped
        return record
    }

    private func copies(_ snapshot: any StoreSnapshot) throws -> RunRecord.Copies {
        let kept = try snapshot.sources().filter { $0.erasedAt == nil }
        return RunRecord.Copies(
            sources: kept.count, oldestSource: kept.map(\.importedAt).min().map(night.calendar.date),
            unlistedTables: try snapshot.unlistedTables().count)
    }

    /// Done is counted from what transactions committed, never from what was planned.
    private func lines(_ draft: NightlyRun.Draft) -> [RunRecord.Line] {
        draft.plan.lines.map { line in
            let done =
                switch line.subject {
                case .conversations: draft.journal.conversations(under: line.rule, with: line.actions)
                case .persons: donePersons(line, draft)
                case .segments: min(line.due.records, draft.journal.doneSegments)
                case .sources: min(line.due.records, draft.journal.doneSources)
                }
            return RunRecord.Line(plan: line, done: done, failed: line.due.records - done)
        }
    }

    /// A person who was erased as a whole had every planned action done.
    private func donePersons(_ line: PlanLine, _ draft: NightlyRun.Draft) -> Int {
        draft.worklist.persons.count { item in
            guard item.actions.isSuperset(of: line.actions), let done = draft.journal.donePersons[item.mark.id] else {
                return false
            }
            return done.isSuperset(of: line.actions) || done.contains(.eraseAll)
        }
    }

    private func segment(_ manifest: SegmentManifest) -> RunRecord.Segment {
        RunRecord.Segment(
            name: manifest.name.description, rule: manifest.facts.rule, endsOn: manifest.facts.endsOn,
            conversations: manifest.conversations, messages: manifest.messages, bytes: manifest.bytes,
            sha256: manifest.sha256)
    }
}
