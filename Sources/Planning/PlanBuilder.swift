import Conversations

/// Adds up verdicts into the lines of a plan. Every record that is past its period is counted exactly once a
/// line: due, in grace, held or restricted.
package struct PlanBuilder: Sendable {
    private let judge: Judge
    /// Lines on conversations, by the place of their pair among roles and purposes, then by the place of the line.
    private var ofPairs: [[PlanLine]]
    /// Lines on persons: erasing them, then each action on them.
    private var ofPersons: [PlanLine]
    /// Lines on segments and sources.
    private var others: [Key: PlanLine] = [:]

    private struct Key: Hashable, Sendable {
        let rule: String
        let subject: PlanSubject
        let actions: Actions
    }

    /// For each horizon, whether every grace that runs tonight has ended by then: what is in grace falls due with it.
    private let graceEnds: [Bool]

    package init(judge: Judge) {
        self.judge = judge
        ofPairs = Role.allCases.flatMap { role in
            Purpose.allCases.map { purpose in
                guard let (rule, actions) = judge.lines(role: role, purpose: purpose) else { return [] }
                return actions.map { PlanLine(rule: rule.name, subject: .conversations, actions: $0) }
            }
        }
        ofPersons = ([.eraseAll] + Actions.eachOfPerson).map {
            PlanLine(rule: Self.everyRule, subject: .persons, actions: $0)
        }
        let end = judge.policy.grace.added(to: judge.today).adding(days: 1)
        graceEnds = [30, 60, 90].map { end <= judge.today.adding(days: $0) }
    }

    /// The name under which lines on persons stand: their data answer to all the rules of their conversations.
    package static let everyRule = "*"

    /// Counts a conversation and returns the actions that are due on it, empty where none is.
    package mutating func add(role: Role, purpose: Purpose, _ facts: ConversationFacts) -> Actions {
        guard let terms = judge.terms(role, purpose) else { return [] }
        let place = role.place * Purpose.allCases.count + purpose.place
        let end = judge.end(facts, terms)
        var due: Actions = []
        for (index, line) in terms.lines.enumerated() {
            let standing = line.standing(facts, asOf: judge.asOf.seconds)
            let verdict = judge.verdict(line, standing, facts, end)
            let forecast = judge.forecast(line, standing, facts, terms, end)
            guard verdict != .notDue || forecast != .none else { continue }
            let tally = Tally(
                records: 1, messages: facts.messages, bytes: facts.bytes,
                oldest: facts.usable(.collected, asOf: judge.asOf.seconds).map(Instant.init(seconds:)))
            ofPairs[place][index].count(verdict, tally, forecast, graceEnds)
            if case .due = verdict { due.formUnion(line.actions) }
        }
        return due
    }

    /// Counts a person's own data and returns the actions that are due on them; `eraseAll` stands alone.
    package mutating func add(_ person: PersonFacts) -> Actions {
        let tally = Tally(records: 1)
        let erasure = judge.erasureVerdict(of: person)
        ofPersons[0].count(erasure, tally, .none, graceEnds)
        if case .due = erasure { return .eraseAll }
        var due: Actions = []
        for (index, action) in Actions.eachOfPerson.enumerated() {
            let verdict = judge.verdict(action, of: person)
            ofPersons[index + 1].count(verdict, tally, judge.forecast(action, of: person), graceEnds)
            if case .due = verdict { due.formUnion(action) }
        }
        return due
    }

    /// Counts an archive segment whose end date has come, or will within a horizon.
    package mutating func add(
        segmentOf rule: String, _ standing: SegmentStanding, conversations: Int, messages: Int, bytes: Int
    ) {
        let key = Key(rule: rule, subject: .segments, actions: .eraseAll)
        let today = judge.today
        let tally = Tally(records: 1, messages: messages, bytes: bytes)
        func ends(within days: Int) -> Bool {
            standing.verdict == .notDue && standing.endsOn <= today.adding(days: days)
        }
        let forecast = Horizons(ends(within: 30), ends(within: 60), ends(within: 90))
        count(standing.verdict, tally, forecast, under: key)
        if case .due = standing.verdict { others[key]?.archived.add(PlanLine.Archived(due: conversations)) }
        if ends(within: 60) { others[key]?.archived.add(PlanLine.Archived(within60: conversations)) }
    }

    /// Counts a source file of a verified import that has been kept for as long as the policy says.
    package mutating func add(sourceOf bytes: Int, verdict: Judge.Verdict) {
        let key = Key(rule: "intake", subject: .sources, actions: .eraseAll)
        count(verdict, Tally(records: 1, bytes: bytes), .none, under: key)
    }

    private mutating func count(_ verdict: Judge.Verdict, _ tally: Tally, _ forecast: Horizons, under key: Key) {
        others[key, default: PlanLine(rule: key.rule, subject: key.subject, actions: key.actions)]
            .count(verdict, tally, forecast, graceEnds)
    }

    /// What was counted: pairs of one rule have one line together.
    private var counted: [PlanLine] {
        var lines = others
        for line in ofPersons + ofPairs.joined() {
            lines[Key(rule: line.rule, subject: line.subject, actions: line.actions), default: line.cleared] += line
        }
        return lines.values.filter { $0 != $0.cleared }
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
        return counted.map { (rank($0), $0) }.sorted { a, b in
            a.0 == b.0 ? a.1.rule < b.1.rule : a.0.lexicographicallyPrecedes(b.0)
        }.map(\.1)
    }
}

extension PlanLine {
    /// Counts one record, exactly once: due, in grace, held or restricted, and what else falls due.
    /// - Parameter graceEnds: for each horizon, whether what is in grace falls due by then.
    fileprivate mutating func count(
        _ verdict: Judge.Verdict, _ tally: Tally, _ falls: Horizons, _ graceEnds: [Bool]
    ) {
        switch verdict {
        case .notDue: break
        case .undated: undated += 1
        case .inGrace:
            inGrace += 1
            for (index, ends) in graceEnds.enumerated() where ends { forecast[index] += 1 }
        case .held: held += 1
        case .restricted: restricted += 1
        case .due(let isOverdue):
            due += tally
            overdue += isOverdue ? 1 : 0
        }
        guard falls != .none else { return }
        forecast[0] += falls.in30 ? 1 : 0
        forecast[1] += falls.in60 ? 1 : 0
        forecast[2] += falls.in90 ? 1 : 0
    }

    /// The same line with nothing counted.
    fileprivate var cleared: PlanLine { PlanLine(rule: rule, subject: subject, actions: actions) }

    fileprivate static func += (a: inout PlanLine, b: PlanLine) {
        a.due += b.due
        a.inGrace += b.inGrace
        a.held += b.held
        a.restricted += b.restricted
        a.undated += b.undated
        a.overdue += b.overdue
        if let archived = b.archived { a.archived.add(archived) }
        for index in a.forecast.indices { a.forecast[index] += b.forecast[index] }
    }
}

extension PlanLine.Archived? {
    fileprivate mutating func add(_ other: PlanLine.Archived) {
        let own = self ?? PlanLine.Archived()
        self = PlanLine.Archived(due: own.due + other.due, within60: own.within60 + other.within60)
    }
}
