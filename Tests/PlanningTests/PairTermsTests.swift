import Conversations
import Policies
import Testing

@testable import Planning

@Suite struct PairTermsTests {
    private func pair(_ rule: Rule) throws -> PairTerms {
        try #require(judge(policy([rule]), on: "2026-03-30").terms(.client, .question))
    }

    @Test func `one set of actions is one line, by whichever of its steps comes first`() throws {
        let pair = try pair(
            rule([
                step("1 month", [.eraseMedia, .eraseProfilePhoto]), step("2 months", .eraseMedia, since: .collected),
            ]))
        #expect(pair.lines.map(\.actions) == [.eraseMedia])
        #expect(pair.lines.first?.tonight.map(\.clock) == [.lastInbound, .collected])
        #expect(pair.eraseAll == nil)
    }

    @Test func `an action on the person is due by its own step, and by the erasure of everything`() throws {
        let pair = try pair(rule([step("1 month", .eraseProfilePhoto), step("12 months", .eraseAll)]))
        #expect(pair.lines.map(\.actions) == [.eraseAll])
        #expect(
            try pair.line(onPerson: .eraseProfilePhoto)?.tonight.map(\.period) == [span("1 month"), span("12 months")])
        #expect(try pair.line(onPerson: .pseudonymise)?.tonight.map(\.period) == [span("12 months")])
    }
}
