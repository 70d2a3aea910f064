import Testing

@testable import Policies

@Suite struct PolicyDifferenceTests {
    private func lines(_ edits: (String, String)...) throws -> [String] {
        let before = try SamplePolicy.parse(SamplePolicy.text)
        let after = try SamplePolicy.parse(try SamplePolicy.edited(SamplePolicy.text, edits))
        return PolicyDifference(from: before, to: after).lines
    }

    @Test func `a policy does not differ from itself`() throws { #expect(try lines() == []) }

    @Test func `a changed period, clock, action and ceiling are told apart`() throws {
        #expect(
            try lines(
                ("{ after: 36 months, erase: all }", "{ after: 24 months, erase: all }"),
                (
                    "since: closed, otherwise: last-inbound, erase: [profile-photo, media]",
                    "since: collected, erase: [media]"
                ),
                ("    ceiling: 36 months\n    reason: following", "    ceiling: 30 months\n    reason: following")) == [
                    "rule client-assistance: steps 1 clock: was since closed, otherwise last-inbound, is since collected",
                    "rule client-assistance: steps 1 actions: was erase profile-photo, erase media, is erase media",
                    "rule client-assistance: steps 3 after: was 36 months, is 24 months",
                    "rule client-assistance: ceiling: was 36 months, is 30 months",
                ])
    }

    @Test func `the parts of otherwise, an override and an approval are compared`() throws {
        #expect(
            try lines(
                (
                    "otherwise: { since: last-inbound, steps: [ { after: 6 months",
                    "otherwise: { since: collected, steps: [ { after: 9 months"
                ),
                (
                    "    ceiling: 6 months",
                    "    ceiling: 6 months\n    approved: 2025-05-01\n    override: { reason: a claim, by: DPO, on: 2025-04-30 }"
                )) == [
                    "rule application: otherwise since: was last-inbound, is collected",
                    "rule application: otherwise steps 1 after: was 6 months, is 9 months",
                    "rule application: override: was none, is a claim (DPO, 2025-04-30)",
                    "rule application: approved: was none, is 2025-05-01",
                ])
    }

    @Test func `a step more or less is shown with its values`() throws {
        #expect(
            try lines(
                (
                    "steps: [ { after: 12 months, erase: all } ]",
                    "steps: [ { after: 3 months, erase: media }, { after: 12 months, erase: all } ]"
                )) == [
                    "rule known: steps 1 after: was 12 months, is 3 months",
                    "rule known: steps 1 actions: was erase all, is erase media",
                    "rule known: steps 2 after: was none, is 12 months",
                    "rule known: steps 2 actions: was none, is erase all",
                ])
    }

    @Test func `added and removed rules are shown whole`() throws {
        #expect(
            try lines(("name: application", "name: applications")) == [
                "rule applications: added: role candidate; purpose application: since decision: 3 months: erase all; "
                    + "otherwise since last-inbound: 6 months: erase all",
                "rule application: removed: role candidate; purpose application: since decision: 3 months: erase all; "
                    + "otherwise since last-inbound: 6 months: erase all",
            ])
    }

    @Test func `the order of rules is a difference`() throws {
        let before = try SamplePolicy.parse(SamplePolicy.text)
        var after = before
        after.rules.swapAt(0, 1)
        #expect(
            PolicyDifference(from: before, to: after).lines == [
                "rules: order was client-assistance, application, known, everything, "
                    + "is application, client-assistance, known, everything"
            ])
    }

    @Test func `every setting outside the rules is compared`() throws {
        let before = try SamplePolicy.parse(SamplePolicy.text)
        let other = try SamplePolicy.edited(
            SamplePolicy.text,
            [
                ("policy: desk", "policy: desk-2"),
                ("{ name: Example SRL, contact: privacy@example.org }", "{ name: a, contact: b }"),
                ("{ title: Privacy policy, version: 2025-01-22 }", "{ title: c, version: 2025-01-23 }"),
                ("Europe/Brussels", "UTC"),
                (
                    "{ path: state/store.db, keys: state/keys, media: state/media }",
                    "{ path: d, keys: e, media: f, map: g }"
                ),
                ("{ folder: archive }", "{ folder: h }"), ("{ folder: reports }", "{ folder: i, language: en }"),
                (
                    "rules:\n",
                    """
                    grace: 15 days
                    intake: { folder: j, keep: 8 days, remember: 13 months, ours: [k], zone: UTC, sources: [ { label: l, role: client, purpose: question } ] }
                    conversations: { after-answer: 8 days, unanswered: 31 days }
                    limits: { percent: 21, at-least: 51, clock-days: 41 }
                    redaction: { replacement: mask, replacements: { phone: remove }, regions: [BE] }
                    proof: { scrub: weekly, audit-log: 4 years }
                    rules:

                    """
                ),
            ])
        let difference = PolicyDifference(from: before, to: try SamplePolicy.parse(other))
        #expect(
            difference.lines == [
                "policy: was desk, is desk-2", "controller name: was Example SRL, is a",
                "controller contact: was privacy@example.org, is b", "notice title: was Privacy policy, is c",
                "notice version: was 2025-01-22, is 2025-01-23", "time-zone: was Europe/Brussels, is UTC",
                "grace: was 14 days, is 15 days", "store path: was state/store.db, is d",
                "store keys: was state/keys, is e",
                "store media: was state/media, is f", "store map: was none, is g", "archive folder: was archive, is h",
                "reports folder: was reports, is i", "reports language: was fr, is en", "intake folder: was none, is j",
                "intake keep: was 7 days, is 8 days", "intake remember: was 14 months, is 13 months",
                "intake ours: was none, is k", "intake zone: was none, is UTC",
                "conversations after-answer: was 7 days, is 8 days",
                "conversations unanswered: was 30 days, is 31 days",
                "limits percent: was 20, is 21", "limits at-least: was 50, is 51", "limits clock-days: was 40, is 41",
                "redaction replacement: was placeholder, is mask",
                "redaction regions: was BE, FR, NL, LU, DE, GB, MA, CD, RO, US, is BE",
                "proof scrub: was nightly, is weekly", "proof audit-log: was 5 years, is 4 years",
                "redaction replacements phone: was none, is remove",
                "intake sources 1: was none, is label l: client, question",
            ])
    }
}
