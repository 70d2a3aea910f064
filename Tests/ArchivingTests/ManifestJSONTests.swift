import Foundation
import Testing

@testable import Archiving

@Suite struct ManifestJSONTests {
    private func read(_ json: String) throws -> SegmentManifest {
        try SegmentManifest(canonicalJSON: Array(json.utf8), name: "a manifest")
    }

    @Test func `a manifest is read back as it was`() throws {
        for segment in [try smallSegment(), try segmentOfMembers(3)] {
            let json = segment.manifest.canonicalJSON
            #expect(try SegmentManifest(canonicalJSON: json, name: "m") == segment.manifest)
        }
    }

    @Test func `the members of a manifest are those that the documentation lists, in its order`() throws {
        let json = String(decoding: try smallSegment().manifestJSON, as: UTF8.self)
        let section = try #require(try documentation().components(separatedBy: "## The manifest").last)
        let rows = section.components(separatedBy: "\n\n")[1].split(separator: "\n").dropFirst(2)
        let documented = rows.flatMap { row in
            row.split(separator: "|")[0].split(separator: "`").filter { $0.allSatisfy { $0.isLetter || $0.isNumber } }
        }
        #expect(documented.count == 18)
        let places = documented.compactMap { name in json.range(of: "\"\(name)\":")?.lowerBound }
        #expect(places.count == documented.count)
        #expect(places == places.sorted())
    }

    @Test func `the seal is the digest of the rest, as another program reckons it`() throws {
        let folder = try TemporaryFolder()
        let text = String(decoding: try smallSegment().manifest.canonicalJSON, as: UTF8.self)
        let parts = text.components(separatedBy: ",\"seal\":\"")
        #expect(parts.count == 2)
        try folder.put(Array((parts[0] + "}").utf8), "body")
        let sum = try run("sha256sum", [folder.path("body")]).output
        #expect(parts[1] == String(decoding: sum.prefix(64), as: UTF8.self) + "\"}")
    }

    /// Changes that a stranger could make and seal anew: numbers that overflow or lead elsewhere must end in an error.
    @Test(arguments: [
        (#""format":1"#, #""format":2"#), (#""offset":0"#, #""offset":1"#), (#""offset":0"#, #""offset":-1"#),
        (#""run":7"#, #""run":-7"#), (#""run":7"#, #""run":7e99"#),
        (#""conversations":6,"first""#, #""conversations":0,"first""#),
        (#""conversations":6,"first""#, #""conversations":9223372036854775807,"first""#),
        (#""first":1"#, #""first":9"#),
        (#""messages":12"#, #""messages":-1"#), (#""endsOn":"2029-05-01""#, #""endsOn":"2029-02-30""#),
        (#""store":"0123456789abcdef""#, #""store":"../../../../etc""#), (#"[0]"#, "[1]"), (#"[0]"#, "[-1]"),
        (#"[0]"#, "[]"),
        (#"[0]"#, "[0,0]"), (#""members":[{"#, #""members":[{},{"#), (#""index":{"#, #""index":{"zz":[0],"#),
    ]) func `a manifest that contradicts itself is damaged, never followed`(old: String, new: String) throws {
        let text = String(decoding: try smallSegment().manifest.canonicalJSON, as: UTF8.self)
        #expect(text.contains(old))
        #expect(kind { _ = try read(text.replacingOccurrences(of: old, with: new)) } == .damaged)
    }

    @Test func `sizes that would overflow when added are refused before they are added`() throws {
        for (bytes, lines) in [
            (Int.max, 5), (5, Int.max), (1 << 40, 1), (20, 1 << 31), (0, 5), (5, 0), (1, 1101), (3 << 20, 1 << 31),
        ] {
            let members = [0, 1].map { number in
                SegmentManifest.Member(
                    offset: number == 0 ? 0 : bytes, bytes: bytes, jsonBytes: lines, conversations: 1,
                    first: Int64(number),
                    last: Int64(number))
            }
            let outcome = kind {
                _ = try SegmentManifest(
                    facts: facts, sha256: String(repeating: "0", count: 64), bytes: bytes &* 2, messages: 1,
                    members: members, index: [:])
            }
            #expect(outcome == .damaged, "\(bytes) \(lines)")
        }
    }

    @Test func `members whose conversations overlap are refused`() throws {
        for first in [2, 3, 4] as [Int64] {
            let members = [
                SegmentManifest.Member(offset: 0, bytes: 30, jsonBytes: 40, conversations: 2, first: 1, last: 3),
                SegmentManifest.Member(offset: 30, bytes: 30, jsonBytes: 40, conversations: 2, first: first, last: 9),
            ]
            let outcome = kind {
                _ = try SegmentManifest(
                    facts: facts, sha256: String(repeating: "0", count: 64), bytes: 60, messages: 1, members: members,
                    index: [:])
            }
            #expect(outcome == (first == 4 ? nil : .damaged))
        }
    }

    @Test func `white space, another order, a second member and deep nesting are refused`() throws {
        let text = String(decoding: try smallSegment().manifest.canonicalJSON, as: UTF8.self)
        for changed in [
            text + "\n", " " + text, text.replacingOccurrences(of: #""run":7,"#, with: #""run":7,"run":7,"#),
            text.replacingOccurrences(of: #""format":1,"#, with: "").replacingOccurrences(
                of: #""seal""#, with: #""format":1,"seal""#),
            String(repeating: "[", count: 100_000), "", "null",
        ] {
            #expect(changed != text)
            #expect(kind { _ = try read(changed) } == .damaged)
        }
    }
}
