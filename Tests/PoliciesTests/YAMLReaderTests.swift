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

    @Test func `a byte order mark is refused`() {
        #expect(
            SamplePolicy.shown("\u{FEFF}policy: desk\n") == """
                Retention.yaml:1:1: error: a byte order mark stands here
                    \u{FFFD}
                    ^
                  remedy: save the file as UTF-8 without a byte order mark
                """)
    }

    @Test func `a NUL and other control characters are refused`() {
        #expect(
            SamplePolicy.shown("policy: de\0sk\n") == """
                Retention.yaml:1:11: error: a control character stands here
                    policy: de\u{FFFD}
                              ^
                  remedy: remove it: a policy is plain text
                """)
        #expect(SamplePolicy.shown("a: \u{1B}[31m\n").contains("a control character"))
        #expect(SamplePolicy.shown("a: \u{7F}\n").contains("a control character"))
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        let bytes = Array("policy: d".utf8) + [0xE9, 0x73, 0x6B, 0x0A]
        #expect {
            try PolicyParser.parse(bytes, file: "Retention.yaml")
        } throws: { error in
            (error as? PolicyProblems)?.rendered == """
                Retention.yaml:1:10: error: this byte is not UTF-8
                    policy: d\u{FFFD}
                             ^
                  remedy: save the file as UTF-8
                """
        }
    }

    @Test func `a file of more than 256 KiB is refused before it is read`() {
        let comment = "#" + String(repeating: "x", count: 1022) + "\n"
        let padding = String(repeating: comment, count: 256)
        #expect(
            SamplePolicy.shown(padding + SamplePolicy.text) == """
                Retention.yaml:1:1: error: the file is larger than 256 KiB
                    \("")
                    ^
                  remedy: check that it is the file you meant: no policy is as long
                """)
        let room = SourceText.limit - SamplePolicy.text.utf8.count
        let full = SamplePolicy.text + String(repeating: "#", count: room)
        #expect(full.utf8.count == SourceText.limit && SamplePolicy.shown(full).isEmpty)
        #expect(SamplePolicy.shown(full + "#").contains("larger than 256 KiB"))
    }

    @Test(arguments: ["", "\n", "# only a comment\n"])
    func `a file that says nothing is refused`(text: String) {
        #expect(SamplePolicy.shown(text).contains("the file says nothing"))
    }

    @Test func `an explicit start and end of the only document are read`() throws {
        #expect(SamplePolicy.shown("---\n" + SamplePolicy.text + "...\n").isEmpty)
    }

    @Test func `quick nesting a thousand deep is refused in no time`() {
        for bytes in [String(repeating: "[", count: 200_000), String(repeating: "- ", count: 100_000)] {
            #expect(SamplePolicy.shown(bytes).contains("nested more than 64 deep"))
        }
    }

    @Test func `lines that end in CR LF are counted once`() throws {
        let text = try SamplePolicy.edited(SamplePolicy.text, [("after: 36 months", "after: 36")])
        let shown = SamplePolicy.shown(text.replacing("\n", with: "\r\n"))
        #expect(shown == SamplePolicy.shown(text))
        #expect(shown.hasPrefix("Retention.yaml:15:18:"))
    }
}
