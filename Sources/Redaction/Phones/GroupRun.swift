/// Neighbouring digit groups that may be one number, and what is known of how they are written. It grows to the left, so
/// that a group is looked at once for each end that a run may have, and not once for each run.
struct GroupRun {
    private(set) var first: Int
    let last: Int
    /// Groups that stand as digits.
    private var plain = 0
    /// Of these, groups of one digit and of two.
    private var plainOnes = 0
    private var plainPairs = 0
    /// Groups of one digit, however they are written, but a `(0)`.
    private var singles = 0
    /// Whether all gaps are like the last one.
    private var isEven = true
    private let lastGap: DigitGroup.Gap?
    /// What the gap behind the first group costs, and all others together.
    private var headCost = 0
    private var laterCost = 0
    /// What the words behind say of each run that ends here; nil until it is asked.
    private var after: Int?

    /// The group `last` alone.
    init(_ s: borrowing Scratch, endingAt last: Int) {
        (first, self.last) = (last, last)
        lastGap = s.groups[last].gap
        count(s.groups[last])
    }

    var groups: ClosedRange<Int> { ClosedRange(uncheckedBounds: (first, last)) }
    var count: Int { last - first + 1 }

    /// Takes the groups before, down to `first`; there is a gap before each that it has.
    mutating func grow(_ s: borrowing Scratch, to first: Int) {
        while self.first > first { grow(s) }
    }

    private mutating func grow(_ s: borrowing Scratch) {
        let head = s.groups[first]
        let before = s.groups[first - 1]
        laterCost += headCost
        headCost = Int(head.gapCost)
        // A comma parts what is spoken, "forty-seven, twelve", and little else.
        if let gap = head.gap, gap.sign == 0x2C, head.style == .words, before.style == .words { headCost = 2 }
        isEven = isEven && head.gap == lastGap
        first -= 1
        count(before)
    }

    private mutating func count(_ group: DigitGroup) {
        let digits = group.digits.count
        if digits == 1, !group.isTrunkZero { singles += 1 }
        guard group.style == .plain else { return }
        plain += 1
        if digits == 1 { plainOnes += 1 } else if digits == 2 { plainPairs += 1 }
    }

    /// What the words behind say, as `PhoneContext.after` answers, asked once for all runs that end here.
    mutating func after(_ s: borrowing Scratch) -> Int {
        if let after { return after }
        let words = PhoneContext.after(s, s.groups[last])
        after = words
        return words
    }

    /// "08 46 45 34 23": five pairs that begin with 0 are how France writes a number, and little else.
    var isPairs: Bool { count == 5 && plainPairs == 5 }

    /// Digits one at a time: a longer run of them is something else, of which no part is a number.
    var isSpelled: Bool { count >= 8 && plainOnes == count }

    /// 415-555-0123
    static func isAmerican(_ s: borrowing Scratch, _ groups: ClosedRange<Int>) -> Bool {
        groups.count == 3 && s.groups[groups.lowerBound].digits.count == 3
            && s.groups[groups.lowerBound + 1].digits.count == 3 && s.groups[groups.upperBound].digits.count == 4
    }

    /// The most that the grouping of so many groups is worth: three may be those of North America.
    var mostForWriting: Int { count == 3 ? 34 : 10 }

    /// What the grouping and the signs between the groups are worth.
    func writing(_ s: borrowing Scratch, _ reading: PhonePlans.Reading) -> Int {
        guard count > 1 else { return plain == 1 ? 4 : -4 }
        var cost = laterCost + (isAreaGap(s) ? 2 : headCost)
        let gaps = count - 1
        if isEven, gaps >= 2 { cost = min(cost, gaps >= 3 ? 8 : 14, cost / gaps + 2) }
        var score = isEven ? 10 - cost : 4 - cost
        if reading.countryCode == 1, reading.form == .withoutTrunk, Self.isAmerican(s, groups) { score += 24 }
        if singles > 1, singles < count, plain > 0 { score -= 3 * singles }
        return score
    }

    /// "030 / 271 44 90", "0489 - 55 12 34": an area code is parted from the rest by a sign between spaces.
    private func isAreaGap(_ s: borrowing Scratch) -> Bool {
        guard count <= 5, let gap = s.groups[first + 1].gap else { return false }
        let head = s.groups[first]
        return gap.signs == 1 && gap.spaces == 2 && gap.newlines == 0 && (gap.sign == 0x2F || gap.sign == 0x2D)
            && (2...5).contains(head.digits.count) && s.digits[head.digits.lowerBound] == 0
    }
}
