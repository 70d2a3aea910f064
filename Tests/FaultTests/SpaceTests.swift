import Foundation
import GRDB
import Glibc
import Testing

/// The room that a night needs, on disks that are said to have so much; and where SQLite writes beside the store.
@Suite struct SpaceTests {
    private static func device(_ path: String) -> dev_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_dev : 0
    }

    private static let disks = ["/dev/shm/", NSTemporaryDirectory()]

    /// Where every fault is asked for, a machine that has one disk alone fails.
    private static let hasTwoDisks = Cases.all || Set(disks.map(device)).subtracting([0]).count == 2

    /// Moves the archives to another disk. Removed by the caller.
    private func moveArchives(of desk: FaultDesk) throws -> String {
        let own = Self.device(desk.folder)
        let base = try #require(Self.disks.first { ![0, own].contains(Self.device($0)) }, "two disks")
        let folder = "\(base)archive-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: desk.archive, toPath: folder)
        chmod(folder, 0o700)
        let policy = desk.folder + "/Retention.yaml"
        let text = try String(contentsOfFile: policy, encoding: .utf8)
            .replacing("archive: { folder: archive }", with: "archive: { folder: \(folder) }")
        try #require(text.contains(folder))
        try text.write(toFile: policy, atomically: false, encoding: .utf8)
        return folder
    }

    private func night(_ desk: FaultDesk, free bytes: Int, at path: String) throws -> Command.Result {
        try desk.command(
            FaultDesk.arguments(ofNight: FaultDesk.secondNight), adding: ["FAULT_FREE": "\(path)=\(bytes)"])
    }

    @Test func `a disk without the room that a run needs stops it before its first change`() throws {
        let desk = try FaultDesk()
        try expectStopped(desk, archive: desk.archive, full: desk.folder, for: "archiving and rewriting the store")
    }

    @Test(.enabled(if: hasTwoDisks), arguments: ["archiving", "rewriting the store"])
    func `either of two disks stops a run before its first change`(purpose: String) throws {
        let desk = try FaultDesk()
        let archive = try moveArchives(of: desk)
        defer { try? FileManager.default.removeItem(atPath: archive) }
        try expectStopped(
            desk, archive: archive, full: purpose == "archiving" ? archive : desk.store, for: purpose)
    }

    private func expectStopped(
        _ desk: FaultDesk, archive: String, full: String, for purpose: String
    ) throws {
        func trees() throws -> [Tree] {
            try [desk.folder, archive].map { folder in
                var tree = try Tree(reading: folder)
                tree.files["/store.db.lock"] = nil
                return tree
            }
        }
        let before = try trees()
        let stopped = try night(desk, free: 1_000, at: full)
        #expect(stopped.code == 73, "\(stopped.code): \(stopped.errors)")
        let said = try #require(
            stopped.errors.firstMatch(of: /retention: (.*) needs ([0-9]+) bytes and 1000 are free/), "\(stopped.errors)"
        )
        #expect(said.output.1 == purpose)
        #expect(try trees() == before)
        // One byte less than what was asked for is too little, and that much is enough.
        let wanted = try #require(Int(said.output.2))
        #expect(try night(desk, free: wanted - 1, at: full).code == 73)
        #expect(try night(desk, free: wanted, at: full).code == 0)
    }

    /// It writes the new store of VACUUM into a file that has no name for long, and would choose a folder that others read.
    @Test func `what SQLite writes for a moment lies in a folder of the store's own`() throws {
        let desk = try FaultDesk()
        // More than its cache holds.
        let database = try DatabaseQueue(path: desk.store)
        try database.write {
            try $0.execute(
                sql: """
                    create table filler(body);
                    with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000)
                    insert into filler select replace(hex(zeroblob(1000)), '00', 'xy') from n;
                    """)
        }
        try database.close()
        let log = desk.folder + ".log"
        let elsewhere = desk.folder + "/elsewhere"
        mkdir(elsewhere, 0o700)
        let night = try desk.command(
            FaultDesk.arguments(ofNight: FaultDesk.secondNight), log: log,
            adding: ["SQLITE_TMPDIR": elsewhere, "TMPDIR": elsewhere])
        #expect(night.code == 0)
        let made = try Operation.read(log).filter { $0.kind == .create && $0.path.contains("etilqs_") }
        #expect(!made.isEmpty && made.allSatisfy { $0.path.hasPrefix("/store.db.tmp/etilqs_") })
    }
}
