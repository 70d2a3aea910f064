import Conversations
import Policies
import Testing

@testable import Planning

@Suite struct TermTests {
    @Test func `a step counts from its own clock, or from the rule's`() throws {
        let terms = try Term.all(
            of: rule(
                since: .personLastInbound,
                [step("12 months", .archive, since: .lastInbound), step("36 months", .eraseAll)]))
        #expect(terms.map(\.clock) == [.lastInbound, .personLastInbound])
        #expect(terms.map(\.unless) == [[], []])
    }

    @Test func `a step's otherwise counts only while its event has not happened`() throws {
        let terms = try Term.all(of: rule([step("30 days", .eraseMedia, since: .closed, otherwise: .lastInbound)]))
        #expect(terms.map(\.clock) == [.closed, .lastInbound])
        #expect(terms.map(\.unless) == [[], [.closed]])
    }

    @Test func `a rule's otherwise counts only while its event has not happened`() throws {
        let branch = try Rule.Otherwise(since: .lastInbound, steps: [step("6 months", .eraseAll)])
        let terms = try Term.all(of: rule(since: .decision, otherwise: branch, [step("3 months", .eraseAll)]))
        #expect(
            try terms == [
                Term(actions: .eraseAll, clock: .decision, unless: [], period: span("3 months")),
                Term(actions: .eraseAll, clock: .lastInbound, unless: [.decision], period: span("6 months")),
            ])
    }

    @Test func `an otherwise inside an otherwise counts while neither event has happened`() throws {
        let branch = try Rule.Otherwise(
            since: .lastInbound,
            steps: [step("30 days", .eraseMedia, since: .closed, otherwise: .lastInbound), step("6 months", .eraseAll)])
        let terms = try Term.all(of: rule(since: .decision, otherwise: branch, [step("3 months", .eraseAll)]))
        #expect(terms.map(\.clock) == [.decision, .closed, .lastInbound, .lastInbound])
        #expect(terms.map(\.unless) == [[], [.decision], [.decision, .closed], [.decision]])
    }

    @Test func `lines stand in the order of steps, each set of actions once, without the person's own`() throws {
        let lines = try Term.lines(
            of: rule([
                step("30 days", [.eraseProfilePhoto, .eraseMedia], since: .closed, otherwise: .lastInbound),
                step("60 days", [.eraseProfileStatus]),
                step("12 months", Actions.redactAll.union([.archive, .pseudonymise])),
                step("36 months", .eraseAll), step("48 months", .eraseAll, since: .collected),
            ]))
        #expect(lines == [.eraseMedia, Actions.redactAll.union(.archive), .eraseAll])
    }
}
