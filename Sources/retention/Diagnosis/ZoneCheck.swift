import Conversations
import Foundation

/// Which day it is where the policy is, by the zone data that count: those inside this program, which come with its
/// version. The machine's own say whether these are old.
struct ZoneCheck {
    let calendar: LocalCalendar
    let now: Instant

    func finding() -> Finding {
        let (zone, offset) = (calendar.zone.identifier, calendar.offset(at: now))
        let hours = "\(offset < 0 ? "-" : "+")\(abs(offset) / 3600) h \(abs(offset) / 60 % 60) min"
        let what = "it is \(calendar.date(of: now)) in \(zone), \(hours) from UTC, by the zone data of this version"
        guard let day = firstDifference() else { return .ok("time zone", what) }
        return .warning(
            "time zone", "\(what); the machine's data say otherwise from \(day) on",
            remedy: "upgrade the older of the two: the package tzdata, or retention, whose data decide")
    }

    /// The first day of the coming year on whose noon the two differ; nil where none does, or the machine has no data.
    private func firstDifference() -> CivilDate? {
        let zone = calendar.zone.identifier
        let folder = ProcessInfo.processInfo.environment["TZDIR"] ?? "/usr/share/zoneinfo"
        guard Sight(of: "\(folder)/\(zone)") == .there else { return nil }
        setenv("TZ", ":\(zone)", 1)
        tzset()
        let days = (0...366).map { now + $0 * 86_400 }
        return days.first { machineOffset(at: $0) != calendar.offset(at: $0) }.map(calendar.date(of:))
    }

    private func machineOffset(at instant: Instant) -> Int64 {
        var (seconds, local) = (time_t(instant.seconds), tm())
        localtime_r(&seconds, &local)
        return Int64(local.tm_gmtoff)
    }
}
