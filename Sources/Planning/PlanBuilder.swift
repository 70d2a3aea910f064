import Conversations

/// Adds up verdicts into the lines of a plan. Every record that is past its period is counted exactly once a
/// line: due, in grace, held or restricted.
package struct PlanBuilder {
    private let judge: Judge
    private var lines: [Key: PlanLine] = [:]

    private struct Key: Hashable {
        let rule: String
        let subject: PlanSubject
        let actions: Actions
    }

    /// For each horizon, whether every grace that runs tonight has ended by then: what is in grace falls due with it.
    private let graceEnds: [Bool]

    package init(judge: Judge) {
        self.judge = judge
        let end = judge.policy.grace.added(to: judge.today).adding(days: 1)
        graceEnds = [30, 60, 90].map { end <= judge.today.adding(days: $0) }
    }

    /// The name under which lines on persons stand: their data answer to all the rules of their conversations.
    package static let everyRule = "*"

    /// Counts a conversation and returns the actions that are due on it, empty where none is.
    package mutating func add(role: Role, purpose: Purpose, _ facts: ConversationFacts) -> Actions {
        guard let (rule, actions) = judge.lines(role: role, purpose: purpose) else { return [] }
        let verdicts = judge.verdicts(role: role, purpose: purpose, facts)
        let forecast = judge.forecast(role: role, purpose: purpose, facts)
        var due: Actions = []
        for (index, verdict) in verdicts.enumerated() {
            let key = Key(rule: rule.name, subject: .conversations, actions: actions[index])
            let tally = Tally(
                records: 1, messages: facts.messages, bytes: facts.bytes,
                oldest: facts.usable(.collected, asOf: judge.asOf.seconds).map(Instant.init(seconds:)))
            count(verdict, tally, forecast[index], under: key)
            if case .due = verdict { due.formUnion(actions[index]) }
        }
        return due
    }

    /// Counts a person's own data and returns the actions that are due on them; `eraseAll` stands alone.
    package mutating func add(_ person: PersonFacts) -> Actions {
        let tally = Tally(records: 1)
        let none = [false, false, false]
        let erasure = judge.erasureVerdict(of: person)
        count(erasure, tally, none, under: Key(rule: Self.everyRule, subject: .persons, actions: .eraseAll))
        if case .due = erasure { return .eraseAll }
        var due: Actions = []
        for action in Actions.ofPerson.each {
            let verdict = judge.verdict(action, of: person)
            count(
                verdict, tally, judge.forecast(action, of: person),
                under: Key(rule: Self.everyRule, subject: .persons, actions: action))
            if case .due = verdict { due.formUnion(action) }
        }
        return due
    }

    /// Counts an archive segment whose end date has come, or will within a horizon.
    /// - Parameter isHeld: whether it holds somebody under a legal hold.
    package mutating func add(
        segmentOf rule: String, endsOn: CivilDate, conversations: Int, messages: Int, bytes: Int, isHeld: Bool = false
    ) {
        let key = Key(rule: rule, subject: .segments, actions: .eraseAll)
        let today = judge.today
        let tally = Tally(records: 1, messages: messages, bytes: bytes)
        let due: Judge.Verdict = isHeld ? .held : .due(overdue: endsOn < today)
        let verdict = endsOn <= today ? due : .notDue
        let forecast = [30, 60, 90].map { endsOn > today && endsOn <= today.adding(days: $0) }
        count(verdict, tally, forecast, under: key)
    }

    /// Counts a source file of a verified import that has been kept for as long as the policy says.
    package mutating func add(sourceOf bytes: Int, verdict: Judge.Verdict) {
        let key = Key(rule: "intake", subject: .sources, actions: .eraseAll)
        count(verdict, Tally(records: 1, bytes: bytes), [false, false, false], under: key)
    }

    private mutating func count(_ verdict: Judge.Verdict, _ tally: Tally, _ forecast: [Bool], under key: Key) {
        guard verdict != .notDue || forecast.contains(true) else { return }
        var line = lines[key] ?? PlanLine(rule: key.rule, subject: key.subject, actions: key.actions)
        switch verdict {
        case .notDue: break
        case .undated: line.undated += 1
        case .inGrace:
            line.inGrace += 1
            for (index, ends) in graceEnds.enumerated() where ends { line.forecast[index] += 1 }
        case .held: line.held += 1
        case .restricted: line.restricted += 1
        case .due(let overdue):
            line.due += tally
            line.overdue += overdue ? 1 : 0
        }
        for (index, falls) in forecast.enumerated() where falls { line.forecast[index] += 1 }
        lines[key] = line
    }

    /// The lines in the policy's order: conversations by rule and step, then persons, segments and sources.
    package func finish() -> [PlanLine] {
        let rules = Dictionary(
            judge.policy.rules.enumerated().map { ($1.name, (place: $0, lines: Term.lines(of: $1))) },
            uniquingKeysWith: { first, _ in first })
        func rank(_ line: PlanLine) -> [Int] {
            let rule = rules[line.rule]
            return [
                PlanSubject.allCases.firstIndex(of: line.subject) ?? 0, rule?.place ?? Int.max,
                rule?.lines.firstIndex(of: line.actions) ?? Int(line.actions.rawValue),
            ]
        }
        return lines.values.map { (rank($0), $0) }.sorted { a, b in
            a.0 == b.0 ? a.1.rule < b.1.rule : a.0.lexicographicallyPrecedes(b.0)
        }.map(\.1)
    }
}
