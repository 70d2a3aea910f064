import Conversations

/// Reads `Retention.yaml`: a whole and valid policy, or every mistake of the file with its place.
package enum PolicyParser {
    /// The bytes of the file, at most 256 KiB. Throws a syntax error and a second document alone, all other problems at
    /// once and in the file's order.
    /// - Parameters:
    ///   - file: how errors name it.
    ///   - folder: the absolute path that relative ones begin at, for finding places inside each other.
    ///   - today: the last day that a date of the past may name; nil where that is not asked.
    package static func parse(
        _ bytes: [UInt8], file: String, folder: String? = nil, today: CivilDate? = nil
    ) throws(PolicyProblems) -> Policy {
        let problems = ProblemList(SourceText(bytes, file: file))
        let root = try YAMLReader.read(bytes, problems: problems)
        let values = ValueReader(problems: problems, today: today)
        let policy = PolicyReader(values: values, folder: folder).policy(root)
        guard problems.isEmpty, let policy else { throw problems.all }
        return policy
    }
}

/// The top level of a policy file. Each function answers nil where it reported a problem.
struct PolicyReader {
    let values: ValueReader
    private let folder: String?
    private var problems: ProblemList { values.problems }

    init(values: ValueReader, folder: String? = nil) { (self.values, self.folder) = (values, folder) }

    static let keys = [
        Key("policy", "policy: support-desk"),
        Key("controller", "controller: { name: Example SRL, contact: privacy@example.org }"),
        Key("notice", "notice: { title: Privacy policy, version: 2025-01-22 }"),
        Key("time-zone", "time-zone: Europe/Brussels"),
        Key("grace", "grace: 14 days"),
        Key("store", "store: { path: state/store.db, keys: state/keys, media: state/media }"),
        Key("archive", "archive: { folder: archive }"),
        Key("reports", "reports: { folder: reports, language: fr }"),
        Key("intake", "intake: { ours: [Support] }"),
        Key("conversations", "conversations: { after-answer: 7 days, unanswered: 30 days }"),
        Key("limits", "limits: { percent: 20, at-least: 50, clock-days: 40 }"),
        Key("redaction", "redaction: { replacement: placeholder }"),
        Key("proof", "proof: { scrub: nightly, audit-log: 5 years }"),
        Key("rules", "rules: (a list; see Policy.md)"),
    ]

    func policy(_ root: YAMLNode) -> Policy? {
        guard let section = Section(root, title: "the policy", keys: PolicyReader.keys, problems: problems) else {
            return nil
        }
        let id = section.required("policy", values.identifier)
        let controller = section.required("controller", controller)
        let notice = section.required("notice", notice)
        let zone = section.required("time-zone", values.zone)
        let grace = section.optional("grace", default: PolicyDefaults.grace, values.grace)
        let store = section.required("store", store)
        let archive = section.required("archive", archive)
        let reports = section.required("reports", reports)
        let intake = section.optional("intake", default: PolicyDefaults.intake, IntakeReader(values: values).intake)
        let conversations = section.optional("conversations", default: PolicyDefaults.conversations, conversations)
        let limits = section.optional("limits", default: PolicyDefaults.limits, limits)
        let redaction = section.optional("redaction", default: PolicyDefaults.redaction, redaction)
        let proof = section.optional("proof", default: PolicyDefaults.proof, proof)
        let rules = section.required(
            "rules", RuleReader(values: values, noticed: notice?.purposes).rules)
        FolderCheck(section: section, problems: problems, folder: folder).check()
        guard let id, let controller, let notice, let zone, let grace, let store, let archive, let reports, let intake,
            let conversations, let limits, let redaction, let proof, let rules
        else { return nil }
        return Policy(
            id: id, controller: controller, notice: notice, timeZone: zone, grace: grace, store: store,
            archive: archive,
            reports: reports, intake: intake, conversations: conversations, limits: limits, redaction: redaction,
            proof: proof, rules: rules)
    }
}
