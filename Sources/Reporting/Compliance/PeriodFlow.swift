import Conversations
import Planning

/// What became of all that passed its period, over several nights: a line a rule and operation.
struct PeriodFlow {
    struct Line {
        let plan: PlanLine
        var done: Int
        /// Left at the end of the period.
        var inGrace: Int
        var held: Int
        var restricted: Int
        var failed: Int
        var isBalanced: Bool
        /// The newest message of the oldest record that any night of the period handled.
        var oldest: Instant?

        var pastPeriod: Int { done + inGrace + held + restricted + failed }
    }

    /// In the order in which they first occur.
    private(set) var lines: [Line] = []

    init(_ records: [RunRecord]) {
        struct Key: Hashable { let rule: String, subject: PlanSubject, actions: Int64 }
        var places: [Key: Int] = [:]
        for record in records {
            // What a night does not name any more is not left either.
            for index in lines.indices { lines[index].clearRest() }
            for line in record.lines {
                let plan = line.plan
                let key = Key(rule: plan.rule, subject: plan.subject, actions: plan.actions.rawValue)
                let place = places[key] ?? lines.count
                if place == lines.count {
                    places[key] = place
                    lines.append(
                        Line(plan: plan, done: 0, inGrace: 0, held: 0, restricted: 0, failed: 0, isBalanced: true))
                }
                lines[place].take(line)
            }
        }
    }
}

extension PeriodFlow.Line {
    fileprivate mutating func clearRest() { (inGrace, held, restricted, failed) = (0, 0, 0, 0) }

    fileprivate mutating func take(_ line: RunRecord.Line) {
        done += line.done
        (inGrace, held, restricted) = (line.plan.inGrace, line.plan.held, line.plan.restricted)
        failed = line.failed
        isBalanced = isBalanced && line.isBalanced
        oldest = [oldest, line.plan.due.oldest].compactMap(\.self).min()
    }
}
