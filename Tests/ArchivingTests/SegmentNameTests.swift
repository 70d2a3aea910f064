import Testing

@testable import Archiving

@Suite struct SegmentNameTests {
    @Test func `a name says store, run, batch and digest, and is read back`() throws {
        let name = try #require(
            SegmentName(storeID: "0123456789abcdef", run: 12, batch: 0, sha256: String(repeating: "ab", count: 32)))
        #expect(name.description == "01234567-r12-b0-abababababababab")
        #expect(SegmentName(name.description) == name)
        #expect(SegmentFile(name.segmentFile) == SegmentFile(name, .segment))
        #expect(SegmentFile(name.manifestFile + ".tmp") == SegmentFile(name, .manifest, isTemporary: true))
    }

    @Test(arguments: [
        "", "-", "01234567-r1-b1", "01234567-r01-b1-abababababababab", "01234567-r+1-b1-abababababababab",
        "01234567-r1-b-1-abababababababab", "0123456-r1-b1-abababababababab", "01234567-r1-b1-ababababababababab",
        "01234567-r1-b1-ABABABABABABABAB", "01234567-r1-b99999999999999999999-abababababababab",
        "../01234567-r1-b1-abababababababab", "01234567-x1-b1-abababababababab",
    ]) func `no other text is a name`(text: String) {
        #expect(SegmentName(text) == nil)
        #expect(SegmentFile(text + ".jsonl.gz") == nil)
    }

    @Test(arguments: [".gz", ".jsonl", ".jsonl.gz.tmp.tmp", ".manifest.json.gz", ""])
    func `no other ending is a file of a segment`(ending: String) {
        #expect(SegmentFile("01234567-r1-b1-abababababababab" + ending) == nil)
    }
}
