import Conversations
import Foundation
import Testing

@testable import Archiving

@Suite struct ArchiveReadingTests {
    let folder: TemporaryFolder
    let archive: ArchiveFolder
    let segment: Segment
    init() throws {
        folder = try TemporaryFolder()
        archive = try ArchiveFolder.create(path: folder.path("archive"))
        segment = try smallSegment()
        try archive.write(segment)
    }

    private var segmentFile: String { "archive/\(segment.name.segmentFile)" }
    private var manifestFile: String { "archive/\(segment.name.manifestFile)" }

    /// What a check by the manifest finds, and the one by what a run keeps of a segment that it wrote.
    private func verified() -> ArchiveError.Kind? {
        let found = kind { _ = try archive.verify(segment.manifest) }
        #expect(kind { try archive.verify(WrittenSegment(segment)) { _ in } } == found)
        return found
    }

    @Test func `the check of a segment that a run wrote gives its lines, and sees one that is missing`() throws {
        var lines: [UInt8] = []
        try archive.verify(WrittenSegment(segment)) { lines += $0 }
        var expected: [UInt8] = []
        try archive.lines(of: segment.manifest) { expected += Array($0) + [UInt8(ascii: "\n")] }
        #expect(lines == expected && !lines.isEmpty)
        let other = try smallSegment(ids: 1...5)
        let json = other.manifest.canonicalJSON
        #expect(json.count != segment.manifestJSON.count || json != segment.manifestJSON)
        try folder.put(json, manifestFile)
        #expect(kind { try archive.verify(WrittenSegment(segment)) { _ in } } == .damaged)
    }

    @Test func `every flipped byte of a segment is found`() throws {
        #expect(verified() == nil)
        for place in segment.bytes.indices {
            var bytes = segment.bytes
            bytes[place] ^= UInt8(1 << (place % 8))
            try folder.put(bytes, segmentFile)
            #expect(verified() == .damaged, "byte \(place)")
        }
    }

    @Test func `every flipped byte of a segment is found by reading alone, without its digest`() throws {
        for place in segment.bytes.indices {
            var bytes = segment.bytes
            bytes[place] ^= UInt8(1 << (place % 8))
            try folder.put(bytes, segmentFile)
            #expect(kind { try archive.lines(of: segment.manifest) { _ in } } == .damaged, "byte \(place)")
        }
    }

    @Test func `every flipped byte of a manifest is found, with the store's copy and without`() throws {
        let json = segment.manifest.canonicalJSON
        for place in json.indices {
            var bytes = json
            bytes[place] ^= UInt8(1 << (place % 8))
            try folder.put(bytes, manifestFile)
            #expect(verified() == .damaged, "byte \(place)")
            #expect(kind { _ = try archive.manifest(of: segment.name) } == .damaged, "byte \(place)")
        }
        try folder.put(json, manifestFile)
        #expect(try archive.manifest(of: segment.name) == segment.manifest)
    }

    @Test func `a segment that is truncated, or has more at its end, is found at every length`() throws {
        for length in 0..<segment.bytes.count {
            try folder.put(Array(segment.bytes.prefix(length)), segmentFile)
            #expect(verified() == .damaged)
        }
        for extra in [[0], [UInt8](repeating: 0, count: 512), segment.bytes] {
            try folder.put(segment.bytes + extra, segmentFile)
            #expect(verified() == .damaged)
        }
    }

    @Test func `a missing file and two segments that changed places are found`() throws {
        let other = try smallSegment(ids: 20...25)
        try archive.write(other)
        try folder.put(other.bytes, segmentFile)
        #expect(verified() == .damaged)
        try folder.put(segment.bytes, segmentFile)
        try folder.put(other.manifest.canonicalJSON, manifestFile)
        #expect(verified() == .damaged)
        #expect(kind { _ = try archive.manifest(of: segment.name) } == .damaged)
        #expect(unlink(folder.path(manifestFile)) == 0)
        #expect(verified() == .missing)
        try folder.put(segment.manifest.canonicalJSON, manifestFile)
        #expect(unlink(folder.path(segmentFile)) == 0)
        #expect(verified() == .missing)
    }

    @Test func `members that changed places are found by their checksums and sizes`() throws {
        let large = try segmentOfMembers(3)
        try archive.write(large)
        let members = large.manifest.members
        let swapped = members.reversed().flatMap { large.bytes[$0.offset..<$0.offset + $0.bytes] }
        try folder.put(Array(swapped), "archive/\(large.name.segmentFile)")
        #expect(kind { _ = try archive.verify(large.manifest) } == .damaged)
        #expect(kind { try archive.lines(of: large.manifest) { _ in } } == .damaged)
    }

    /// A manifest that lies, sealed as ours would be, over the given bytes.
    private func plant(_ bytes: [UInt8], jsonBytes: Int, conversations: Int = 1) throws -> SegmentManifest {
        let digest = String(
            decoding: try { () -> ArraySlice<UInt8> in
                try folder.put(bytes, "planted")
                return try run("sha256sum", [folder.path("planted")]).output.prefix(64)
            }(), as: UTF8.self)
        let member = SegmentManifest.Member(
            offset: 0, bytes: bytes.count, jsonBytes: jsonBytes, conversations: conversations, first: 1, last: 9)
        let manifest = try SegmentManifest(
            facts: facts, sha256: digest, bytes: bytes.count, messages: 1, members: [member], index: [:])
        try folder.put(bytes, "archive/\(manifest.name.segmentFile)")
        try folder.put(manifest.canonicalJSON, "archive/\(manifest.name.manifestFile)")
        return manifest
    }

    private func member(_ text: [UInt8]) throws -> [UInt8] { try text.withUnsafeBytes { try GzipMember.deflated($0) } }

    @Test func `two members where the manifest lists one are found, though the digest fits`() throws {
        let line = try member(Array("{}\n".utf8))
        #expect(kind { _ = try archive.verify(try plant(line, jsonBytes: 3)) } == nil)
        #expect(kind { _ = try archive.verify(try plant(line + line, jsonBytes: 6, conversations: 2)) } == .damaged)
        #expect(kind { _ = try archive.verify(try plant(line + line, jsonBytes: 3)) } == .damaged)
        #expect(kind { _ = try archive.verify(try plant(line + [0], jsonBytes: 3)) } == .damaged)
    }

    @Test func `a line count that does not fit, and a last line without an end, are found`() throws {
        let lines = try member(Array("{}\n{}\n".utf8))
        #expect(kind { _ = try archive.verify(try plant(lines, jsonBytes: 6, conversations: 1)) } == .damaged)
        let open = try member(Array("{}\n{}".utf8))
        #expect(kind { _ = try archive.verify(try plant(open, jsonBytes: 5, conversations: 1)) } == .damaged)
    }

    @Test func `a bomb is stopped at the size that its manifest states`() throws {
        let bomb = try member([UInt8](repeating: 32, count: 64 << 20))
        #expect(bomb.count < 100_000)
        #expect(kind { _ = try archive.verify(try plant(bomb, jsonBytes: 1000)) } == .damaged)
        // A claim beyond what deflate can do is not even a manifest.
        #expect(kind { _ = try plant(bomb, jsonBytes: 1 << 40) } == .damaged)
    }

    @Test func `a header with a name, a comment or a time is refused`() throws {
        try folder.put(Array("{}\n".utf8), "named")
        #expect(try run("gzip", ["-k", folder.path("named")]).code == 0)
        let named = try folder.bytes("named.gz")
        #expect(kind { _ = try archive.verify(try plant(named, jsonBytes: 3)) } == .damaged)
    }

    @Test func `a link, a second name, a pipe or a file that others may read is not read`() throws {
        let moved = folder.path("moved")
        #expect(rename(folder.path(segmentFile), moved) == 0)
        #expect(symlink(moved, folder.path(segmentFile)) == 0)
        #expect(verified() == .cannotCreate)
        #expect(unlink(folder.path(segmentFile)) == 0)
        #expect(link(moved, folder.path(segmentFile)) == 0)
        #expect(verified() == .cannotCreate)
        #expect(unlink(folder.path(segmentFile)) == 0)
        #expect(mkfifo(folder.path(segmentFile), 0o600) == 0)
        #expect(verified() == .cannotCreate)
        #expect(unlink(folder.path(segmentFile)) == 0)
        #expect(rename(moved, folder.path(segmentFile)) == 0)
        #expect(verified() == nil)
        #expect(chmod(folder.path(segmentFile), 0o640) == 0)
        #expect(verified() == .cannotCreate)
    }

    @Test func `lines are given whole and in order, of all members or of some`() throws {
        let large = try segmentOfMembers(3)
        try archive.write(large)
        func ids(_ members: [Int]?) throws -> [Int64] {
            var ids: [Int64] = []
            try archive.lines(of: large.manifest, members: members) {
                let read = try ArchivedConversation(line: $0)
                ids.append(read.conversation)
                #expect(read.line == Array($0))
            }
            return ids
        }
        #expect(try ids(nil) == Array(1...7))
        let second = large.manifest.members[1]
        #expect(try ids([1]) == Array(second.first...second.last))
        #expect(kind { _ = try ids([99]) } == .misuse)
    }

    @Test func `no error tells what a line holds`() throws {
        let secret = "Madame Peeters"
        let line = try member(Array("{\"conversation\":\"\(secret)\"}\n".utf8))
        let manifest = try plant(line, jsonBytes: 36 - 1 + 1)
        do {
            try archive.lines(of: manifest) { _ = try ArchivedConversation(line: $0) }
            Issue.record("read")
        } catch {
            #expect(!"\(error)".contains("Peeters"))
        }
    }

    @Test func `one member is read with tail, head and zcat, as the documentation says`() throws {
        let large = try segmentOfMembers(3)
        try archive.write(large)
        let member = large.manifest.members[1]
        let file = "\(archive.path)/\(large.name.segmentFile)"
        let answer = try run("sh", ["-c", "tail -c +\(member.offset + 1) '\(file)' | head -c \(member.bytes) | zcat"])
        var lines: [UInt8] = []
        try archive.lines(of: large.manifest, members: [1]) { lines += Array($0) + [UInt8(ascii: "\n")] }
        #expect(answer.output == lines)
        #expect(lines.count == member.jsonBytes)
    }

    @Test func `the store's own search finds a hash in the text of a manifest`() {
        let json = String(decoding: segment.manifestJSON, as: UTF8.self)
        #expect(json.contains("\"\(hash(3).hex)\":["))
        #expect(!json.contains("\"\(hash(9).hex)\":["))
    }
}
