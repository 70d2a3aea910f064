import Testing

@testable import Policies

@Suite struct PolicyDefaultsTests {
    @Test func `what a policy leaves out has its default`() throws {
        let policy = try SamplePolicy.parse(SamplePolicy.text)
        #expect(policy.grace.description == "14 days")
        #expect(policy.reports.language == .fr)
        #expect(policy.store.map == nil)
        #expect(policy.intake.folder == nil && policy.intake.zone == nil)
        #expect(policy.intake.keep.description == "7 days" && policy.intake.remember.description == "14 months")
        #expect(policy.intake.ours.isEmpty && policy.intake.sources.isEmpty)
        #expect(policy.conversations.afterAnswer.description == "7 days")
        #expect(policy.conversations.unanswered.description == "30 days")
        #expect(policy.limits == .init(percent: 20, atLeast: 50, clockDays: 40))
        #expect(policy.redaction.replacement == .placeholder && policy.redaction.replacements.isEmpty)
        #expect(policy.redaction.regions == ["BE", "FR", "NL", "LU", "DE", "GB", "MA", "CD", "RO", "US"])
        #expect(policy.proof.scrub == .nightly && policy.proof.auditLog.description == "5 years")
    }

    @Test(arguments: ["policy", "controller", "notice", "time-zone", "store", "archive", "reports", "rules"])
    func `where silence would be dangerous the key is required`(key: String) throws {
        let lines = SamplePolicy.text.split(separator: "\n")
        let start = try #require(lines.firstIndex { $0.hasPrefix(key + ":") })
        let end = lines[(start + 1)...].firstIndex { !$0.hasPrefix(" ") } ?? lines.endIndex
        let text = (lines[..<start] + lines[end...]).joined(separator: "\n") + "\n"
        #expect(SamplePolicy.shown(text).contains("error: the policy has no \"\(key)\"\n"))
    }

    @Test func `a section that is there takes the defaults of the keys it leaves out`() throws {
        let text = try SamplePolicy.edited(
            SamplePolicy.text,
            [
                (
                    "rules:\n",
                    "limits: { percent: 7 }\nintake: { keep: 3 days }\nconversations: { unanswered: 9 days }\nrules:\n"
                )
            ])
        let policy = try SamplePolicy.parse(text)
        #expect(policy.limits == .init(percent: 7, atLeast: 50, clockDays: 40))
        #expect(policy.intake.keep.description == "3 days" && policy.intake.remember.description == "14 months")
        #expect(policy.conversations.afterAnswer.description == "7 days")
    }
}
