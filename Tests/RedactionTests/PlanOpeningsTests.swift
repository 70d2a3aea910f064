import Testing

@testable import Redaction

/// Which regions are asked is decided by the first digits: those that are not would have answered nothing.
@Suite struct PlanOpeningsTests {
    @Test func `a reading is the same when every region is asked`() {
        let names = ["BE", "FR", "NL", "LU", "DE", "GB", "MA", "CD", "RO", "US"]
        let plans = PhonePlans(regions: names)
        let each = names.map { PhonePlans(regions: [$0]) }
        var (state, read) = (UInt64(7), 0)
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
        for number in 0..<60_000 {
            let count = 6 + Int(next() % 9)
            var digits = (0..<count).map { _ in UInt8(next() % 10) }
            if number % 2 == 0 { digits[0] = 0 }
            digits.withUnsafeBufferPointer { digits in
                let any = each.compactMap { $0.national(digits) }
                let found = plans.national(digits)
                #expect((found == nil) == any.isEmpty)
                guard let found else { return }
                read += 1
                #expect(any.contains { $0.countryCode == found.countryCode && $0.form == found.form })
            }
        }
        #expect(read > 5000, "the digits must be numbers often enough")
    }

    @Test func `regions past the 64th are asked too`() {
        let others = NumberingPlans.world.regions.prefix(70).map { plan in
            String(decoding: [UInt8(plan.region >> 8), UInt8(plan.region & 0xFF)], as: UTF8.self)
        }
        let plans = PhonePlans(regions: others.filter { $0 != "BE" } + ["BE"])
        #expect(plans.regions.count > 64)
        let digits: [UInt8] = [0, 4, 7, 0, 1, 2, 3, 4, 5, 6]
        digits.withUnsafeBufferPointer { #expect(plans.national($0) != nil) }
        let alone = PhonePlans(regions: ["BE"])
        digits.withUnsafeBufferPointer { #expect(alone.national($0)?.countryCode == 32) }
    }
}
