import Conversations
import Dispatch
import Foundation
import Planning
import Reporting
import StorePort
import Verification

/// Computes the quality figures of weeks, months and quarters for good: once each has been over for seven days, and
/// before anything of it leaves. Comes before the first erasure of a night.
struct FactStage {
    let night: Night
    let store: any NightStore

    /// Late answers and late imports of a week still count within these days.
    static let settlingDays = 7

    /// What is to be computed tonight, and what is known of it.
    struct Outlook: Sendable {
        /// Weeks that something leaves tonight.
        fileprivate let parts: Set<GonePart>
        fileprivate let frozen: [FrozenSpan]
        fileprivate let spans: [Span]

        /// Whether there is nothing to compute.
        var isEmpty: Bool { spans.isEmpty }
    }

    func outlook(_ worklist: Worklist) throws -> Outlook {
        let leaving = worklist.conversations.filter { !$0.actions.isDisjoint(with: [.archive, .eraseAll]) }.map(
            \.mark.id)
        let (first, openings, backlog, frozen) = try store.read {
            try ($0.firstOpening(), $0.openings(of: leaving), $0.isBacklogOpen(), $0.frozenSpans())
        }
        let parts = Set(openings.map(part))
        let known = Set(frozen.map(\.name))
        // Of a backlog only what leaves tonight is frozen: the rest of it may still come.
        let spans = due(since: first, backlog: backlog ? parts : nil).filter { !known.contains($0.name) }
        return Outlook(parts: parts, frozen: frozen, spans: spans)
    }

    /// The figures, which are not stored yet. Only reads.
    func figures(_ outlook: Outlook) throws -> [FrozenSpan] {
        try outlook.isEmpty ? [] : freeze(outlook.spans, after: outlook.frozen)
    }

    /// - Returns: the check that nothing leaves uncounted.
    func run(_ outlook: Outlook, _ made: [FrozenSpan], run: Int) throws -> Check {
        if !made.isEmpty { try store.freeze(made, run: run) }
        let names = Set((outlook.frozen + made).map(\.name))
        let uncounted = outlook.parts.filter { part in
            guard let week = Span(part.week) else { return false }
            return [week, week.inside(.month), week.inside(.quarter)].contains { !names.contains($0.name) }
        }
        if !uncounted.isEmpty { try store.note(gone: uncounted) }
        return try check(outlook.parts, names)
    }

    /// Every week, month and quarter since the first conversation that is over, weeks first.
    private func due(since first: Instant?, backlog: Set<GonePart>?) -> [Span] {
        guard let first else { return [] }
        let settled = night.today.adding(days: -Self.settlingDays)
        let touched = backlog.map { $0.compactMap { Span($0.week) } }
        var spans: [Span] = []
        for level in [Span.Level.week, .month, .quarter] {
            var span = Span(level, of: night.calendar.date(of: first))
            while span.end <= settled {
                if touched?.contains(where: { span.contains($0) }) ?? true { spans.append(span) }
                span = Span(level, of: span.end)
            }
        }
        // A month is told after its weeks, a quarter after its months; of a backlog, all the weeks of what is told.
        guard let touched, !touched.isEmpty else { return spans }
        let months = spans.filter { $0.level != .week }
        let inner = months.flatMap { $0.parts(.week) + ($0.level == .quarter ? $0.parts(.month) : []) }
        return Array(Set(spans + inner)).sorted { (a, b) in
            (Self.rank(a.level), a.start) < (Self.rank(b.level), b.start)
        }
    }

    private static func rank(_ level: Span.Level) -> Int { Span.Level.allCases.firstIndex(of: level) ?? 0 }

    /// Freezes spans, and gives them in their order: a week is told before its month, a month before its quarter. All
    /// three are made of the same weeks, which are read once; of the conversations nothing is held.
    private func freeze(_ spans: [Span], after earlier: [FrozenSpan]) throws -> [FrozenSpan] {
        var told = TimedFacts()
        for span in earlier { told.add(try FactReader.facts(of: span), from: span.starts, until: span.ends) }
        let gone = Set(
            try store.read { try $0.goneParts() }.compactMap { part in
                Span(part.week).map { Freezing.Part(week: $0, subject: Subject(part.role, part.purpose)) }
            })
        var made: [Span: FrozenSpan] = [:]
        let quarters = Dictionary(grouping: spans) { $0.inside(.quarter) }
        for (_, inside) in quarters.sorted(by: { $0.key.start < $1.key.start }) {
            let tallies = try tallies(of: inside)
            for level in [Span.Level.week, .month, .quarter] {
                let equals = inside.filter { $0.level == level }
                let results = Self.inParallel(equals) { try frozen($0, tallies, told: told, gone: gone) }
                for (span, result) in zip(equals, results) {
                    let (row, facts) = try result.get()
                    made[span] = row
                    told.add(facts, from: row.starts, until: row.ends)
                }
            }
        }
        return spans.compactMap { made[$0] }
    }

    /// Counts every conversation that began between the first day of some spans and the last.
    private func tallies(of spans: [Span]) throws -> WeeklyTallies {
        let counting = CountingAlongside<ConversationTrace, WeeklyTallies>(
            WeeklyTallies(calendar: night.calendar, now: night.asOf)
        ) { trace, tallies in tallies.add(trace) }
        guard let first = spans.map(\.start).min(), let end = spans.map(\.end).max() else { return counting.finish() }
        let (starts, ends) = (night.calendar.startOfDay(first), night.calendar.startOfDay(end))
        do {
            try store.read { snapshot in
                try snapshot.eachTrace(from: starts, until: ends, purpose: nil, asOf: night.asOf) { trace in
                    counting.add(trace, weight: trace.messages.count / 2)
                }
            }
        } catch {
            _ = counting.finish()
            throw error
        }
        return counting.finish()
    }

    private func frozen(
        _ span: Span, _ tallies: WeeklyTallies, told: TimedFacts, gone: Set<Freezing.Part>
    ) throws -> (row: FrozenSpan, facts: [Fact]) {
        let (starts, ends) = (night.calendar.startOfDay(span.start), night.calendar.startOfDay(span.end))
        var freezing = Freezing(
            span, calendar: night.calendar, now: night.asOf, earlier: told.facts(from: starts, until: ends), gone: gone)
        freezing.add(tallies)
        let facts = freezing.facts()
        let row = FrozenSpan(
            level: span.level.rawValue, name: span.name, starts: starts, ends: ends, frozenAt: night.asOf,
            facts: try facts.map { String(decoding: try SavedPlan.canonical($0), as: UTF8.self) })
        return (row, facts)
    }

    /// What `body` gives for each item, in their order; the items are worked on by all cores.
    private static func inParallel<Item, Value>(
        _ items: [Item], _ body: (Item) throws -> Value
    ) -> [Result<Value, any Error>] {
        var results = [Result<Value, any Error>?](repeating: nil, count: items.count)
        results.withUnsafeMutableBufferPointer { results in
            // Each iteration writes its own element only, and `body` reads values that nothing changes meanwhile.
            nonisolated(unsafe) let (results, items, body) = (results, items, body)
            DispatchQueue.concurrentPerform(iterations: items.count) { number in
                results[number] = Result { try body(items[number]) }
            }
        }
        return results.compactMap(\.self)
    }

    private func part(_ opening: Opening) -> GonePart {
        let week = Span(.week, of: night.calendar.date(of: opening.opened))
        return GonePart(week: week.name, role: opening.role, purpose: opening.purpose)
    }

    /// Every week that a conversation is about to leave is frozen, or written down as one that was not.
    private func check(_ leaving: Set<GonePart>, _ frozen: Set<String>) throws -> Check {
        let (gone, chain) = try store.read { try ($0.goneParts(), $0.factChain()) }
        let uncounted = leaving.count { !frozen.contains($0.week) && !gone.contains($0) }
        guard uncounted == 0 else {
            throw NightError(
                .damaged, "figures of \(uncounted) weeks were not computed before their records were to leave",
                remedy: "nothing was changed; run `retention verify` and look at the store")
        }
        return Check(
            id: "E6", title: "figures were frozen before their records left, and never changed",
            examined: chain.spans + leaving.count, failing: chain.broken)
    }
}

/// Facts that were told, with the time that they are of.
private struct TimedFacts {
    private var spans: [(starts: Instant, ends: Instant, facts: [Fact])] = []

    mutating func add(_ facts: [Fact], from starts: Instant, until ends: Instant) {
        spans.append((starts, ends, facts))
    }

    func facts(from starts: Instant, until ends: Instant) -> [Fact] {
        spans.filter { $0.starts >= starts && $0.ends <= ends }.flatMap(\.facts)
    }
}
