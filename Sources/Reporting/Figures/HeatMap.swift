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

    mutating func add(_ trace: ConversationTrace, _ calendar: LocalCalendar) {
        for message in trace.messages where message.direction == .fromPerson {
            guard let at = message.sentAt else { continue }
            let hour = Int(calendar.secondsOfDay(of: at) / 3600)
            let cell = HeatMap.Grid.hoursOfDays.bin(
                weekday: LocalCalendar.weekday(of: calendar.date(of: at)), hour: hour)
            messages.append(Message(person: trace.person, hour: UInt8(cell)))
        }
    }

    mutating func merge(_ other: HeatTally) { messages += other.messages }

    var live: HeatMap { map(.hoursOfDays) { $0.values.reduce(0, +) } }

    /// In the finest grid of which each bin is empty or may be told; nil where not even the coarsest may.
    func frozen(_ rules: Anonymity) -> HeatMap? {
        for grid in HeatMap.Grid.allCases {
            let bins = bins(of: grid)
            let mayTell = bins.allSatisfy { persons in
                let all = persons.values.reduce(0, +)
                return persons.isEmpty
                    || persons.count >= rules.leastPersons && (persons.values.max() ?? 0) * 2 <= all
            }
            if mayTell && bins.contains(where: { !$0.isEmpty }) {
                return map(grid) { rules.rounded($0.values.reduce(0, +)) }
            }
        }
        return nil
    }

    private func map(_ grid: HeatMap.Grid, _ count: ([Int64: Int]) -> Int) -> HeatMap {
        HeatMap(grid: grid, counts: bins(of: grid).map(count))
    }

    private func bins(of grid: HeatMap.Grid) -> [[Int64: Int]] {
        var bins = [[Int64: Int]](repeating: [:], count: grid.rows * grid.binsOfDay)
        for message in messages {
            let hour = Int(message.hour)
            bins[grid.bin(weekday: hour / 24 + 1, hour: hour % 24)][message.person, default: 0] += 1
        }
        return bins
    }
}
