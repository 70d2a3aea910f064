import Conversations
import Crypto

extension ArchiveFolder {
    /// Reads everything of a segment and compares it: the size and SHA-256 of its file, each member at its place with
    /// its size and its lines, nothing after the last; and that the manifest beside it is this one, byte for byte.
    package func verify(_ manifest: SegmentManifest) throws(ArchiveError) -> SegmentCheck {
        let expected = manifest.canonicalJSON
        let beside = try OpenFile(reading: manifest.name.manifestFile, in: folder)
        guard try beside.size() == expected.count, try beside.read(expected.count, at: 0) == expected else {
            throw .damaged("\(beside.name) is not the manifest that the store holds")
        }
        return try OpenFile(reading: manifest.name.segmentFile, in: folder).check(manifest)
    }

    /// The same for a segment of this run, on one core, and gives the lines of each member on the way, those of a member
    /// together. What was given before an error stands.
    package func verify(_ written: WrittenSegment, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let beside = try OpenFile(reading: written.name.manifestFile, in: folder)
        guard try beside.size() == written.manifestBytes,
            try SHA256.hash(data: beside.read(written.manifestBytes, at: 0)).hexadecimal == written.manifestSHA256
        else { throw ArchiveError.damaged("\(beside.name) is not the manifest that the store holds") }
        let file = try OpenFile(reading: written.name.segmentFile, in: folder)
        try SegmentBytes(descriptor: file.descriptor, name: file.name).compareDigest(
            written.sha256, written.table.bytes)
        withExtendedLifetime(file.descriptor) {}
        var number = 0
        try eachMember(of: written.table) { lines in
            var count = 0
            for byte in lines where byte == UInt8(ascii: "\n") { count += 1 }
            guard count == written.table.members[number].conversations, lines.last == UInt8(ascii: "\n") else {
                throw ArchiveError.damaged("member \(number) of \(written.name) does not hold its lines")
            }
            number += 1
            try body(lines)
        }
    }

    /// The manifest that lies beside a segment, for a folder whose store is not at hand. Its seal, its canonical form
    /// and its name are checked.
    package func manifest(of name: SegmentName) throws(ArchiveError) -> SegmentManifest {
        let file = try OpenFile(reading: name.manifestFile, in: folder)
        let size = try file.size()
        guard size <= Self.greatestManifest else {
            throw .damaged("\(file.name) has \(size) bytes, too many for a manifest")
        }
        let manifest = try SegmentManifest(canonicalJSON: try file.read(size, at: 0), name: file.name)
        guard manifest.name == name else { throw .damaged("\(file.name) is the manifest of \(manifest.name)") }
        return manifest
    }

    /// Far above what a batch of 16 MiB of lines can need.
    private static let greatestManifest = 64 << 20

    /// Gives each line (without its line end) of a segment, or of some of its members, in their order. Memory: one
    /// member. The checksum of each member that is read is checked before its lines are given; the digest of the whole
    /// file is `verify`'s.
    package func lines(
        of manifest: SegmentManifest, members: [Int]? = nil, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let table = SegmentTable(manifest)
        try eachMember(of: table, members ?? Array(manifest.members.indices)) { bytes in
            for line in bytes.split(separator: UInt8(ascii: "\n")) { try body(UnsafeRawBufferPointer(rebasing: line)) }
        }
    }

    /// Gives the lines of each member of a segment, those of a member together. Memory: one member, whose checksum is
    /// checked before it is given.
    package func eachMember(
        of segment: SegmentTable, _ numbers: [Int]? = nil, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let file = try OpenFile(reading: segment.name.segmentFile, in: folder)
        let size = try file.size()
        guard size == segment.bytes else {
            throw ArchiveError.damaged("\(file.name) has \(size) bytes, not \(segment.bytes)")
        }
        let place = SegmentBytes(descriptor: file.descriptor, name: file.name)
        var lines: [UInt8] = []
        for number in numbers ?? Array(segment.members.indices) {
            guard segment.members.indices.contains(number) else {
                throw ArchiveError(
                    .misuse, "\(segment.name) has no member \(number)", remedy: "take members from its index")
            }
            lines.removeAll(keepingCapacity: true)
            lines.reserveCapacity(segment.members[number].jsonBytes)
            try place.inflate(segment.members[number], number: number) { lines += $0 }
            try lines.withUnsafeBytes(body)
        }
        withExtendedLifetime(file.descriptor) {}
    }
}
