import Conversations

/// Why a run stops before its first change. A value, so that a report says it in its own language.
package enum StopReason: Sendable, Equatable, Codable {
    /// What is due under one rule and step, with what a run before did of it.
    package struct Line: Sendable, Equatable, Codable {
        package var rule: String
        package var subject: PlanSubject
        package var actions: Actions
        package var due: Int
        package var already: Int
        package init(rule: String, subject: PlanSubject, actions: Actions, due: Int, already: Int) {
            (self.rule, self.subject, self.actions) = (rule, subject, actions)
            (self.due, self.already) = (due, already)
        }
    }

    /// The night lies before the last run.
    case clockBack(night: CivilDate, last: CivilDate)
    /// The night lies too many days after the last run.
    case clockAhead(night: CivilDate, last: CivilDate, days: Int)
    /// More than a share, in percent, of all conversations.
    case share(Line, percent: Int, conversations: Int)
    /// More than twice of what was forecast 30 nights before.
    case forecast(Line, expected: Int)
    /// So many conversations more than at the last run have no usable date: more than a share, in percent, of all.
    case undated(Int, percent: Int, conversations: Int)
}

extension StopReason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .clockBack(let night, let last): "the night is for \(night), before the last run, which was for \(last)"
        case .clockAhead(let night, let last, let days):
            "the night is for \(night), \(days) days after the last run (\(last))"
        case .share(let line, let percent, let conversations):
            "\(line), more than \(percent) % of \(conversations) conversations"
        case .forecast(let line, let expected):
            "\(line), more than twice the \(expected) that were forecast 30 nights before"
        case .undated(let count, let percent, let conversations):
            "\(count) conversations more than at the last run have no usable date, more than \(percent) % of "
                + "\(conversations) conversations"
        }
    }
}

extension StopReason.Line: CustomStringConvertible {
    package var description: String {
        let done = already > 0 ? " (\(already) of them done by a run before)" : ""
        // Files of an archive are of any size: what counts is what is in them.
        let what = subject == .segments ? " conversations" : ""
        return "rule \(rule), \(subject.rawValue): \(actions): \(due)\(what) due\(done)"
    }
}
