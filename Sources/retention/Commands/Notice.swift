import ArgumentParser
import Conversations
import Foundation
import NightlyRun
import Reporting

/// The published notice: prints the section that the policy is, and reads a notice for what it lacks.
struct Notice: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: "Prints the notice's section on retention periods, or checks a notice for gaps.",
        discussion: """
            --check looks for what Article 13 GDPR wants and for periods that no rule states. It ends with 22 where \
            something is missing. Examples:
              retention notice --print fr
              retention notice --check notice.txt
            """)

    @OptionGroup var policyOption: PolicyOption
    @Option(name: .customLong("print"), help: "fr, nl or en: print the section on retention periods.")
    var printed: String?
    @Option(help: "A notice as plain text.")
    var check: String?
    @Option(help: "fr, nl or en: what is found is said in it. Default: the policy's language.")
    var language: String?
    @Flag(help: "JSON lines, with a summary as the last.")
    var json = false

    func validate() throws {
        guard (printed == nil) != (check == nil) else {
            throw ValidationError("choose --print LANGUAGE or --check FILE")
        }
    }

    func run() throws {
        let loaded = try policyOption.load(fallingBack: true)
        let terms = RuleTerms.terms(loaded.policy)
        guard let check else {
            let language = try loaded.reportLanguage(printed)
            let text = try NoticeText.section(terms, contact: loaded.policy.controller.contact, language: language)
            return print(text, terminator: "")
        }
        let notice = String(decoding: try loaded.read(check), as: UTF8.self)
        let gaps = NoticeCheck.gaps(in: notice, rules: terms)
        try show(gaps, try loaded.reportLanguage(language))
        if !gaps.isEmpty { throw Code.verification.exit }
    }

    private struct Row: Encodable { let article: String, gap: String, found: String?, roles: [Role]? }
    private struct Summary: Encodable { let gaps: Int }

    private func show(_ gaps: [NoticeGap], _ language: ReportLanguage) throws {
        if json {
            for gap in gaps {
                try Output.json(
                    Row(
                        article: gap.article, gap: gap.kind.rawValue, found: gap.found,
                        roles: gap.roles.isEmpty ? nil : gap.roles))
            }
            return try Output.json(Summary(gaps: gaps.count))
        }
        var table = TextTable(["article", "what the notice lacks"], leftColumns: 2)
        for gap in gaps { table.add([gap.article, try gap.words(language)]) }
        if table.isEmpty { return Output.line("Nothing that is looked for is missing.") }
        table.lines.forEach(Output.line)
    }
}
