import Foundation
import Testing

@testable import retention

/// What `doctor` says of what starts the job, and of the data of time zones, on machines of other kinds.
struct ScheduleTests {
    /// A machine with these files and folders (which end in a slash), and nothing else.
    private func finding(_ files: [String]) throws -> Finding {
        let root = NSTemporaryDirectory() + "machine-" + UUID().uuidString + "/"
        defer { try? FileManager.default.removeItem(atPath: root) }
        for file in files {
            let folder = file.hasSuffix("/") ? root + file : (root + file as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            if file.hasSuffix("/") { continue }
            try "15 3 * * * retention /usr/local/bin/retention run\n".write(
                toFile: root + file, atomically: false, encoding: .utf8)
        }
        return ScheduleCheck(root: root).finding()
    }

    private static let timer = "etc/systemd/system/timers.target.wants/retention.timer"
    private static let line = "etc/cron.d/retention"

    @Test(arguments: [
        [ScheduleTests.timer, "run/systemd/system/", "usr/sbin/sendmail"],
        [ScheduleTests.line, "usr/sbin/cron", "usr/sbin/sendmail"],
        [ScheduleTests.timer, ScheduleTests.line, "usr/sbin/crond", "usr/sbin/sendmail"],
    ])
    func `a schedule that runs and is heard is well`(files: [String]) throws {
        let found = try finding(files)
        #expect(found.state == .ok && found.remedy == nil, "\(found)")
    }

    @Test(arguments: [
        ([ScheduleTests.timer], "systemd does not run this machine"),
        ([ScheduleTests.line], "no program that reads it"),
        ([ScheduleTests.line, "run/systemd/system/"], "no program that reads it"),
        ([ScheduleTests.line, "usr/sbin/cron"], "what it says is lost"), (["run/systemd/system/"], "nothing starts"),
        ([ScheduleTests.timer, "run/systemd/system/"], "in the journal alone"),
    ])
    func `a timer or line that nothing reads is a warning and no failure`(files: [String], words: String) throws {
        let found = try finding(files)
        #expect(found.state == .warning && found.what.contains(words), "\(found)")
        #expect(found.code == 0 && found.remedy != nil)
    }

    @Test func `zone data are this version's own, and a machine whose data differ is told`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        func zone(_ folder: String) throws -> String {
            let lines = try desk.shell("TZDIR=\(folder) \(Desk.binary) doctor --json --policy Retention.yaml")
            return String(try #require(lines.split(separator: "\n").first { $0.contains("\"check\":\"time zone\"") }))
        }
        _ = try desk.shell("mkdir -p other/Europe none; cp /usr/share/zoneinfo/Asia/Tokyo other/Europe/Brussels")
        let plain = try zone("/usr/share/zoneinfo")
        #expect(plain.contains("\"state\":\"ok\"") && plain.contains("by the zone data of this version"), "\(plain)")
        // Without any the answer is the same: they are not what counts.
        #expect(try zone("\(desk.folder)/none") == plain)
        let other = try zone("\(desk.folder)/other")
        #expect(other.contains("\"state\":\"warning\"") && other.contains("tzdata"), "\(other)")
        let answer = try #require(plain.firstMatch(of: #/it is .* from UTC/#)?.0)
        #expect(other.contains(answer))
    }
}
