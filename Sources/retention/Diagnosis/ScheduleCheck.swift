import Foundation

/// Whether something starts the job every night: systemd's timer, or a line of cron.
struct ScheduleCheck {
    /// `/`, or another root in tests.
    let root: String

    private static let timer = "etc/systemd/system/timers.target.wants/retention.timer"
    /// Files that cron reads, and folders of such files.
    private static let cron = ["etc/crontab", "etc/cron.d", "etc/cron.daily", "var/spool/cron/crontabs"]

    func finding() -> Finding {
        if isThere(root + Self.timer) { return .ok("schedule", "systemd's timer retention.timer is enabled") }
        for path in Self.cron.flatMap({ files(root + $0) }) where startsRun(path) {
            return .ok("schedule", "cron starts it, by \(path)")
        }
        return .warning(
            "schedule", "nothing starts `retention run` that this user can see",
            remedy: "systemctl enable --now retention.timer, or the line for cron in the README")
    }

    private func isThere(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    private func files(_ path: String) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
        guard isFolder.boolValue else { return [path] }
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted().map { "\(path)/\($0)" }
    }

    /// A line that is no comment. What this user may not read is passed over.
    private func startsRun(_ path: String) -> Bool {
        guard let bytes = FileManager.default.contents(atPath: path) else { return false }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").contains { line in
            !line.drop(while: \.isWhitespace).hasPrefix("#") && line.contains("retention run")
        }
    }
}
