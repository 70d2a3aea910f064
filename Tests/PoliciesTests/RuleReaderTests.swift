import Foundation
import Testing

@testable import Policies

@Suite struct RuleReaderTests {
    @Test func `an empty list of rules is refused`() throws {
        let head = try #require(SamplePolicy.text.components(separatedBy: "rules:").first)
        #expect(
            SamplePolicy.shown(head + "rules: []\n")
                == """
                Retention.yaml:8:8: error: "rules" is an empty list
                    rules: []
                           ^
                  remedy: write at least one item
                """)
    }

    @Test func `a match that names nothing is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("match: { role: candidate, purpose: application }", "match: {}"))
                    == """
                    Retention.yaml:20:12: error: "match" names neither role nor purpose
                            match: {}
                                   ^
                      remedy: write match: any for every conversation
                    """)
    }

    @Test func `a match by a single word is any or nothing`() throws {
        #expect(
            try SamplePolicy.problems(
                ("match: { role: candidate, purpose: application }", "match: candidate"))
                    == """
                    Retention.yaml:20:12: error: "candidate" is not a match
                            match: candidate
                                   ^
                      remedy: write any, or { role: ..., purpose: ... }
                    """)
    }

    @Test func `a rule without a ceiling, a reason and a source is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    ceiling: 6 months\n    reason: explaining a refusal\n    source: CNIL\n", ""))
                    == """
                    Retention.yaml:19:5: error: rule 2 has no "ceiling"
                          - name: application
                            ^
                      remedy: add a line such as: ceiling: 36 months
                    Retention.yaml:19:5: error: rule 2 has no "reason"
                          - name: application
                            ^
                      remedy: add a line such as: reason: why the data are held as long
                    Retention.yaml:19:5: error: rule 2 has no "source"
                          - name: application
                            ^
                      remedy: add a line such as: source: the text that the period comes from
                    """)
    }

    @Test func `a policy that erases everything within days is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "      - { after: 30 days, since: closed, otherwise: last-inbound, erase: [profile-photo, media] }\n      - { after: 12 months, since: last-inbound, redact: all, archive: true }\n",
                    ""
                ),
                ("after: 36 months", "after: 6 days"),
                ("after: 3 months", "after: 1 day"),
                ("{ after: 12 months, erase", "{ after: 2 days, erase"),
                (
                    "steps: [ { after: 6 months, erase: all } ]\n    ceiling",
                    "steps: [ { after: 3 days, erase: all } ]\n    ceiling"
                ))
                    == """
                    Retention.yaml:8:1: error: every rule erases everything within a week: this policy would empty the store
                        rules:
                        ^
                      remedy: state the periods that the conversations are needed for
                    """)
    }
}
