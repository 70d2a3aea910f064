import Conversations
import Testing

@testable import Planning

@Suite struct CutoffsTests {
    @Test func `a cut-off asked for twice is the same, and each night and period has its own`() throws {
        let deadline = try Deadline(calendar: brussels())
        var cutoffs = try Cutoffs(deadline: deadline, today: #require(CivilDate("2026-10-25")))
        for _ in 0..<2 {
            for night in PlanNight.allCases {
                for period in try [span("1 day"), span("1 month"), span("31 days"), span("1 year")] {
                    let date = try #require(CivilDate("2026-10-25")).adding(days: night.rawValue)
                    #expect(cutoffs.before(night, period) == deadline.cutoff(on: date, after: period).seconds)
                }
            }
        }
    }
}
