import Conversations
import Planning

/// A plan as a person reads it.
struct PlanTable {
    let plan: Plan
    let calendar: LocalCalendar

    var lines: [String] {
        guard !plan.lines.isEmpty else { return ["Nothing is due, and nothing falls due within 90 days."] }
        var table = TextTable(
            [
                "rule", "what", "action", "due", "in grace", "held", "restricted", "undated", "overdue", "oldest",
                "bytes",
                "+30 d", "+60 d", "+90 d",
            ], leftColumns: 3)
        for line in plan.lines {
            table.add(
                [
                    line.rule == PlanBuilder.everyRule ? "(all rules)" : line.rule, line.subject.rawValue,
                    line.actions.description,
                ]
                    + [line.due.records, line.inGrace, line.held, line.restricted, line.undated, line.overdue].map {
                        "\($0)"
                    }
                    + [line.due.oldest.map { calendar.date(of: $0).description } ?? "-", "\(line.due.bytes)"]
                    + line.forecast.map { "\($0)" })
        }
        return table.lines
    }
}
