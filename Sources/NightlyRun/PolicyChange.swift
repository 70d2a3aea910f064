import Conversations
import Foundation
import Planning
import Policies
import Reporting
import StorePort

/// What a change of policy would do to a store, rule by rule, before anybody approves it: what becomes due or no longer
/// is, and when, since nothing is acted on before the grace after the approval.
package struct PolicyChange: Sendable, Equatable, Codable {
    /// One rule and action, where the two policies differ in it.
    package struct Line: Sendable, Equatable, Codable {
        package var rule: String
        package var subject: PlanSubject
        package var actions: Actions
        /// Due tonight by the policy as it is, and by the other one were it approved tonight.
        package var due: Int
        package var dueThen: Int
        /// Past the period of the other one, and kept by the grace.
        package var inGrace: Int
        /// Due on `graceEnds`, by each of the two, if nothing is done before.
        package var later: Int
        package var laterThen: Int
    }

    /// The values that differ, one sentence each.
    package let values: [String]
    package let lines: [Line]
    /// The first night on which all of it counts.
    package let graceEnds: CivilDate

    /// - Parameters:
    ///   - night: under the policy as it is.
    ///   - other: the same night under the other policy.
    package init(from night: Night, to other: Night, _ store: any NightStore) throws {
        let deadline = Deadline(calendar: night.calendar)
        let ends =
            [night.policy.grace, other.policy.grace].map { deadline.due(night.asOf, after: $0) }.max() ?? night.asOf
        graceEnds = deadline.day(of: ends)
        values = PolicyDifference(from: night.policy, to: other.policy).lines
        lines = try store.read { snapshot in
            func plan(_ night: Night, _ asOf: Instant) throws -> [Key: PlanLine] {
                // Bounds are of the policy that ran last.
                var stage = try PlanStage(night.at(asOf), snapshot)
                return Dictionary(
                    try stage.plan().lines.map { (Key($0), $0) }, uniquingKeysWith: { first, _ in first })
            }
            let (now, then) = (try plan(night, night.asOf), try plan(other, night.asOf))
            let (later, laterThen) = (try plan(night, ends), try plan(other, ends))
            let keys = Set([now, then, later, laterThen].flatMap(\.keys)).sorted()
            return keys.compactMap { key in
                let line = Line(
                    rule: key.rule, subject: key.subject, actions: key.actions, due: now[key]?.due.records ?? 0,
                    dueThen: then[key]?.due.records ?? 0, inGrace: then[key]?.inGrace ?? 0,
                    later: later[key]?.due.records ?? 0, laterThen: laterThen[key]?.due.records ?? 0)
                return line.due != line.dueThen || line.later != line.laterThen
                    || line.inGrace != now[key]?.inGrace ?? 0 ? line : nil
            }
        }
    }

    /// What changed since the policy before, where that was so lately that its grace is not over, or nobody has approved
    /// it yet; nil otherwise. With it goes what each rule will ask for when the grace ends.
    package static func recent(_ night: Night, _ snapshot: any StoreSnapshot) throws -> RunRecord.PolicyChange? {
        guard let (before, since) = try former(night, snapshot.approvals()) else { return nil }
        let deadline = Deadline(calendar: night.calendar)
        let ends = max(deadline.due(since, after: night.policy.grace), night.asOf)
        func lines(_ asOf: Instant) throws -> [PlanLine] {
            var stage = try PlanStage(night.at(asOf), snapshot)
            return try stage.plan().lines
        }
        let then = Dictionary(try lines(ends).map { (Key($0), $0) }, uniquingKeysWith: { first, _ in first })
        return RunRecord.PolicyChange(
            values: PolicyDifference(from: before, to: night.policy).changes.map(ChangedValue.init),
            graceEnds: deadline.day(of: ends),
            lines: try lines(night.asOf).compactMap { line in
                let due = then[Key(line)]?.due.records ?? 0
                return line.inGrace > 0 || due > line.due.records ? .init(plan: line, dueThen: due) : nil
            })
    }

    /// The policy that gave way to this one, and when.
    private static func former(_ night: Night, _ approvals: [Approval]) throws -> (policy: Policy, since: Instant)? {
        guard let last = approvals.last else { return nil }
        let isApproved = last.policyHash == night.policyHash
        let graceBegins = Deadline(calendar: night.calendar).cutoff(asOf: night.asOf, after: night.policy.grace)
        if isApproved && last.at < graceBegins { return nil }
        guard let before = isApproved ? approvals.last(where: { $0.policyHash != last.policyHash }) : last else {
            return nil
        }
        let policy = try RecordReader.policy(before)
        return (policy, isApproved ? last.at : night.asOf)
    }

    private struct Key: Hashable, Comparable {
        let rule: String, subject: PlanSubject, actions: Actions

        init(_ line: PlanLine) { (rule, subject, actions) = (line.rule, line.subject, line.actions) }

        static func < (a: Key, b: Key) -> Bool {
            (a.rule, a.subject.rawValue, a.actions.rawValue) < (b.rule, b.subject.rawValue, b.actions.rawValue)
        }
    }
}

extension ChangedValue {
    init(_ change: PolicyDifference.Change) {
        switch change {
        case .added(let rule): self.init(rule: rule.name, what: .added, before: nil, after: "\(rule)")
        case .removed(let rule): self.init(rule: rule.name, what: .removed, before: "\(rule)", after: nil)
        case .reordered(let before, let after):
            self.init(
                rule: nil, what: .reordered, before: before.joined(separator: ", "),
                after: after.joined(separator: ", "))
        case .rule(let name, let key, let before, let after):
            self.init(rule: name, what: .key(key), before: before, after: after)
        case .setting(let key, let before, let after):
            self.init(rule: nil, what: .key(key), before: before, after: after)
        }
    }
}
