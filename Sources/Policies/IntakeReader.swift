import Conversations

/// The `intake` section: who we are, and what the conversations of a source are about.
struct IntakeReader {
    let values: ValueReader

    private static let keys = [
        Key("folder", "folder: intake"), Key("keep", "keep: 7 days"), Key("remember", "remember: 14 months"),
        Key("ours", "ours: [Support]"), Key("operators", "operators: [Sophie M.]"),
        Key("zone", "zone: Europe/Brussels"),
        Key("sources", "sources: [ { label: Applications, role: candidate, purpose: application } ]"),
    ]
    private static let sourceKeys = [
        Key("number", "number: \"+32 470 00 00 00\""), Key("folder", "folder: applications"),
        Key("label", "label: Applications"), Key("role", "role: candidate"), Key("purpose", "purpose: application"),
    ]

    func intake(_ entry: YAMLEntry) -> Policy.Intake? {
        guard
            let section = Section(entry.value, title: "\"intake\"", keys: IntakeReader.keys, problems: values.problems)
        else { return nil }
        let standard = PolicyDefaults.intake
        let folder = section.ifThere("folder", values.path)
        let keep = section.optional("keep", default: standard.keep, values.period)
        let remember = section.optional("remember", default: standard.remember, values.period)
        let ours = section.optional("ours", default: standard.ours, values.list(values.text))
        let operators = section.optional("operators", default: standard.operators, values.list(values.text))
        let zone = section.ifThere("zone", values.zone)
        let sources = section.optional("sources", default: standard.sources, sources)
        checkMemory(section, keep: keep, remember: remember)
        guard let folder, let keep, let remember, let ours, let operators, let zone, let sources else { return nil }
        return .init(
            folder: folder, keep: keep, remember: remember, ours: ours, operators: operators, zone: zone,
            sources: sources)
    }

    /// A source that is kept longer than its fingerprints would bring erased messages back.
    private func checkMemory(_ section: Section, keep: Period?, remember: Period?) {
        guard let keep, let remember, remember.averageDays <= keep.averageDays else { return }
        values.problems.add(
            section.entry("remember")?.value.mark ?? section.entry("keep")?.value.mark ?? section.mark,
            "sources are kept \(keep), erased messages are remembered \(remember): they would come back",
            remedy: "make \"remember\" longer than \"keep\"")
    }

    private func sources(_ entry: YAMLEntry) -> [Policy.Source]? {
        guard let items = values.items(entry) else { return nil }
        var seen: [String: Int] = [:]
        let sources = items.map { source($0, &seen) }
        return sources.contains { $0 == nil } ? nil : sources.compactMap { $0 }
    }

    private func source(_ entry: YAMLEntry, _ seen: inout [String: Int]) -> Policy.Source? {
        guard
            let section = Section(
                entry.value, title: "a source", keys: IntakeReader.sourceKeys, problems: values.problems)
        else { return nil }
        let number = section.ifThere("number", number)
        let folder = section.ifThere("folder", values.path)
        let label = section.ifThere("label", values.text)
        let role = section.required("role", values.choice(of: Role.self))
        let purpose = section.required("purpose", values.choice(of: Purpose.self))
        let sound = hasOneName(section, &seen)
        guard let number, let folder, let label, let role, let purpose, sound else { return nil }
        return .init(number: number, folder: folder, label: label, role: role, purpose: purpose)
    }

    /// A source is known by one thing, and the first line that names it applies.
    private func hasOneName(_ section: Section, _ seen: inout [String: Int]) -> Bool {
        let named = ["number", "folder", "label"].compactMap(section.entry)
        guard named.count == 1, let name = named.first else {
            values.problems.add(
                section.mark,
                "a source has \(named.isEmpty ? "none" : "more than one") of \"number\", \"folder\" and \"label\"",
                remedy: "write one of the three: a source is known by one thing")
            return false
        }
        guard case .scalar(let text) = name.value.content else { return false }
        if let first = seen.updateValue(name.keyMark.line, forKey: "\(name.key) \(text)") {
            values.problems.add(
                name.value.mark, "this source can never apply: line \(first) names the same \(name.key)",
                remedy: "keep one of the two")
            return false
        }
        return true
    }

    private func number(_ entry: YAMLEntry) -> String? {
        guard let text = values.scalar(entry) else { return nil }
        let digits = text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        guard text.utf8.allSatisfy({ "0123456789+ ().-/".utf8.contains($0) }), (5...20).contains(digits) else {
            return values.refuse(
                entry, "this is no business number",
                remedy: "write it as payloads give it, such as \"+32 470 00 00 00\"")
        }
        return text
    }
}
