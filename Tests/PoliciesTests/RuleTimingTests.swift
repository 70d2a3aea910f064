import Testing

@testable import Policies

@Suite struct RuleTimingTests {
    @Test func `an event clock says what holds otherwise`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    otherwise: { since: last-inbound, steps: [ { after: 6 months, erase: all } ] }\n", ""))
                    == """
                    Retention.yaml:21:12: error: "decision" may never happen, and the rule does not say what holds then
                            since: decision
                                   ^
                      remedy: add a line such as: otherwise: { since: last-inbound, steps: [ { after: 6 months, erase: all } ] }
                    """)
    }

    @Test func `otherwise is for event clocks`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "    since: last-inbound\n    steps: [ { after: 12",
                    "    since: last-inbound\n    otherwise: { since: collected, steps: [ { after: 6 months, erase: all } ] }\n    steps: [ { after: 12"
                ))
                    == """
                    Retention.yaml:30:5: error: "otherwise" can never apply: "last-inbound" is no event that may fail to happen
                            otherwise: { since: collected, steps: [ { after: 6 months, erase: all } ] }
                            ^
                      remedy: remove it
                    """)
    }

    @Test func `otherwise is no event itself`() throws {
        #expect(
            try SamplePolicy.problems(
                ("otherwise: { since: last-inbound, steps", "otherwise: { since: relation-ended, steps"))
                    == """
                    Retention.yaml:23:25: error: "relation-ended" may never happen either
                            otherwise: { since: relation-ended, steps: [ { after: 6 months, erase: all } ] }
                                                ^
                      remedy: write one of: collected, last-inbound, person-last-inbound
                    """)
    }

    @Test func `the steps of otherwise end too`() throws {
        #expect(
            try SamplePolicy.problems(
                ("steps: [ { after: 6 months, erase: all } ] }", "steps: [ { after: 6 months, redact: all } ] }"))
                    == """
                    Retention.yaml:23:48: error: the steps end without "erase: all": what they apply to is held for ever
                            otherwise: { since: last-inbound, steps: [ { after: 6 months, redact: all } ] }
                                                                       ^
                      remedy: add a last step such as: { after: 36 months, erase: all }
                    """)
    }

    @Test func `a period above the ceiling is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    ceiling: 36 months\n    reason: following", "    ceiling: 24 months\n    reason: following"))
                    == """
                    Retention.yaml:15:18: error: 36 months exceeds the rule's ceiling of 24 months
                              - { after: 36 months, erase: all }
                                         ^
                      remedy: shorten it, or add a line such as: override: { reason: why, by: who, on: 2025-01-31 }
                    """)
    }

    @Test func `a period of otherwise above the ceiling is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    ceiling: 6 months", "    ceiling: 5 months"))
                    == """
                    Retention.yaml:23:57: error: 6 months exceeds the rule's ceiling of 5 months
                            otherwise: { since: last-inbound, steps: [ { after: 6 months, erase: all } ] }
                                                                                ^
                      remedy: shorten it, or add a line such as: override: { reason: why, by: who, on: 2025-01-31 }
                    """)
    }

    @Test func `an override needs reason, author and date`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "    ceiling: 36 months\n    reason: following",
                    "    ceiling: 24 months\n    override: { reason: a lawsuit }\n    reason: following"
                ))
                    == """
                    Retention.yaml:17:15: error: "override" has no "by"
                            override: { reason: a lawsuit }
                                      ^
                      remedy: add a line such as: by: who decided
                    Retention.yaml:17:15: error: "override" has no "on"
                            override: { reason: a lawsuit }
                                      ^
                      remedy: add a line such as: on: 2025-01-31
                    """)
    }

    @Test func `an override that overrides nothing is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "    ceiling: 6 months",
                    "    ceiling: 6 months\n    override: { reason: a lawsuit, by: A. Counsel, on: 2025-03-01 }"
                ))
                    == """
                    Retention.yaml:25:5: error: "override" overrides nothing: no period exceeds the ceiling of 6 months
                            override: { reason: a lawsuit, by: A. Counsel, on: 2025-03-01 }
                            ^
                      remedy: remove it: it would let a later change pass unseen
                    """)
    }

    @Test func `otherwise does not end before a step that it leaves in place`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "    steps: [ { after: 3 months, erase: all } ]",
                    """
                        steps:
                          - { after: 6 months, since: last-inbound, redact: phone }
                          - { after: 6 months, since: collected, redact: all, archive: true }
                          - { after: 7 months, erase: all }
                    """
                ), ("    ceiling: 6 months", "    ceiling: 7 months"))
                    == """
                    Retention.yaml:26:57: error: everything is erased here before the 6 months of line 23 are over
                            otherwise: { since: last-inbound, steps: [ { after: 6 months, erase: all } ] }
                                                                                ^
                      remedy: erase later, or shorten that step: its own clock holds here too
                    Retention.yaml:26:57: error: everything is erased here before the 6 months of line 24 are over
                            otherwise: { since: last-inbound, steps: [ { after: 6 months, erase: all } ] }
                                                                                ^
                      remedy: erase later, or shorten that step: its own clock holds here too
                    """)
        #expect(
            try SamplePolicy.problems(
                (
                    "    steps: [ { after: 3 months, erase: all } ]",
                    "    steps: [ { after: 5 months, since: last-inbound, redact: phone }, { after: 3 months, erase: all } ]"
                )) == "")
    }
}
