import Conversations

/// Freezes one span: sums of its weeks in, facts out. Pure.
///
/// A week tells each role and purpose that may be told; what may not is put together over the month, then over the
/// quarter, then with the other purposes of the role, then with all that is left. So blocks never overlap: a reader who
/// takes all that was ever told from each other gets nothing that was not told, and what is in no block is in no total.
package struct Freezing: Sendable {
    /// A role and purpose in a week.
    package struct Part: Hashable, Sendable {
        package var week: Span
        package var subject: Subject
        package init(week: Span, subject: Subject) { (self.week, self.subject) = (week, subject) }
    }

    private let span: Span
    private let calendar: LocalCalendar
    private let rules: Anonymity
    private let empty: Tallying
    /// Published blocks inside of the span, told before.
    private let blocks: [Fact]
    private let gone: Set<Part>
    /// Told before, and not told yet.
    private var told: [Subject: Tallying] = [:]
    private var left: [Subject: Tallying] = [:]
    private var heat: [Subject: (told: HeatTally, left: HeatTally)] = [:]

    /// - Parameters:
    ///   - now: the instant of the freeze: what has not happened by then has not happened.
    ///   - earlier: the facts of weeks and months inside of the span.
    ///   - gone: what left the store before its week, month or quarter was over.
    package init(
        _ span: Span, calendar: LocalCalendar, now: Instant, earlier: [Fact], gone: Set<Part>,
        rules: Anonymity = .standard
    ) {
        (self.span, self.calendar, self.rules) = (span, calendar, rules)
        empty = Tallying(ServiceHours(calendar), now: now)
        blocks = earlier.filter { $0.kind == .block && $0.figures != nil && span.contains($0.span) }
        self.gone = gone.filter { span.contains($0.week) }
    }

    /// Takes what was counted of the weeks of the span; of any other week nothing.
    package mutating func add(_ tallies: WeeklyTallies) {
        for (part, cell) in tallies.cells where span.contains(part.week) {
            let isTold = isTold(part)
            if isTold {
                told[part.subject, default: empty].merge(cell.tally)
            } else {
                left[part.subject, default: empty].merge(cell.tally)
            }
            guard span.level == .quarter else { continue }
            if isTold {
                heat[part.subject, default: (.init(), .init())].told.merge(cell.heat)
            } else {
                heat[part.subject, default: (.init(), .init())].left.merge(cell.heat)
            }
        }
    }

    private func isTold(_ part: Part) -> Bool {
        blocks.contains { $0.subject == part.subject && $0.span.contains(part.week) }
    }

    /// The facts of the span, blocks first, each kind in the order of subjects.
    package func facts() -> [Fact] {
        var made: [Fact] = []
        // What each new block is made of.
        var tallies: [Subject: Tallying] = told
        var heats: [HeatTally] = heat.values.map(\.told)
        var open: [Subject: Tallying] = [:]
        let lost = Set(gone.filter { !isTold($0) }.map(\.subject))
        for (subject, tally) in left.sorted(by: { $0.key < $1.key }) {
            if lost.contains(subject) {
                made.append(Fact(span: span, subject: subject, kind: .block, figures: nil, withheld: .gone))
            } else if let figures = tally.frozen(rules) {
                made.append(Fact(span: span, subject: subject, kind: .block, figures: figures))
                tallies[subject, default: empty].merge(tally)
                if let heat = heat[subject] { heats.append(heat.left) }
            } else {
                made.append(Fact(span: span, subject: subject, kind: .block, figures: nil, withheld: .few))
                open[subject] = tally
            }
        }
        if span.level == .quarter { pool(&open, into: &made, &tallies, &heats) }
        return made + rollups(made.filter { $0.figures != nil }, tallies, heats)
    }

    /// At the last level what may not be told by itself is told with the other purposes of its role, or with all.
    private func pool(
        _ open: inout [Subject: Tallying], into made: inout [Fact], _ tallies: inout [Subject: Tallying],
        _ heats: inout [HeatTally]
    ) {
        let wider = Role.allCases.map { Subject($0, nil) } + [.all]
        for subject in wider {
            let parts = open.keys.filter(subject.contains).sorted()
            var tally = empty
            for part in parts { if let one = open[part] { tally.merge(one) } }
            guard parts.count > 1, let figures = tally.frozen(rules) else { continue }
            made.append(Fact(span: span, subject: subject, kind: .block, figures: figures))
            tallies[subject, default: empty].merge(tally)
            for part in parts {
                open[part] = nil
                if let heat = heat[part] { heats.append(heat.left) }
            }
        }
    }

    private func rollups(_ new: [Fact], _ tallies: [Subject: Tallying], _ heats: [HeatTally]) -> [Fact] {
        let all = blocks + new
        let pairs = Set(all.map(\.subject).filter(\.isPair))
        let roles = Set(all.compactMap { $0.subject.role }.map { Subject($0, nil) })
        var heat = HeatTally()
        for one in heats { heat.merge(one) }
        return (Array(pairs) + Array(roles) + [.all]).sorted().compactMap { subject in
            let inside = all.filter { subject.contains($0.subject) }
            // A week's block of one role and purpose is its own rollup.
            guard !inside.isEmpty, span.level != .week || !subject.isPair else { return nil }
            var figures = Figures(adding: inside.compactMap(\.figures))
            if !gone.contains(where: { subject.contains($0.subject) }) {
                var tally = empty
                for (part, one) in tallies.sorted(by: { $0.key < $1.key }) where subject.contains(part) {
                    tally.merge(one)
                }
                if let whole = tally.frozen(rules) { figures.takeTimes(from: whole) }
            }
            let map = subject == .all && span.level == .quarter ? heat.frozen(rules) : nil
            return Fact(span: span, subject: subject, kind: .rollup, figures: figures, heat: map)
        }
    }
}

extension Figures {
    /// Medians, percentiles and persons of the same conversations, counted as a whole; counts stay the sums they are.
    mutating func takeTimes(from whole: Figures) {
        // Sums of rounded counts may lie below a rounded count of persons; nobody stands for more than a conversation.
        persons = min(max(persons, whole.persons), conversations)
        within = whole.within
        for key in Figures.durations {
            self[keyPath: key].median = whole[keyPath: key].median
            self[keyPath: key].p90 = whole[keyPath: key].p90
        }
    }
}
