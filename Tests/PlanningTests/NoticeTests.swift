import Conversations
import Policies
import Testing

@testable import Planning

/// A longer period does not apply to what was collected under an earlier version of the notice, unless somebody decided so.
struct NoticeTests {
    private func policy(notice: String, after: String, lengthened: Bool = false) throws -> Policy {
        var rule = try rule([step(after, .eraseAll)])
        if lengthened {
            rule.lengthened = try .init(reason: "told", by: "the controller", on: #require(CivilDate("2025-01-22")))
        }
        var made = try PlanningTests.policy([rule])
        made.notice.version = try #require(CivilDate(notice))
        return made
    }

    private func record(notice: String?, lastInbound: String = "2024-12-01") throws -> ConversationFacts {
        var facts = try facts(lastInbound: lastInbound)
        facts.notice = try notice.map { try #require(CivilDate($0)) }
        return facts
    }

    private func judge(
        from before: String, to after: String, on night: String, lengthened: Bool = false
    ) throws -> Judge {
        let former = try FormerPolicy(policy(notice: "2024-01-01", after: before), until: local("2025-01-22"))
        return try PlanningTests.judge(
            policy(notice: "2025-01-22", after: after, lengthened: lengthened), former: [former], on: night)
    }

    @Test func `what was collected under the earlier notice keeps its shorter period`() throws {
        // Six months after 1 December 2024 have passed on 1 June 2025: due on the 2nd.
        let (before, on) = try (
            judge(from: "6 months", to: "12 months", on: "2025-06-01"),
            judge(from: "6 months", to: "12 months", on: "2025-06-02")
        )
        #expect(try before.verdict(record(notice: "2024-01-01")) == .notDue)
        #expect(try on.isDue(record(notice: "2024-01-01")))
        #expect(try on.verdict(record(notice: "2025-01-22")) == .notDue)
        #expect(try on.verdict(record(notice: nil)) == .notDue)
        #expect(try on.verdict(record(notice: "2023-06-01")) == .notDue)
    }

    @Test func `a recorded decision lets the longer period apply`() throws {
        let judge = try judge(from: "6 months", to: "12 months", on: "2025-06-02", lengthened: true)
        #expect(try judge.verdict(record(notice: "2024-01-01")) == .notDue)
    }

    @Test func `a shorter period applies to all`() throws {
        let judge = try judge(from: "12 months", to: "6 months", on: "2025-06-02")
        for notice in ["2024-01-01", "2025-01-22", nil] { #expect(try judge.isDue(record(notice: notice))) }
    }

    @Test func `bounds let no record of an earlier notice be missed`() throws {
        let judge = try judge(from: "6 months", to: "12 months", on: "2025-06-02")
        let record = try record(notice: "2024-01-01")
        let floor = try #require(judge.floor(role: .client, purpose: .assistance, record))
        let bound = try #require(judge.bound(role: .client, purpose: .assistance, done: [], forecast: false))
        #expect(floor < bound)
        #expect(judge.earlierNotices.map(\.description) == ["2024-01-01"])
        #expect(judge.archiveEnd(role: .client, purpose: .assistance, record)?.date.description == "2025-06-02")
    }

    @Test func `of several policies under one notice the last approved counts`() throws {
        let former = try [("3 months", "2024-06-01"), ("9 months", "2025-01-22")].map {
            try FormerPolicy(policy(notice: "2024-01-01", after: $0), until: local($1))
        }
        let judge = try PlanningTests.judge(
            policy(notice: "2025-01-22", after: "12 months"), former: former, on: "2025-06-02")
        #expect(try judge.verdict(record(notice: "2024-01-01")) == .notDue)
        #expect(try judge.isDue(record(notice: "2024-01-01", lastInbound: "2024-08-01")))
    }
}
