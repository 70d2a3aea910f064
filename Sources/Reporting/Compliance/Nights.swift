import Conversations

/// Which nights of a period ran.
package struct Nights: Sendable, Equatable {
    package struct Gap: Sendable, Equatable {
        package var first: CivilDate
        package var last: CivilDate
        package var nights: Int { Int(last.daysSince1970 - first.daysSince1970) + 1 }
    }

    package var expected: Int
    package var succeeded: Int
    package var unfinished: [CivilDate]
    /// Stretches of days without any run, in order.
    package var missing: [Gap]

    /// - Parameters:
    ///   - first, last: the days of the period on which a night was expected.
    ///   - succeeded: days of finished nights; a day may stand there twice.
    package init(from first: CivilDate, through last: CivilDate, succeeded: [CivilDate], unfinished: [CivilDate]) {
        let done = Set(succeeded)
        self.succeeded = done.count
        self.unfinished = Set(unfinished).subtracting(done).sorted()
        expected = max(0, Int(last.daysSince1970 - first.daysSince1970) + 1)
        missing = []
        var day = first
        while day <= last {
            if !done.contains(day), !self.unfinished.contains(day) {
                if let open = missing.last, open.last.adding(days: 1) == day {
                    missing[missing.count - 1].last = day
                } else {
                    missing.append(Gap(first: day, last: day))
                }
            }
            day = day.adding(days: 1)
        }
    }

    package var missed: Int { missing.reduce(0) { $0 + $1.nights } }
}
