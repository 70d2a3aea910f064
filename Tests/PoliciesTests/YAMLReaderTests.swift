import Testing

@testable import Policies

@Suite struct YAMLReaderTests {
    @Test func `a syntax error is shown alone`() throws {
        #expect(
            try SamplePolicy.problems(
                ("policy: desk", "policy: desk\nsinse: 1"),
                ("  - name: known", "   - name: known"))
                    == """
                    Retention.yaml:28:4: error: not YAML: did not find expected '-' indicator (while parsing a block collection)
                           - name: known
                           ^
                      remedy: check the indentation, the brackets and the quotes here and in the lines above
                    """)
    }

    @Test func `an open bracket is a syntax error`() throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: { folder: archive }", "archive: { folder: archive"))
                    == """
                    Retention.yaml:7:8: error: not YAML: did not find expected ',' or '}' (while parsing a flow mapping)
                        reports: { folder: reports }
                               ^
                      remedy: check the indentation, the brackets and the quotes here and in the lines above
                    """)
    }

    @Test func `a tab as indentation is named`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    ceiling: 6 months", "\tceiling: 6 months"))
                    == """
                    Retention.yaml:24:1: error: not YAML: found character that cannot start any token (while scanning for the next token)
                        \tceiling: 6 months
                        ^
                      remedy: indent with spaces: YAML takes no tab here
                    """)
    }

    @Test func `a value that starts with an at sign needs quotes`() throws {
        #expect(
            try SamplePolicy.problems(
                ("policy: desk", "policy: @desk"))
                    == """
                    Retention.yaml:1:9: error: not YAML: found character that cannot start any token (while scanning for the next token)
                        policy: @desk
                                ^
                      remedy: put the value in quotes
                    """)
    }

    @Test func `a colon inside a value needs quotes`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    reason: answering", "    reason: answering: quickly"))
                    == """
                    Retention.yaml:32:22: error: not YAML: mapping values are not allowed in this context
                            reason: answering: quickly
                                             ^
                      remedy: put a value that holds a colon and a space in quotes, or align this line with those above
                    """)
    }

    @Test func `a second document is shown alone`() throws {
        #expect(
            try SamplePolicy.problems(
                ("policy: desk", "policy: desk\nsinse: 1"),
                ("rules:\n", "---\nrules:\n"))
                    == """
                    Retention.yaml:9:1: error: a second document starts here
                        ---
                        ^
                      remedy: keep one document in a file: remove this line and what follows
                    """)
    }
}
