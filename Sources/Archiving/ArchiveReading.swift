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
        let file = try OpenFile(reading: manifest.name.segmentFile, in: folder)
        let size = try file.size()
        guard size == manifest.bytes else {
            throw ArchiveError.damaged("\(file.name) has \(size) bytes, not \(manifest.bytes)")
        }
        let bytes = SegmentBytes(descriptor: file.descriptor, name: file.name)
        for number in members ?? Array(manifest.members.indices) {
            guard manifest.members.indices.contains(number) else {
                throw ArchiveError(
                    .misuse, "\(manifest.name) has no member \(number)", remedy: "take members from its index")
            }
            var lines: [UInt8] = []
            try bytes.inflate(manifest.members[number], number: number) { lines += $0 }
            try lines.withUnsafeBytes { bytes in
                for line in bytes.split(separator: UInt8(ascii: "\n")) {
                    try body(UnsafeRawBufferPointer(rebasing: line))
                }
            }
        }
        withExtendedLifetime(file.descriptor) {}
    }
}
