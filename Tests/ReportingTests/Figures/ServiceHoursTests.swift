import Conversations
import Testing

@testable import Reporting

private func hours() throws -> ServiceHours { ServiceHours(try #require(LocalCalendar(zone: "Europe/Brussels"))) }

private let waits: [(String, String, Int64)] = [
    // Within a day, before opening, over a night, over a weekend, over the end of summer time, and never.
    ("2026-07-01T08:00:00Z", "2026-07-01T09:30:00Z", 5400),
    ("2026-07-01T05:00:00Z", "2026-07-01T07:30:00Z", 1800),
    ("2026-07-01T15:30:00Z", "2026-07-02T07:15:00Z", 2700),
    ("2026-07-03T15:00:00Z", "2026-07-06T08:00:00Z", 7200),
    ("2026-10-23T15:00:00Z", "2026-10-26T09:00:00Z", 7200),
    ("2026-07-04T08:00:00Z", "2026-07-05T20:00:00Z", 0),
    ("2026-07-01T09:00:00Z", "2026-07-01T08:00:00Z", 0),
]

@Test(arguments: waits)
func `only hours of service count`(_ start: String, _ end: String, _ seconds: Int64) throws {
    #expect(try hours().seconds(from: at(start), to: at(end)) == seconds)
}

/// The slow definition: every minute looked at.
@Test(arguments: 0..<20)
func `the short way and minute by minute agree`(_ seed: Int) throws {
    let hours = try hours()
    let start = at("2026-03-20T00:00:00Z") + Int64(seed * 7919 * 60)
    let end = start + Int64((seed * 104_729 % 20_000) * 60)
    var minutes: Int64 = 0
    var now = start
    while now < end {
        if hours.contains(now) { minutes += 1 }
        now = now + 60
    }
    #expect(hours.seconds(from: start, to: end) == 60 * minutes)
}

@Test(arguments: [
    ("2026-03-27T08:00:00Z", true), ("2026-03-30T07:00:00Z", true), ("2026-03-30T06:59:59Z", false),
    ("2026-03-30T15:59:59Z", true), ("2026-03-30T16:00:00Z", false), ("2026-03-28T10:00:00Z", false),
])
func `service is by the clock on the wall`(_ time: String, _ isIn: Bool) throws {
    #expect(try hours().contains(at(time)) == isIn)
}
