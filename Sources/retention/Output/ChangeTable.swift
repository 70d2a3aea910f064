import NightlyRun
import Planning
import Reporting

/// What a change of policy does, as a person reads it.
struct ChangeTable {
    let change: PolicyChange

    var lines: [String] {
        guard !change.values.isEmpty else { return ["The two policies say the same."] }
        guard !change.lines.isEmpty else {
            return ["", "Nothing becomes due by it, nor is anything no longer due, through \(change.graceEnds)."]
        }
        let then = "on \(change.graceEnds)"
        var table = TextTable(
            ["rule", "what", "action", "due", "due then", "in grace", then, "\(then) then"], leftColumns: 3)
        for line in change.lines {
            table.add(
                [
                    line.rule == PlanBuilder.everyRule ? "(all rules)" : line.rule, line.subject.rawValue,
                    line.actions.description,
                ] + [line.due, line.dueThen, line.inGrace, line.later, line.laterThen].map { "\($0)" })
        }
        return [""] + table.lines + [
            "", "due: tonight, as the policy is; then: were the other one approved tonight. Its grace ends \(then).",
        ]
    }
}

extension RunRecord.PolicyChange {
    /// One line each: what changed, and what each rule will ask for when the grace is over.
    var described: [String] {
        let values = values.map { value in
            let place = value.rule.map { "rule \($0): " } ?? ""
            let change = "was \(value.before ?? "none"), is \(value.after ?? "none")"
            return switch value.what {
            case .added: "policy change: \(place)added: \(value.after ?? "")"
            case .removed: "policy change: \(place)removed: \(value.before ?? "")"
            case .reordered: "policy change: rules: order \(change)"
            case .key(let key): "policy change: \(place)\(key): \(change)"
            }
        }
        let lines = lines.map { line in
            let rule = line.plan.rule == PlanBuilder.everyRule ? "(all rules)" : line.plan.rule
            return "by it, \(rule), \(line.plan.subject.rawValue): \(line.plan.actions): \(line.plan.due.records) due, "
                + "\(line.plan.inGrace) in grace, \(line.dueThen) due on \(graceEnds)"
        }
        return values + lines
    }
}
