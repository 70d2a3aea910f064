import Archiving
import Conversations
import Planning
import Reporting
import StorePort

/// What runs did that were stopped before they could tell it. The record of the run that goes on from them tells it as its
/// own: together they are the night that nobody disturbed.
struct StoppedRuns {
    private let lines: [RunLine]
    /// The segments that they wrote.
    let segments: [RunRecord.Segment]

    /// To be read before the run that goes on has begun, and while nothing has changed: where it cannot be read, nothing does.
    init(_ snapshot: any StoreSnapshot) throws {
        lines = try snapshot.linesOfInterruptedRuns()
        let runs = Set(lines.map(\.run))
        // Most nights follow one that came to its end, and there may be thousands of segments.
        segments =
            runs.isEmpty
            ? []
            : try snapshot.segments().compactMap { segment in
                guard let name = SegmentName(segment.name), runs.contains(name.run) else { return nil }
                return RunRecord.Segment(
                    name: segment.name, rule: segment.rule, endsOn: segment.endsOn,
                    conversations: segment.conversations, messages: segment.messages, bytes: segment.bytes,
                    sha256: segment.sha256)
            }
    }

    /// How many segments they erased.
    var segmentsEnded: Int { lines.reduce(0) { $0 + ($1.planned.subject == .segments ? $1.done : 0) } }

    /// The same lines with what these runs did. A line of which they left nothing stands where it stood in their plan.
    func adding(to own: [RunRecord.Line]) -> [RunRecord.Line] {
        var all = own
        var next = 0
        for key in keys {
            let parts = lines.filter { Key($0.planned) == key }
            let done = parts.reduce(0) { $0 + $1.done }
            if let place = all.firstIndex(where: { Key($0.plan) == key }) {
                all[place].add(done, of: parts[0].planned)
                next = place + 1
            } else if done > 0 {
                var line = RunRecord.Line(
                    plan: PlanLine(rule: key.rule, subject: key.subject, actions: key.actions), done: 0, failed: 0)
                line.add(done, of: parts[0].planned)
                all.insert(line, at: next)
                next += 1
            }
        }
        return all
    }

    private struct Key: Hashable {
        let rule: String, subject: PlanSubject, actions: Actions
        init(_ line: PlanLine) { (rule, subject, actions) = (line.rule, line.subject, line.actions) }
    }

    /// In the order of the first plan that has each.
    private var keys: [Key] {
        var known: Set<Key> = []
        return lines.map { Key($0.planned) }.filter { known.insert($0).inserted }
    }
}

extension RunRecord.Line {
    /// Adds what stopped runs did of a line, as the first of them planned it. Where nothing became due since, what was due is
    /// what that plan says, with its messages, bytes and days; else the records are added up, and what they weigh is not known.
    fileprivate mutating func add(_ records: Int, of planned: PlanLine) {
        done += records
        if plan.due.records + records == planned.due.records {
            (plan.due, plan.overdue, plan.archived) = (planned.due, planned.overdue, planned.archived)
        } else {
            plan.due.records += records
            plan.due.oldest = [plan.due.oldest, planned.due.oldest].compactMap(\.self).min()
        }
    }
}
