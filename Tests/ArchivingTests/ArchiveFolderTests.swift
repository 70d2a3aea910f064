import Conversations
import Foundation
import Testing

@testable import Archiving

@Suite struct ArchiveFolderTests {
    let folder: TemporaryFolder
    let archive: ArchiveFolder
    init() throws {
        folder = try TemporaryFolder()
        archive = try ArchiveFolder.create(path: folder.path("archive"))
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: archive.path).sorted()
    }

    @Test func `both files are there, private whatever the umask, and nothing else`() throws {
        let segment = try smallSegment()
        let path = folder.path("other")
        let other = try withOpenMask {
            let other = try ArchiveFolder.create(path: path)
            try other.write(segment)
            return other
        }
        #expect(try folder.mode("other") == 0o700)
        #expect(try folder.mode("other/\(segment.name.segmentFile)") == 0o600)
        #expect(try folder.mode("other/\(segment.name.manifestFile)") == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: other.path).count == 2)
        #expect(try folder.bytes("other/\(segment.name.manifestFile)") == segment.manifest.canonicalJSON)
    }

    @Test func `a segment is never written over another`() throws {
        let segment = try smallSegment()
        try archive.write(segment)
        let before = try folder.bytes("archive/\(segment.name.segmentFile)")
        #expect(kind { try archive.write(segment) } == .cannotCreate)
        #expect(try folder.bytes("archive/\(segment.name.segmentFile)") == before)
        #expect(try archive.verify(segment.manifest).conversations == 6)
    }

    @Test func `a temporary file that another run left is neither used nor removed`() throws {
        let segment = try smallSegment()
        let left = "archive/\(segment.name.segmentFile).tmp"
        try folder.put([1, 2, 3], left)
        #expect(kind { try archive.write(segment) } == .cannotCreate)
        #expect(try folder.bytes(left) == [1, 2, 3])
    }

    @Test func `a symbolic link in the place of a temporary file is not followed`() throws {
        let segment = try smallSegment()
        try folder.put([9], "victim")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("archive/\(segment.name.segmentFile).tmp"), withDestinationPath: folder.path("victim"))
        #expect(kind { try archive.write(segment) } == .cannotCreate)
        #expect(try folder.bytes("victim") == [9])
    }

    @Test func `a folder that is not there, a link, or open to others is refused and never made`() throws {
        #expect(kind { _ = try ArchiveFolder(path: folder.path("none")) } == .missing)
        #expect(!FileManager.default.fileExists(atPath: folder.path("none")))
        try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: archive.path)
        #expect(kind { _ = try ArchiveFolder(path: folder.path("link")) } == .cannotCreate)
        #expect(kind { _ = try ArchiveFolder(path: folder.path("link/")) } == .cannotCreate)
        #expect(kind { _ = try ArchiveFolder.create(path: folder.path("link")) } == .cannotCreate)
        try folder.put([1], "file")
        #expect(kind { _ = try ArchiveFolder(path: folder.path("file")) } == .cannotCreate)
        for mode in [0o770, 0o702, 0o777] as [mode_t] {
            #expect(chmod(archive.path, mode) == 0)
            #expect(kind { _ = try ArchiveFolder(path: archive.path) } == .cannotCreate)
        }
        #expect(chmod(archive.path, 0o750) == 0)
        #expect(kind { _ = try ArchiveFolder(path: archive.path) } == nil)
    }

    @Test func `a folder of another user is refused`() throws {
        // Only the super-user can give a folder away; anybody else meets one of the super-user's.
        let isSuperUser = geteuid() == 0
        if isSuperUser { #expect(chown(archive.path, 65_534, 65_534) == 0) }
        #expect(kind { _ = try ArchiveFolder(path: isSuperUser ? archive.path : "/usr") } == .cannotCreate)
    }

    @Test func `nothing temporary is left of a segment that could not be written`() throws {
        let segment = try smallSegment()
        try folder.put([1], "archive/\(segment.name.segmentFile)")
        #expect(kind { try archive.write(segment) } == .cannotCreate)
        #expect(try names() == [segment.name.segmentFile, segment.name.manifestFile].sorted())
        #expect(try folder.bytes("archive/\(segment.name.segmentFile)") == [1])
    }

    @Test func `a segment that does not read back as meant gets no name`() throws {
        let segment = try smallSegment()
        let wrong = Segment(
            bytes: segment.bytes.dropLast() + [1], manifest: segment.manifest, manifestJSON: segment.manifestJSON)
        #expect(kind { try archive.write(wrong) } == .damaged)
        #expect(try names() == [])
    }

    @Test func `the folder that was opened is the one that is written, whatever takes its name`() throws {
        #expect(rename(archive.path, folder.path("moved")) == 0)
        #expect(mkdir(archive.path, 0o700) == 0)
        let segment = try smallSegment()
        try archive.write(segment)
        #expect(try names() == [])
        #expect(try folder.bytes("moved/\(segment.name.segmentFile)") == segment.bytes)
    }

    @Test func `erasing removes both files, and is content when they are gone`() throws {
        let (a, b) = (try smallSegment(), try smallSegment(ids: 10...12))
        try archive.write(a)
        try archive.write(b)
        try archive.erase(a.name)
        #expect(try names() == [b.name.segmentFile, b.name.manifestFile].sorted())
        try archive.erase(a.name)
    }

    @Test func `only the files of the open batch are discarded`() throws {
        func facts(store: String = "0123456789abcdef", run: Int = 7, batch: Int = 2) -> SegmentFacts {
            var facts = usual
            (facts.storeID, facts.run, facts.batch) = (store, run, batch)
            return facts
        }
        let others = [
            facts(store: "f123456789abcdef"), facts(run: 8), facts(run: 77), facts(batch: 1), facts(batch: 22),
        ]
        for other in others { try archive.write(try smallSegment(other)) }
        let strange = ["notes.txt", "01234567-r7-b2-zz.jsonl.gz", "01234567-r07-b2-0011223344556677.jsonl.gz", "x.tmp"]
        for name in strange { try folder.put([1], "archive/\(name)") }
        let kept = try names()
        let open = try smallSegment()
        try archive.write(open)
        try folder.put([1], "archive/01234567-r7-b2-0011223344556677.jsonl.gz.tmp")
        try folder.put([1], "archive/01234567-r7-b2-0011223344556677.manifest.json.tmp")
        #expect(try archive.discardOpenBatch(storeID: "0123456789abcdef", run: 7, batch: 2) == 4)
        #expect(try names() == kept)
        #expect(try archive.discardOpenBatch(storeID: "0123456789abcdef", run: 7, batch: 2) == 0)
    }

    @Test func `a link under the name of an open batch is left, and stops the recovery`() throws {
        try folder.put([1], "victim")
        let name = "archive/01234567-r7-b2-0011223344556677.jsonl.gz"
        try FileManager.default.createSymbolicLink(
            atPath: folder.path(name), withDestinationPath: folder.path("victim"))
        #expect(
            kind { _ = try archive.discardOpenBatch(storeID: "0123456789abcdef", run: 7, batch: 2) } == .cannotCreate)
        #expect(try folder.bytes("victim") == [1])
    }

    @Test func `the inventory lists every file, with what its name says`() throws {
        let segment = try smallSegment()
        try archive.write(segment)
        try folder.put([1, 2], "archive/stranger")
        #expect(mkdir(folder.path("archive/folder"), 0o700) == 0)
        let entries = try archive.inventory()
        #expect(entries.map(\.text) == [segment.name.segmentFile, segment.name.manifestFile, "folder", "stranger"])
        #expect(entries.map(\.file?.part) == [.segment, .manifest, nil, nil])
        #expect(entries[0].file?.name == segment.name)
        #expect(entries[0].bytes == segment.bytes.count)
        #expect(entries.map(\.isPlainFile) == [true, true, false, true])
    }
}

private let usual = facts
