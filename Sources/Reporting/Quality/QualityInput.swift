import Conversations

/// What both views of the service's quality are made of.
package struct QualityFrame: Sendable {
    package var period: ReportPeriod
    /// The weeks that it covers.
    package var span: Span
    package var timeZone: String
    package var controller: String
    package var rehearsal: Bool
    package var program: String
    /// The head of the chain of audit events in the last record before the span's end; nil where no night was finished.
    package var auditHead: String?
    package init(
        period: ReportPeriod, span: Span, timeZone: String, controller: String, rehearsal: Bool, program: String,
        auditHead: String?
    ) {
        (self.period, self.span, self.timeZone) = (period, span, timeZone)
        (self.controller, self.rehearsal, self.program) = (controller, rehearsal, program)
        self.auditHead = auditHead
    }

    /// What is told of the program and of what proves its words.
    var technical: [Document.Entry] {
        [
            .init(name: .programFact, value: .text(program), isTechnical: true),
            .init(name: .timeZone, value: .text(timeZone), isTechnical: true),
        ] + (auditHead.map { [.init(name: .auditHead, value: .code($0), isTechnical: true)] } ?? [])
    }
}

/// The live view: aggregates of the records that are there now, small counts included.
package struct LiveFigures: Sendable {
    /// Each role and purpose, each role, and all.
    package var subjects: [Subject: Figures]
    package var weeks: [Span: Figures]
    package var heat: HeatMap
    /// Open conversations of up to 1, 3, 7 and 30 days, and older.
    package var backlog: [Int]
    package var unclassified: Int
    /// Applications that nobody decided within 30 days.
    package var undecided: Int
    /// The first day on which something that was counted may be due to go.
    package var eraseBy: CivilDate

    package static let ages: [Int64] = [1, 3, 7, 30]
}

/// Sums up the live view, one conversation at a time.
package struct LiveTally: Sendable {
    private let calendar: LocalCalendar
    private let now: Instant
    private let empty: Tallying
    private var pairs: [Subject: Tallying] = [:]
    private var weeks: [Span: Tallying] = [:]
    private var heat = HeatTally()
    private var backlog = [0, 0, 0, 0, 0]
    private var undecided = 0

    package init(_ calendar: LocalCalendar, now: Instant) {
        (self.calendar, self.now) = (calendar, now)
        empty = Tallying(ServiceHours(calendar), now: now)
    }

    package mutating func add(_ trace: ConversationTrace) {
        pairs[Subject(trace.role, trace.purpose), default: empty].add(trace)
        weeks[Span(.week, of: calendar.date(of: trace.opened)), default: empty].add(trace)
        heat.add(trace, calendar)
        let isDecided = trace.decision.map { $0 <= now } ?? false
        if trace.purpose == .application, !isDecided, now - trace.opened > 30 * 86_400 { undecided += 1 }
        let isClosed = trace.closed.map { $0 <= now } ?? false
        let last = trace.messages.last { $0.direction != .oursAutomatic }
        guard !isClosed, let last, last.direction == .fromPerson, let asked = last.sentAt else { return }
        let age = LiveFigures.ages.firstIndex { now - asked <= $0 * 86_400 } ?? LiveFigures.ages.count
        backlog[age] += 1
    }

    package func figures(eraseBy: CivilDate) -> LiveFigures {
        var subjects: [Subject: Figures] = [:]
        let roles = Set(pairs.keys.map { Subject($0.role, nil) })
        for subject in Array(pairs.keys) + Array(roles) + [.all] {
            var tally = empty
            for (pair, one) in pairs.sorted(by: { $0.key < $1.key }) where subject.contains(pair) { tally.merge(one) }
            if !tally.isEmpty { subjects[subject] = tally.live }
        }
        let unclassified = pairs.filter { $0.key.role == .unknown || $0.key.purpose == .unknown }
        return LiveFigures(
            subjects: subjects, weeks: weeks.mapValues(\.live), heat: heat.live, backlog: backlog,
            unclassified: unclassified.reduce(0) { $0 + $1.value.live.conversations }, undecided: undecided,
            eraseBy: eraseBy)
    }
}
