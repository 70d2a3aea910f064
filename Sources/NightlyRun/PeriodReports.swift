import Conversations
import Foundation
import Policies
import Reporting
import StorePort

/// Gathers what the reports of a period are made of: the nights' records and the frozen figures.
package struct PeriodReports {
    let night: Night
    let store: any NightStore
    let program: String

    /// - Parameter night: of now; its `asOf` is the time of the live view.
    package init(_ night: Night, store: any NightStore, program: String) {
        (self.night, self.store, self.program) = (night, store, program)
    }

    /// Whether there may be something to report: a run of that number, or a period that had begun by now or by the last
    /// night, which for a store for trying may lie ahead.
    package func isKnown(_ period: ReportPeriod) throws -> Bool {
        try store.read { snapshot in
            switch period {
            case .run(let number): return try snapshot.runRecord(number) != nil
            case .calendar(_, let first, _):
                let last = try snapshot.runRecord(nil).map(RecordReader.record)?.asOf ?? night.asOf
                return night.calendar.startOfDay(first) <= max(last, night.asOf, night.now())
            }
        }
    }

    // MARK: Compliance

    /// Nil where no night was ever finished.
    /// - Parameter proof: what `retention verify --json` printed.
    package func compliance(_ period: ReportPeriod, notice: String?, proof: Data? = nil) throws -> ComplianceInput? {
        try store.read { snapshot in
            let (first, last, records) = try records(of: period, snapshot)
            guard let newest = try records.last ?? snapshot.runRecord(nil).map(RecordReader.record) else { return nil }
            let (start, end) = (night.calendar.startOfDay(first), night.calendar.startOfDay(last.adding(days: 1)))
            let policy = try policy(newest.policyHash, snapshot)
            let terms = policy.map(RuleTerms.terms)
            let before = try snapshot.record(asOfAtMost: start + -1).map(RecordReader.record) ?? records.first ?? newest
            var input = ComplianceInput(
                period: period, first: first, last: last, program: program, records: records, seen: newest,
                unfinished: try snapshot.unfinishedRuns(from: start, until: end).map(night.calendar.date),
                trend: try trend(until: last, snapshot), changes: try changes(before, newest, policy, snapshot),
                rules: terms, overrides: policy?.rules.count { $0.override != nil } ?? 0,
                facts: try facts(in: span(of: period, newest), snapshot),
                factHead: try factHead(until: span(of: period, newest).end, snapshot),
                gaps: notice.map { NoticeCheck.gaps(in: $0, rules: terms ?? []) })
            input.noticePurposes = policy?.notice.purposes
            input.quarterly = try snapshot.record(asOfAtMost: quarterEnd(before: last.adding(days: 1)) + -1)
                .map(RecordReader.record)
            input.verified = try proof.map { try ProofFile.read($0, storeID: newest.storeID) }
            for hold in try snapshot.holds() where hold.placedAt < end {
                if hold.placedAt >= start { input.holdsPlaced += 1 }
                if let released = hold.releasedAt, released < end {
                    if released >= start { input.holdsReleased += 1 }
                } else {
                    input.holdsActive += 1
                    if hold.reviewOn < last { input.holdsOverdue += 1 }
                }
            }
            return input
        }
    }

    /// The days on which a night was expected, and the records of those that were.
    private func records(
        of period: ReportPeriod, _ snapshot: any StoreSnapshot
    ) throws -> (first: CivilDate, last: CivilDate, records: [RunRecord]) {
        switch period {
        case .run(let number):
            guard let record = try snapshot.runRecord(number).map(RecordReader.record) else {
                return (night.today, night.today, [])
            }
            let day = night.calendar.date(of: record.asOf)
            return (day, day, [record])
        case .calendar(_, let first, let last):
            let end = night.calendar.startOfDay(last.adding(days: 1))
            let records = try snapshot.records(from: night.calendar.startOfDay(first), until: end)
                .map(RecordReader.record)
            let days = records.map { night.calendar.date(of: $0.asOf) }
            // Nights are expected from the day on which the store was made, and the night of today may still come.
            let made = night.calendar.date(of: try snapshot.identity().createdAt)
            let begun = days.min().map { min($0, made) } ?? made
            let latest = max(night.calendar.date(of: night.asOf).adding(days: -1), days.max() ?? first)
            return (max(first, begun), min(last, latest), records)
        }
    }

    /// Midnight after the last quarter of the calendar that was over on a day.
    private func quarterEnd(before day: CivilDate) -> Instant {
        let first = day.adding(days: 1 - day.day)
        return night.calendar.startOfDay(first.adding(months: -((day.month - 1) % 3)))
    }

    /// The last record of each of thirteen months.
    private func trend(until last: CivilDate, _ snapshot: any StoreSnapshot) throws -> [RunRecord] {
        try (0..<13).reversed().compactMap { back in
            let month = last.adding(days: 1 - last.day).adding(months: -back)
            let end = min(month.adding(months: 1), last.adding(days: 1))
            let record = try snapshot.record(asOfAtMost: night.calendar.startOfDay(end) + -1).map(RecordReader.record)
            return record.flatMap { night.calendar.date(of: $0.asOf) >= month ? $0 : nil }
        }
    }

    private func policy(_ hash: String, _ snapshot: any StoreSnapshot) throws -> Policy? {
        if hash == night.policyHash { return night.policy }
        return try snapshot.approvals().last { $0.policyHash == hash }.map(RecordReader.policy)
    }

    private func changes(
        _ before: RunRecord, _ after: RunRecord, _ policy: Policy?, _ snapshot: any StoreSnapshot
    ) throws -> [ChangedValue]? {
        guard before.policyHash != after.policyHash else { return [] }
        guard let policy, let old = try self.policy(before.policyHash, snapshot) else { return nil }
        return PolicyDifference(from: old, to: policy).changes.map(ChangedValue.init)
    }

    // MARK: Quality

    private func span(of period: ReportPeriod, _ record: RunRecord?) -> Span {
        let day = record.map { night.calendar.date(of: $0.asOf) } ?? night.today
        return Span(period.name) ?? Span(.quarter, of: day)
    }

    private func facts(in span: Span, _ snapshot: any StoreSnapshot) throws -> [Fact] {
        let end = night.calendar.startOfDay(span.end)
        let start = night.calendar.startOfDay(span.start)
        return try snapshot.frozenSpans().filter { $0.starts >= start && $0.ends <= end }
            .flatMap(FactReader.facts)
    }

    private func frame(_ period: ReportPeriod, _ snapshot: any StoreSnapshot) throws -> QualityFrame {
        var record: RunRecord?
        if case .run(let number) = period { record = try snapshot.runRecord(number).map(RecordReader.record) }
        let span = span(of: period, record)
        let last = try snapshot.record(asOfAtMost: night.calendar.startOfDay(span.end) + -1).map(RecordReader.record)
        return QualityFrame(
            period: period, span: span, timeZone: night.policy.timeZone,
            controller: night.policy.controller.name, rehearsal: try snapshot.identity().isRehearsal, program: program,
            auditHead: last?.auditHead)
    }

    package func quality(_ period: ReportPeriod) throws -> QualityReport {
        try store.read { snapshot in
            let frame = try frame(period, snapshot)
            // The hours of the week are told of a quarter as a whole, and stand in the reports of its months as well.
            let quarter = Span(.quarter, of: frame.span.end.adding(days: -4))
            return QualityReport(
                frame, facts: try snapshot.frozenSpans().flatMap(FactReader.facts),
                head: try factHead(until: quarter.end, snapshot), isBacklogOpen: try snapshot.isBacklogOpen())
        }
    }

    /// Of what the report is made of: figures that are told later, of later weeks, do not change it.
    private func factHead(until end: CivilDate, _ snapshot: any StoreSnapshot) throws -> String {
        try snapshot.factHead(ofSpansUntil: night.calendar.startOfDay(end))
    }

    package func live(_ period: ReportPeriod) throws -> LiveReport {
        try store.read { snapshot in
            let frame = try frame(period, snapshot)
            var tally = LiveTally(night.calendar, now: night.asOf)
            try snapshot.eachTrace(
                from: night.calendar.startOfDay(frame.span.start), until: night.calendar.startOfDay(frame.span.end),
                purpose: nil, asOf: night.asOf
            ) { tally.add($0) }
            let eraseBy = night.today.adding(days: LiveFiles.keptDays)
            return LiveReport(frame, live: tally.figures(eraseBy: eraseBy), seenOn: night.calendar.date(of: night.asOf))
        }
    }

    /// Every frozen fact of the period, oldest first.
    package func dataset(_ period: ReportPeriod?) throws -> [UInt8] {
        try store.read { snapshot in
            guard let period else {
                return FactDataset.csv(try snapshot.frozenSpans().flatMap(FactReader.facts))
            }
            return FactDataset.csv(try facts(in: frame(period, snapshot).span, snapshot))
        }
    }
}
