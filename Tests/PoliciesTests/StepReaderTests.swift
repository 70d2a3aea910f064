import Testing

@testable import Policies

@Suite struct StepReaderTests {
    @Test func `a step on an event of its own says which clock holds otherwise`() throws {
        #expect(
            try SamplePolicy.problems(
                ("since: closed, otherwise: last-inbound, erase", "since: closed, erase"))
                    == """
                    Retention.yaml:13:34: error: "closed" may never happen, and the step does not say which clock holds then
                              - { after: 30 days, since: closed, erase: [profile-photo, media] }
                                                         ^
                      remedy: add to the step: otherwise: last-inbound
                    """)
    }

    @Test func `a step without an event of its own has no otherwise`() throws {
        #expect(
            try SamplePolicy.problems(
                ("since: closed, otherwise", "since: collected, otherwise"))
                    == """
                    Retention.yaml:13:45: error: "otherwise" can never apply: the step has no event of its own to wait for
                              - { after: 30 days, since: collected, otherwise: last-inbound, erase: [profile-photo, media] }
                                                                    ^
                      remedy: remove it, or add the event: since: closed
                    """)
    }

    @Test func `a step without a clock of its own has no otherwise`() throws {
        #expect(
            try SamplePolicy.problems(
                ("since: closed, otherwise", "otherwise"))
                    == """
                    Retention.yaml:13:27: error: "otherwise" can never apply: the step has no event of its own to wait for
                              - { after: 30 days, otherwise: last-inbound, erase: [profile-photo, media] }
                                                  ^
                      remedy: remove it, or add the event: since: closed
                    """)
    }

    @Test func `a step's otherwise is no event`() throws {
        #expect(
            try SamplePolicy.problems(
                ("otherwise: last-inbound, erase", "otherwise: decision, erase"))
                    == """
                    Retention.yaml:13:53: error: "decision" may never happen either
                              - { after: 30 days, since: closed, otherwise: decision, erase: [profile-photo, media] }
                                                                            ^
                      remedy: write one of: collected, last-inbound, person-last-inbound
                    """)
    }

    @Test func `a step does not repeat the rule's clock`() throws {
        #expect(
            try SamplePolicy.problems(
                ("{ after: 36 months, erase: all }", "{ after: 36 months, since: person-last-inbound, erase: all }"))
                    == """
                    Retention.yaml:15:29: error: "since" repeats the clock of the rule
                              - { after: 36 months, since: person-last-inbound, erase: all }
                                                    ^
                      remedy: remove it: a step without it uses the rule's
                    """)
    }

    @Test func `a step without an action is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("{ after: 36 months, erase: all }", "{ after: 36 months }"))
                    == """
                    Retention.yaml:15:9: error: a step does nothing
                              - { after: 36 months }
                                ^
                      remedy: add what it does: erase, redact, pseudonymise or archive
                    """)
    }

    @Test func `a step whose actions are all false is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "{ after: 12 months, since: last-inbound, redact: all, archive: true }",
                    "{ after: 12 months, since: last-inbound, archive: false }"
                ))
                    == """
                    Retention.yaml:14:9: error: a step does nothing
                              - { after: 12 months, since: last-inbound, archive: false }
                                ^
                      remedy: write true for what it is to do, or remove the step
                    """)
    }

    @Test func `a step without a period is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("{ after: 36 months, erase: all }", "{ erase: all }"))
                    == """
                    Retention.yaml:15:9: error: a step has no "after"
                              - { erase: all }
                                ^
                      remedy: add a line such as: after: 12 months
                    """)
    }

    @Test func `erase all stands alone in its step`() throws {
        #expect(
            try SamplePolicy.problems(
                ("{ after: 36 months, erase: all }", "{ after: 36 months, erase: all, redact: all }"))
                    == """
                    Retention.yaml:15:9: error: "erase: all" leaves nothing for the step's other actions
                              - { after: 36 months, erase: all, redact: all }
                                ^
                      remedy: keep erase: all alone in its step
                    """)
    }

    @Test func `an empty list of steps is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("steps: [ { after: 3 months, erase: all } ]", "steps: []"))
                    == """
                    Retention.yaml:22:12: error: "steps" is an empty list
                            steps: []
                                   ^
                      remedy: write at least one item
                    """)
    }
}
