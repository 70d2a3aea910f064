import Conversations

/// Messages of persons by hour and day of the week, in bins as wide as it takes for each to be told.
package struct HeatMap: Sendable, Equatable, Codable {
    /// How the week is cut, from fine to coarse.
    package enum Grid: String, Sendable, Codable, CaseIterable {
        case hoursOfDays = "7x24"
        case threeHoursOfDays = "7x8"
        case hoursOfWeekParts = "2x24"
        case threeHoursOfWeekParts = "2x8"
        case quartersOfWeekParts = "2x4"
        case threeHours = "1x8"
        case quartersOfDay = "1x4"

        /// Columns of a row: bins of a day.
        package var binsOfDay: Int {
            switch self {
            case .hoursOfDays, .hoursOfWeekParts: 24
            case .threeHoursOfDays, .threeHoursOfWeekParts, .threeHours: 8
            case .quartersOfWeekParts, .quartersOfDay: 4
            }
        }
        /// Seven days, or Monday to Friday and the weekend, or all days together.
        package var rows: Int {
            switch self {
            case .hoursOfDays, .threeHoursOfDays: 7
            case .hoursOfWeekParts, .threeHoursOfWeekParts, .quartersOfWeekParts: 2
            case .threeHours, .quartersOfDay: 1
            }
        }

        func bin(weekday: Int, hour: Int) -> Int {
            let row = rows == 7 ? weekday - 1 : rows == 1 || weekday <= 5 ? 0 : 1
            return row * binsOfDay + hour * binsOfDay / 24
        }
    }

    package var grid: Grid
    /// Messages, row by row.
    package var counts: [Int]
    package init(grid: Grid, counts: [Int]) { (self.grid, self.counts) = (grid, counts) }

    package var rows: [ArraySlice<Int>] {
        (0..<grid.rows).map { counts[$0 * grid.binsOfDay..<($0 + 1) * grid.binsOfDay] }
    }
}

/// Sums up who wrote at which hour of the week, message by message: few persons write twice in the same one.
struct HeatTally: Sendable {
    private struct Message {
        let person: Int64
        /// Of the week, from Monday's first, 0 to 167.
        let hour: UInt8
    }

    private var messages: [Message] = []
    /// What was taken from others, as it lies there: a quarter is made of many weeks, and none is copied.
    private var merged: [[Message]] = []

    mutating func add(_ trace: ConversationTrace, _ calendar: LocalCalendar) {
        for message in trace.messages where message.direction == .fromPerson {
            guard let at = message.sentAt else { continue }
            let hour = Int(calendar.secondsOfDay(of: at) / 3600)
            let cell = HeatMap.Grid.hoursOfDays.bin(
                weekday: LocalCalendar.weekday(of: calendar.date(of: at)), hour: hour)
            messages.append(Message(person: trace.person, hour: UInt8(cell)))
        }
    }

    mutating func merge(_ other: HeatTally) {
        if !other.messages.isEmpty { merged.append(other.messages) }
        merged += other.merged
    }

    var live: HeatMap { HeatMap(grid: .hoursOfDays, counts: bins(of: .hoursOfDays).map(\.messages)) }

    /// In the finest grid of which each bin is empty or may be told; nil where not even the coarsest may.
    func frozen(_ rules: Anonymity) -> HeatMap? {
        for grid in HeatMap.Grid.allCases {
            let bins = bins(of: grid)
            let mayTell = bins.allSatisfy { bin in
                bin.messages == 0 || bin.persons >= rules.leastPersons && bin.most * 2 <= bin.messages
            }
            if mayTell && bins.contains(where: { $0.messages > 0 }) {
                return HeatMap(grid: grid, counts: bins.map { rules.rounded($0.messages) })
            }
        }
        return nil
    }

    private struct Bin {
        var messages = 0
        var persons = 0
        /// Messages of the person who wrote most.
        var most = 0
    }

    private func bins(of grid: HeatMap.Grid) -> [Bin] {
        var bins = [Bin](repeating: Bin(), count: grid.rows * grid.binsOfDay)
        let binOfHour = (0..<168).map { grid.bin(weekday: $0 / 24 + 1, hour: $0 % 24) }
        var all = ContiguousArray<Message>()
        all.reserveCapacity(merged.reduce(messages.count) { $0 + $1.count })
        for part in merged + [messages] { all += part }
        // Those of one person in one bin stand together: they are counted without a table of persons for each bin.
        all.sort { a, b in
            let (first, second) = (binOfHour[Int(a.hour)], binOfHour[Int(b.hour)])
            return first == second ? a.person < b.person : first < second
        }
        var (last, run) = (Message?.none, 0)
        for message in all {
            let bin = binOfHour[Int(message.hour)]
            let goesOn = last.map { $0.person == message.person && binOfHour[Int($0.hour)] == bin } ?? false
            run = goesOn ? run + 1 : 1
            bins[bin].messages += 1
            if !goesOn { bins[bin].persons += 1 }
            bins[bin].most = max(bins[bin].most, run)
            last = message
        }
        return bins
    }
}
