/// Which digits are a telephone number, for the regions of a run.
struct PhonePlans: Sendable {
    /// A reading of digits as a number.
    struct Reading: Sendable {
        enum Form: Sendable { case international, national, withoutTrunk, bareCountryCode }
        var form: Form
        var kinds: NumberingPlans.Kinds
        var countryCode: Int
        /// Where the national significant number begins in the digits read.
        var national: Int
        /// Valid, not only possible by its length.
        var isValid: Bool
        /// Of the run, in their order; -1 for a number from abroad.
        var region: Int

        /// A mobile number before a fixed one, a valid one before a possible one; else the region believed first.
        fileprivate func isBetter(than other: Reading?) -> Bool {
            guard let other else { return true }
            if isValid != other.isValid { return isValid }
            // The service lines of the policy's first region are nobody's; those of others may be somebody's number.
            if other.region > 0, other.kinds.isDisjoint(with: .personal) { return !kinds.isDisjoint(with: .personal) }
            return kinds == .mobile && other.kinds != .mobile
        }
    }

    let world = NumberingPlans.world
    let regions: [NumberingPlans.Plan]
    /// Regions whose numbers are written without anything before them (no trunk prefix): by index in `regions`.
    private let closed: [Bool]
    private let openings: PlanOpenings

    init(regions names: [String]) {
        regions = names.compactMap { NumberingPlans.world.plan(region: $0) }
        closed = regions.map { $0.trunkLength == 0 || $0.countryCode == 1 }
        openings = PlanOpenings(regions, closed)
    }

    /// Reads digits after `+` or `00`: a country code and a national number of a possible length.
    /// `trunkAt` is the place of a `(0)`, which is no part of the number.
    func international(_ digits: UnsafeBufferPointer<UInt8>) -> Reading? {
        var code = 0
        for start in 1...3 where start <= digits.count {
            code = code * 10 + Int(digits[start - 1])
            guard let plan = world.plan(countryCode: code) else { continue }
            return international(UnsafeBufferPointer(rebasing: digits[start...]), plan, start)
        }
        return nil
    }

    private func international(_ digits: UnsafeBufferPointer<UInt8>, _ plan: NumberingPlans.Plan, _ start: Int)
        -> Reading?
    {
        var reading = Reading(
            form: .international, kinds: [], countryCode: plan.countryCode, national: start, isValid: false, region: -1)
        reading.kinds = plan.isPossible(digits.count) ? world.kinds(digits, in: plan) : []
        if !reading.kinds.isEmpty {
            reading.isValid = true
            return reading
        }
        // A trunk 0 that should not be there: +32 (0)470, +32 0470.
        if digits.first == 0, plan.isPossible(digits.count - 1) {
            reading.kinds = world.kinds(UnsafeBufferPointer(rebasing: digits[1...]), in: plan)
            (reading.national, reading.isValid) = (start + 1, !reading.kinds.isEmpty)
            return reading
        }
        return plan.isPossible(digits.count) && digits.count >= 6 ? reading : nil
    }

    /// What is dialled before a national number inside a country.
    func trunk(ofCountryCode code: Int) -> [UInt8] {
        let plan = regions.first { $0.countryCode == code } ?? world.regions.first { $0.countryCode == code }
        return plan.map { plan in (0..<plan.trunkLength).map { plan.trunk[$0] } } ?? []
    }

    /// Reads digits as they are dialled at home in one of the regions, or with a bare country code of one: the first
    /// region whose mobile number they are, else the first reading there is.
    func national(_ digits: UnsafeBufferPointer<UInt8>) -> Reading? {
        var best: Reading?
        var asked = openings.regions(digits)
        while let index = asked.next() {
            guard let reading = national(digits, regions[index], index) else { continue }
            if reading.kinds == .mobile, reading.form == .national { return reading }
            if reading.isBetter(than: best) { best = reading }
        }
        if let bare = bareCountryCode(digits), bare.kinds == .mobile || best?.isValid != true { return bare }
        return best
    }

    private func national(
        _ digits: UnsafeBufferPointer<UInt8>, _ plan: NumberingPlans.Plan, _ index: Int
    ) -> Reading? {
        let rest = digits.count - plan.trunkLength
        guard plan.isPossible(rest) || rest >= 0 && plan.isPossible(digits.count) else { return nil }
        if hasTrunk(digits, plan) {
            let rest = UnsafeBufferPointer(rebasing: digits[plan.trunkLength...])
            let kinds = world.kinds(rest, in: plan)
            // A number of the right length in a range not given out yet may be one by the time it is read.
            guard !kinds.isEmpty || rest.count >= 9 && plan.isPossible(rest.count) else {
                return nil
            }
            // 088 and seven digits is a firm's desk in the Netherlands, and no line that is nobody's.
            let isDesk = plan.countryCode == 31 && !kinds.isEmpty && rest.starts(with: [8, 8])
            return Reading(
                form: .national, kinds: isDesk ? .fixed : kinds, countryCode: plan.countryCode,
                national: plan.trunkLength, isValid: !kinds.isEmpty, region: index)
        }
        let kinds = world.kinds(digits, in: plan)
        guard !kinds.isEmpty else { return nil }
        // Without its trunk prefix only a mobile number stands out.
        guard closed[index] || kinds.contains(.mobile) && digits.count >= 9 else { return nil }
        let form: Reading.Form = closed[index] && digits.first == 0 ? .national : .withoutTrunk
        return Reading(
            form: form, kinds: kinds, countryCode: plan.countryCode, national: 0, isValid: true, region: index)
    }

    private func hasTrunk(_ digits: UnsafeBufferPointer<UInt8>, _ plan: NumberingPlans.Plan) -> Bool {
        guard plan.trunkLength > 0 else { return false }
        for place in 0..<plan.trunkLength where digits[place] != plan.trunk[place] { return false }
        return true
    }

    /// Reads ten digits as a number of North America, where one of the regions is there.
    func northAmerican(_ digits: UnsafeBufferPointer<UInt8>) -> Reading? {
        guard digits.count == 10, let index = regions.firstIndex(where: { $0.countryCode == 1 }) else { return nil }
        return national(digits, regions[index], index)
    }

    private func bareCountryCode(_ digits: UnsafeBufferPointer<UInt8>) -> Reading? {
        guard digits.count >= 10, digits.first != 0, let reading = international(digits), reading.isValid,
            let region = regions.firstIndex(where: { $0.countryCode == reading.countryCode })
        else { return nil }
        var bare = reading
        (bare.form, bare.region) = (.bareCountryCode, region)
        return bare
    }

    /// Appends `+`, the country code and the national number, as ASCII; the bare digits where the country is a guess.
    func appendCanonical(_ reading: Reading, _ digits: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        guard reading.isValid || reading.form == .international else {
            for digit in digits { output.append(0x30 + digit) }
            return
        }
        output.append(0x2B)
        if reading.countryCode >= 100 { output.append(UInt8(0x30 + reading.countryCode / 100)) }
        if reading.countryCode >= 10 { output.append(UInt8(0x30 + reading.countryCode / 10 % 10)) }
        output.append(UInt8(0x30 + reading.countryCode % 10))
        for digit in digits[reading.national...] { output.append(0x30 + digit) }
    }

    /// Appends the canonical form of digits that a link holds: international where they can be, else bare.
    func appendCanonical(international digits: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        let isAbroad = digits.count >= 2 && digits[0] == 0 && digits[1] == 0
        let rest = isAbroad ? UnsafeBufferPointer(rebasing: digits[2...]) : digits
        if rest.first != 0, let reading = international(rest) { return appendCanonical(reading, rest, to: &output) }
        if let reading = national(digits) { return appendCanonical(reading, digits, to: &output) }
        for digit in digits { output.append(0x30 + digit) }
    }
}
