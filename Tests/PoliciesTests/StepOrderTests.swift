import Testing

@testable import Policies

@Suite struct StepOrderTests {
    @Test func `steps of one clock rise`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "{ after: 36 months, erase: all }",
                    "{ after: 24 months, redact: [phone] }\n      - { after: 18 months, redact: [name] }\n      - { after: 36 months, erase: all }"
                ))
                    == """
                    Retention.yaml:16:18: error: 18 months since person-last-inbound does not come after the 24 months of line 15
                              - { after: 18 months, redact: [name] }
                                         ^
                      remedy: put the steps of one clock in rising order, and what is done at the same age in one step
                    """)
    }

    @Test func `steps of one clock at the same age are one step`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "steps: [ { after: 12 months, erase: all } ]",
                    "steps: [ { after: 1 year, redact: all }, { after: 12 months, erase: all } ]"
                ))
                    == """
                    Retention.yaml:30:55: error: 12 months since last-inbound does not come after the 1 year of line 30
                            steps: [ { after: 1 year, redact: all }, { after: 12 months, erase: all } ]
                                                                              ^
                      remedy: put the steps of one clock in rising order, and what is done at the same age in one step
                    """)
    }

    @Test func `nothing comes after the end`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "    steps: [ { after: 12 months, erase: all } ]",
                    "    steps:\n      - { after: 12 months, erase: all }\n      - { after: 6 months, since: collected, erase: media }\n      - { after: 24 months, erase: all }"
                ))
                    == """
                    Retention.yaml:32:9: error: this step comes after the "erase: all" of line 31
                              - { after: 6 months, since: collected, erase: media }
                                ^
                      remedy: put erase: all last
                    """)
    }

    @Test func `text is redacted before it is archived`() throws {
        #expect(
            try SamplePolicy.problems(
                ("redact: all, archive: true", "archive: true"))
                    == """
                    Retention.yaml:14:50: error: this archives text that was not redacted
                              - { after: 12 months, since: last-inbound, archive: true }
                                                                         ^
                      remedy: add redact: all to this step, or to an earlier step of the same clock
                    """)
    }

    @Test func `text that is redacted in part is not archived`() throws {
        #expect(
            try SamplePolicy.problems(
                ("redact: all, archive: true", "redact: [phone, name], archive: true"))
                    == """
                    Retention.yaml:14:73: error: this archives text that was not redacted
                              - { after: 12 months, since: last-inbound, redact: [phone, name], archive: true }
                                                                                                ^
                      remedy: add redact: all to this step, or to an earlier step of the same clock
                    """)
    }

    @Test func `a redaction on another clock does not count for an archive`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "- { after: 12 months, since: last-inbound, redact: all, archive: true }",
                    "- { after: 6 months, since: collected, redact: all }\n      - { after: 12 months, since: last-inbound, archive: true }"
                ))
                    == """
                    Retention.yaml:15:50: error: this archives text that was not redacted
                              - { after: 12 months, since: last-inbound, archive: true }
                                                                         ^
                      remedy: add redact: all to this step, or to an earlier step of the same clock
                    """)
    }

    @Test func `an archive has an end`() throws {
        #expect(
            try SamplePolicy.problems(
                ("      - { after: 36 months, erase: all }\n", ""))
                    == """
                    Retention.yaml:14:63: error: what this archives is never erased
                              - { after: 12 months, since: last-inbound, redact: all, archive: true }
                                                                                      ^
                      remedy: add a last step such as: { after: 36 months, erase: all }
                    """)
    }

    @Test func `an archive is made once`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "- { after: 36 months, erase: all }",
                    "- { after: 24 months, archive: true }\n      - { after: 36 months, erase: all }"
                ))
                    == """
                    Retention.yaml:15:29: error: line 14 archives already
                              - { after: 24 months, archive: true }
                                                    ^
                      remedy: archive once: the conversation has left the store by then
                    """)
    }

    @Test func `an archive that would end before it begins is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("after: 36 months, erase", "after: 6 months, erase"))
                    == """
                    Retention.yaml:15:18: error: the archive would end when it begins: 6 months is not longer than the 12 months of line 14
                              - { after: 6 months, erase: all }
                                         ^
                      remedy: erase later, or do not archive
                    """)
    }

    @Test func `an erasure before an archive is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "      - { after: 30 days, since: closed, otherwise: last-inbound, erase: [profile-photo, media] }",
                    "      - { after: 6 months, since: collected, erase: all }"
                ))
                    == """
                    Retention.yaml:14:9: error: this step comes after the "erase: all" of line 13
                              - { after: 12 months, since: last-inbound, redact: all, archive: true }
                                ^
                      remedy: put erase: all last
                    """)
    }

    @Test func `a rule that never ends is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "steps: [ { after: 6 months, erase: all } ]\n    ceiling: 12",
                    "steps: [ { after: 6 months, redact: all } ]\n    ceiling: 12"
                ))
                    == """
                    Retention.yaml:37:14: error: the steps end without "erase: all": what they apply to is held for ever
                            steps: [ { after: 6 months, redact: all } ]
                                     ^
                      remedy: add a last step such as: { after: 36 months, erase: all }
                    """)
    }
}
