import Archiving
import Conversations
import Planning
import Policies
import StorePort

extension NightlyRun {
    /// Why a conversation is, or is not, due: plain lines. Nil where the store has no such conversation.
    package static func explain(_ night: Night, _ store: any NightStore, conversation id: Int64) throws -> [String]? {
        try store.read { snapshot in
            guard let (group, facts) = try snapshot.conversation(id, asOf: night.asOf) else { return nil }
            let judge = try night.judge(snapshot.approvals(), rehearsal: snapshot.identity().isRehearsal)
            return Explanation(night: night, judge: judge, group: group, facts: facts).lines
        }
    }
}

extension NightlyRun {
    /// What became of a conversation that is no longer in the store. Nil where none of this number ever was.
    package static func explainLeft(
        _ night: Night, _ store: any NightStore, _ folder: ArchiveFolder, conversation id: Int64
    ) throws -> [String]? {
        let names = try ArchiveSearch(night.keys, folder: folder, store).segments(holding: id)
        let found = try store.read { snapshot -> (SegmentRow, isHeld: Bool)? in
            guard let segment = try snapshot.segments().first(where: { names.contains($0.name) }) else { return nil }
            return try (segment, SegmentHolds(snapshot, night.keys, asOf: night.asOf).keep(segment, snapshot))
        }
        if let (segment, isHeld) = found {
            return [
                "conversation \(id) was archived by rule \(segment.rule)", "in segment \(segment.name)",
                "to be erased on \(segment.endsOn), earlier under a shorter policy",
            ] + (isHeld ? ["kept beyond that day by a hold or a restriction, for as long as it counts"] : [])
        }
        return try store.read { try $0.hasLeft(conversation: id) } ? ["conversation \(id) was erased as a whole"] : nil
    }
}

/// One conversation under the policy, in words.
struct Explanation {
    let night: Night
    let judge: Judge
    let group: ConversationGroup
    let facts: ConversationFacts

    private var role: Role { Role(stored: group.role) }
    private var purpose: Purpose { Purpose(stored: group.purpose) }

    var lines: [String] {
        guard let (rule, actions) = judge.lines(role: role, purpose: purpose) else { return ["no rule applies"] }
        let verdicts = judge.verdicts(role: role, purpose: purpose, facts)
        let clocks = RetentionClock.allCases.map { "  \($0.rawValue): \(value(of: $0))" }
        let terms = Term.all(of: rule).map(line)
        let outcomes = zip(actions, verdicts).map { "  \($0): \(word($1, $0))" }
        return [
            "conversation \(facts.id): role \(group.role), purpose \(group.purpose), \(facts.messages.counted("message"))",
            "rule \(rule.name): \(rule.reason) (\(rule.source))",
            "first seen \(day(facts.firstSeen)); done so far: \(facts.done)",
            "clocks:",
        ] + clocks + ["what comes when:"] + terms + ["tonight (\(night.today)):"] + outcomes
    }

    private func day(_ seconds: Int64) -> String {
        let instant = Instant(seconds: seconds)
        guard (Instant.earliestPlausible...Instant.latestPlausible).contains(instant) else {
            return "not a usable date"
        }
        return night.calendar.date(of: instant).description
    }

    private func value(of clock: RetentionClock) -> String {
        guard facts.value(clock) != nil else { return clock.isEvent ? "has not happened" : "no date" }
        return facts.usable(clock, asOf: night.asOf.seconds).map(day) ?? "not a usable date"
    }

    private func line(_ term: Term) -> String {
        let head = "  \(term.actions): \(term.period) after \(term.clock.rawValue)"
        if let event = term.unless.first(where: { facts.value($0) != nil }) {
            return head + " - only while \(event.rawValue) has not happened"
        }
        guard let clock = facts.usable(term.clock, asOf: night.asOf.seconds) else { return head + " - no date yet" }
        return head
            + " - on \(night.calendar.date(of: judge.deadline.due(Instant(seconds: clock), after: term.period)))"
    }

    private func word(_ verdict: Judge.Verdict, _ actions: Actions) -> String {
        switch verdict {
        case .notDue: actions.isSubset(of: facts.done) ? "done" : "not due"
        case .undated: "no usable date: never by itself"
        case .inGrace: "past its period, in grace"
        case .held: "past its period, under a legal hold"
        case .restricted: "past its period, restricted to storage"
        case .due(let overdue): overdue ? "due, and was due a day before" : "due"
        }
    }
}
