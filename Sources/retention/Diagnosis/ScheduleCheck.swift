import Foundation

/// Whether something starts the job every night and runs itself: systemd's timer, or a line of cron; and whether anybody
/// hears what the night says.
struct ScheduleCheck {
    /// `/`, or another root in tests.
    let root: String

    private static let timer = "etc/systemd/system/timers.target.wants/retention.timer"
    /// There while systemd runs the machine (sd_booted(3)).
    private static let systemd = "run/systemd/system"
    /// Files that cron reads, and folders of such files.
    private static let cron = ["etc/crontab", "etc/cron.d", "etc/cron.daily", "var/spool/cron/crontabs"]
    private static let programs = ["cron", "crond", "fcron", "bcron-sched"]
    private static let folders = ["usr/sbin", "sbin", "usr/bin", "usr/local/sbin"]

    func finding() -> Finding {
        let line = Self.cron.flatMap { files(root + $0) }.first(where: startsRun)
        let isTimed = isThere(root + Self.timer)
        if isTimed && isThere(root + Self.systemd) {
            return heard("systemd's timer retention.timer starts it", lost: "what it says is in the journal alone")
        }
        if let line { return cronFinding(line) }
        guard isTimed else {
            return .warning(
                "schedule", "nothing starts `retention run` that this user can see",
                remedy: "systemctl enable --now retention.timer, or the line for cron in the README")
        }
        return .warning(
            "schedule", "systemd's timer retention.timer is enabled, but systemd does not run this machine",
            remedy: "start the machine with systemd, or install cron and the line for it in the README")
    }

    private func cronFinding(_ line: String) -> Finding {
        guard isInstalled(Self.programs) else {
            return .warning(
                "schedule", "\(line) would start it, but there is no program that reads it",
                remedy: "apt-get install cron, and see that it runs")
        }
        return heard("cron starts it, by \(line)", lost: "what it says is lost")
    }

    private func heard(_ starts: String, lost: String) -> Finding {
        guard isInstalled(["sendmail"]) else {
            return .warning(
                "schedule", "\(starts); \(lost), since no program takes mail",
                remedy: "install one that brings sendmail, such as postfix, or watch the file of --metrics-file")
        }
        return .ok("schedule", "\(starts), and what it says is mailed")
    }

    private func isInstalled(_ programs: [String]) -> Bool {
        Self.folders.contains { folder in programs.contains { isThere("\(root)\(folder)/\($0)") } }
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
