import Testing

@testable import Policies

@Suite struct FolderCheckTests {
    @Test func `two folders in one place are refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: { folder: archive }", "archive: { folder: ./state//keys/ }"))
                    == """
                    Retention.yaml:6:20: error: "archive: folder" is the same place as "store: keys"
                        archive: { folder: ./state//keys/ }
                                           ^
                      remedy: give each its own folder, none inside another
                    """)
    }
}

@Suite struct NestedFolderTests {
    @Test(arguments: [
        ("archive: { folder: state/archive/../keys/old }", "\"archive: folder\" lies inside \"store: keys\""),
        ("archive: { folder: . }", "\"archive: folder\" holds \"store: path\""),
        ("archive: { folder: ../.. }", "\"archive: folder\" holds \"store: path\""),
        ("archive: { folder: state }", "\"archive: folder\" holds \"store: path\""),
        ("archive: { folder: x/../archive/../reports/ }", "\"archive: folder\" holds"),
    ])
    func `a place inside another is refused with line, caret and remedy`(line: String, message: String) throws {
        let shown = try SamplePolicy.problems(("archive: { folder: archive }", line))
        if line.contains("reports/") {
            #expect(shown.contains("is the same place as \"archive: folder\""))
        } else {
            #expect(shown.contains(message))
        }
        #expect(shown.contains("Retention.yaml:") && shown.contains("^") && shown.contains("none inside another"))
    }

    @Test func `an absolute path is compared with relative ones where the folder is known`() throws {
        let text = try SamplePolicy.edited(
            SamplePolicy.text, [("archive: { folder: archive }", "archive: { folder: /srv/desk/state/keys/a }")])
        #expect(throws: Never.self) { _ = try SamplePolicy.parse(text) }
        #expect(throws: PolicyProblems.self) {
            _ = try PolicyParser.parse(Array(text.utf8), file: "Retention.yaml", folder: "/srv/desk")
        }
        #expect(throws: Never.self) {
            _ = try PolicyParser.parse(Array(text.utf8), file: "Retention.yaml", folder: "/srv/other")
        }
    }
}
