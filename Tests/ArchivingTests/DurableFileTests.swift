import Foundation
import Testing

@testable import Archiving

@Suite struct DurableFileTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    @Test func `the bytes are there, private, and nothing beside them`() throws {
        try DurableFile.write([1, 2, 3], to: folder.path("report.json"), replacing: false)
        #expect(try folder.bytes("report.json") == [1, 2, 3])
        #expect(try folder.mode("report.json") == 0o600)
        #expect(try folder.names() == ["report.json"])
    }

    @Test func `the mode is the one that was asked for, whatever the umask`() throws {
        try DurableFile.write([1], to: folder.path("shared"), mode: 0o666, replacing: false)
        #expect(try folder.mode("shared") == 0o666)
    }

    @Test func `a folder open to others is refused, but for one that a person named`() throws {
        #expect(mkdir(folder.path("open"), 0o777) == 0 && chmod(folder.path("open"), 0o777) == 0)
        #expect(kind { try DurableFile.write([1], to: folder.path("open/plan"), replacing: false) } == .cannotCreate)
        try DurableFile.write([1], to: folder.path("open/plan"), replacing: false, anyFolder: true)
        #expect(try folder.bytes("open/plan") == [1])
        #expect(try folder.mode("open/plan") == 0o600)
        #expect(symlink(folder.path("open"), folder.path("link")) == 0)
        #expect(kind { try DurableFile.write([1], to: folder.path("link/other"), replacing: false) } == .cannotCreate)
        try DurableFile.write([1], to: folder.path("link/other"), replacing: false, anyFolder: true)
        #expect(try folder.bytes("open/other") == [1])
    }

    @Test func `a file of that name gives way only when told`() throws {
        try DurableFile.write([1], to: folder.path("plan"), replacing: false)
        #expect(kind { try DurableFile.write([2], to: folder.path("plan"), replacing: false) } == .cannotCreate)
        #expect(try folder.bytes("plan") == [1])
        try DurableFile.write([2], to: folder.path("plan"), replacing: true)
        #expect(try folder.bytes("plan") == [2])
        #expect(try folder.names() == ["plan"])
    }

    @Test func `what a stopped process left is removed`() throws {
        try folder.put([7, 7], "plan.tmp")
        try DurableFile.write([1], to: folder.path("plan"), replacing: false)
        #expect(try folder.names() == ["plan"])
        #expect(try folder.bytes("plan") == [1])
    }

    @Test func `a file that another process is writing is left alone`() throws {
        try folder.put([7], "plan.tmp")
        let descriptor = open(folder.path("plan.tmp"), O_RDONLY)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX) == 0)
        #expect(kind { try DurableFile.write([1], to: folder.path("plan"), replacing: true) } == .cannotCreate)
        #expect(try folder.bytes("plan.tmp") == [7])
    }

    @Test func `a link is replaced, never followed`() throws {
        try folder.put([9], "victim")
        #expect(symlink(folder.path("victim"), folder.path("report")) == 0)
        #expect(symlink(folder.path("victim"), folder.path("other.tmp")) == 0)
        try DurableFile.write([1], to: folder.path("report"), replacing: true)
        #expect(kind { try DurableFile.write([1], to: folder.path("other"), replacing: true) } == .cannotCreate)
        #expect(try folder.bytes("victim") == [9])
    }

    @Test func `paths without a file name, and folders that are not there, are refused`() throws {
        for path in ["", "/", folder.path + "/", folder.path("..")] {
            #expect(kind { try DurableFile.write([1], to: path, replacing: true) } == .cannotCreate)
        }
        #expect(kind { try DurableFile.write([1], to: folder.path("none/x"), replacing: true) } == .missing)
    }

    @Test func `short writes go on, interrupted ones are made again, errors stand`() {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
        var (taken, calls): ([UInt8], Int) = ([], 0)
        let code = bytes.withUnsafeBytes { buffer in
            writeAll(buffer) { position, count in
                calls += 1
                if calls % 3 == 0 {
                    errno = EINTR
                    return -1
                }
                let part = min(count, 1 + calls % 7)
                taken += UnsafeRawBufferPointer(start: position, count: part)
                return part
            }
        }
        #expect(code == 0)
        #expect(taken == bytes)
        func failing(_ result: Int, _ code: Int32) -> Int32 {
            bytes.withUnsafeBytes { buffer in
                writeAll(buffer) { _, _ in
                    errno = code
                    return result
                }
            }
        }
        #expect(failing(-1, ENOSPC) == ENOSPC)
        #expect(failing(-1, EIO) == EIO)
        #expect(failing(0, 0) == ENOSPC)
    }
}
