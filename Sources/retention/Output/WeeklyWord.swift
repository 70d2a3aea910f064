import Conversations

/// One line a week that says that the job ran, so that silence is never the sign of a dead timer. The first night of a
/// week that goes well says it, whatever became of those before it.
struct WeeklyWord {
    struct Night {
        let day: CivilDate
        let isGood: Bool
    }

    /// The nights that were finished before, in order.
    let nights: [Night]
    let tonight: CivilDate

    /// Nil where a night of this week has gone well already, and on the first night of all.
    var line: String? {
        guard !nights.isEmpty else { return nil }
        guard let last = nights.last(where: \.isGood)?.day else {
            return "retention: all is well; no night before this one had ended well"
        }
        guard last < Self.monday(of: tonight) else { return nil }
        let from = Self.monday(of: last)
        let count = Set(nights.filter { $0.isGood && $0.day >= from }.map(\.day)).count
        let bad = nights.count { !$0.isGood && $0.day >= from }
        return "retention: all is well; \(count.counted("night")) ran in the week of \(from), "
            + "the last before this one on \(last)" + (bad > 0 ? "; since then \(bad) did not end well" : "")
    }

    /// 1970-01-01 was a Thursday.
    static func monday(of date: CivilDate) -> CivilDate {
        let weekday = ((date.daysSince1970 + 3) % 7 + 7) % 7
        return date.adding(days: -Int(weekday))
    }
}
