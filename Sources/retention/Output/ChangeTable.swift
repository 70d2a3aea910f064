import NightlyRun
import Planning

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
