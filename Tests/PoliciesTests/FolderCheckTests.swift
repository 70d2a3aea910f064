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
                      remedy: give each its own folder
                    """)
    }
}
