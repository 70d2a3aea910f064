import Conversations
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

    /// - Returns: the check that nothing leaves uncounted.
    func run(_ worklist: Worklist, run: Int) throws -> Check {
        let leaving = worklist.conversations.filter { !$0.actions.isDisjoint(with: [.archive, .eraseAll]) }.map(
            \.mark.id)
        let (first, openings, backlog) = try store.read {
            try ($0.firstOpening(), $0.openings(of: leaving), $0.isBacklogOpen())
        }
        let parts = Set(openings.map(part))
        var frozen = try store.read { try $0.frozenSpans() }
        let known = Set(frozen.map(\.name))
        // Of a backlog only what leaves tonight is frozen: the rest of it may still come.
        let spans = due(since: first, backlog: backlog ? parts : nil).filter { !known.contains($0.name) }
        if !spans.isEmpty {
            let gone = try store.read { try $0.goneParts() }
            let before = frozen.count
            for span in spans { frozen.append(try freeze(span, after: frozen, gone: gone)) }
            try store.freeze(Array(frozen[before...]), run: run)
        }
        let names = Set(frozen.map(\.name))
        let uncounted = parts.filter { part in
            guard let week = Span(part.week) else { return false }
            return [week, week.inside(.month), week.inside(.quarter)].contains { !names.contains($0.name) }
        }
        if !uncounted.isEmpty { try store.note(gone: uncounted) }
        return try check(parts, names)
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

    private func freeze(_ span: Span, after frozen: [FrozenSpan], gone: Set<GonePart>) throws -> FrozenSpan {
        let now = night.asOf
        let starts = night.calendar.startOfDay(span.start)
        let ends = night.calendar.startOfDay(span.end)
        let inside = frozen.filter { $0.starts >= starts && $0.ends <= ends }
        var freezing = Freezing(
            span, calendar: night.calendar, now: now,
            earlier: try inside.flatMap(FactReader.facts),
            gone: Set(
                gone.compactMap { part in
                    Span(part.week).map { .init(week: $0, subject: Subject(part.role, part.purpose)) }
                }))
        try store.read { try $0.eachTrace(from: starts, until: ends, purpose: nil, asOf: now) { freezing.add($0) } }
        let facts = try freezing.facts().map { String(decoding: try SavedPlan.canonical($0), as: UTF8.self) }
        return FrozenSpan(
            level: span.level.rawValue, name: span.name, starts: starts, ends: ends, frozenAt: now, facts: facts)
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
