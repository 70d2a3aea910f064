import Testing

@testable import Policies

@Suite struct IntakeReaderTests {
    @Test func `a source is known by one thing`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "rules:\n",
                    "intake:\n  sources:\n    - { label: a, folder: b, role: client, purpose: question }\nrules:\n"
                ))
                    == """
                    Retention.yaml:10:7: error: a source has more than one of "number", "folder" and "label"
                            - { label: a, folder: b, role: client, purpose: question }
                              ^
                      remedy: write one of the three: a source is known by one thing
                    """)
    }

    @Test func `a source that names nothing is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("rules:\n", "intake:\n  sources:\n    - { role: client, purpose: question }\nrules:\n"))
                    == """
                    Retention.yaml:10:7: error: a source has none of "number", "folder" and "label"
                            - { role: client, purpose: question }
                              ^
                      remedy: write one of the three: a source is known by one thing
                    """)
    }

    @Test func `a source that another one hides is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "rules:\n",
                    "intake:\n  sources:\n    - { label: a, role: client, purpose: question }\n    - { label: a, role: prospect, purpose: question }\nrules:\n"
                ))
                    == """
                    Retention.yaml:11:16: error: this source can never apply: line 10 names the same label
                            - { label: a, role: prospect, purpose: question }
                                       ^
                      remedy: keep one of the two
                    """)
    }

    @Test func `a number that is none is refused without being shown`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "rules:\n",
                    "intake:\n  sources:\n    - { number: +32 470 00 00 00 / Ana, role: client, purpose: question }\nrules:\n"
                ))
                    == """
                    Retention.yaml:10:17: error: this is no business number
                            - { number: +xx xxx xx xx xx / Ana, role: client, purpose: question }
                                        ^
                      remedy: write it as payloads give it, such as "+32 470 00 00 00"
                    """)
    }

    @Test func `erased messages are remembered longer than sources are kept`() throws {
        #expect(
            try SamplePolicy.problems(
                ("rules:\n", "intake: { keep: 12 months, remember: 6 months }\nrules:\n"))
                    == """
                    Retention.yaml:8:38: error: sources are kept 12 months, erased messages are remembered 6 months: they would come back
                        intake: { keep: 12 months, remember: 6 months }
                                                             ^
                      remedy: make "remember" longer than "keep"
                    """)
    }

    @Test func `a zone of exports that does not exist is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("rules:\n", "intake: { zone: Brussels }\nrules:\n"))
                    == """
                    Retention.yaml:8:17: error: "Brussels" is no time zone of this system
                        intake: { zone: Brussels }
                                        ^
                      remedy: name one of the time-zone database, such as Europe/Brussels (package tzdata)
                    """)
    }
}
