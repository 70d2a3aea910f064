import Conversations

@testable import Reporting

/// A year of invented conversations, and what is told of it: weeks first, then months, then quarters, as nights do.
struct InventedYear {
    struct Atom: Hashable {
        let week: Span
        let subject: Subject
    }

    let facts: [Fact]
    /// What really was: conversations of each role and purpose in each week.
    let truth: [Atom: Int]
    /// The persons of each.
    let persons: [Atom: Set<Int64>]

    /// - Parameter gone: parts whose records leave before their month is over.
    init(seed: UInt64, year: String = "2026", gone: Set<Freezing.Part> = []) throws {
        guard let calendar = LocalCalendar(zone: "Europe/Brussels"), let span = Span(year) else { throw Missing() }
        var dice = Dice(state: seed)
        let traces = InventedYear.traces(span, calendar, &dice)
        var truth: [Atom: Int] = [:], persons: [Atom: Set<Int64>] = [:], facts: [Fact] = []
        for trace in traces {
            let week = Span(.week, of: calendar.date(of: trace.opened))
            let atom = Atom(week: week, subject: Subject(trace.role, trace.purpose))
            truth[atom, default: 0] += 1
            persons[atom, default: []].insert(trace.person)
        }
        for level in [Span.Level.week, .month, .quarter] {
            for part in span.parts(level) {
                let now = calendar.startOfDay(part.end.adding(days: 8))
                var freezing = Freezing(
                    part, calendar: calendar, now: now, earlier: facts, gone: level == .week ? [] : gone)
                var tallies = WeeklyTallies(calendar: calendar, now: now)
                for trace in traces {
                    let week = Span(.week, of: calendar.date(of: trace.opened))
                    let key = Freezing.Part(week: week, subject: Subject(trace.role, trace.purpose))
                    if level == .week || !gone.contains(key) { tallies.add(trace) }
                }
                freezing.add(tallies)
                facts += freezing.facts()
            }
        }
        (self.facts, self.truth, self.persons) = (facts, truth, persons)
    }

    struct Missing: Error {}

    /// Rare and frequent kinds, so that each level of telling occurs.
    private static let kinds: [(Role, Purpose, Int)] = [
        (.client, .assistance, 16), (.client, .technical, 7), (.client, .question, 2), (.prospect, .question, 4),
        (.candidate, .application, 1), (.operator, .assistance, 1), (.unknown, .unknown, 1),
    ]

    private static func traces(_ span: Span, _ calendar: LocalCalendar, _ dice: inout Dice) -> [ConversationTrace] {
        var traces: [ConversationTrace] = []
        for week in span.parts(.week) {
            for (kind, (role, purpose, size)) in kinds.enumerated() {
                for _ in 0..<dice.roll(size + 1) {
                    let start = calendar.startOfDay(week.start) + Int64(dice.roll(7 * 86_400))
                    let answer = start + Int64(60 + dice.roll(20_000))
                    // Persons come back within a kind; a few write much.
                    let person = Int64(kind * 1000 + dice.roll(40))
                    let count = dice.roll(20) == 0 ? 30 : 1 + dice.roll(3)
                    var messages = (0..<count).map {
                        ConversationTrace.Message(direction: .fromPerson, sentAt: start + Int64($0), isMedia: false)
                    }
                    messages.append(.init(direction: .oursByHuman, sentAt: answer, isMedia: false))
                    traces.append(
                        ConversationTrace(
                            role: role, purpose: purpose, person: person, opened: start, collected: answer,
                            firstInbound: start, responded: answer, closed: answer + 7 * 86_400, messages: messages))
                }
            }
        }
        return traces
    }
}

/// The same seed gives the same year.
struct Dice {
    var state: UInt64
    /// 0 up to, and without, `sides`.
    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(1, sides)))
    }
}
