import Conversations
import Testing

@testable import Planning

@Suite struct PlanNightTests {
    @Test func `nights are local days, also where a day has 23 or 25 hours`() throws {
        let today = try #require(CivilDate("2026-10-01"))
        let dates = PlanNight.allCases.map { $0.date(from: today).description }
        #expect(dates == ["2026-09-30", "2026-10-01", "2026-10-31", "2026-11-30", "2026-12-30"])
    }
}
