import Testing

@testable import Policies

@Suite struct RuleWordsTests {
    @Test func `a rule reads as its policy says it`() throws {
        let rules = try SamplePolicy.parse(SamplePolicy.text).rules
        #expect(
            rules.map(\.description) == [
                "role client; purpose assistance, question: since person-last-inbound: "
                    + "30 days since closed, otherwise last-inbound: erase profile-photo, erase media; "
                    + "12 months since last-inbound: redact all, archive; 36 months: erase all",
                "role candidate; purpose application: since decision: 3 months: erase all; "
                    + "otherwise since last-inbound: 6 months: erase all",
                "role client, prospect, candidate, operator: since last-inbound: 12 months: erase all",
                "any: since last-inbound: 6 months: erase all",
            ])
    }
}
