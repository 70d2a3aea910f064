import Conversations

/// A rule as far as it could be read, with the places that problems are reported at.
struct RuleDraft {
    let mark: SourceMark
    /// The name, or how messages call a rule that has none.
    let title: String
    /// Nil where it could not be read.
    let match: Rule.Match?
    let matchMark: SourceMark
    /// The whole rule; nil where any part could not be read.
    let rule: Rule?
}

/// The `rules` section.
struct RuleReader {
    let values: ValueReader
    /// The purposes that the notice names; nil where the policy does not say.
    private let noticed: [Purpose]?
    private var problems: ProblemList { values.problems }

    init(values: ValueReader, noticed: [Purpose]? = nil) { (self.values, self.noticed) = (values, noticed) }

    static let keys = [
        Key("name", "name: client-assistance"), Key("match", "match: { role: client, purpose: assistance }"),
        Key("since", "since: last-inbound"), Key("steps", "steps: [ { after: 12 months, erase: all } ]"),
        Key("otherwise", "otherwise: { since: last-inbound, steps: [ { after: 6 months, erase: all } ] }"),
        Key("ceiling", "ceiling: 36 months"),
        Key("override", "override: { reason: why, by: who, on: 2025-01-31 }"),
        Key("lengthened", "lengthened: { reason: why, by: who, on: 2025-01-31 }"),
        Key("reason", "reason: why the data are held as long"),
        Key("source", "source: the text that the period comes from"),
        Key("basis", "basis: contract, GDPR article 6(1)(b)"), Key("owner", "owner: head of support"),
        Key("approved", "approved: 2025-01-31"),
    ]

    /// Every rule of the list, or nil where any problem was reported.
    func rules(_ entry: YAMLEntry) -> [Rule]? {
        guard let items = values.items(entry) else { return nil }
        let drafts = items.enumerated().map { draft($0.element, position: $0.offset + 1) }
        RuleCoverage(drafts: drafts, listMark: entry.keyMark, problems: problems).check()
        let rules = drafts.compactMap(\.?.rule)
        checkNotDeletingAll(rules, of: drafts.count, entry)
        return rules.count == drafts.count ? rules : nil
    }

    private func draft(_ entry: YAMLEntry, position: Int) -> RuleDraft? {
        guard let section = Section(entry.value, title: "rule \(position)", keys: RuleReader.keys, problems: problems)
        else { return nil }
        let name = section.required("name", values.identifier)
        let match = section.required("match", match)
        let timing = timing(section)
        let reason = section.required("reason", values.text)
        let source = section.required("source", values.text)
        let basis = section.ifThere("basis", values.text)
        let owner = section.ifThere("owner", values.text)
        let approved = section.ifThere("approved", values.date)
        let lengthened = section.ifThere("lengthened", decision)
        var rule: Rule?
        if let name, let match, let timing, let reason, let source, let basis, let owner, let approved,
            let lengthened
        {
            rule = Rule(
                name: name, match: match, since: timing.since, otherwise: timing.otherwise, steps: timing.steps,
                ceiling: timing.ceiling, override: timing.override, lengthened: lengthened, reason: reason,
                source: source, basis: basis, owner: owner, approved: approved)
        }
        return RuleDraft(
            mark: section.entry("name")?.value.mark ?? section.mark, title: name ?? "rule \(position)", match: match,
            matchMark: section.entry("match")?.keyMark ?? section.mark, rule: rule)
    }

    private func match(_ entry: YAMLEntry) -> Rule.Match? {
        if case .scalar(let text) = entry.value.content {
            if text == "any" { return .init(roles: nil, purposes: nil) }
            return values.refuse(
                entry, "\(ShownText.quoted(text)) is not a match", remedy: "write any, or { role: ..., purpose: ... }")
        }
        let keys = [Key("role", "role: client"), Key("purpose", "purpose: assistance")]
        guard let section = Section(entry.value, title: "\"match\"", keys: keys, problems: problems) else { return nil }
        guard section.entry("role") != nil || section.entry("purpose") != nil else {
            return values.refuse(
                entry, "\"match\" names neither role nor purpose", remedy: "write match: any for every conversation")
        }
        let roles = section.ifThere("role", values.oneOrMore(values.choice(of: Role.self)))
        let purposes = section.ifThere("purpose", values.oneOrMore(values.choice(of: Purpose.self)))
        guard let roles, let purposes else { return nil }
        if let noticed, let strange = purposes?.first(where: { $0 != .unknown && !noticed.contains($0) }) {
            return values.refuse(
                section.entry("purpose") ?? entry, "the notice does not name the purpose \(strange.rawValue)",
                remedy: "hold no data for it, or name it in the notice and under \"notice: purposes\"")
        }
        return .init(roles: roles, purposes: purposes)
    }

    /// The limits of a run stop a policy that empties the store in one night; one that empties it within days of
    /// every message is stopped here.
    private func checkNotDeletingAll(_ rules: [Rule], of count: Int, _ entry: YAMLEntry) {
        let week = 7.0
        guard rules.count == count, rules.allSatisfy({ $0.shortestLife.map { $0.averageDays < week } ?? false }) else {
            return
        }
        problems.add(
            entry.keyMark, "every rule erases everything within a week: this policy would empty the store",
            remedy: "state the periods that the conversations are needed for")
    }
}

extension Rule {
    /// The shortest period after which all is erased.
    fileprivate var shortestLife: Period? {
        steps.filter { $0.actions.contains(.eraseAll) }.map(\.after).min { $0.averageDays < $1.averageDays }
    }
}
