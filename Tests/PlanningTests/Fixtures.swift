import Conversations
import Policies
import Testing

@testable import Planning

func brussels() throws -> LocalCalendar { try #require(LocalCalendar(zone: "Europe/Brussels")) }

func span(_ text: String) throws -> Period { try #require(Period(text)) }

/// An instant by the clocks of Brussels: `local("2026-03-29", "02:00:00")`.
func local(_ date: String, _ time: String = "12:00:00") throws -> Instant {
    let parts = time.split(separator: ":").compactMap { Int64($0) }
    try #require(parts.count == 3)
    return try brussels().instant(#require(CivilDate(date)), secondsOfDay: parts[0] * 3600 + parts[1] * 60 + parts[2])
}

/// Steps, rules and policies of tests, as short as a policy file would state them.
func step(
    _ after: String, _ actions: Actions, since: RetentionClock? = nil, otherwise: RetentionClock? = nil
) throws -> Rule.Step {
    try .init(after: span(after), since: since, otherwise: otherwise, actions: actions)
}

func rule(
    named name: String = "client", since: RetentionClock = .lastInbound, roles: [Role]? = nil,
    purposes: [Purpose]? = nil,
    otherwise: Rule.Otherwise? = nil, _ steps: [Rule.Step]
) throws -> Rule {
    try Rule(
        name: name, match: .init(roles: roles, purposes: purposes), since: since, otherwise: otherwise, steps: steps,
        ceiling: span("100 years"), override: nil, reason: "a test", source: "none", approved: nil)
}

func policy(grace: String = "14 days", _ rules: [Rule]) throws -> Policy {
    let month = try span("1 month")
    return try Policy(
        id: "desk", controller: .init(name: "Example SRL", contact: "privacy@example.org"),
        notice: .init(title: "Notice", version: #require(CivilDate("2025-01-22"))), timeZone: "Europe/Brussels",
        grace: span(grace), store: .init(path: "s", keys: "k", media: "m", map: nil), archive: .init(folder: "a"),
        reports: .init(folder: "r", language: .en),
        intake: .init(folder: nil, keep: month, remember: month, ours: [], zone: nil, sources: []),
        conversations: .init(afterAnswer: month, unanswered: month),
        limits: .init(percent: 20, atLeast: 50, clockDays: 40),
        redaction: .init(replacement: .placeholder, replacements: [:], regions: []),
        proof: .init(scrub: .nightly, auditLog: month),
        rules: rules)
}

/// The judge of a night of Brussels, at two o'clock unless told.
func judge(
    _ policy: Policy, former: [FormerPolicy] = [], on night: String, at time: String = "02:30:00"
) throws -> Judge {
    try Judge(policy: policy, former: former, asOf: local(night, time), calendar: brussels())
}

/// A conversation that was first seen long ago. Its clocks are local dates, all at noon.
func facts(
    collected: String? = nil, lastInbound: String? = nil, personLastInbound: String? = nil, closed: String? = nil,
    decision: String? = nil, relationEnded: String? = nil, firstSeen: String = "2020-01-01",
    lastSeen: String = "2040-01-01",
    isHeld: Bool = false, isRestricted: Bool = false, done: Actions = []
) throws -> ConversationFacts {
    func seconds(_ date: String?) throws -> Int64? { try date.map { try local($0).seconds } }
    return try ConversationFacts(
        id: 1, person: 1, collected: seconds(collected), lastInbound: seconds(lastInbound),
        personLastInbound: seconds(personLastInbound), closed: seconds(closed), decision: seconds(decision),
        relationEnded: seconds(relationEnded), firstSeen: local(firstSeen).seconds, lastSeen: local(lastSeen).seconds,
        isHeld: isHeld, isRestricted: isRestricted, messages: 3, bytes: 50, done: done)
}

func person(
    firstSeen: String = "2020-01-01", done: Actions = [], isHeld: Bool = false, isRestricted: Bool = false,
    _ conversations: [ConversationFacts]
) throws -> PersonFacts {
    try PersonFacts(
        id: 1, firstSeen: local(firstSeen).seconds, done: done, isHeld: isHeld, isRestricted: isRestricted, revision: 0,
        conversations: conversations.map { .init(role: .client, purpose: .assistance, facts: $0) })
}

extension Horizons {
    /// Within 30, 60 and 90 days.
    var all: [Bool] { [in30, in60, in90] }
}

extension Judge {
    /// What falls due of a conversation, line by line.
    func forecast(role: Role, purpose: Purpose, _ facts: ConversationFacts) -> [[Bool]] {
        guard let terms = terms(role, purpose) else { return [] }
        let end = end(facts, terms)
        return terms.lines.map { forecast($0, $0.standing(facts, asOf: asOf.seconds), facts, terms, end).all }
    }

    /// The verdicts on a client's request for assistance.
    func verdicts(_ facts: ConversationFacts) -> [Verdict] { verdicts(role: .client, purpose: .assistance, facts) }

    /// The only verdict, where the rule has one line.
    func verdict(_ facts: ConversationFacts) throws -> Verdict {
        let verdicts = verdicts(facts)
        try #require(verdicts.count == 1)
        return verdicts[0]
    }

    func isDue(_ facts: ConversationFacts) throws -> Bool {
        if case .due = try verdict(facts) { true } else { false }
    }
}
