import Conversations
import Policies
import Testing

@testable import Planning

@Suite struct PersonJudgementTests {
    /// Photo after a month, all after a year.
    private func desk() throws -> Policy {
        try policy([rule([step("1 month", .eraseProfilePhoto), step("12 months", .eraseAll)])])
    }

    // MARK: One action

    @Test func `a person's photo is due at the latest of the due dates of all conversations`() throws {
        let two = try person([facts(lastInbound: "2025-01-31"), facts(lastInbound: "2024-06-01")])
        #expect(try judge(desk(), on: "2025-02-28").verdict(.eraseProfilePhoto, of: two) == .notDue)
        #expect(try judge(desk(), on: "2025-03-01").verdict(.eraseProfilePhoto, of: two) == .due(overdue: false))
        #expect(try judge(desk(), on: "2025-03-02").verdict(.eraseProfilePhoto, of: two) == .due(overdue: true))
    }

    @Test func `the number, which no step names, is due when every conversation is erased as a whole`() throws {
        let two = try person([facts(lastInbound: "2025-01-31"), facts(lastInbound: "2024-02-29")])
        #expect(try judge(desk(), on: "2025-03-01").verdict(.pseudonymise, of: two) == .notDue)
        #expect(try judge(desk(), on: "2026-01-31").verdict(.pseudonymise, of: two) == .notDue)
        #expect(try judge(desk(), on: "2026-02-01").verdict(.pseudonymise, of: two) == .due(overdue: false))
    }

    @Test func `a group conversation keeps the data of each of its persons`() throws {
        // One's own conversations are old; the group, under another rule, is not.
        let policy = try policy([
            rule(
                named: "own", purposes: [.assistance],
                [step("1 month", .eraseProfilePhoto), step("12 months", .eraseAll)]),
            rule(named: "group", [step("3 months", .eraseProfilePhoto), step("24 months", .eraseAll)]),
        ])
        var member = try person([facts(lastInbound: "2024-01-01")])
        try member.conversations.append(
            .init(role: .client, purpose: .technical, facts: facts(lastInbound: "2025-11-30")))
        #expect(try judge(policy, on: "2026-02-28").verdict(.eraseProfilePhoto, of: member) == .notDue)
        #expect(try judge(policy, on: "2026-03-01").verdict(.eraseProfilePhoto, of: member) == .due(overdue: false))
    }

    @Test func `a conversation without a usable date blocks the person's data, whatever the order`() throws {
        let dated = try facts(lastInbound: "2024-01-01")
        let young = try facts(lastInbound: "2026-01-01")
        let undated = try facts(collected: "2024-01-01")
        let judge = try judge(desk(), on: "2026-01-10")
        for conversations in [[dated, undated], [undated, dated], [undated, young], [young, undated]] {
            #expect(try judge.verdict(.eraseProfilePhoto, of: person(conversations)) == .undated)
        }
    }

    @Test func `a held or restricted conversation blocks the person's data, once they are past their period`() throws {
        let judge = try judge(desk(), on: "2025-03-01")
        let free = try facts(lastInbound: "2024-12-01")
        let held = try facts(lastInbound: "2025-01-31", isHeld: true)
        let restricted = try facts(lastInbound: "2025-01-31", isRestricted: true)
        #expect(try judge.verdict(.eraseProfilePhoto, of: person([free, held])) == .held)
        #expect(try judge.verdict(.eraseProfilePhoto, of: person([restricted, free])) == .restricted)
        #expect(try judge.verdict(.eraseProfilePhoto, of: person([restricted, held])) == .held)
        #expect(try judge.verdict(.eraseProfilePhoto, of: person(isHeld: true, [free])) == .held)
        #expect(try judge.verdict(.eraseProfilePhoto, of: person(isRestricted: true, [free])) == .restricted)
        #expect(try judge.verdict(.pseudonymise, of: person(isHeld: true, [free])) == .notDue)
    }

    @Test func `the grace of the person and of each conversation counts`() throws {
        let before = try judge(desk(), on: "2026-01-15")
        let old = try facts(lastInbound: "2024-12-01")
        let recent = try facts(lastInbound: "2024-12-01", firstSeen: "2026-01-01")
        #expect(try before.verdict(.eraseProfilePhoto, of: person([old])) == .due(overdue: true))
        #expect(try before.verdict(.eraseProfilePhoto, of: person([old, recent])) == .inGrace)
        #expect(try before.verdict(.eraseProfilePhoto, of: person(firstSeen: "2026-01-01", [old])) == .inGrace)
        let after = try judge(desk(), on: "2026-01-16")
        #expect(try after.verdict(.eraseProfilePhoto, of: person([old, recent])) == .due(overdue: false))
        #expect(
            try after.verdict(.eraseProfilePhoto, of: person(firstSeen: "2026-01-01", [old])) == .due(overdue: false))
    }

    @Test func `a policy change that made a person's action due waits for its grace`() throws {
        let before = try FormerPolicy(policy([rule([step("12 months", .eraseAll)])]), until: local("2026-01-01"))
        let one = try person([facts(lastInbound: "2025-06-15")])
        func verdict(_ night: String) throws -> Judge.Verdict {
            try judge(desk(), former: [before], on: night).verdict(.eraseProfilePhoto, of: one)
        }
        #expect(try verdict("2026-01-15") == .inGrace)
        #expect(try verdict("2026-01-16") == .due(overdue: false))
        #expect(try verdict("2026-01-17") == .due(overdue: true))
    }

    @Test func `what is done on a person is not due again`() throws {
        let judge = try judge(desk(), on: "2026-06-01")
        let conversation = try facts(lastInbound: "2026-04-01")
        #expect(try judge.verdict(.eraseProfilePhoto, of: person(done: .eraseProfilePhoto, [conversation])) == .notDue)
        #expect(try judge.verdict(.eraseProfilePhoto, of: person([conversation])) == .due(overdue: true))
    }

    // MARK: The person as a whole

    @Test func `a person whose every conversation leaves tonight is erased`() throws {
        let leaving = try facts(lastInbound: "2025-01-31")
        let staying = try facts(lastInbound: "2025-02-01")
        #expect(try judge(desk(), on: "2026-01-31").erasureVerdict(of: person([leaving])) == .notDue)
        let judge = try judge(desk(), on: "2026-02-01")
        #expect(try judge.erasureVerdict(of: person([leaving])) == .due(overdue: false))
        #expect(try judge.erasureVerdict(of: person([leaving, staying])) == .notDue)
        #expect(try judge.erasureVerdict(of: person([leaving, facts()])) == .notDue)
    }

    @Test func `a conversation that goes to the archive leaves, one that is held stays with its person`() throws {
        let archive = Actions.redactAll.union(.archive)
        let policy = try policy([rule([step("1 month", archive), step("12 months", .eraseAll)])])
        let judge = try judge(policy, on: "2025-03-01")
        #expect(try judge.erasureVerdict(of: person([facts(lastInbound: "2025-01-31")])) == .due(overdue: false))
        #expect(try judge.erasureVerdict(of: person([facts(lastInbound: "2025-01-31", isHeld: true)])) == .notDue)
        #expect(
            try judge.erasureVerdict(of: person([facts(lastInbound: "2025-01-31", firstSeen: "2025-02-20")])) == .notDue
        )
    }

    @Test func `a person without conversations goes, unless held, restricted or in grace`() throws {
        let judge = try judge(desk(), on: "2026-01-15")
        #expect(try judge.erasureVerdict(of: person([])) == .due(overdue: false))
        #expect(try judge.erasureVerdict(of: person(isHeld: true, [])) == .held)
        #expect(try judge.erasureVerdict(of: person(isRestricted: true, [])) == .restricted)
        #expect(try judge.erasureVerdict(of: person(firstSeen: "2026-01-01", [])) == .inGrace)
        #expect(try judge.verdict(.pseudonymise, of: person([])) == .notDue)
    }
}
