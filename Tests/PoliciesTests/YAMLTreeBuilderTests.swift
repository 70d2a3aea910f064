import Testing

@testable import Policies

@Suite struct YAMLTreeBuilderTests {
    @Test func `an anchor is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    since: decision", "    since: &a decision"))
                    == """
                    Retention.yaml:21:12: error: an anchor stands here
                            since: &a decision
                                   ^
                      remedy: remove the & and its name: anchors are not read
                    """)
    }

    @Test func `an alias is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    source: GDPR article 5\n", "    source: *a\n"),
                ("    source: CNIL\n  - name: app", "    source: &a CNIL\n  - name: app"))
                    == """
                    Retention.yaml:18:13: error: an anchor stands here
                            source: &a CNIL
                                    ^
                      remedy: remove the & and its name: anchors are not read
                    Retention.yaml:33:13: error: an alias stands here
                            source: *a
                                    ^
                      remedy: write the value itself: aliases are not read
                    """)
    }

    @Test func `a tag is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    ceiling: 6 months", "    ceiling: !!str 6 months"))
                    == """
                    Retention.yaml:24:14: error: a tag stands here
                            ceiling: !!str 6 months
                                     ^
                      remedy: remove the ! and its name: every value is read as its key says
                    """)
    }

    @Test func `a merge key is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: { folder: archive }", "archive: { folder: archive, <<: { a: b } }"))
                    == """
                    Retention.yaml:6:29: error: a merge key stands here
                        archive: { folder: archive, <<: { a: b } }
                                                    ^
                      remedy: write the keys themselves: merge keys are not read
                    """)
    }

    @Test func `a duplicate key is refused at its second place`() throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: { folder: archive }", "archive: { folder: archive }\ntime-zone: Europe/Paris"))
                    == """
                    Retention.yaml:7:1: error: duplicate key "time-zone": it stands in line 4 already
                        time-zone: Europe/Paris
                        ^
                      remedy: keep one of the two
                    """)
    }

    @Test func `a key that is a list is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: { folder: archive }", "archive: { folder: archive, [a]: b }"))
                    == """
                    Retention.yaml:6:29: error: a key that is not text
                        archive: { folder: archive, [a]: b }
                                                    ^
                      remedy: write a word before the colon
                    """)
    }

    @Test func `a directive is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("policy: desk", "%YAML 1.1\n---\npolicy: desk"))
                    == """
                    Retention.yaml:1:1: error: a directive stands here
                        %YAML 1.1
                        ^
                      remedy: remove the line that starts with %
                    """)
    }
}
