import Archiving
import Foundation
import GRDB
import Glibc
import Testing

/// A disk that is full for real, and files that may not grow.
@Suite struct DiskFullTests {
    private let night: Invariants

    init() throws { night = try Invariants.ofSecondNight.get() }

    private func check(_ desk: FaultDesk, _ first: Command.Result, codes: Set<Int32>) throws -> [String] {
        var violations = codes.contains(first.code) ? [] : ["exit \(first.code): \(first.errors)"]
        violations += try night.afterFault(desk).map { "after the fault: \($0)" }
        let next = try desk.night()
        guard next.code == 0 else { return violations + ["the next run ends with \(next.code): \(next.errors)"] }
        return violations + (try night.afterRun(desk).map { "after the next run: \($0)" })
    }

    @Test func `a limit on the size of files`() {
        let steps = Cases.all ? 50 : 8
        Cases.run((0..<steps).map { 8 + $0 * 800 / steps }) { blocks in
            let desk = try FaultDesk()
            let arguments = FaultDesk.arguments(ofNight: FaultDesk.secondNight)
            let first = try Command.run(
                "/bin/sh",
                arguments: [
                    "-c", "ulimit -f \(blocks); exec \"$@\"", "sh", Command.path,
                ] + arguments + ["--policy", desk.folder + "/Retention.yaml"], errorsTo: desk.folder + ".errors")
            return try check(desk, first, codes: Codes.afterDiskError)
        }
    }

    /// Needs the right to mount: where every fault is asked for, a machine that does not give it fails.
    @Test(.enabled(if: Cases.all || SmallDisk.isAllowed)) func `a small disk that is full`() throws {
        let bytes = try FaultDesk.template.get().files.values.reduce(0) { $0 + ($1.count + 4095) / 4096 * 4096 }
        let steps = Cases.all ? 50 : 8
        Cases.run((0..<steps).map { bytes + (64 << 10) + $0 * (1_600 << 10) / steps }) { size in
            let disk = try SmallDisk(size)
            let desk = try FaultDesk(in: disk.folder)
            let first = try desk.night()
            try disk.grow()
            return try check(desk, first, codes: Codes.afterDiskError)
        }
    }

    /// Also where a run changes no record and has only to rewrite the store.
    @Test(.enabled(if: Cases.all || SmallDisk.isAllowed))
    func `a disk without the room that a run needs stops it before its first change`() throws {
        let disk = try SmallDisk(64 << 20)
        let desk = try FaultDesk(in: disk.folder)
        let size = try Tree(reading: desk.folder).files["/store.db"]?.count ?? 0
        #expect(try stopped(desk, disk, leaving: size).contains(/archiving and rewriting the store needs [0-9]+ bytes/))
        #expect(try desk.night().code == 0)
        let database = try DatabaseQueue(path: desk.store)
        try database.write { try $0.execute(sql: "insert into retention_erased(hash) values (1)") }
        let after = try Tree(reading: desk.folder).files["/store.db"]?.count ?? 0
        #expect(try stopped(desk, disk, leaving: after).contains("needs \(2 * after) bytes"))
        let night = try desk.night()
        #expect(night.code == 0, "\(night.code): \(night.errors)")
        #expect(try database.read { try Int.fetchOne($0, sql: "select count(*) from retention_erased") } == 0)
        try database.close()
    }

    /// What a run says that is refused while so many bytes are free.
    private func stopped(_ desk: FaultDesk, _ disk: SmallDisk, leaving bytes: Int) throws -> String {
        let filler = disk.folder + "/filler"
        let free = try FreeSpace(at: disk.folder).bytes
        #expect(FileManager.default.createFile(atPath: filler, contents: Data(count: free - bytes)))
        let before = try Contents(copyOf: desk)
        let result = try desk.night()
        #expect(result.code == 73, "\(result.errors)")
        let now = try Contents(copyOf: desk)
        #expect(now.conversations == before.conversations && now.rows == before.rows)
        // Emptied first: a process that another test began meanwhile may have the file open, and keeps its space.
        #expect(truncate(filler, 0) == 0)
        try FileManager.default.removeItem(atPath: filler)
        return result.errors
    }
}

/// A file system in memory of a given size, while it is held.
final class SmallDisk {
    let folder: String

    static let isAllowed: Bool = (try? SmallDisk(1 << 20)) != nil

    init(_ bytes: Int) throws {
        folder = NSTemporaryDirectory() + "disk-" + UUID().uuidString
        mkdir(folder, 0o700)
        guard mount("retention-test", folder, "tmpfs", 0, "size=\(bytes)") == 0 else {
            rmdir(folder)
            throw Violation("no disk can be mounted")
        }
    }

    func grow() throws {
        guard mount("retention-test", folder, "tmpfs", UInt(MS_REMOUNT), "size=64m") == 0 else {
            throw Violation("the disk does not grow")
        }
    }

    deinit {
        umount2(folder, Int32(MNT_DETACH))
        rmdir(folder)
    }
}
