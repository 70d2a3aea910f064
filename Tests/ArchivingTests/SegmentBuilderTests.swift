import Conversations
import Foundation
import Testing

@testable import Archiving

@Suite struct SegmentBuilderTests {
    @Test func `gzip and zcat open a segment, and give the lines in order`() throws {
        let folder = try TemporaryFolder()
        let archive = try ArchiveFolder.create(path: folder.path("archive"))
        let segment = try segmentOfMembers(3)
        try archive.write(segment)
        let file = "\(archive.path)/\(segment.name.segmentFile)"
        #expect(try run("gzip", ["-t", file]).code == 0)
        let lines = try run("zcat", [file]).output
        #expect(lines.count == segment.manifest.jsonBytes)
        let ids = try lines.split(separator: UInt8(ascii: "\n")).map { line in
            try line.withUnsafeBytes { try ArchivedConversation(line: $0).conversation }
        }
        #expect(ids == Array(1...7))
        let sum = try run("sha256sum", [file]).output
        #expect(String(decoding: sum.prefix(64), as: UTF8.self) == segment.manifest.sha256)
    }

    @Test func `members are cut at line ends, near one mebibyte, and follow one another`() throws {
        let segment = try segmentOfMembers(4)
        #expect(segment.manifest.members.count == 3)
        for (one, next) in zip(segment.manifest.members, segment.manifest.members.dropFirst()) {
            #expect(one.jsonBytes + next.jsonBytes > 1 << 20)
        }
        for member in segment.manifest.members {
            #expect(member.jsonBytes <= 1 << 20)
            let bytes = segment.bytes[member.offset..<member.offset + member.bytes]
            #expect(Array(bytes.prefix(10)) == GzipMember.header)
        }
        #expect(segment.manifest.members.map(\.conversations).reduce(0, +) == segment.manifest.conversations)
    }

    @Test func `a line longer than a member is a member of its own`() throws {
        var builder = SegmentBuilder()
        let long = [UInt8](repeating: UInt8(ascii: "7"), count: 3 << 20)
        try builder.append(conversation: 1, messages: 1, line: [UInt8(ascii: "1")], hashes: [])
        try builder.append(conversation: 2, messages: 1, line: long, hashes: [])
        try builder.append(conversation: 3, messages: 1, line: [UInt8(ascii: "3")], hashes: [])
        let members = try builder.finish(facts).manifest.members
        #expect(members.map(\.conversations) == [1, 1, 1])
        #expect(members.map(\.jsonBytes) == [2, (3 << 20) + 1, 2])
    }

    @Test func `the same lines give the same bytes`() throws {
        let (a, b) = (try segmentOfMembers(3), try segmentOfMembers(3))
        #expect(a == b)
        #expect(a.manifest.canonicalJSON == b.manifest.canonicalJSON)
    }

    @Test func `the index leads from a keyed hash to every member that holds it`() throws {
        let manifest = try segmentOfMembers(3).manifest
        #expect(manifest.members(holding: hash(200)) == Array(manifest.members.indices))
        for id in 1...7 {
            let expected = manifest.members.indices.filter {
                (manifest.members[$0].first...manifest.members[$0].last).contains(Int64(id))
            }
            #expect(manifest.members(holding: hash(UInt8(id))) == expected)
        }
        #expect(manifest.members(holding: hash(99)) == [])
    }

    @Test func `a batch is full at its limit, and one longer conversation is a batch of its own`() throws {
        var builder = SegmentBuilder(limit: 100)
        #expect(builder.hasRoom(for: 5000))
        try builder.append(conversation: 1, messages: 1, line: [UInt8](repeating: 49, count: 79), hashes: [])
        #expect(builder.hasRoom(for: 19))
        #expect(!builder.hasRoom(for: 20))
        #expect(!builder.isFull)
        try builder.append(conversation: 2, messages: 1, line: [UInt8](repeating: 49, count: 19), hashes: [])
        #expect(builder.isFull)
    }

    @Test func `conversations out of order, empty lines and two lines in one are refused`() throws {
        var builder = SegmentBuilder(limit: 100)
        try builder.append(conversation: 5, messages: 1, line: [49], hashes: [])
        #expect(kind { try builder.append(conversation: 5, messages: 1, line: [49], hashes: []) } == .misuse)
        #expect(kind { try builder.append(conversation: 4, messages: 1, line: [49], hashes: []) } == .misuse)
        #expect(kind { try builder.append(conversation: 6, messages: 1, line: [], hashes: []) } == .misuse)
        #expect(kind { try builder.append(conversation: 6, messages: 1, line: [49, 10, 49], hashes: []) } == .misuse)
        #expect(kind { _ = try SegmentBuilder(limit: 100).finish(facts) } == .misuse)
        #expect(try builder.finish(facts).manifest.conversations == 1)
    }

    @Test(arguments: [0, 1, 500, 40_000]) func `the space computed for a batch is enough, whatever it holds`(noise: Int)
        throws
    {
        var builder = SegmentBuilder()
        var generator = SystemRandomNumberGenerator()
        for id in 1...40 {
            let line = (0..<noise + 1).map { _ in UInt8.random(in: 32...126, using: &generator) }
            let hashes = (0..<50).map { _ in
                IndexHash(
                    high: .random(in: 0 ... .max, using: &generator), low: .random(in: 0 ... .max, using: &generator))
            }
            try builder.append(conversation: Int64(id), messages: 1, line: line, hashes: hashes)
        }
        let wanted = builder.spaceNeeded
        let segment = try builder.finish(facts)
        #expect(segment.bytes.count + segment.manifest.canonicalJSON.count <= wanted)
    }

    @Test func `nothing in a file tells a name, a time or a system`() throws {
        let segment = try smallSegment()
        #expect(Array(segment.bytes.prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255])
        #expect(segment.name.description == "01234567-r7-b2-\(segment.manifest.sha256.prefix(16))")
    }
}
