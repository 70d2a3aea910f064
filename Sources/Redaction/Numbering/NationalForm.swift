/// A telephone number as it is dialled at home.
package enum NationalForm {
    /// The same with its country's code: E.164 with its plus. Nil where the region has no numbers of that length, or dials
    /// none with a digit before it, so that it cannot be told from one that begins with a code.
    /// - Parameters:
    ///   - digits: ASCII digits alone.
    ///   - region: its ISO 3166 code.
    package static func international(_ digits: some StringProtocol, region: String) -> String? {
        guard let plan = NumberingPlans.world.plan(region: region), plan.trunkLength > 0 else { return nil }
        let trunk = (0..<plan.trunkLength).map { plan.trunk[$0] + UInt8(ascii: "0") }
        guard digits.utf8.starts(with: trunk) else { return nil }
        let national = digits.dropFirst(trunk.count)
        // Not whether it was ever given out: who asks knows the number.
        guard plan.isPossible(national.utf8.count) else { return nil }
        return "+\(plan.countryCode)\(national)"
    }
}
