import Conversations

/// One line a week that says that the job ran, so that silence is never the sign of a dead timer. The first night of a
/// week that goes well says it.
struct WeeklyWord {
    /// Days of the nights that were finished before, in order.
    let nights: [CivilDate]
    let tonight: CivilDate

    /// Nil where a night of this week has run already, and on the first night of all.
    var line: String? {
        guard let last = nights.last, case let monday = Self.monday(of: tonight), last < monday else { return nil }
        let from = Self.monday(of: last)
        let count = Set(nights.filter { $0 >= from }).count
        return "retention: all is well; \(count) \(count == 1 ? "night" : "nights") ran in the week of \(from), "
            + "the last before this one on \(last)"
    }

    /// 1970-01-01 was a Thursday.
    static func monday(of date: CivilDate) -> CivilDate {
        let weekday = ((date.daysSince1970 + 3) % 7 + 7) % 7
        return date.adding(days: -Int(weekday))
    }
}
