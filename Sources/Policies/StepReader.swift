import Conversations

/// A step with the places that problems are reported at.
struct PlacedStep {
    let step: Rule.Step
    /// The clock it counts from; nil where the rule's could not be read.
    let clock: RetentionClock?
    let afterMark: SourceMark
    /// The keys of its actions, for pointing at one.
    let actionMarks: [String: SourceMark]
    let mark: SourceMark

    func mark(of action: String) -> SourceMark { actionMarks[action] ?? mark }
}

extension RuleReader {
    private var problems: ProblemList { values.problems }

    static let stepKeys = [
        Key("after", "after: 12 months"), Key("since", "since: closed"), Key("otherwise", "otherwise: last-inbound"),
        Key("erase", "erase: all"), Key("redact", "redact: all"), Key("pseudonymise", "pseudonymise: true"),
        Key("archive", "archive: true"),
    ]
    private static let actionKeys = ["erase", "redact", "pseudonymise", "archive"]

    /// Each step of a list, nil in the place of one that could not be read; nil where there is no list.
    func steps(_ entry: YAMLEntry, clock: RetentionClock?) -> [PlacedStep?]? {
        guard let items = values.items(entry) else { return nil }
        let steps = items.map { step($0, ruleClock: clock) }
        StepOrder(steps: steps, problems: problems).check()
        return steps
    }

    private func step(_ entry: YAMLEntry, ruleClock: RetentionClock?) -> PlacedStep? {
        guard let section = Section(entry.value, title: "a step", keys: RuleReader.stepKeys, problems: problems) else {
            return nil
        }
        let after = section.required("after", values.period)
        let since = section.ifThere("since", values.choice(of: RetentionClock.self))
        let otherwise = section.ifThere("otherwise", settledClock)
        let sound = checkOwnClock(section, since ?? nil, ruleClock)
        let actions = actions(section)
        guard let after, let since, let otherwise, let actions, sound, let afterEntry = section.entry("after") else {
            return nil
        }
        return PlacedStep(
            step: .init(after: after, since: since, otherwise: otherwise, actions: actions), clock: since ?? ruleClock,
            afterMark: afterEntry.value.mark,
            actionMarks: Dictionary(
                uniqueKeysWithValues: RuleReader.actionKeys.compactMap { key in
                    section.entry(key).map { (key, $0.keyMark) }
                }),
            mark: section.mark)
    }

    private func checkOwnClock(_ section: Section, _ since: RetentionClock?, _ ruleClock: RetentionClock?) -> Bool {
        let otherwise = section.entry("otherwise")
        if let since, since == ruleClock, let entry = section.entry("since") {
            problems.add(
                entry.keyMark, "\"since\" repeats the clock of the rule",
                remedy: "remove it: a step without it uses the rule's")
            return false
        }
        if let since, since.isEvent, otherwise == nil, let entry = section.entry("since") {
            problems.add(
                entry.value.mark,
                "\"\(since.rawValue)\" may never happen, and the step does not say which clock holds then",
                remedy: "add to the step: otherwise: last-inbound")
            return false
        }
        if let otherwise, section.entry("since") == nil || since.map({ !$0.isEvent }) ?? false {
            problems.add(
                otherwise.keyMark, "\"otherwise\" can never apply: the step has no event of its own to wait for",
                remedy: "remove it, or add the event: since: closed")
            return false
        }
        return true
    }

    private func actions(_ section: Section) -> Actions? {
        guard RuleReader.actionKeys.contains(where: { section.entry($0) != nil }) else {
            problems.add(
                section.mark, "a step does nothing", remedy: "add what it does: erase, redact, pseudonymise or archive")
            return nil
        }
        let parts = [
            section.optional("erase", default: Actions(), erasure),
            section.optional("redact", default: Actions(), redaction),
            section.optional("pseudonymise", default: Actions()) { values.flag($0).map { $0 ? .pseudonymise : [] } },
            section.optional("archive", default: Actions()) { values.flag($0).map { $0 ? .archive : [] } },
        ]
        guard !parts.contains(where: { $0 == nil }) else { return nil }
        let actions = parts.compactMap { $0 }.reduce(into: Actions()) { $0.formUnion($1) }
        if actions.isEmpty {
            problems.add(
                section.mark, "a step does nothing", remedy: "write true for what it is to do, or remove the step")
            return nil
        }
        if actions.contains(.eraseAll), actions != .eraseAll {
            problems.add(
                section.mark, "\"erase: all\" leaves nothing for the step's other actions",
                remedy: "keep erase: all alone in its step")
            return nil
        }
        return actions
    }

    private func erasure(_ entry: YAMLEntry) -> Actions? {
        if case .scalar("all") = entry.value.content { return .eraseAll }
        let words: [(String, Actions)] = [
            ("profile-photo", .eraseProfilePhoto), ("profile-status", .eraseProfileStatus), ("media", .eraseMedia),
        ]
        return union(entry, words)
    }

    private func redaction(_ entry: YAMLEntry) -> Actions? {
        if case .scalar("all") = entry.value.content { return .redactAll }
        return union(entry, TextCategory.allCases.map { ($0.rawValue, .redact($0)) })
    }

    private func union(_ entry: YAMLEntry, _ words: [(String, Actions)]) -> Actions? {
        values.oneOrMore(values.choice(among: words))(entry)?.reduce(into: Actions()) { $0.formUnion($1) }
    }
}
