import Testing

@testable import Policies

@Suite struct SectionTests {
    @Test func `an unknown key comes with the nearest known one`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    since: decision", "    since: decision\n    sinse: decision"))
                    == """
                    Retention.yaml:22:5: error: unknown key "sinse" in rule 2
                            sinse: decision
                            ^
                      remedy: did you mean "since"?
                    """)
    }

    @Test func `an unknown key like no other comes with all that are known`() throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: { folder: archive }", "archive: { folder: archive, colour: red }"))
                    == """
                    Retention.yaml:6:29: error: unknown key "colour" in "archive"
                        archive: { folder: archive, colour: red }
                                                    ^
                      remedy: the keys here are: folder
                    """)
    }

    @Test func `a missing key is shown by example`() throws {
        #expect(
            try SamplePolicy.problems(
                ("time-zone: Europe/Brussels\n", ""))
                    == """
                    Retention.yaml:1:1: error: the policy has no "time-zone"
                        policy: desk
                        ^
                      remedy: add a line such as: time-zone: Europe/Brussels
                    """)
    }

    @Test func `a scalar in the place of a mapping is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: { folder: archive }", "archive: archive"))
                    == """
                    Retention.yaml:6:10: error: "archive" is not a mapping
                        archive: archive
                                 ^
                      remedy: write keys and values: folder: archive
                    """)
    }
}
