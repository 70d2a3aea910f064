import Conversations

/// What of a rule says when: its clock, steps, ceiling.
struct RuleTiming {
    let since: RetentionClock
    let otherwise: Rule.Otherwise?
    let steps: [Rule.Step]
    let ceiling: Period
    let override: Rule.Override?
}

extension RuleReader {
    private var problems: ProblemList { values.problems }

    /// Nil where any part could not be read. The parts that could are checked all the same.
    func timing(_ section: Section) -> RuleTiming? {
        let since = section.required("since", values.choice(of: RetentionClock.self))
        let steps = section.required("steps") { self.steps($0, clock: since) }
        let otherwise = section.ifThere("otherwise", otherwise)
        checkEvent(section, since)
        checkSurvivors(steps ?? [], (otherwise ?? nil)?.steps ?? [], ruleClock: since)
        let ceiling = section.required("ceiling", values.period)
        let override = section.ifThere("override", decision)
        if let ceiling {
            let periods = (steps ?? []) + ((otherwise ?? nil)?.steps ?? [])
            checkCeiling(section, ceiling, periods.compactMap { $0 })
        }
        guard let since, let steps, let otherwise, let ceiling, let override else { return nil }
        let whole = steps.compactMap { $0?.step }
        let wholeOtherwise = otherwise.map { Rule.Otherwise(since: $0.since, steps: $0.steps.compactMap { $0?.step }) }
        guard whole.count == steps.count, wholeOtherwise?.steps.count == otherwise?.steps.count else { return nil }
        return RuleTiming(since: since, otherwise: wholeOtherwise, steps: whole, ceiling: ceiling, override: override)
    }

    /// A rule on an event says what holds while the event has not happened, and no other rule does.
    private func checkEvent(_ section: Section, _ since: RetentionClock?) {
        guard let since, let entry = section.entry("since") else { return }
        if since.isEvent, section.entry("otherwise") == nil {
            problems.add(
                entry.value.mark, "\"\(since.rawValue)\" may never happen, and the rule does not say what holds then",
                remedy:
                    "add a line such as: otherwise: { since: last-inbound, steps: [ { after: 6 months, erase: all } ] }"
            )
        }
        if !since.isEvent, let otherwise = section.entry("otherwise") {
            problems.add(
                otherwise.keyMark,
                "\"otherwise\" can never apply: \"\(since.rawValue)\" is no event that may fail to happen",
                remedy: "remove it")
        }
    }

    /// Steps with a clock of their own stay while the event has not happened, so they must come before the end
    /// that holds then: those of its clock, and an archive on any.
    private func checkSurvivors(_ steps: [PlacedStep?], _ otherwise: [PlacedStep?], ruleClock: RetentionClock?) {
        for end in otherwise.compactMap({ $0 }) where end.step.actions.contains(.eraseAll) {
            let late = steps.compactMap { $0 }.filter { step in
                step.clock != ruleClock && !step.step.actions.contains(.eraseAll)
                    && (step.clock == end.clock || step.step.actions.contains(.archive))
                    && step.step.after.averageDays >= end.step.after.averageDays
            }
            for step in late {
                problems.add(
                    end.afterMark,
                    "everything is erased here before the \(step.step.after) of line \(step.afterMark.line) are over",
                    remedy: "erase later, or shorten that step: its own clock holds here too")
            }
        }
    }

    private func otherwise(_ entry: YAMLEntry) -> (since: RetentionClock, steps: [PlacedStep?])? {
        let keys = [Key("since", "since: last-inbound"), Key("steps", "steps: [ { after: 6 months, erase: all } ]")]
        guard let section = Section(entry.value, title: "\"otherwise\"", keys: keys, problems: problems) else {
            return nil
        }
        let since = section.required("since", settledClock)
        let steps = section.required("steps") { self.steps($0, clock: since) }
        guard let since, let steps else { return nil }
        return (since, steps)
    }

    /// A clock that always has a date.
    func settledClock(_ entry: YAMLEntry) -> RetentionClock? {
        guard let clock = values.choice(of: RetentionClock.self)(entry) else { return nil }
        guard !clock.isEvent else {
            return values.refuse(
                entry, "\"\(clock.rawValue)\" may never happen either",
                remedy:
                    "write one of: \(RetentionClock.allCases.filter { !$0.isEvent }.map(\.rawValue).joined(separator: ", "))"
            )
        }
        return clock
    }

    /// Who decided, why and when: an `override` or `lengthened`.
    func decision(_ entry: YAMLEntry) -> Rule.Override? {
        let keys = [Key("reason", "reason: why"), Key("by", "by: who decided"), Key("on", "on: 2025-01-31")]
        guard let section = Section(entry.value, title: "\"\(entry.key)\"", keys: keys, problems: problems) else {
            return nil
        }
        let reason = section.required("reason", values.text)
        let by = section.required("by", values.text)
        let on = section.required("on", values.date)
        guard let reason, let by, let on else { return nil }
        return .init(reason: reason, by: by, on: on)
    }

    private func checkCeiling(_ section: Section, _ ceiling: Period, _ steps: [PlacedStep]) {
        let above = steps.filter { $0.step.after.averageDays > ceiling.averageDays }
        guard let override = section.entry("override") else {
            for step in above {
                problems.add(
                    step.afterMark, "\(step.step.after) exceeds the rule's ceiling of \(ceiling)",
                    remedy: "shorten it, or add a line such as: override: { reason: why, by: who, on: 2025-01-31 }")
            }
            return
        }
        if above.isEmpty {
            problems.add(
                override.keyMark, "\"override\" overrides nothing: no period exceeds the ceiling of \(ceiling)",
                remedy: "remove it: it would let a later change pass unseen")
        }
    }
}
