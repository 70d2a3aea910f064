import Foundation
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

    private func tree(_ text: String) throws -> (root: YAMLNode, problems: String) {
        let bytes = Array(text.utf8)
        let problems = ProblemList(SourceText(bytes, file: "a.yaml"))
        return (try YAMLReader.read(bytes, problems: problems), problems.all.rendered)
    }

    @Test func `every key and value knows its line and column`() throws {
        let root = try tree("é: { b: [c] }\n\"d\": >-\n  e\n  f\n").root
        guard case .mapping(let entries) = root.content, entries.count == 2 else {
            Issue.record("not two entries")
            return
        }
        #expect(entries.map(\.key) == ["é", "d"])
        #expect(entries[0].keyMark == SourceMark(line: 1, column: 1))
        #expect(entries[1].keyMark == SourceMark(line: 2, column: 1))
        #expect(entries[1].value.mark == SourceMark(line: 2, column: 6))
        guard case .mapping(let inner) = entries[0].value.content, case .sequence(let items) = inner[0].value.content,
            case .scalar(let text) = items[0].content, case .scalar(let folded) = entries[1].value.content
        else {
            Issue.record("another shape")
            return
        }
        #expect(inner[0].keyMark == SourceMark(line: 1, column: 6))
        #expect(items[0].mark == SourceMark(line: 1, column: 10) && text == "c" && folded == "e f")
    }

    @Test func `scalars are text whatever they look like`() throws {
        let words = ["no", "on", "yes", "~", "null", "010", "0x1F", "1:30", "1e3", "2025-01-22", ".inf"]
        guard case .sequence(let items) = try tree("[" + words.joined(separator: ", ") + "]").root.content else {
            Issue.record("not a list")
            return
        }
        let texts = items.map { item in if case .scalar(let text) = item.content { text } else { "" } }
        #expect(texts == words)
    }

    @Test func `64 deep is read and 65 is refused`() throws {
        let nested = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(try tree(nested(64)).problems.isEmpty)
        #expect(
            SamplePolicy.shown(nested(65)) == """
                Retention.yaml:1:65: error: nested more than 64 deep
                    \(String(nested(65).dropFirst(4).prefix(120)))
                    \(String(repeating: " ", count: 60))^
                  remedy: check the brackets: no policy is as deep
                """)
    }

    @Test func `an alias that multiplies itself is refused at each place`() throws {
        let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
        let problems = try tree(bomb).problems
        #expect(problems.components(separatedBy: "an anchor stands here").count == 3)
        #expect(problems.components(separatedBy: "an alias stands here").count == 5)
    }

    @Test func `an alias as a key takes its value with it`() throws {
        let read = try tree("a: &k b\n*k : c\nd: e\n")
        guard case .mapping(let entries) = read.root.content else {
            Issue.record("not a mapping")
            return
        }
        #expect(entries.map(\.key) == ["a", "d"])
        #expect(read.problems.contains("a.yaml:2:1: error: an alias stands here"))
    }
}
