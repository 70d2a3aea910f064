import ArgumentParser
import Conversations
import NightlyRun
import Reporting

/// Prints the record of processing activities (Article 30 GDPR).
struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Prints the record of processing (Article 30 GDPR), one entry a purpose, from the policy.",
        discussion: "Example: retention record --language en")

    @OptionGroup var policyOption: PolicyOption
    @Option(help: "fr, nl or en. Default: the policy's language.")
    var language: String?

    func run() throws {
        let loaded = try policyOption.load(fallingBack: true)
        let language = try loaded.reportLanguage(language)
        let policy = loaded.policy
        let record = ProcessingRecord(
            controller: policy.controller.name, contact: policy.controller.contact, policyID: policy.id,
            policyHash: loaded.hash, noticeVersion: policy.notice.version, terms: RuleTerms.terms(policy))
        print(try record.text(language), terminator: "")
    }
}

extension LoadedPolicy {
    /// - Throws: `Failure` (64) for a language in which there are no texts.
    func reportLanguage(_ name: String?) throws -> ReportLanguage {
        let chosen = name ?? policy.reports.language.rawValue
        guard let language = ReportLanguage(rawValue: chosen) else {
            throw Failure(.usage, "there are no texts in \(chosen)", remedy: "choose fr, nl or en")
        }
        return language
    }
}
