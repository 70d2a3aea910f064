import Conversations
import Policies
import Testing

@testable import Planning

/// Random numbers that are the same in every run, so that a failure can be seen again (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

func brussels() throws -> LocalCalendar { try #require(LocalCalendar(zone: "Europe/Brussels")) }

func span(_ text: String) throws -> Period { try #require(Period(text)) }

/// An instant by the clocks of Brussels: `local("2026-03-29", "02:00:00")`.
func local(_ date: String, _ time: String = "12:00:00") throws -> Instant {
    let parts = time.split(separator: ":").compactMap { Int64($0) }
    try #require(parts.count == 3)
    return try brussels().instant(#require(CivilDate(date)), secondsOfDay: parts[0] * 3600 + parts[1] * 60 + parts[2])
}
