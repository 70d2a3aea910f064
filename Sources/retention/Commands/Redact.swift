import ArgumentParser
import Conversations
import Crypto
import Foundation
import Policies
import Redaction

/// Redacts messages from standard input, as a run would: a filter for other tools and for trying a policy.
struct Redact: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact",
        abstract: "Redacts messages, a line each, from standard input to standard output.",
        discussion: """
            Plain text lines, or with --json one object a line: its "text" comes back redacted and every other byte as \
            it was. "profile" (display, first, last, nick, phone) says whose words they are, "conv" and "seq" which messages \
            follow one another. Without --policy everything is looked for, in every region known.
            Example: retention redact --json --explain < messages.jsonl
            """)

    @Option(
        name: .long,
        help:
            "A policy: what its rules redact, its replacements, regions and language. Default: what a policy begins with."
    )
    var policy: String?
    @Flag(help: "Lines are JSON objects.")
    var json = false
    @Flag(help: "Print what is found instead, a JSON line each, and no text.")
    var explain = false

    func run() throws {
        let redactor = Redactor(try settings())
        var stream = RedactionStream(redactor, form: json ? .json : .text, answer: explain ? .findings : .lines)
        try stream.run()
    }

    private func settings() throws -> Redaction.RedactionSettings {
        guard let policy else { return Self.settings(PolicyDefaults.redaction, PolicyDefaults.language, rules: []) }
        let loaded = try LoadedPolicy(path: policy).policy
        return Self.settings(loaded.redaction, loaded.reports.language, rules: loaded.rules)
    }

    private static func settings(
        _ chosen: Policy.RedactionSettings, _ language: Policy.Language, rules: [Rule]
    ) -> Redaction.RedactionSettings {
        // Stable within this input, and for nobody afterwards: the key ends with the process.
        let key = SymmetricKey(size: .bits256)
        let words = Redaction.RedactionSettings.Language(rawValue: language.rawValue) ?? .fr
        func replacement(_ chosen: Policy.RedactionSettings.Replacement) -> Redaction.RedactionSettings.Replacement {
            switch chosen {
            case .remove: .remove
            case .placeholder: .placeholder(words)
            case .mask: .mask
            case .pseudonym:
                .pseudonym(words) { Array(HMAC<SHA256>.authenticationCode(for: Data($0), using: key)) }
            }
        }
        let categories = rules.reduce(into: Set<TextCategory>()) { $0.formUnion($1.redacted) }
        return Redaction.RedactionSettings(
            categories: categories.isEmpty ? Set(TextCategory.allCases) : categories,
            replacement: replacement(chosen.replacement), replacements: chosen.replacements.mapValues(replacement),
            regions: chosen.regions)
    }
}

extension Rule {
    /// What the steps of the rule redact, taken together.
    fileprivate var redacted: Set<TextCategory> {
        (steps + (otherwise?.steps ?? [])).reduce(into: []) { $0.formUnion($1.actions.redacted) }
    }
}
