import Conversations
import Testing

@testable import Reporting

/// A tally of one message of each of so many persons at each of these times.
private func tally(_ crowds: [(persons: Int, at: String)], each: Int = 1) throws -> HeatTally {
    let calendar = try #require(LocalCalendar(zone: "Europe/Brussels"))
    var tally = HeatTally()
    for (persons, time) in crowds {
        for person in 0..<persons {
            let messages = (0..<each).map { _ in
                ConversationTrace.Message(direction: .fromPerson, sentAt: at(time), isMedia: false)
            }
            tally.add(
                ConversationTrace(
                    role: .client, purpose: .question, person: Int64(person), opened: at(time), messages: messages),
                calendar)
        }
    }
    return tally
}

@Test func `hours that enough persons wrote in stand alone`() throws {
    let map = try #require(try tally([(10, "2026-07-06T07:00:00Z"), (12, "2026-07-11T19:00:00Z")]).frozen(.standard))
    #expect(map.grid == .hoursOfDays)
    // Monday at nine, Saturday at nine in the evening, in Brussels.
    #expect(map.counts[9] == 10)
    #expect(map.counts[5 * 24 + 21] == 10)
    #expect(map.counts.reduce(0, +) == 20)
}

@Test(arguments: [
    // Nine at nine and one more at ten: three hours of a day. Nine on Monday and one on Tuesday: the days together.
    ([(9, "2026-07-06T07:00:00Z"), (10, "2026-07-06T08:00:00Z")], HeatMap.Grid.threeHoursOfDays),
    ([(9, "2026-07-06T07:00:00Z"), (10, "2026-07-07T07:00:00Z")], .hoursOfWeekParts),
    ([(9, "2026-07-06T07:00:00Z"), (10, "2026-07-07T08:00:00Z")], .threeHoursOfWeekParts),
    ([(9, "2026-07-06T07:00:00Z"), (10, "2026-07-07T06:00:00Z")], .quartersOfWeekParts),
    ([(9, "2026-07-06T07:00:00Z"), (10, "2026-07-11T07:00:00Z")], .threeHours),
    ([(9, "2026-07-06T07:00:00Z"), (10, "2026-07-11T06:00:00Z")], .quartersOfDay),
])
func `bins widen until each may be told`(_ crowds: [(Int, String)], _ grid: HeatMap.Grid) throws {
    #expect(try tally(crowds).frozen(.standard)?.grid == grid)
}

@Test func `where no bin is wide enough nothing is told`() throws {
    #expect(try tally([(9, "2026-07-06T07:00:00Z"), (10, "2026-07-11T17:00:00Z")]).frozen(.standard) == nil)
    #expect(try tally([]).frozen(.standard) == nil)
}
