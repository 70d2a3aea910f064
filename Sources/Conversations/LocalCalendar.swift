import Foundation
import Synchronization

/// Days of one time zone: which day an instant lies on, and when a day begins.
///
/// Foundation's zone data is used for offsets only; dates are computed here, so that no date formatter
/// (which needs locale data that a bare machine lacks) is ever involved.
package struct LocalCalendar: Sendable {
    package let zone: TimeZone
    private let offsets: DayOffsets

    /// Nil where the zone is not among the system's known identifiers (`Europe/Brussels`, `UTC`).
    package init?(zone identifier: String) {
        // Of a region's zone Foundation itself knows whether it is one; of anything else it takes many forms. The list of
        // all zones is dear to read for a command that starts.
        let known =
            identifier == "UTC" || identifier.contains("/") || TimeZone.knownTimeZoneIdentifiers.contains(identifier)
        guard known, let zone = TimeZone(identifier: identifier) else { return nil }
        self.zone = zone
        offsets = DayOffsets(zone)
    }

    /// Every identifier of the system's time-zone database, for suggesting one.
    package static var knownZones: [String] { TimeZone.knownTimeZoneIdentifiers }

    /// Seconds east of Greenwich at that instant.
    package func offset(at instant: Instant) -> Int64 { offsets.offset(at: instant.seconds) }

    package func date(of instant: Instant) -> CivilDate {
        CivilDate(daysSince1970: (instant.seconds + offset(at: instant)).floorDivided(by: 86_400))
    }

    /// The first instant of a day: local midnight, or the end of the gap where clocks jump over midnight.
    package func startOfDay(_ date: CivilDate) -> Instant { instant(date, secondsOfDay: 0) }

    /// The instant at which local clocks show that time. A time shown twice (the end of summer time) is its
    /// first occurrence; a time that is skipped is the instant at which the clocks jump.
    package func instant(_ date: CivilDate, secondsOfDay: Int64) -> Instant {
        let wall = date.daysSince1970 * 86_400 + secondsOfDay
        let before = offset(at: Instant(seconds: wall - 86_400))
        let after = offset(at: Instant(seconds: wall + 86_400))
        // No change of clocks is near: almost always.
        if before == after, offset(at: Instant(seconds: wall - before)) == before {
            return Instant(seconds: wall - before)
        }
        let candidates = [wall - before, wall - after].sorted()
        for candidate in candidates where candidate + offset(at: Instant(seconds: candidate)) == wall {
            return Instant(seconds: candidate)
        }
        return jump(between: candidates[0] - 1, and: candidates[1] + 1)
    }

    /// The instant in between at which the offset changes, by bisection.
    private func jump(between low: Int64, and high: Int64) -> Instant {
        var (low, high) = (low, high)
        let first = offset(at: Instant(seconds: low))
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if offset(at: Instant(seconds: middle)) == first { low = middle } else { high = middle }
        }
        return Instant(seconds: high)
    }

    /// Seconds of the local day that have passed at that instant, by the clock on the wall.
    package func secondsOfDay(of instant: Instant) -> Int64 {
        let wall = instant.seconds + offset(at: instant)
        return wall - wall.floorDivided(by: 86_400) * 86_400
    }

    /// ISO 8601 day of the week, 1 for Monday to 7 for Sunday.
    package static func weekday(of date: CivilDate) -> Int {
        Int((date.daysSince1970 + 3) - (date.daysSince1970 + 3).floorDivided(by: 7) * 7) + 1
    }
}

/// The offsets of a zone, asked of Foundation once for each day: it takes a microsecond, and a night asks a million
/// times, on all cores.
private final class DayOffsets: Sendable {
    private let zone: TimeZone
    /// The offset at the beginning of each UTC day from 1970-01-01, above `zero`; 0 until it was asked for. Two threads
    /// that ask at the same time write the same.
    private let known: Known
    private static let zero: Int32 = 1 << 20
    /// Up to the year 2179. What lies beyond is asked for each time.
    private static let days = 76_500

    /// Zeros, of which the system makes memory only where one is written; freed with the class.
    private struct Known: @unchecked Sendable {
        let zeros: UnsafeMutableRawPointer?
        var days: UnsafeMutablePointer<Atomic<Int32>>? { zeros?.assumingMemoryBound(to: Atomic<Int32>.self) }
    }

    init(_ zone: TimeZone) {
        self.zone = zone
        known = Known(zeros: calloc(Self.days, MemoryLayout<Atomic<Int32>>.stride))
    }

    deinit { free(known.zeros) }

    func offset(at seconds: Int64) -> Int64 {
        let day = seconds.floorDivided(by: 86_400)
        guard day >= 0, day + 1 < Self.days else { return ask(seconds) }
        let (first, second) = (begin(of: Int(day)), begin(of: Int(day) + 1))
        // No zone changes its offset twice within a day, so equal ends mean one offset all day.
        return first == second ? Int64(first) : ask(seconds)
    }

    private func begin(of day: Int) -> Int32 {
        guard let days = known.days else { return Int32(clamping: ask(Int64(day) * 86_400)) }
        let offset = days[day].load(ordering: .relaxed)
        if offset != 0 { return offset - Self.zero }
        let asked = Int32(clamping: ask(Int64(day) * 86_400))
        days[day].store(asked + Self.zero, ordering: .relaxed)
        return asked
    }

    private func ask(_ seconds: Int64) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
}
