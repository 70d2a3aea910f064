import Foundation
import Testing

@testable import Archiving

@Suite struct ArchiveComparisonTests {
    let folder: TemporaryFolder
    let archive: ArchiveFolder
    let segment: Segment
    init() throws {
        folder = try TemporaryFolder()
        archive = try ArchiveFolder.create(path: folder.path("archive"))
        segment = try smallSegment()
        try archive.write(segment)
    }

    private func compare(_ segments: [Segment]) throws -> ArchiveComparison {
        ArchiveComparison(
            inventory: try archive.inventory(),
            expected: segments.map {
                .init(
                    name: $0.name, segmentBytes: $0.bytes.count, manifestBytes: $0.manifest.canonicalJSON.count)
            })
    }

    @Test func `a folder that holds what the store lists is the same`() throws {
        let comparison = try compare([segment])
        #expect(comparison.isSame)
        #expect(comparison.error == nil)
    }

    @Test func `an empty store beside a full folder is found`() throws {
        let comparison = try compare([])
        #expect(comparison.unlisted == [SegmentFile(segment.name, .segment), SegmentFile(segment.name, .manifest)])
        #expect(comparison.error?.kind == .damaged)
    }

    @Test func `a newer store beside an older folder is found`() throws {
        let comparison = try compare([segment, try smallSegment(ids: 50...51)])
        #expect(comparison.missing.count == 2)
        #expect(comparison.unlisted.isEmpty && comparison.resized.isEmpty)
        #expect(comparison.error != nil)
    }

    @Test func `another size, a temporary file and a stranger are found, and the stranger is not named`() throws {
        try folder.put(segment.bytes + [0], "archive/\(segment.name.segmentFile)")
        try folder.put([1], "archive/\(segment.name.manifestFile).tmp")
        try folder.put([1], "archive/Peeters +32470000000.txt")
        let comparison = try compare([segment])
        #expect(comparison.resized == [SegmentFile(segment.name, .segment)])
        #expect(comparison.unlisted == [SegmentFile(segment.name, .manifest, isTemporary: true)])
        #expect(comparison.foreign == 1)
        let error = try #require(comparison.error)
        #expect(!error.description.contains("Peeters") && !error.description.contains("32470"))
    }

    @Test func `a file whose name is not UTF-8 is a stranger, not nothing`() throws {
        let path = Array(archive.path.utf8CString.dropLast()) + [0x2F, -1, -2, 0]
        let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
        #expect(descriptor >= 0)
        close(descriptor)
        #expect(try compare([segment]).foreign == 1)
    }
}
