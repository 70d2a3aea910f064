import Conversations

/// The sections of a policy that hold plain settings.
extension PolicyReader {
    private func section(_ entry: YAMLEntry, _ keys: [Key]) -> Section? {
        Section(entry.value, title: "\"\(entry.key)\"", keys: keys, problems: values.problems)
    }

    func controller(_ entry: YAMLEntry) -> Policy.Controller? {
        let keys = [Key("name", "name: Example SRL"), Key("contact", "contact: privacy@example.org")]
        guard let section = section(entry, keys) else { return nil }
        let name = section.required("name", values.text)
        let contact = section.required("contact", values.text)
        guard let name, let contact else { return nil }
        return .init(name: name, contact: contact)
    }

    func notice(_ entry: YAMLEntry) -> Policy.Notice? {
        let keys = [
            Key("title", "title: Privacy policy"), Key("version", "version: 2025-01-22"),
            Key("purposes", "purposes: [assistance, question]"),
        ]
        guard let section = section(entry, keys) else { return nil }
        let title = section.required("title", values.text)
        let version = section.required("version", values.date)
        let purposes = section.ifThere("purposes", values.list(values.choice(of: Purpose.self)))
        guard let title, let version, let purposes else { return nil }
        return .init(title: title, version: version, purposes: purposes)
    }

    func store(_ entry: YAMLEntry) -> Policy.StoreLocation? {
        let keys = [
            Key("path", "path: state/store.db"), Key("keys", "keys: state/keys"), Key("media", "media: state/media"),
            Key("map", "map: DataMaps/native.yaml"),
        ]
        guard let section = section(entry, keys) else { return nil }
        let path = section.required("path", values.path)
        let keyFolder = section.required("keys", values.path)
        let media = section.required("media", values.path)
        let map = section.ifThere("map", values.path)
        guard let path, let keyFolder, let media, let map else { return nil }
        return .init(path: path, keys: keyFolder, media: media, map: map)
    }

    func archive(_ entry: YAMLEntry) -> Policy.ArchiveLocation? {
        guard let section = section(entry, [Key("folder", "folder: archive")]) else { return nil }
        return section.required("folder", values.path).map { .init(folder: $0) }
    }

    func reports(_ entry: YAMLEntry) -> Policy.Reports? {
        let keys = [Key("folder", "folder: reports"), Key("language", "language: fr")]
        guard let section = section(entry, keys) else { return nil }
        let folder = section.required("folder", values.path)
        let language = section.optional(
            "language", default: PolicyDefaults.language, values.choice(of: Policy.Language.self))
        guard let folder, let language else { return nil }
        return .init(folder: folder, language: language)
    }

    func conversations(_ entry: YAMLEntry) -> Policy.Cutting? {
        let keys = [Key("after-answer", "after-answer: 7 days"), Key("unanswered", "unanswered: 30 days")]
        guard let section = section(entry, keys) else { return nil }
        let standard = PolicyDefaults.conversations
        let afterAnswer = section.optional("after-answer", default: standard.afterAnswer, values.period)
        let unanswered = section.optional("unanswered", default: standard.unanswered, values.period)
        guard let afterAnswer, let unanswered else { return nil }
        return .init(afterAnswer: afterAnswer, unanswered: unanswered)
    }

    func limits(_ entry: YAMLEntry) -> Policy.Limits? {
        let keys = [
            Key("percent", "percent: 20"), Key("at-least", "at-least: 50"), Key("clock-days", "clock-days: 40"),
        ]
        guard let section = section(entry, keys) else { return nil }
        let standard = PolicyDefaults.limits
        let percent = section.optional("percent", default: standard.percent, values.wholeNumber(1...100))
        let atLeast = section.optional("at-least", default: standard.atLeast, values.wholeNumber(1...1_000_000))
        let clockDays = section.optional("clock-days", default: standard.clockDays, values.wholeNumber(1...3650))
        guard let percent, let atLeast, let clockDays else { return nil }
        return .init(percent: percent, atLeast: atLeast, clockDays: clockDays)
    }

    func redaction(_ entry: YAMLEntry) -> Policy.RedactionSettings? {
        let keys = [
            Key("replacement", "replacement: placeholder"), Key("replacements", "replacements: { phone: mask }"),
            Key("regions", "regions: [BE, FR]"),
        ]
        guard let section = section(entry, keys) else { return nil }
        let standard = PolicyDefaults.redaction
        let replacement = section.optional("replacement", default: standard.replacement, oneReplacement)
        let replacements = section.optional("replacements", default: standard.replacements, replacements)
        let regions = section.optional("regions", default: standard.regions, values.list(region))
        guard let replacement, let replacements, let regions else { return nil }
        return .init(replacement: replacement, replacements: replacements, regions: regions)
    }

    func proof(_ entry: YAMLEntry) -> Policy.Proof? {
        let keys = [Key("scrub", "scrub: nightly"), Key("audit-log", "audit-log: 5 years")]
        guard let section = section(entry, keys) else { return nil }
        let standard = PolicyDefaults.proof
        let scrub = section.optional(
            "scrub", default: standard.scrub, values.choice(of: Policy.Proof.Scrub.self))
        let auditLog = section.optional("audit-log", default: standard.auditLog, values.period)
        guard let scrub, let auditLog else { return nil }
        return .init(scrub: scrub, auditLog: auditLog)
    }

    private func oneReplacement(_ entry: YAMLEntry) -> Policy.RedactionSettings.Replacement? {
        values.choice(of: Policy.RedactionSettings.Replacement.self)(entry)
    }

    private func replacements(_ entry: YAMLEntry) -> [TextCategory: Policy.RedactionSettings.Replacement]? {
        let keys = TextCategory.allCases.map { Key($0.rawValue, "\($0.rawValue): mask") }
        guard let section = section(entry, keys) else { return nil }
        var replacements: [TextCategory: Policy.RedactionSettings.Replacement] = [:]
        for category in TextCategory.allCases {
            guard let entry = section.entry(category.rawValue) else { continue }
            guard let replacement = oneReplacement(entry) else { return nil }
            replacements[category] = replacement
        }
        return replacements
    }

    private func region(_ entry: YAMLEntry) -> String? {
        guard let text = values.scalar(entry) else { return nil }
        guard Regions.all.contains(text) else {
            return values.refuse(
                entry, "\(ShownText.quoted(text)) is no region of ISO 3166",
                remedy: Regions.all.contains(text.uppercased())
                    ? "write it in capitals: \(text.uppercased())" : "write its two capital letters, such as BE")
        }
        return text
    }
}
